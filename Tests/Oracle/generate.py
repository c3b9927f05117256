"""Random small units: sheets, weights, filings, money, roll-ups. One seed, one unit."""

from fractions import Fraction
from random import Random

import rubrics
import values
from figures import text
from model import EXECUTION, FAMILIES, NONE, PERCENT, TIME, UNIT, Actual, Filing, Indicator, Line, Sheet, Target, Unit

PROJECT_LEVELS = {
    "jiangsu": ["决策", "过程", "成本", "产出指标", "效益", "满意度"],
    "mof": ["产出", "效益指标", "满意度"],
    "hubei": ["产出指标", "效益", "满意度指标"],
}
UNIT_LEVELS = {"jiangsu": ["决策", "过程", "履职", "效益", "满意度"]}
# Written otherwise, a level is the same one; the rubrics list the wordings.
WORDINGS = {"决策": ["决策", "项目决策"], "过程": ["过程", "管理", "过程指标"], "履职": ["履职", "履职效能"]}
LEVEL_TWO = ["数量指标", "质量指标", "时效指标", "社会效益", "经济效益", "服务对象满意度", "管理", "成本控制"]
METHODS = ["求和", "加权平均", "平均", "最大", "最小", "最差", "引用", "比率", "自报"]
ENDINGS = ["", "", "数量", "数", "次数", "个数", "次"]


