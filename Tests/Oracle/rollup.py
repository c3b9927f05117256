"""FORMATS §1.3: which project figures make a unit figure, and what comes of it."""

from fractions import Fraction

from figures import converted, derived, text
from model import EXECUTION, Actual, Plan, counts_things
from scoring import budget_of

def folded(name):
    """Names that differ only by 数量/数 and a final 次 are the same."""
    name = name.replace("（", "(").replace("）", ")")
    for ending in ("次数量", "个数量", "数量", "次数", "个数", "数"):
        if name.endswith(ending):
            name = name[: -len(ending)]
            break
    return name[:-1] if name.endswith("次") else name


def plan_of(unit, indicator):
    for own, method, sources in unit.declared:
        if own is indicator:
            return Plan(method, sources, True)
    return derived_plan(unit, indicator)


def derived_plan(unit, indicator):
    own = Plan("自报", [], False)
    if unit.rubric.synonyms.get(indicator.level1, indicator.level1) in ("决策", "过程"):
        return own
    if indicator.name == EXECUTION:
        return own
    found = [(sheet, other, None) for sheet in unit.projects for other in sheet.indicators
             if folded(other.name) == folded(indicator.name)]
    if not found:
        return own
    target = indicator.year
    for _, other, _ in found:
        if other.year.family != target.family or other.year.unit.base != target.unit.base:
            return own
    if len(found) == 1:
        return Plan("引用", found, False)
    counted = target.is_numeric and counts_things(target.unit)
    return Plan("求和" if counted else "最差", found, False)


def combine(method, terms, unit, large_is_worse):
    """A method over (value, weight) in base units; the result in the unit indicator's unit. None: no figure."""
    values = [value for value, _ in terms]
    if method == "求和":
        return converted(sum(values) / unit.factor)
    if method == "平均":
        return derived(sum(values) / len(values) / unit.factor)
    if method == "最大":
        return converted(max(values) / unit.factor)
    if method == "最小":
        return converted(min(values) / unit.factor)
    if method == "最差":
        return converted((max(values) if large_is_worse else min(values)) / unit.factor)
    if method == "引用":
        return converted(values[0] / unit.factor)
    divisor = sum(weight for _, weight in terms)
    if divisor == 0:
        return None
    if method == "加权平均":
        return derived(sum(value * weight for value, weight in terms) / divisor / unit.factor)
    # 比率: × 100 in %, × 1000 in ‰.
    scale = Fraction(100) if unit.is_rate else Fraction(1)
    return derived(sum(values) * scale / divisor / unit.factor)


def large_is_worse(target):
    return target.kind in ("≤", "<") or target.kind == "=" and target.value == 0


def badness(actual, rubric):
    """Worst first: the lowest level, then what earns least; 序时进度 knows no levels, only shares."""
    if actual.kind == "schedule":
        return Fraction(100)
    if actual.kind == "progress":
        return actual.value
    return rubric.defaults[actual.grade] if actual.percent is None else actual.percent


