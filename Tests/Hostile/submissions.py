"""Submissions in which every text column of every file is hostile, and which have no errors all the same."""

import csv
import itertools
import pathlib

UNIT_KEYS = ["单位编码", "主管部门", "单位主要职能", "机构设置及人员配置", "中长期目标", "年度目标", "数据性质", "自评组织情况", "主要成效",
             "存在问题", "改进措施", "结果应用"]
PROJECT_COLUMNS = ["项目编码", "主管部门", "项目类型", "项目级次", "开始时间", "完成时间", "实施单位", "项目负责人", "联系电话", "邮箱", "立项必要性",
                   "实施可行性", "项目实施内容", "中长期目标", "年度目标", "存在问题", "改进措施"]
LEVELS = [("决策", "充分"), ("过程", "合规"), ("成本", "节约"), ("产出", "达成"), ("效益", "显著"), ("满意度", "满意")]


def rows(path, table):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(table)


def submission(folder, texts, turn, projects=3):
    """Writes a submission whose text cells take turns through the texts, beginning with number `turn`.

    The n-th text column begins n places further on, so that over as many turns as there are texts every column meets
    every text.
    """
    folder = pathlib.Path(folder)
    counters = {}
    columns = itertools.count()

    def text(column):
        if column not in counters:
            counters[column] = turn + 7 * next(columns)
        counters[column] += 1
        return texts[(counters[column] - 1) % len(texts)]

    def named(column, number):
        """A name: what it holds, and a number that keeps it apart from the others."""
        return f"{text(column)}·{number}"

    rows(folder / "unit.csv", [("项", "内容"), ("单位名称", named("单位名称", turn)), ("年度", "2023")]
         + [(key, text(key)) for key in UNIT_KEYS])
    names = [named("项目名称", number) for number in range(projects)]
    rows(folder / "projects.csv", [("项目名称", *PROJECT_COLUMNS, named("多余的列", 0))]
         + [(name, *(text(f"项目 {column}") for column in PROJECT_COLUMNS), text("多余的格")) for name in names])
    rows(folder / "budget.csv", [("项目名称", "收支", "资金名称", "全年预算数", "全年执行数")] + [
        (name, "支出", named("资金名称", number), "100", "90") for number, name in enumerate(names)])
    targets = [("项目名称", "一级指标", "二级指标", "重点工作", "三级指标", "半年指标值", "全年指标值")]
    actuals = [("项目名称", "二级指标", "三级指标", "半年完成值", "全年完成值", "偏差原因", "改进措施", "佐证材料")]
    number = 0
    for sheet in ["部门整体", *names]:
        for level, word in LEVELS:
            level = "履职" if sheet == "部门整体" and level == "产出" else level
            if sheet == "部门整体" and level == "成本":
                continue
            for _ in range(2):
                number += 1
                second, third = named("二级指标", number), named("三级指标", number)
                target = f"质{text('指标值')}" if number % 2 else word
                # An own target word is met by the same word.
                done = "未达成" if number % 3 == 0 else "达成"
                targets.append((sheet, level, second, text("重点工作"), third, target, target))
                actuals.append((sheet, second, third, done, done, text("偏差原因"), text("改进措施 指标"), text("佐证材料")))
    rows(folder / "targets.csv", targets)
    rows(folder / "actuals.csv", actuals)
    own = [row for row in targets if row[0] == "部门整体"]
    rows(folder / "rollup.csv", [("单位指标", "单位二级指标", "汇总方式", "项目名称", "项目指标", "项目二级指标", "说明")]
         + [(row[4], row[2], "自报", "", "", "", text("说明")) for row in own[:4]])
    rows(folder / "rubric.csv", [("项", "值", "依据"), ("超额扣减", "0%", text("依据"))])
    rows(folder / "acknowledged.csv", [("编码", "位置", "说明"), ("W117", "budget.csv", named("说明 已说明", 1)),
                                       ("W310", named("位置", 1), named("说明 没用上", 2))])
    (folder / "别的文件.txt").write_text("x")
    return folder


def figures(folder, column, figure):
    """A submission without errors in which one figure is written so: a target, a filing, points, or money."""
    folder = pathlib.Path(folder)
    cells = {"指标值": "≥50", "完成值": "90", "半年完成值": "90", "自评得分": "90", "执行数": "90", "预算数": "90"}
    cells[column] = figure
    rows(folder / "unit.csv", [("项", "内容"), ("单位名称", "检验院"), ("年度", "2023")])
    rows(folder / "projects.csv", [("项目名称",), ("甲",)])
    rows(folder / "budget.csv", [("项目名称", "收支", "资金名称", "全年预算数", "全年执行数"), ("甲", "支出", "业务费", cells["预算数"], cells["执行数"])])
    rows(folder / "targets.csv", [
        ("项目名称", "一级指标", "二级指标", "三级指标", "半年指标值", "全年指标值"), ("甲", "产出", "数量指标", "检定台件数", "≥50", cells["指标值"])])
    rows(folder / "actuals.csv", [
        ("项目名称", "三级指标", "半年完成值", "全年完成值", "自评得分"), ("甲", "检定台件数", cells["半年完成值"], cells["完成值"], cells["自评得分"])])
    return folder


def benign(folder):
    return submission(folder, ["平常的文字"], 0)
