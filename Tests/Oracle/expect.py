"""What a report of a unit must say: the rows of 指标明细 and 汇总溯源, and the totals."""

import re
from fractions import Fraction

import scoring
from figures import points, rounded, text
from model import EXECUTION, UNIT, Actual
from rollup import Rolled, plan_of

KINDS = {"≥": "不低于", ">": "高于", "≤": "不高于", "<": "低于", "=": "等于", "range": "区间",
         "deadline": "截止", "progress": "序时进度", "quality": "定性"}


LARGEST = Fraction(2**63 - 1, 10**6)


class Expectation:
    """`details` and `lineage` are lists of columns → text; `sheets` has totals by sheet name."""

    def __init__(self, unit):
        self.unit = unit
        self.period, self.rubric = unit.period, unit.rubric
        self.details, self.lineage, self.sheets = [], [], {}
        self.achieved = {}
        for sheet in unit.projects:
            for indicator in sheet.indicators:
                self.achieved[id(indicator)] = self.own(sheet, indicator)
        if unit.unit_sheet:
            self.roll_up(unit.unit_sheet)
        for sheet in unit.sheets:
            self.score(sheet)

    def is_out_of_range(self):
        """Whether some figure has no exact place in 64 bits of millionths."""
        cells = [row.get(column, "") for row in self.details + self.lineage
                 for column in ("完成率", "完成值", "来源值", "汇总值")]
        numbers = [re.match(r"-?\d+(\.\d+)?", str(cell)) for cell in cells]
        return any(found and abs(Fraction(found[0])) > LARGEST for found in numbers)

    def own(self, sheet, indicator):
        """A filed or computed actual and where it is from."""
        if indicator.filing:
            actual = indicator.filing.half if self.period == "half" else indicator.filing.year
            return actual, indicator.filing.line
        assert indicator.name == EXECUTION, indicator
        rate = scoring.execution_rate(sheet, self.period)
        return (Actual("na", "不适用") if rate is None else Actual("number", "", rate)), "计算"

    def roll_up(self, sheet):
        for indicator in sheet.indicators:
            plan = plan_of(self.unit, indicator)
            rolled = None
            if plan.method == "自报":
                self.achieved[id(indicator)] = self.own(sheet, indicator)
            else:
                rolled = Rolled(indicator, plan, self.unit, lambda other: self.achieved[id(other)][0])
                self.achieved[id(indicator)] = rolled.actual, "汇总"
            self.trace(indicator, plan, rolled)

    def trace(self, indicator, plan, rolled):
        actual, source = self.achieved[id(indicator)]
        target = indicator.target(self.period)
        total, difference = rolled.targets() if rolled else ("", "")
        common = {"单位指标": indicator.name, "汇总方式": plan.method, "计量单位": target.unit.text,
                  "汇总值": bare(actual), "单位目标": bare_target(target), "项目目标汇总": total, "目标差额": difference}
        if not rolled:
            self.lineage.append(common | {"项目名称": UNIT, "项目指标": indicator.name, "来源值": bare(actual),
                                          "权数": "", "来源": source})
            return
        for item in rolled.sources:
            self.lineage.append(common | {
                "项目名称": item[0].name, "项目指标": item[1].name, "来源值": rolled.source_value(item),
                "权数": rolled.source_weight(item), "来源": self.achieved[id(item[1])][1]})

    def score(self, sheet):
        weights, row = scoring.weigh(sheet, self.rubric)
        scores, rule_scores, applicable, lights = [], [], Fraction(0), []
        for number, (indicator, weight) in enumerate(zip(sheet.indicators, weights), 1):
            actual, source = self.achieved[id(indicator)]
            cells = self.facts(sheet, number, indicator, actual, source)
            if self.period == "half":
                cells["亮灯"] = scoring.light(indicator, actual)
                lights.append(cells["亮灯"][:2])
            else:
                cells["分值"] = indicator.weight_text or points(weight)  # given ones stay as printed
                rule = reported = score = None
                if weight is not None and actual.kind != "na":
                    target = indicator.target(self.period)
                    rule = scoring.rule_points(weight, target, actual, self.rubric)
                    reported = indicator.filing.reported if indicator.filing else None
                    score = rule if reported is None else reported
                    scores.append(score)
                    rule_scores.append(rule)
                    applicable += weight
                cells |= {"规则得分": points(rule), "自评得分": points(reported), "得分": points(score)}
            self.details.append(cells)
        if self.period == "half":
            lights.append(scoring.money_light(sheet)[:2])
            worst = min((light for light in lights if light), key=scoring.LIGHTS.index, default="")
            self.sheets[sheet.name] = {"总体亮灯": worst}
            return
        if row is not None:
            points_of_row = self.execution_row(sheet, row)
            if points_of_row is not None:
                scores.append(points_of_row)
                rule_scores.append(points_of_row)
                applicable += row
        total = scoring.total_points(scores, applicable)
        by_rule = scoring.total_points(rule_scores, applicable)
        self.sheets[sheet.name] = {"得分": points(total), "规则得分": points(by_rule),
                                   "等级": scoring.grade(total, self.rubric)}

    def execution_row(self, sheet, row):
        own = [self.achieved[id(i)][0] for i in sheet.indicators if i.name == EXECUTION]
        rate = scoring.execution_rate(sheet, self.period)
        if own and own[0].kind == "number":
            rate = own[0].value
        earned = None
        if rate is not None:
            share = min(Fraction(1), rate / 100)
            if self.rubric.excess and rate > 130:
                share = 1 - self.rubric.excess / 100
            earned = rounded(row * share, 2)
        self.details.append({
            "表": sheet.name, "序号": str(len(sheet.indicators) + 1), "三级指标": EXECUTION, "比较方式": "不低于",
            "目标值": "100", "计量单位": "%", "完成值": "不适用" if rate is None else text(rate),
            "完成率": "" if rate is None else text(rounded(rate, 2), 2) + "%", "分值": points(row),
            "规则得分": points(earned), "自评得分": "", "得分": points(earned), "完成值来源": "计算"})
        return earned

    def facts(self, sheet, number, indicator, actual, source):
        target = indicator.target(self.period)
        filing = indicator.filing
        return {
            "表": sheet.name, "序号": str(number), "一级指标": indicator.level1, "二级指标": indicator.level2,
            "三级指标": indicator.name, "比较方式": KINDS[target.kind], "目标值": bare_target(target),
            "计量单位": target.unit.text, "完成值": bare(actual), "完成率": scoring.completion(target, actual),
            "分值": "", "规则得分": "", "自评得分": "", "得分": "", "亮灯": "",
            "偏差原因": filing.reason if filing else "", "改进措施": filing.remedy if filing else "",
            "来源": indicator.line, "完成值来源": source}

    @property
    def headline(self):
        """What the manifest says of the whole: the unit's sheet, or the only project."""
        sheets = self.unit.sheets
        if self.period == "half" or not self.unit.unit_sheet and len(sheets) > 1:
            return {"score": None, "ruleScore": None, "grade": None}
        totals = self.sheets[sheets[0].name]
        return {"score": totals["得分"] or None, "ruleScore": totals["规则得分"] or None,
                "grade": totals["等级"] or None}


def bare(actual):
    """完成值: a bare number in the target's unit, a date, or the words as written."""
    if actual.kind == "number":
        return text(actual.value)
    return actual.day.isoformat() if actual.kind == "date" else actual.text


def bare_target(target):
    if target.is_number:
        return text(target.value)
    if target.kind == "range":
        return f"{text(target.value)}-{text(target.upper)}"
    return target.day.isoformat() if target.kind == "deadline" else target.text
