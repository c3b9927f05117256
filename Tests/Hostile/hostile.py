"""Runs hostile submissions through report, check and mail and looks at what comes out; the last line has the figures."""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import time
import unicodedata

import payloads
import submissions
from browser import browse
from documents import mails, spreadsheets, texts, validated

TOOL, OUT, TOOLS = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
cases, failures = 0, []


def say(name, count, faults, detail=""):
    """One line: what was looked at, and how it came out."""
    global cases
    cases += count
    failures.extend(f"{name}：{fault}" for fault in faults)
    print(f"{'失败' if faults or not count else '通过'}　{name}：{count} 例，失败 {len(faults)}{'；' + detail if detail else ''}", flush=True)
    if not count:
        failures.append(f"{name}：没有一例")
    for fault in faults[:5]:
        print(f"　{fault[:300]}", flush=True)


def run(*arguments):
    return subprocess.run(
        [TOOL, *map(os.fspath, arguments)], stdin=subprocess.DEVNULL, capture_output=True, timeout=120,
        env={**os.environ, "SWIFT_BACKTRACE": "enable=no"})


def report(number, chosen):
    """A submission and its report; what is wrong with the run itself."""
    folder = submissions.submission(OUT / f"in/{number:03}", chosen, number)
    result = run("report", folder, "-o", OUT / f"report/{number:03}", "--date", "2024-01-15", "-v")
    err = result.stderr.decode("utf-8", "replace")
    faults = []
    if result.returncode != 0:
        faults.append(f"第{number}份 退出状态 {result.returncode}：{err[-300:]}")
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u061c\ufeff]", err):
        faults.append(f"第{number}份 看不见的字符到了终端")
    hidden = any(is_hidden(c) for path in folder.rglob("*.csv") for c in path.read_text(encoding="utf-8"))
    if hidden and "[W115]" not in err:
        faults.append(f"第{number}份 有看不见的字符而没有 W115")
    checked = run("verify", OUT / f"report/{number:03}")
    if checked.returncode != 0:
        faults.append(f"第{number}份 verify {checked.returncode}：{checked.stderr.decode()[:200]}")
    return faults


def is_hidden(character):
    return character in "\u061c\u00ad\u034f\u115f\u1160\u3164\u2028\u2029" or unicodedata.category(character) == "Cf" or (
        0xFDD0 <= ord(character) <= 0xFDEF or ord(character) & 0xFFFE == 0xFFFE)


def refused(number, payload):
    """Bytes that stop a run: in pages, CSV and JSON of `check` they are shown, never passed on."""
    folder = submissions.benign(OUT / f"bad/in/{number:03}")
    for name in ["unit.csv", "projects.csv", "targets.csv", "actuals.csv", "budget.csv", "rollup.csv", "acknowledged.csv"]:
        path = folder / name
        path.write_bytes(path.read_bytes().replace("平常的文字".encode(), payload))
    faults = []
    result = run("report", folder, "-o", OUT / f"bad/report/{number:03}", "-q")
    if result.returncode != 1 or (OUT / f"bad/report/{number:03}").exists():
        faults.append(f"{payload!r} report 退出状态 {result.returncode}：{result.stderr.decode('utf-8', 'replace')[-200:]}")
    for form in ["html", "csv", "json"]:
        (OUT / "bad/check").mkdir(parents=True, exist_ok=True)
        file = OUT / f"bad/check/{number:03}.{form}"
        result = run("check", folder, "--format", form, "-o", file)
        if result.returncode != 1 or not file.exists():
            faults.append(f"{payload!r} check {form} 退出状态 {result.returncode}：{result.stderr.decode('utf-8', 'replace')[-200:]}")
    result = run("check", folder, "--by-project", "-o", OUT / f"bad/by/{number:03}", "-q")
    if result.returncode != 1:
        faults.append(f"{payload!r} check --by-project 退出状态 {result.returncode}")
    return faults


def main():
    began = time.monotonic()
    sharp, naughty = payloads.SHARP, payloads.naughty()
    plan = list(enumerate([sharp] * len(sharp)))
    # Each text of the long list stands in every kind of column of at least one file.
    plan += [(len(sharp) + turn, naughty[turn * 12:] + naughty[: turn * 12]) for turn in range(len(naughty) // 12)]
    (OUT / "bad/report").mkdir(parents=True)
    (OUT / "bad/by").mkdir(parents=True)
    (OUT / "report").mkdir(parents=True)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        found = list(pool.map(lambda item: report(*item), plan))
        say("报告与复核", len(plan), [fault for faults in found for fault in faults],
            f"{len(sharp)} 种文本遍历每一列，另有 {len(naughty)} 种")
        found = list(pool.map(lambda item: refused(*item), enumerate(payloads.REFUSED)))
        say("被拒绝的字节", len(found), [fault for faults in found for fault in faults])
    submissions.benign(OUT / "plain/in")
    run("report", OUT / "plain/in", "-o", OUT / "plain/report", "--date", "2024-01-15", "-q")
    (OUT / "plain/bad/check").mkdir(parents=True)
    run("check", OUT / "plain/in", "--by-project", "-o", OUT / "plain/bad/by", "-q")
    run("check", OUT / "plain/in", "--format", "html", "-o", OUT / "plain/bad/check/000.html")
    say("逐字节", *texts(OUT, sharp))
    say("邮件", *mails(OUT, TOOL))
    say("W3C Nu 校验", *validated(OUT, TOOLS))
    say("Chromium", *browse(OUT))
    say("LibreOffice Calc", *spreadsheets(OUT))
    print(f"敌意文本检验：{cases} 例，失败 {len(failures)}，{time.monotonic() - began:.0f} 秒")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
