"""Runs the sample again and again in other surroundings and compares every document; the last line has the figures."""

import csv
import hashlib
import io
import itertools
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Oracle"))

from folder import write  # noqa: E402
from generate import generate  # noqa: E402

SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "Samples" / "jsmi-2023"
ZONES = ["UTC", "Asia/Shanghai", "America/St_Johns"]
# One that sorts as bytes, one of the readers, one whose i has no capital I and whose point is a comma.
LOCALES = ["C", "zh_CN.GB18030", "tr_TR.UTF-8"]
CLOCKS = [None, "1999-12-31 23:59:58", "2037-06-30 12:00:00"]
SEED = 20240117
SHUFFLES = 5

cases, failures = 0, []


def check(name, fault):
    global cases
    cases += 1
    if fault:
        failures.append(f"{name}：{fault}")


def documents(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def difference(expected, found):
    """What differs between two sets of documents, nothing for none."""
    names = sorted(name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name))
    return f"{len(names)} 个文件不同，如 {'、'.join(names[:3])}" if names else ""


class Runner:
    def __init__(self, root):
        self.root, self.number = root, 0
        self.locales = root / "locales"
        self.locales.mkdir()
        for name in LOCALES[1:]:
            language, charset = name.split(".")
            subprocess.run(["localedef", "-i", language, "-f", charset, self.locales / name], capture_output=True)
            if not (self.locales / name).is_dir():
                raise RuntimeError(f"没有做成区域 {name}")

    def report(self, tool, unit=SAMPLE, zone="UTC", locale="C", clock=None, more=("--date", "2024-01-15"), cwd="/", **environment):
        self.number += 1
        out = self.root / f"out{self.number}"
        before = ["faketime", "-f", f"@{clock}"] if clock else []
        result = subprocess.run(
            [*before, tool, "report", unit, "-o", out, "-q", *more], stdin=subprocess.DEVNULL, capture_output=True, cwd=cwd,
            env={"PATH": os.environ["PATH"], "TZ": zone, "LC_ALL": locale, "LOCPATH": str(self.locales), **environment})
        if result.returncode != 0:
            raise RuntimeError(f"退出状态 {result.returncode}：{result.stderr.decode('utf-8', 'replace')[-300:]}")
        found = documents(out)
        shutil.rmtree(out)
        return found


def surroundings(runner, tools, expected):
    """Every time zone, locale, clock and build."""
    for tool, zone, locale, clock in itertools.product(tools, ZONES, LOCALES, CLOCKS):
        found = runner.report(tool, zone=zone, locale=locale, clock=clock)
        check(f"{pathlib.Path(tool).parent.name} {zone} {locale} {clock}", difference(expected, found))
    # The clock must have been another one, or the above shows nothing: without --date the day is that of the clock.
    for clock in CLOCKS[1:]:
        pages = runner.report(tools[0], clock=clock, more=())
        day = clock.split()[0]
        check(f"钟面 {clock}", "" if any(day.encode() in page or chinese(day).encode() in page for page in pages.values())
              else "没有 --date 时报告日期不是钟面上的")
    # SOURCE_DATE_EPOCH is a moment; its day is the one in UTC, wherever the machine stands.
    epochs = [runner.report(tools[0], zone=zone, more=(), SOURCE_DATE_EPOCH="1705276800") for zone in ZONES]
    for zone, found in zip(ZONES, epochs):
        check(f"SOURCE_DATE_EPOCH {zone}", difference(expected, found))


def chinese(day):
    year, month, date = (int(part) for part in day.split("-"))
    return f"{year}年{month}月{date}日"


