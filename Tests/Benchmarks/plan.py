#!/usr/bin/env python3
"""Write what `measure.py` is to run: plan.py WORK TOOL READER PYTHON [more units] > PLAN.json

Our input is WORK/units-N (a folder a unit), the yardsticks' WORK/yardstick-N (three files, the same sheets and
indicators), the large table WORK/table.csv; WORK/pages is the report of one unit, WORK/validate the program of validate.c.
ROUNDS overrides how often long commands run.
"""
import json
import os
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
work, tool, reader, python = (pathlib.Path(text).resolve() if place != 3 else text for place, text in enumerate(sys.argv[1:5]))
SMALL, LARGE = (int(os.environ.get(name) or default) for name, default in (("SMALL", 100), ("LARGE", 2000)))
ROUNDS = int(os.environ.get("ROUNDS") or 3)
RUN = work / "run"


def report(key, name, folder):
    return {"key": key, "name": name, "fresh": f"{RUN}/{key}",
            "command": [f"{tool}", "report", f"{folder}", "-o", f"{RUN}/{key}", "--date", "2024-01-15", "--force", "-q"]}


def batch(key, name, units, workers, *more, **settings):
    return {"key": key, "name": name, "fresh": f"{RUN}/{key}", **settings,
            "command": [f"{tool}", "batch", f"{work}/units-{units}", "-o", f"{RUN}/{key}", "--date", "2024-01-15",
                        "-j", str(workers), "-q", "--ndjson", f"{RUN}/{key}.ndjson", *more]}


def merge(lines):
    """The overview of the lines that the batch run with this key has left."""
    return {"key": "merge", "name": "jixiao merge", "fresh": f"{RUN}/merge",
            "command": [f"{tool}", "merge", f"{RUN}/{lines}.ndjson", "-o", f"{RUN}/merge", "--date", "2024-01-15", "-q"]}


def verify():
    """The overview read again."""
    return {"key": "verify", "name": "jixiao verify 汇总表", "command": [f"{tool}", "verify", f"{RUN}/merge"]}


def yardstick(key, name, program, units, workers, **settings):
    return {"key": key, "name": name, "fresh": f"{RUN}/{key}", **settings,
            "command": [python, f"{HERE}/yardstick/{program}.py", f"{work}/yardstick-{units}", f"{RUN}/{key}",
                        "-j", str(workers)]}


def validate(key, name, units, pages):
    """libxml2 alone, as often as there are units, over the pages of one: the least a batch of them can take."""
    return {"key": key, "name": name,
            "command": [f"{work}/validate", str(units), f"{HERE.parent.parent}/Templates/page.rng", *map(str, pages)]}


def many(units, rounds):
    pages = sorted(path for path in (work / "pages").rglob("*.html") if path.parent.name != "邮件")
    sheet = [path for path in pages if path.name == "部门整体绩效自评价表.html"]
    only = ("--only", "unit-sheet,indicators")
    one = {"runs": 1} if units >= 1000 else {}
    return {"key": f"{units}", "title": f"{units} 个单位", "units": units, "runs": rounds, "warmUps": 0, "items": [
        batch("batch1", "jixiao batch -j 1", units, 1, count=True),
        batch("batch2", "jixiao batch -j 2", units, 2, tree=True),
        merge("batch2"),
        verify(),
        batch("only1", "jixiao batch -j 1 --only unit-sheet,indicators", units, 1, *only, count=True),
        batch("only2", "jixiao batch -j 2 --only unit-sheet,indicators", units, 2, *only),
        validate("libxml", "下限：只用 libxml2 解析、校验这些页面", units, pages),
        validate("libxmlOnly", "下限：--only 的那一页", units, sheet),
        yardstick("csv1", "对照程序 csv -j 1", "peer_report", units, 1, count=True),
        yardstick("csv2", "对照程序 csv -j 2", "peer_report", units, 2, tree=True),
        yardstick("polars1", "对照程序 polars -j 1", "peer_polars", units, 1, tree=True, **one),
    ]}


def reading():
    table = f"{work}/table.csv"
    peers = f"{HERE}/read_duckdb.py", f"{HERE}/read_polars.py"
    thread = {"environment": {"POLARS_MAX_THREADS": "1"}}
    return {"key": "read", "title": "读取 200 MiB 的 CSV", "units": 0, "runs": 5, "warmUps": 1, "items": [
        {"key": "typed", "name": "ReadTyped（文本＋五列精确小数）", "command": [f"{reader}"], "stdin": table, "same": "sums"},
        {"key": "duckText", "name": "DuckDB（同上，DECIMAL(18,6)）", "command": [python, peers[0], table, "text"], "same": "sums",
         "inner": True},
        {"key": "duckFigures", "name": "DuckDB（只要五列小数，文本列可以跳过）", "command": [python, peers[0], table, "figures"],
         "inner": True},
        {"key": "polarsDecimal", "name": "polars（同第一行，Decimal(18,6)）", "command": [python, peers[1], table, "decimal"],
         "same": "sums", "inner": True, **thread},
        {"key": "polarsFloat", "name": "polars（小数列作 Float64，不精确）", "command": [python, peers[1], table, "float"],
         "inner": True, **thread},
    ]}


single = {"key": "1", "title": "1 个单位", "units": 1, "runs": int(os.environ.get("RUNS") or 15), "warmUps": 3, "items": [
    report("sample", "jixiao report，样例 jsmi-2023（9张表，324条指标）", "Samples/jsmi-2023"),
    report("unit", "jixiao report，生成的1个单位（9张表，405条指标）", next((work / "units-1").iterdir())),
    yardstick("csv", "对照程序 csv，生成的1个单位（9张表，405条指标）", "peer_report", 1, 1),
]}
groups = [single, reading(), many(SMALL, ROUNDS), many(LARGE, ROUNDS)]
for units in map(int, sys.argv[5:]):
    # Memory at one more size: only what shows whether it stays flat.
    groups.append({"key": f"{units}", "title": f"{units} 个单位", "units": units, "runs": 1, "warmUps": 0, "items": [
        batch("batch2", "jixiao batch -j 2", units, 2, tree=True), merge("batch2"), verify()]})
json.dump(groups, sys.stdout, ensure_ascii=False, indent=2)