class Rolled:
    """One unit indicator rolled up: its actual and the rows of its lineage."""

    def __init__(self, indicator, plan, unit, achieved):
        """`achieved` gives a project indicator's actual that counts."""
        self.plan, self.period, self.rubric = plan, unit.period, unit.rubric
        self.target = indicator.target(unit.period)
        self.sources = [(sheet, other, weight, achieved(other)) for sheet, other, weight in plan.sources]
        self.actual = self.roll()

    def weight(self, source, of_target=False):
        sheet, indicator, weight, _ = source
        if weight == "预算":
            # In 万元: money is divided by money, anything else by the number of 万元.
            is_money = indicator.target(self.period).unit.base == "元"
            return budget_of(sheet), Fraction(10_000 if is_money else 1)
        target = weight.target(self.period)
        if of_target:
            return target.value, target.unit.factor
        actual = weight.filing.half if self.period == "half" else weight.filing.year
        return actual.value, target.unit.factor

    def terms(self, sources, of_targets=False):
        terms = []
        for source in sources:
            target = source[1].target(self.period)
            value = target.value if of_targets else source[3].value
            weight = None
            if source[2]:
                figure, factor = self.weight(source, of_targets)
                weight = figure * factor
            terms.append((value * target.unit.factor, weight))
        return terms

    def roll(self):
        sources = [source for source in self.sources if source[3].kind != "na"]
        if not sources:
            return Actual("na", "不适用")
        if self.target.is_numeric:
            value = combine(self.plan.method, self.terms(sources), self.target.unit,
                            large_is_worse(self.target))
            return Actual("number", "", value)
        actuals = [source[3] for source in sources]
        if self.target.kind == "deadline":
            pick = min if self.plan.method == "最小" else max
            day = pick(actual.day for actual in actuals)
            return Actual("date", day.isoformat(), day=day)
        by_level = self.target.kind == "quality"
        worst = min(range(len(actuals)), key=lambda i: (
            actuals[i].grade if by_level else 0, badness(actuals[i], self.rubric)))
        return self.words(sources[worst][1], actuals[worst])

    def words(self, source, actual):
        """The deciding source's own words where its target is the unit's own; else the grade."""
        if actual.kind != "grade":
            return actual
        target = source.target(self.period)
        if (target.kind, target.word) == (self.target.kind, self.target.word):
            return actual
        word = ("未达成", "部分达成", "达成")[actual.grade]
        shown = word if actual.percent is None else f"{word} {text(actual.percent)}%"
        return Actual("grade", shown, grade=actual.grade, percent=actual.percent)

    def source_value(self, source):
        """来源值: in the unit indicator's unit; for 比率 in its own."""
        actual = source[3]
        if actual.kind == "na":
            return "不适用"
        if actual.kind == "date":
            return actual.day.isoformat()
        if actual.kind != "number":
            return actual.text
        factor = source[1].target(self.period).unit.factor
        if self.plan.method == "比率":
            return text(actual.value if self.is_as_filed() else actual.value * factor)
        return text(converted(actual.value * factor / self.target.unit.factor))

    def source_weight(self, source):
        if not source[2]:
            return ""
        figure, factor = self.weight(source)
        return text(figure if self.is_as_filed() else figure * factor)

    def is_as_filed(self):
        """Whether 来源值 of a 比率 and 权数 stand as filed: only where computing with them as they stand gives the
        figure. Otherwise (3万台 beside 20000台) they stand without the 万 and 亿 of their units."""
        sources = [source for source in self.sources if source[3].kind == "number"]
        factors = {self.weight(source)[1] for source in sources if source[2]}
        if self.plan.method != "比率" or not sources:
            return len(factors) < 2
        values = {source[1].target(self.period).unit.factor for source in sources}
        own = 1 if self.target.unit.is_rate else self.target.unit.factor
        return len(values) == len(factors) == 1 and min(values) == min(factors) * own

    def targets(self):
        """项目目标汇总 and 目标差额."""
        if not self.plan.sources:
            return "", ""
        targets = [source[1].target(self.period) for source in self.sources]
        kind = self.target.kind
        if kind == "quality":
            return lowest_word([target.word for target in targets]), ""
        if kind == "deadline":
            days = [target.day for target in targets]
            return (min(days) if self.plan.method == "最小" else max(days)).isoformat(), ""
        if kind == "progress":
            return "序时进度", ""
        if kind == "range" or any(target.kind == "range" for target in targets):
            return "", ""
        value = combine(self.plan.method, self.terms(self.sources, True), self.target.unit,
                        large_is_worse(self.target))
        if value is None:
            return "", ""
        return text(value), text(self.target.value - value)


def lowest_word(words):
    """The lowest of words of one ladder."""
    if len(set(words)) == 1:
        return words[0]
    stems = {word.removeprefix("较").removeprefix("基本") for word in words}
    if len(stems) > 1:
        return ""
    return max(words, key=lambda word: word not in stems)