class Generator:
    def __init__(self, seed):
        self.random = random = Random(seed)
        self.counter = 0
        self.rubric = rubrics.rubric(random.choice(["jiangsu", "jiangsu", "mof", "hubei"]))
        self.overrides = rubrics.override(random, self.rubric) if random.random() < 0.3 else []
        self.period = "half" if random.random() < 0.25 else "year"
        self.projects = [Sheet(f"项目{chr(0x7532 + n)}") for n in range(random.randint(1, 4))]
        has_unit = len(self.projects) > 1 or random.random() < 0.75
        self.unit_sheet = Sheet(UNIT) if has_unit else None
        self.declared = []
        self.unit = Unit(seed, self.period, self.rubric, self.overrides, self.unit_sheet, self.projects,
                         self.declared)

    def make(self):
        random = self.random
        for project in self.projects:
            for level in self.levels(project):
                for _ in range(random.randint(1, 3)):
                    self.add(project, level, values.target(random))
            if random.random() < 0.4:
                self.add_execution(project)
        if self.unit_sheet:
            for level in self.levels(self.unit_sheet):
                for _ in range(random.randint(1, 3)):
                    self.add_unit_indicator(level)
            if random.random() < 0.5:
                self.add_execution(self.unit_sheet)
        for sheet in self.unit.sheets:
            self.add_money(sheet)
        for sheet in self.unit.sheets:
            self.file(sheet)
        for sheet in self.unit.sheets:
            self.give_weights(sheet)
        for sheet in self.unit.sheets:
            self.claim(sheet)
        return self.unit

    def levels(self, sheet):
        names = PROJECT_LEVELS[self.rubric.name]
        if sheet.is_unit:
            names = UNIT_LEVELS.get(self.rubric.name, names)
        elif self.rubric.name == "mof" and self.random.random() < 0.4:
            names = ["成本", *names]
        names = [self.random.choice(WORDINGS.get(name, [name])) for name in names]
        kept = [name for name in names if self.random.random() < 0.85]
        return kept or names[:1]

    def name(self, ending=""):
        self.counter += 1
        return f"事项{self.counter:03d}号" + (ending or self.random.choice(["", "情况", "数量", "程度", "率"]))

    def add(self, sheet, level, target, name=None, half=True):
        """Appends an indicator; its half-year target is of the same kind and unit."""
        random = self.random
        name = name or self.name("率" if target.unit.is_rate else "情况" if random.random() < 0.7 else "")
        if name.endswith("率") and target.unit is NONE and target.is_numeric:
            name = name[:-1]  # a rate without a unit is taken for damage
        indicator = Indicator(level, random.choice(LEVEL_TWO), name, target)
        if self.period == "half" and half and random.random() < 0.7:
            indicator.half = self.half_target(target)
        sheet.indicators.append(indicator)
        return indicator

    def half_target(self, target):
        random = self.random
        if target.kind == "quality":
            return Target("quality", target.word, word=target.word)
        if target.kind == "range" or target.is_number and random.random() < 0.3:
            if target.is_number:
                return values.number_target(random, target.kind, Fraction(0), target.unit)
            return values.target(random, target.unit, "range")
        if target.is_number:
            return values.number_target(random, target.kind, values.number(random, target.unit), target.unit)
        return values.target(random, kind=target.kind)

    def add_execution(self, sheet):
        random = self.random
        levels = [indicator.level1 for indicator in sheet.indicators]
        level = "过程" if "过程" in levels else random.choice(levels)
        kind = random.choice(["=", "≥"])
        self.add(sheet, level, values.number_target(random, kind, Fraction(100), PERCENT), EXECUTION, half=False)

    # The unit's indicators and what feeds them.

    def add_unit_indicator(self, level):
        random = self.random
        roll = random.random()
        if roll < 0.2:
            self.add(self.unit_sheet, level, values.target(random))
        elif roll < 0.5:
            self.add_namesakes(level)
        else:
            self.add_declared(level, random.choice(METHODS))

    def moderate(self, unit, kind):
        """A target for rolling up: not so huge that sums leave the exact range."""
        random = self.random
        value = Fraction(random.randint(1, 40000), random.choice([1, 1, 1, 4, 100]))
        if unit.factor > 10**6:
            value /= 400  # 亿元 beside 元: what does not fit the tool's range is its E414
        if unit.is_rate:
            value = Fraction(random.randint(1, 10000), 100)
        if kind == "range":
            if unit.text == "年":
                value %= 1000  # `2000-2010年` names years
            high = value + random.randint(0, 50)
            return Target("range", f"{text(value)}-{text(high)}{unit.text}", value, high, unit)
        if random.random() < 0.1:
            value = Fraction(0)
        return values.number_target(random, kind, value, unit)

    def like(self, target, same_family=True):
        """Another target that may be rolled up into this one."""
        random = self.random
        if not target.is_numeric:
            if target.kind == "quality":
                base = target.word.removeprefix("较")
                word = random.choice([target.word, target.word, base, "较" + base])
                return Target("quality", word, word=word)
            return values.target(random, kind=target.kind)
        family = next(f for f in FAMILIES if target.unit in f)
        unit = random.choice(family) if same_family else random.choice(FAMILIES[0])
        kind = target.kind if random.random() < 0.8 else random.choice("≥≤=")
        return self.moderate(unit, kind)

    def some_target(self, method):
        random = self.random
        roll = random.random()
        if method in ("最差", "引用", "自报", "最大", "最小") and roll < 0.4:
            kinds = ["deadline"] if method in ("最大", "最小") else ["deadline", "quality", "quality", "progress"]
            return values.target(random, kind=random.choice(kinds))
        unit = random.choice(random.choice(FAMILIES))
        kind = random.choice("≥≥>≤<==") if method == "最差" or roll < 0.9 else "range"
        return self.moderate(unit, kind)

    def add_namesakes(self, level):
        random = self.random
        target = self.some_target("最差")
        stem = self.name("完成") + "（甲）"
        fold = random.random() < 0.5
        self.add(self.unit_sheet, level, target, stem + (random.choice(ENDINGS) if fold else ""))
        for project in random.sample(self.projects, random.randint(0, len(self.projects))):
            fitting = random.random() < 0.93
            other = self.like(target, fitting)
            shown = stem.replace("（", "(").replace("）", ")") if random.random() < 0.3 else stem
            self.add(project, self.any_level(project), other, shown + (random.choice(ENDINGS) if fold else ""))

    def any_level(self, project):
        return self.random.choice([indicator.level1 for indicator in project.indicators])

    def add_declared(self, level, method):
        random = self.random
        target = self.some_target(method)
        indicator = self.add(self.unit_sheet, level, target)
        count = 0 if method == "自报" else 1 if method == "引用" else random.randint(1, 4)
        sources = []
        for _ in range(count):
            project = random.choice(self.projects)
            other = self.like(target)
            if method == "比率":
                other = self.moderate(random.choice(FAMILIES[random.randint(0, 7)]), "≥")
            source = self.add(project, self.any_level(project), other)
            weight = None
            if method in ("加权平均", "比率"):
                weight = "预算" if random.random() < 0.4 else self.add_weight(project)
            sources.append((project, source, weight))
        self.declared.append((indicator, method, sources))

    def add_weight(self, project):
        """A numeric indicator that serves as a weight: positive, and always filed."""
        random = self.random
        unit = random.choice(FAMILIES[random.randint(0, 5)])
        target = values.number_target(random, "≥", Fraction(random.randint(1, 5000)), unit)
        indicator = self.add(project, self.any_level(project), target, half=False)
        value = Fraction(random.randint(1, 60000), random.choice([1, 10]))
        indicator.filing = Filing(*(values.written(random, value, target) for _ in range(2)))
        return indicator

    # Money.

    def add_money(self, sheet):
        random = self.random
        zero = random.random() < 0.04 and not self.weighs_by_budget(sheet)
        lines = [self.line("支出", name) for name in random.sample(["人员经费", "设备购置", "委托业务", "其他"], random.randint(1, 3))]
        if sheet.is_unit and random.random() < 0.6:
            lines = [self.line("支出", "基本支出")]
            lines += [self.line("支出", project.name) for project in self.projects]
            lines.append(self.total("项目支出", lines[1:]))
        if zero:
            lines = [Line("支出", line.name, *[Fraction(0)] * 4, line.total) for line in lines]
        if random.random() < 0.4:
            lines.insert(0, self.total("资金总额", [line for line in lines if not line.total]))
        if random.random() < 0.4:
            lines.append(Line("收入", "一般公共预算资金", *[Fraction(random.randint(0, 9999), 100)] * 4))
        sheet.lines = lines

    def weighs_by_budget(self, sheet):
        return any(weight == "预算" and project is sheet
                   for _, _, sources in self.declared for project, _, weight in sources)

    def line(self, direction, name):
        random = self.random
        budget = Fraction(random.choice([random.randint(1, 999999), random.randint(1, 9999) * 100]), 100)
        if random.random() < 0.1:
            budget = Fraction(random.randint(1, 10**9), 10**6)
        spent = Fraction(int(budget * random.choice([0, 1000, 600, random.randint(0, 1100)]) * 100), 10**5)
        half = Fraction(int(spent * random.randint(0, 1000) * 100), 10**5)
        plan = random.choice([budget / 2, half, Fraction(0)])
        plan = Fraction(int(plan * 10**4), 10**4)
        return Line(direction, name, budget, plan, half, spent)

    @staticmethod
    def total(name, lines):
        sums = [sum((getattr(line, key) for line in lines), Fraction(0)) for key in ("budget", "plan", "half", "year")]
        return Line("支出", name, *sums, total=True)

    # What was filed.

    def file(self, sheet):
        random = self.random
        weights = [weight for _, _, sources in self.declared for _, _, weight in sources]
        for indicator in sheet.indicators:
            if any(weight is indicator for weight in weights):
                continue
            # 预算执行率 is computed where nothing is filed; a filed one is used.
            if indicator.name == EXECUTION and random.random() < 0.7:
                continue
            half = values.actual(random, indicator.target("half"), self.rubric)
            year = values.actual(random, indicator.year, self.rubric)
            if indicator.name == EXECUTION:
                half = year = Actual("number", "96.375%", Fraction(96375, 1000))
            filing = Filing(year, half)
            if "na" in (half.kind, year.kind) or random.random() < 0.1:
                filing.reason = "受客观条件影响"
            if random.random() < 0.1:
                filing.remedy = "下年度加强管理"
            indicator.filing = filing

    def rolled(self, indicator):
        from rollup import plan_of

        return plan_of(self.unit, indicator).method != "自报"

    def give_weights(self, sheet):
        """All given, summing to 100 or to 100 less the rubric's row; or none."""
        random = self.random
        if random.random() < 0.4:
            return
        row, carriers, total = self.rubric.row, list(sheet.indicators), 100
        execution = [i for i in carriers if i.name == EXECUTION]
        if row and random.random() < 0.6:
            total = 100 - row
            carriers = [i for i in carriers if i not in execution]
        if not carriers:
            return
        cuts = sorted(random.randint(1, total * 100 - 1) for _ in carriers[1:])
        if random.random() < 0.5:
            cuts = sorted(random.randint(1, total * 2 - 1) * 50 for _ in carriers[1:])
        for indicator, low, high in zip(carriers, [0, *cuts], [*cuts, total * 100]):
            indicator.weight = Fraction(high - low, 100)
            indicator.weight_text = text(indicator.weight)
        self.leave_weights_empty(sheet, carriers)

    def leave_weights_empty(self, sheet, carriers):
        """What does not apply may leave its weight empty or `/`."""
        for indicator in carriers:
            filing = indicator.filing
            if not filing or sheet.is_unit and self.rolled(indicator) or self.random.random() < 0.5:
                continue
            others = sum(1 for other in carriers if other.weight)
            if (filing.half if self.period == "half" else filing.year).kind == "na" and others > 1:
                indicator.weight, indicator.weight_text = None, self.random.choice(["", "/"])

    def claim(self, sheet):
        """自评得分 for some, at most the weight; and a unit row's own filing beside its roll-up, or none."""
        from scoring import weigh

        random = self.random
        weights, _ = weigh(sheet, self.rubric)
        claims = self.period == "year" and random.random() < 0.5
        for indicator, weight in zip(sheet.indicators, weights):
            filing = indicator.filing
            if sheet.is_unit and self.rolled(indicator) and random.random() < 0.6:
                indicator.filing = filing = None
            if claims and filing and weight is not None and random.random() < 0.4:
                filing.reported = random.choice([weight, Fraction(random.randint(0, int(weight * 100)), 100)])


def generate(seed):
    return Generator(seed).make()
