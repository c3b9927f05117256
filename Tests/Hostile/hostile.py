"""Runs hostile submissions through report, check and mail and looks at what comes out; the last line has the figures."""

import concurrent.futures
import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time
import unicodedata

import payloads
import submissions
from browser import browse
from documents import HIDDEN, mails, spreadsheets, texts, validated

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


def report(name, chosen, turn, projects=3):
    """A submission, its report, its half-year report and what the other commands say of it; what is wrong with them."""
    folder = submissions.submission(OUT / f"in/{turn:03}", chosen, turn, projects)
    out = OUT / f"{name}/{turn:03}"
    result = run("report", folder, "-o", out, "--date", "2024-01-15", "-v")
    faults = spoken(f"第{turn}份 report", result)
    found = sorted({c for path in folder.rglob("*.csv") for c in path.read_text(encoding="utf-8") if is_hidden(c)})
    told = "\n".join(line for line in result.stderr.decode("utf-8", "replace").splitlines() if "[W115]" in line)
    unnamed = [f"U+{ord(c):04X}" for c in found if not re.search(rf"U\+{ord(c):04X}\b", told)]
    if unnamed:
        faults.append(f"第{turn}份 有看不见的字符而 W115 没有说到：{unnamed}")
    checked = run("verify", out)
    if checked.returncode != 0:
        faults.append(f"第{turn}份 verify {checked.returncode}：{checked.stderr.decode()[:200]}")
    # Half a year: its own folder, read like the others; one in six stands beside those that all programs look at.
    if name == "more" and turn % 3:
        return faults + commands(folder, turn)
    half = OUT / (f"{name}/h{turn:03}" if name == "report" and turn % 6 == 0 else f"more/h{turn:03}")
    faults += spoken(f"第{turn}份 report 半年", run("report", folder, "-o", half, "--date", "2024-01-15", "-v", "--period", "half"))
    checked = run("verify", half)
    if checked.returncode != 0:
        faults.append(f"第{turn}份 半年 verify {checked.returncode}：{checked.stderr.decode()[:200]}")
    return faults + commands(folder, turn)


def spoken(name, result, statuses=(0,)):
    """What is wrong with what a run said: its status, or characters that nobody sees."""
    faults = []
    if result.returncode not in statuses:
        faults.append(f"{name} 退出状态 {result.returncode}：{result.stderr.decode('utf-8', 'replace')[-300:]}")
    for place, data in (("标准输出", result.stdout), ("标准错误", result.stderr)):
        found = HIDDEN.search(data.decode("utf-8", "replace").removeprefix("\ufeff"))
        if found:
            faults.append(f"{name} 的{place}里有 U+{ord(found[0]):04X}")
    return faults


def commands(folder, turn):
    """The commands that make no report: what they print and write shows every text, and hides nothing."""
    with open(folder / "targets.csv", encoding="utf-8", newline="") as stream:
        rows = list(csv.reader(stream))[1:]
    # The name as the pages have it: a guard before a cell is no part of it.
    row = [re.sub(r"^'(?=[=+\-@＝＋－＠\t\r\n'])", "", cell) for cell in rows[turn % len(rows)]]
    # With the sign of equality only where the name would be taken for an option.
    project = [f"--project={row[0]}"] if row[0].startswith("-") else ["--project", row[0]]
    faults = spoken(f"第{turn}份 trace", run("trace", *project, "--", folder, row[4]))
    faults += spoken(f"第{turn}份 rollup-plan", run("rollup-plan", folder))
    faults += spoken(f"第{turn}份 check", run("check", folder))
    target = OUT / f"json/{turn:03}"
    result = run("report", folder, "-o", target, "--date", "2024-01-15", "-q", "--format", "json")
    faults += spoken(f"第{turn}份 report --format json", result)
    try:
        json.loads(result.stdout)
    except ValueError as error:
        faults.append(f"第{turn}份 report --format json：{error}")
    shutil.rmtree(target, ignore_errors=True)
    forms = OUT / f"forms/{turn:03}"
    faults += spoken(f"第{turn}份 forms", run("forms", folder, "-o", forms))
    for path in sorted(forms.rglob("*")):
        if path.is_file() and (found := HIDDEN.search(path.read_text(encoding="utf-8-sig") + path.name)):
            faults.append(f"第{turn}份 forms 的 {path.name} 里有 U+{ord(found[0]):04X}")
    return faults


def figure(item):
    """A figure with something in it that nobody sees: an error, or a warning that names it, never silently another."""
    number, (column, character, text) = item
    folder = submissions.figures(OUT / f"figures/in/{number:04}", column, text)
    out = OUT / f"figures/report/{number:04}"
    more = ["--period", "half"] if column == "半年完成值" else []
    result = run("report", folder, "-o", out, "--date", "2024-01-15", "-v", *more)
    faults = spoken(f"{column} {text!r}", result, (0, 1))
    told = result.stderr.decode("utf-8", "replace")
    if character in payloads.TURNING and result.returncode != 1:
        faults.append(f"{column} {text!r} 颠倒次序而不是错误")
    if not re.search(rf"\[(E\d+|W115)\]: .*U\+{ord(character):04X}\b", told) and not (
            result.returncode == 1 and re.search(rf"(错误\[E.*⟨U\+{ord(character):04X}⟩)", told)):
        faults.append(f"{column} {text!r} 没有说到 U+{ord(character):04X}：{told[:200]}")
    # What is no error counts as what is seen.
    if result.returncode == 0 and points(out) != SOUND[column]:
        faults.append(f"{column} {text!r} 成了别的数")
    shutil.rmtree(out, ignore_errors=True)
    return faults


