"""FORMATS §2 as formulas over fractions: points, completion, lights, weights, totals."""

from fractions import Fraction

from figures import derived, rounded, text
from model import EXECUTION


def rule_points(weight, target, actual, rubric):
    """规则得分, rounded half away from zero to 0.01; None where nothing applies."""
    share = rule_share(target, actual, rubric)
    return None if share is None else rounded(weight * share, 2)


def rule_share(target, actual, rubric):
    """The share of the weight that is earned."""
    if actual.kind == "na":
        return None
    if actual.kind == "grade":
        given = actual.percent
        return (rubric.defaults[actual.grade] if given is None else given) / 100
    if target.kind == "deadline":
        late = (actual.day - target.day).days
        return Fraction(1) if late <= 0 else max(Fraction(0), 1 - Fraction(late, 365))
    if target.kind == "progress":
        return Fraction(1) if actual.kind == "schedule" else min(Fraction(1), actual.value / 100)
    a = actual.value
    if target.kind == "range":
        if a < target.value:
            return at_least(target.value, a)
        return at_most(target.upper, a, rubric) if a > target.upper else Fraction(1)
    t = target.value
    if target.kind in ("≤", "<"):
        return at_most(t, a, rubric)
    if target.kind == "=":
        if t == 0:
            return Fraction(1 if a <= 0 else 0)
        if rubric.equal_by_deviation:
            return max(Fraction(0), 1 - abs(a - t) / abs(t))
    if rubric.excess and t > 0 and a > t * Fraction(13, 10):
        return 1 - rubric.excess / 100
    return at_least(t, a)


def at_least(t, a):
    """≥, >, = and the lower bound of a range: met (a strict sign met exactly too) or in proportion."""
    if a >= t:
        return Fraction(1)
    return max(Fraction(0), a / t) if t > 0 else Fraction(0)


def at_most(t, a, rubric):
    if a <= t:
        return Fraction(1)
    if t <= 0:
        return Fraction(0)
    if rubric.reverse_by_ratio:
        return t / a
    return Fraction(0) if a >= 2 * t else 1 - (a - t) / t


def completion(target, actual):
    """完成率 as printed."""
    if not target.is_number or actual.kind != "number" or target.value == 0:
        return ""
    rate = rounded(actual.value / target.value * 100, 2)
    return text(rate, 2) + "%" + ("(反向)" if target.kind in ("≤", "<") else "")


LIGHTS = ["红灯", "黄灯", "绿灯", "蓝灯"]


def by_completion(a, t):
    """60 % and 80 % belong to the better light, 120 % to green."""
    share = a / t
    return LIGHTS[0] if share < Fraction(6, 10) else LIGHTS[1] if share < Fraction(8, 10) else (
        LIGHTS[2] if share <= Fraction(12, 10) else LIGHTS[3])


def light(indicator, actual):
    """亮灯 against the half-year target; empty where nothing applies."""
    target = indicator.target("half")
    if actual.kind == "na":
        return ""
    if actual.kind == "grade":
        return [LIGHTS[0], LIGHTS[1], LIGHTS[2]][actual.grade]
    if target.kind == "progress":
        return LIGHTS[2] if actual.kind == "schedule" else by_completion(actual.value, Fraction(50))
    if target.kind == "deadline":
        return LIGHTS[2] if actual.day <= target.day else LIGHTS[0]
    a = actual.value
    if target.kind == "range":
        return LIGHTS[2] if target.value <= a <= target.upper else LIGHTS[0]
    annual = indicator.year
    if target.value == 0 and annual.is_number and annual.value != 0:
        within = target.kind in ("≥", ">", "=") or a <= annual.value
        return LIGHTS[2 if within else 0] + "（未到期）"
    yes_or_no = any(word in name for word in ("质量", "时效", "成本")
                    for name in (indicator.level1, indicator.level2))
    if target.kind in ("≥", ">", "=") and target.value > 0 and not yes_or_no:
        return by_completion(a, target.value)
    return LIGHTS[2] if met(target, a) else LIGHTS[0]


def met(target, a):
    t = target.value
    return {"≥": a >= t, ">": a > t, "≤": a <= t, "<": a < t,
            "=": a <= 0 if t == 0 else a >= t}[target.kind]


def execution_rate(sheet, period):
    """预算执行率 in percent, or None where the budget is zero."""
    expenses = [line for line in sheet.lines if line.direction == "支出" and not line.total]
    budget = sum((line.budget for line in expenses), Fraction(0))
    spent = sum((line.half if period == "half" else line.year for line in expenses), Fraction(0))
    return None if budget == 0 else derived(spent * 100 / budget)


def budget_of(sheet):
    return sum((line.budget for line in sheet.lines if line.direction == "支出" and not line.total), Fraction(0))


def money_light(sheet):
    expenses = [line for line in sheet.lines if line.direction == "支出" and not line.total]
    plan = sum((line.plan for line in expenses), Fraction(0))
    spent = sum((line.half for line in expenses), Fraction(0))
    return by_completion(spent, plan) if plan > 0 else ""


def largest_remainder(total, shares):
    """Splits a total in proportion into hundredths that sum exactly; ties go to the first."""
    whole = sum(shares)
    exact = [Fraction(total) * 100 * share / whole for share in shares]
    parts = [int(part) for part in exact]
    left = int(Fraction(total) * 100) - sum(parts)
    order = sorted(range(len(shares)), key=lambda i: (-(exact[i] - parts[i]), i))
    for i in order[:left]:
        parts[i] += 1
    return [Fraction(part, 100) for part in parts]


def weigh(sheet, rubric):
    """The weights by position and the points of a separate execution row (None: there is none)."""
    given = [indicator.weight for indicator in sheet.indicators]
    if any(weight is not None for weight in given):
        total = sum(weight for weight in given if weight is not None)
        own = any(i.name == EXECUTION and i.weight for i in sheet.indicators)
        return given, rubric.row if rubric.row and not own and total == 100 - rubric.row else None
    levels = [rubric.synonyms.get(i.level1, i.level1) for i in sheet.indicators]
    shares = rubric.unit if sheet.is_unit else (
        rubric.with_cost if rubric.with_cost and "成本" in levels else rubric.project)
    groups = {}
    for position, indicator in enumerate(sheet.indicators):
        if rubric.row and indicator.name == EXECUTION:
            continue
        block = next(names for names in shares if levels[position] in names)
        groups.setdefault(block, []).append(position)
    parts = largest_remainder(100 - rubric.row, [shares[block] for block in groups])
    weights = [None] * len(given)
    for members, part in zip(groups.values(), parts):
        for position, weight in zip(members, largest_remainder(part, [1] * len(members))):
            weights[position] = weight
    return weights, rubric.row or None


def grade(total, rubric):
    if total is None:
        return ""
    for name, bound in zip("优良中", rubric.grades):
        if total >= bound:
            return name
    return "差"


def total_points(scores, applicable):
    """The sheet's total: converted to 100 where something does not apply."""
    if applicable == 0:
        return None
    total = sum(scores, Fraction(0))
    return total if applicable == 100 else rounded(total * 100 / applicable, 2)