def places(runner, tool, expected):
    """Other folders, orders of the files in them, umask, environment."""
    names = sorted(path.relative_to(SAMPLE) for path in SAMPLE.rglob("*") if path.is_file())
    for name, order in [("倒序", names[::-1]), ("乱序", random.Random(SEED).sample(names, len(names)))]:
        unit = runner.root / f"别处 {name}"
        for path in order:
            (unit / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(SAMPLE / path, unit / path)
        check(f"文件{name}建立", difference(expected, runner.report(tool, unit=unit)))
    check("相对路径", difference(expected, runner.report(tool, unit="jsmi-2023", cwd=SAMPLE.parent)))
    check("别的环境变量", difference(expected, runner.report(
        tool, COLUMNS="20", NO_COLOR="1", LANG="de_DE.UTF-8", HOME="/nonexistent", TMPDIR="/nonexistent", USER="x")))
    again = [runner.report(tool) for _ in range(3)]
    check("再运行三次", next((d for d in (difference(expected, found) for found in again) if d), ""))


# 填报内容校验码: the digest of the files read, in full and shortened.
CHECKSUM = r"(填报内容校验码（SHA-256）：<code title=)\"[0-9a-f]{64}\">[0-9a-f]{16}…"


def is_place(title):
    """Whether a column tells where a figure or a finding stood, or the row as it stood there."""
    return title.endswith("来源") or title in ("位置", "行", "列", "原文")


def without_place_columns(page):
    """问题清单 without the cells under such titles: every row of the table has all its cells."""
    start, end = page.index("<table id=\"findings\""), page.index("</table>")
    table = page[start:end]
    titles = re.findall(r"<th scope=\"col\">(.*?)</th>", table)
    lines = []
    for row in re.split(r"(?=<tr>)", table)[2:]:
        cells = re.findall(r"<t[dh][ >].*?</t[dh]>", row, re.DOTALL)
        if len(cells) != len(titles):
            raise RuntimeError(f"问题清单的一行有 {len(cells)} 格，标题有 {len(titles)} 格")
        lines.append("".join(cell for title, cell in zip(titles, cells) if not is_place(title)))
    return "\n".join([page[:start], *lines, page[end:]])


def without_digests(manifest):
    """The manifest without what is computed from the files read and from the documents that name places in them."""
    def kept(value):
        if isinstance(value, dict):
            return {key: kept(part) for key, part in value.items() if key not in ("submission", "inputs")}
        if isinstance(value, list):
            return [kept(part) for part in value]
        return "摘要" if isinstance(value, str) and re.fullmatch("[0-9a-f]{16,}", value) else value

    return json.dumps(kept(manifest), ensure_ascii=False, sort_keys=True).encode()


def without_places(found):
    """Documents without what tells where in the actuals a figure stood; lists in the order of their lines, sorted."""
    plain = {}
    for name, data in found.items():
        text = data.decode("utf-8-sig")
        if name == "manifest.json":
            plain[name] = without_digests(json.loads(text))
            continue
        if name == "邮件/摘要.eml":
            # Its parts are the pages and tables that are compared themselves.
            continue
        if name.endswith(".csv"):
            rows = list(csv.reader(text.splitlines(keepends=True)))
            head = next((row for row in rows if any(map(is_place, row))), [])
            rows = [[cell for title, cell in itertools.zip_longest(head, row, fillvalue="") if not is_place(title)] for row in rows]
            text = "\n".join("\x1f".join(row) for row in rows)
        elif name == "问题清单.html":
            text = without_place_columns(text)
        text = re.sub(r"actuals[^\s:：<>\"]*\.csv(:\d+)+", "actuals", text)
        # The input is another one, and its check sum says so.
        text = re.sub(CHECKSUM, r"\1", text)
        if "问题清单" in name:
            # Findings come in the order of the lines they are about.
            text = "\n".join(sorted(re.split(r"\n|(?=<tr)|(?=<li)", text)))
        plain[name] = text.encode()
    return plain


def shuffled(runner, tool, expected):
    """The rows of the actuals in other orders: the same figures, words and pages."""
    generator = random.Random(SEED)
    wanted = without_places(expected)
    for turn in range(SHUFFLES):
        unit = runner.root / f"乱{turn}"
        shutil.copytree(SAMPLE, unit)
        moved = 0
        for path in [*unit.glob("actuals.csv"), *unit.glob("actuals/*.csv")]:
            data = path.read_bytes()
            # Departments hand in both: the file goes back in the encoding it came in.
            encoding = ("utf-8-sig" if data.startswith(b"\xef\xbb\xbf")
                        else "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")
            try:
                content = data.decode(encoding)
            except UnicodeDecodeError:
                encoding = "gb18030"
                content = data.decode(encoding)
            separator = "\t" if "\t" in content.splitlines()[0] else ","
            rows = list(csv.reader(io.StringIO(content, newline=""), delimiter=separator))
            head = next(i for i, row in enumerate(rows) if "三级指标" in row)
            body = rows[head + 1:]
            generator.shuffle(body)
            moved += sum(1 for old, new in zip(rows[head + 1:], body) if old != new)
            with open(path, "w", encoding=encoding, newline="") as stream:
                csv.writer(stream, delimiter=separator).writerows(rows[:head + 1] + body)
        found = without_places(runner.report(tool, unit=unit))
        check(f"第{turn + 1}次打乱完成值的行（移动 {moved} 行）", difference(wanted, found) if moved else "一行也没有移动")


def outcome(runner, tool, arguments, zone, locale):
    """What a command says and writes, its folder being `OUT` among the arguments; the places of the run are left out."""
    runner.number += 1
    out = runner.root / f"out{runner.number}"
    result = subprocess.run(
        [tool, *(out if part == "OUT" else part for part in arguments)], stdin=subprocess.DEVNULL, capture_output=True, cwd="/",
        env={"PATH": os.environ["PATH"], "TZ": zone, "LC_ALL": locale, "LOCPATH": str(runner.locales)})
    found = {"退出状态": str(result.returncode).encode()}
    for name, data in [("标准输出", result.stdout), ("标准错误", result.stderr)]:
        found[name] = data.replace(os.fsencode(out), b"OUT")
    if out.is_dir():
        found |= documents(out)
        shutil.rmtree(out)
    return found


def commands(runner, tool):
    """Half a year, the other rubrics, and the commands beside `report`, in every zone and locale."""
    day = ["--date", "2024-01-15"]
    lines = runner.root / "lines.ndjson"
    subprocess.run([tool, "batch", SAMPLE.parent, "-o", runner.root / "lines", "--ndjson", lines, *day, "-q"], capture_output=True)
    plan = {"report 半年": ["report", SAMPLE, "-o", "OUT", "--period", "half", *day]}
    # The sample is handed in by the headings of one rubric; the oracle's units are made for each.
    wanted_kinds = {(rubric, period) for rubric in ["mof", "hubei"] for period in ["year", "half"]}
    for seed in itertools.count(1):
        unit = generate(seed)
        kind = (unit.rubric.name, unit.period)
        if kind in wanted_kinds:
            wanted_kinds.remove(kind)
            write(unit, runner.root / f"unit{seed}")
            plan[" ".join(["report", *kind])] = [
                "report", runner.root / f"unit{seed}", "-o", "OUT", "--rubric", kind[0], "--period", kind[1], *day]
        if not wanted_kinds:
            break
    for form in ["html", "json", "csv", "text"]:
        plan[f"check {form}"] = ["check", SAMPLE, "--format", form, *day]
    plan["check --by-project"] = ["check", SAMPLE, "--by-project", "-o", "OUT", *day]
    plan["forms"] = ["forms", SAMPLE, "-o", "OUT"]
    plan["rollup-plan"] = ["rollup-plan", SAMPLE]
    plan["merge"] = ["merge", lines, "-o", "OUT", *day]
    for name, arguments in plan.items():
        wanted = outcome(runner, tool, arguments, "UTC", "C")
        # Nothing said and nothing written would be the same everywhere.
        if wanted["退出状态"] not in (b"0", b"1") or len(wanted) == 3 and not wanted["标准输出"] + wanted["标准错误"]:
            check(name, f"退出状态 {wanted['退出状态'].decode()}：{wanted['标准错误'].decode('utf-8', 'replace')[-200:]}")
        if "OUT" in arguments and len(wanted) == 3:
            check(name, "什么也没有写出")
        for zone, locale in list(zip(ZONES, LOCALES))[1:]:
            check(f"{name} {zone} {locale}", difference(wanted, outcome(runner, tool, arguments, zone, locale)))


def batches(runner, tool):
    """Any number of jobs gives the same folders, where the tool has the command."""
    if "batch" not in subprocess.run([tool, "--help"], capture_output=True, text=True).stdout:
        check("batch", "没有这个命令")
        return "作业数未检验"
    units = runner.root / "units"
    generate = SAMPLE.parents[1] / "Tests" / "Benchmarks" / "generate.py"
    subprocess.run([sys.executable, generate, "--units", "6", "--out", units], check=True, capture_output=True)
    first, first_lines = None, None
    for jobs in ["1", "2", "5"]:
        out = runner.root / f"batch{jobs}"
        result = subprocess.run(
            [tool, "batch", units, "-o", out, "-j", jobs, "--ndjson", out.with_suffix(".ndjson")], capture_output=True,
            env={"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1705276800"})
        found = documents(out)
        first = first or found
        check(f"batch -j {jobs}", f"退出状态 {result.returncode}" if result.returncode else difference(first, found))
        # Lines come in the order in which units are done.
        lines = sorted(out.with_suffix(".ndjson").read_bytes().splitlines())
        first_lines = first_lines or lines
        check(f"batch -j {jobs} 的NDJSON", "" if lines == first_lines and len(lines) == 6 else f"{len(lines)} 行，与一个作业的不同")
    return "batch 用 1、2、5 个作业"


def main():
    began, tools = time.monotonic(), sys.argv[1:]
    with tempfile.TemporaryDirectory(prefix="jixiao-same-") as root:
        runner = Runner(pathlib.Path(root))
        expected = runner.report(tools[0])
        surroundings(runner, tools, expected)
        places(runner, tools[0], expected)
        shuffled(runner, tools[0], expected)
        commands(runner, tools[0])
        remark = batches(runner, tools[0])
    digest = hashlib.sha256(b"".join(name.encode() + data for name, data in sorted(expected.items()))).hexdigest()
    for failure in failures:
        print("　" + failure)
    print(f"　{len(expected)} 个文件，合起来的 sha256 {digest[:16]}…；{len(tools)} 个构建；{remark}")
    print(f"确定性检验：{cases} 例，失败 {len(failures)}，{time.monotonic() - began:.0f} 秒")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