# The rows of 指标明细.csv where nothing is hidden, by the column that will be written otherwise.
SOUND = {}


def points(out):
    with open(out / "数据/指标明细.csv", encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    # The words of the target and the filing stand there as they were written.
    return [[HIDDEN_MARK.sub("", cell) for cell in row] for row in rows]


HIDDEN_MARK = re.compile(r"⟨U\+[0-9A-F]+⟩")


def figure_plan():
    plan = []
    for column, plain in [("指标值", "≥50"), ("完成值", "90"), ("半年完成值", "90"), ("自评得分", "90"), ("执行数", "90"), ("预算数", "90")]:
        folder, out = submissions.figures(OUT / f"figures/in/{column}", column, plain), OUT / f"figures/report/{column}"
        result = run("report", folder, "-o", out, "-q", "--date", "2024-01-15", *(["--period", "half"] if column == "半年完成值" else []))
        if result.returncode != 0:
            raise RuntimeError(f"平常的{column}：{result.stderr.decode()}")
        SOUND[column] = points(out)
        for character in payloads.TURNING + payloads.UNSEEN:
            plan += [(column, character, text) for text in (f"{character}{plain}", f"{plain[:-1]}{character}{plain[-1:]}", f"{plain}{character}")]
    return plan


def sharp_figure(item):
    """Text where a figure belongs: refused."""
    number, (column, text) = item
    folder = submissions.figures(OUT / f"figures/text/{number:04}", column, text)
    result = run("check", folder, *(["--period", "half"] if column == "半年完成值" else []))
    faults = spoken(f"{column} {text[:40]!r}", result, (0, 1))
    told = result.stderr.decode("utf-8", "replace")
    # The few that are figures to a reader too say so.
    if result.returncode == 0 and "[W115]" not in told and not re.fullmatch(r"[\s'＋+－-]*[0-9０-９.]+[\s%％]*", text):
        faults.append(f"{column} {text[:40]!r} 没有一句话就成了数")
    return faults


def is_hidden(character):
    # Signs that stand around the figures behind them are to be seen, though Unicode has them among the formats.
    if character in "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd":
        return False
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
    sharp, listed = payloads.SHARP, payloads.naughty()
    print(f"　公开的恶意文本 {len(listed)} 种" if listed else "　跳过　没有公开的恶意文本：JIXIAO_CORPORA 没有设置", flush=True)
    naughty = payloads.own() + listed
    plan = [("report", sharp, turn) for turn in range(len(sharp))]
    # Each text of the long list stands in every kind of column of at least one file that all programs look at.
    plan += [("report", naughty[turn * 12:] + naughty[:turn * 12], len(sharp) + turn) for turn in range(len(naughty) // 12)]
    # A column with one entry, as all of unit.csv, meets the whole list only in as many turns as it has texts.
    first = len(plan)
    plan += [("more", naughty[turn:] + naughty[:turn], first + turn, 1) for turn in range(len(naughty))]
    for place in ("bad/report", "bad/by", "report", "more", "json", "forms", "figures/report"):
        (OUT / place).mkdir(parents=True)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        found = list(pool.map(lambda item: report(*item), plan))
        say("报告、半年报告与各命令", len(plan), [fault for faults in found for fault in faults],
            f"{len(sharp)} 种文本遍历每一列，另有 {len(naughty)} 种")
        hidden = figure_plan()
        found = list(pool.map(figure, enumerate(hidden)))
        say("数里看不见的字符", len(hidden), [fault for faults in found for fault in faults])
        texts_for_figures = [(column, text) for column in ("指标值", "完成值", "半年完成值", "自评得分", "执行数", "预算数") for text in sharp]
        found = list(pool.map(sharp_figure, enumerate(texts_for_figures)))
        say("数的位置上的文本", len(texts_for_figures), [fault for faults in found for fault in faults])
        found = list(pool.map(lambda item: refused(*item), enumerate(payloads.REFUSED)))
        say("被拒绝的字节", len(found), [fault for faults in found for fault in faults])
    submissions.benign(OUT / "plain/in")
    run("report", OUT / "plain/in", "-o", OUT / "plain/report", "--date", "2024-01-15", "-q")
    # Half a year has pages of other names; those of the same name have the same parts.
    half = OUT / "plain-half"
    run("report", OUT / "plain/in", "-o", half, "--date", "2024-01-15", "-q", "--period", "half")
    for page in sorted(half.rglob("*.html")):
        place = OUT / "plain/report" / page.relative_to(half)
        if not place.exists():
            shutil.copyfile(page, place)
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
