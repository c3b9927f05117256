"""The three rubrics as FORMATS §2 states them, and random overrides of them."""

from fractions import Fraction

from figures import text
from model import Rubric

SYNONYMS = {
    "决策指标": "决策", "过程指标": "过程", "成本指标": "成本", "产出指标": "产出", "效益指标": "效益",
    "满意度指标": "满意度", "项目决策": "决策", "管理": "过程", "履职效能": "履职",
}


def blocks(**shares):
    """Level-1 names that share points, in order: 效益_满意度=40 is one block of two."""
    return {tuple(names.split("_")): Fraction(points) for names, points in shares.items()}


def rubric(name):
    bands, unit, cost, row = [80, 60, 0], None, {}, 0
    if name == "jiangsu":
        project = blocks(决策=10, 过程=20, 成本=10, 产出=30, 效益=20, 满意度=10)
        unit = blocks(决策=10, 过程=25, 履职=40, 效益=15, 满意度=10)
    elif name == "mof":
        row = 10
        project = blocks(产出=50, 效益=30, 满意度=10)
        cost = blocks(成本=20, 产出=40, 效益=20, 满意度=10)
    else:
        row, bands = 20, [80, 50, 0]
        project = blocks(产出=40, 效益_满意度=40)
    return Rubric(
        name, Fraction(row), project, cost, unit or dict(project), [Fraction(b) for b in bands],
        [Fraction(30), Fraction(70), Fraction(100)], [Fraction(90), Fraction(80), Fraction(60)],
        dict(SYNONYMS))


def override(random, base):
    """Changes some items of a rubric; the rows of `rubric.csv` that say so."""
    rows = []

    def change(chance):
        return random.random() < chance

    if change(0.4):
        base.reverse_by_ratio = True
        rows.append(("反向公式", "比例"))
    if change(0.4):
        base.equal_by_deviation = True
        rows.append(("等于公式", "偏离"))
    if change(0.4):
        base.excess = Fraction(random.choice([5, 10, 25, 100]))
        rows.append(("超额扣减", f"{base.excess}%"))
    if change(0.3):
        base.bands = [Fraction(90), Fraction(50), Fraction(random.choice([0, 10]))]
        rows += zip(("区间/达成", "区间/部分达成", "区间/未达成"), (f"{b}%" for b in base.bands))
    if change(0.4):
        base.defaults = [Fraction(random.choice([0, 25, 30])), Fraction(random.choice([125, 130, 139]), 2),
                         Fraction(random.choice([90, 95, 100]))]
        rows += zip(("系数/未达成", "系数/部分达成", "系数/达成"), (text(d) + "%" for d in base.defaults))
    if change(0.3):
        base.grades = [Fraction(95), Fraction(8505, 100), Fraction(70)]
        rows += zip(("等级/优", "等级/良", "等级/中"), ("95", "85.05", "70"))
    if change(0.4):
        rows += move_shares(random, base)
    return rows


def move_shares(random, base):
    """Moves points between two blocks of one family, in hundredths."""
    family, prefix = random.choice(
        [(base.project, "项目/"), (base.unit, "部门整体/")] + [(base.with_cost, "项目(有成本)/")] * bool(base.with_cost))
    one, other = random.sample(list(family), 2)
    moved = Fraction(random.choice([1, 250, 333, 500]), 100)
    family[one] -= moved
    family[other] += moved
    return [(prefix + "+".join(block), text(family[block])) for block in (one, other)]
