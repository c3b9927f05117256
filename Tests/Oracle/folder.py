"""Writes a unit as a submission folder and notes the line every row stands on."""

import csv
import io
from random import Random

from figures import text
from model import UNIT


def write(unit, root):
    """The folder of a unit; the `line` of indicators and filings is filled in."""
    random = Random(unit.seed ^ 0x5EED)
    root.mkdir(parents=True)
    save(root / "unit.csv", [["项", "内容"], ["单位名称", f"试验单位{unit.seed}"], ["年度", "2023"]], random)
    save(root / "projects.csv", [["项目名称"]] + [[sheet.name] for sheet in unit.projects], random)
    budget(unit, root, random)
    targets(unit, root, random)
    actuals(unit, root, random)
    if unit.declared:
        save(root / "rollup.csv", rollup(unit), random)
    if unit.overrides:
        save(root / "rubric.csv", [["项", "值", "依据"]] + [[*row, ""] for row in unit.overrides], random)


def save(path, rows, random):
    out = io.StringIO()
    csv.writer(out, lineterminator=random.choice(["\r\n", "\n"])).writerows(rows)
    path.write_bytes(out.getvalue().encode(random.choice(["utf-8", "utf-8-sig", "gb18030", "utf-16"])))


def budget(unit, root, random):
    adjusted = random.random() < 0.2
    rows = [["项目名称", "收支", "资金名称", "全年预算数"] + ["调整预算数"] * adjusted
            + ["半年计划执行数", "半年执行数", "全年执行数"]]
    for sheet in unit.sheets:
        for line in sheet.lines:
            money = [text(line.budget)]
            if adjusted:
                # The first column is then the January budget; an empty adjusted one means it is unchanged.
                money = random.choice([[text(line.budget), ""], ["77.7", text(line.budget)]])
            rows.append([sheet.name, line.direction, line.name, *money, text(line.plan), text(line.half),
                         text(line.year)])
    save(root / "budget.csv", rows, random)


def targets(unit, root, random):
    rows = [["项目名称", "一级指标", "二级指标", "重点工作", "三级指标", "半年指标值", "全年指标值", "分值"]]
    for sheet in unit.sheets:
        for indicator in sheet.indicators:
            rows.append([sheet.name, indicator.level1, indicator.level2, indicator.task, indicator.name,
                         indicator.half.text if indicator.half else "", indicator.year.text,
                         indicator.weight_text])
            indicator.line = f"targets.csv:{len(rows)}"
    save(root / "targets.csv", rows, random)


def actuals(unit, root, random):
    head = ["项目名称", "二级指标", "三级指标", "半年完成值", "全年完成值", "自评得分", "偏差原因", "改进措施"]
    several = random.random() < 0.4
    if several:
        (root / "actuals").mkdir()
    rows, name = [head], "actuals.csv"
    for sheet in unit.sheets:
        if several:
            rows, name = [head], f"actuals/{sheet.name}.csv"
        order = [indicator for indicator in sheet.indicators if indicator.filing]
        random.shuffle(order)
        for indicator in order:
            filing = indicator.filing
            year = "" if unit.period == "half" and random.random() < 0.5 else filing.year.text
            rows.append([sheet.name, indicator.level2, indicator.name, filing.half.text, year,
                         "" if filing.reported is None else text(filing.reported), filing.reason,
                         filing.remedy])
            filing.line = f"{name}:{len(rows)}"
        if several:
            save(root / name, rows, random)
    if not several:
        save(root / "actuals.csv", rows, random)


def rollup(unit):
    rows = [["单位指标", "单位二级指标", "汇总方式", "项目名称", "项目指标", "项目二级指标", "权数", "说明"]]
    for indicator, method, sources in unit.declared:
        if not sources:
            rows.append([indicator.name, "", method, "", "", "", "", ""])
        for sheet, source, weight in sources:
            shown = "" if weight is None else weight if weight == "预算" else weight.name
            rows.append([indicator.name, "", method, sheet.name, source.name, "", shown, ""])
    return rows
