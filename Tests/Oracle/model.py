"""The nouns of a generated unit: what was meant, beside the text it is written as."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

UNIT = "部门整体"
EXECUTION = "预算执行率"


@dataclass(frozen=True)
class Measure:
    """A unit of measure: its text, what 万 or 亿 multiply by, and the unit that remains (synonyms resolved)."""

    text: str
    factor: Fraction
    base: str

    @property
    def is_rate(self):
        return self.base == "%"


def measure(text, base=None, factor=1):
    return Measure(text, Fraction(factor), text if base is None else base)


NONE = measure("")
PERCENT = measure("%")
PERMILLE = measure("‰", "%", Fraction(1, 10))
# Units that may be compared and added stand in one family (FORMATS §1.3).
FAMILIES = [
    [measure("台"), measure("台/件", "台"), measure("台件", "台"), measure("万台", "台", 10**4)],
    [measure("项"), measure("个", "项")],
    [measure("次"), measure("批次", "次")],
    [measure("份"), measure("万份", "份", 10**4)],
    [measure("元"), measure("万元", "元", 10**4), measure("亿元", "元", 10**8)],
    [measure("人次"), measure("万人次", "人次", 10**4)],
    [measure("平方米")],
    [measure("元/人/天")],
    [measure("天")],
    [measure("年")],
    [NONE],
    [PERCENT, PERMILLE],
    [PERCENT],
    [PERCENT],
]
TIME = {"天", "年"}


def counts_things(unit):
    """FORMATS §1.3: not a rate, not an amount per something (台/件 is one word), not a span of time."""
    return not unit.is_rate and "/" not in unit.base and unit.base not in TIME


@dataclass(frozen=True)
class Target:
    """kind: ≥ > ≤ < = (number), range, deadline, progress, quality."""

    kind: str
    text: str
    value: Fraction = Fraction(0)
    upper: Fraction = Fraction(0)
    unit: Measure = NONE
    day: date = None
    word: str = ""

    @property
    def is_number(self):
        return self.kind in ("≥", ">", "≤", "<", "=")

    @property
    def is_numeric(self):
        return self.is_number or self.kind == "range"

    @property
    def family(self):
        return "number" if self.is_numeric else self.kind


@dataclass(frozen=True)
class Actual:
    """kind: number, date, grade, schedule (its own words), progress, na."""

    kind: str
    text: str
    value: Fraction = Fraction(0)
    day: date = None
    grade: int = 0
    percent: Fraction = None


@dataclass
class Filing:
    year: Actual = None
    half: Actual = None
    reported: Fraction = None
    reason: str = ""
    remedy: str = ""
    line: str = ""


@dataclass
class Indicator:
    level1: str
    level2: str
    name: str
    year: Target
    half: Target = None
    task: str = ""
    weight: Fraction = None
    weight_text: str = ""
    filing: Filing = None
    line: str = ""

    def target(self, period):
        return self.half if period == "half" and self.half else self.year


@dataclass
class Line:
    """A row of the money block, 万元."""

    direction: str
    name: str
    budget: Fraction
    plan: Fraction
    half: Fraction
    year: Fraction
    total: bool = False


@dataclass
class Sheet:
    name: str
    indicators: list = field(default_factory=list)
    lines: list = field(default_factory=list)

    @property
    def is_unit(self):
        return self.name == UNIT


@dataclass
class Plan:
    """One unit indicator's roll-up: sources are (sheet, indicator, weight), weight 预算, an indicator or None."""

    method: str
    sources: list
    declared: bool


@dataclass
class Rubric:
    name: str
    row: Fraction
    project: dict
    with_cost: dict
    unit: dict
    bands: list
    defaults: list
    grades: list
    synonyms: dict
    reverse_by_ratio: bool = False
    equal_by_deviation: bool = False
    excess: Fraction = Fraction(0)


@dataclass
class Unit:
    seed: int
    period: str
    rubric: Rubric
    overrides: list
    unit_sheet: Sheet
    projects: list
    declared: list  # (unit indicator, method, [(sheet, indicator, weight)])

    @property
    def sheets(self):
        return ([self.unit_sheet] if self.unit_sheet else []) + self.projects
