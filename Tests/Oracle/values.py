"""Random targets and actuals, each with one of the ways people write it."""

from datetime import date, timedelta
from fractions import Fraction

from figures import fits, text
from model import FAMILIES, NONE, PERCENT, Actual, Target

FULL_WIDTH = str.maketrans("0123456789.%,-", "０１２３４５６７８９．％，－")
SIGNS = {
    "≥": ["≥", ">=", "≧", "＞＝", "不少于", "不低于", "不小于", "大于等于", "至少"],
    ">": [">", "＞", "大于", "高于", "超过"],
    "≤": ["≤", "<=", "≦", "＜＝", "不超过", "不高于", "不大于", "不多于", "小于等于", "至多"],
    "<": ["<", "＜", "小于", "低于", "少于"],
    "=": ["=", "＝", "═", "等于"],
}
WORDS = ["健全", "显著", "较显著", "充分", "合理", "有效", "规范"]
LARGEST = Fraction(9 * 10**12)


def number(random, unit):
    """A target's number: whole, with decimals, huge, tiny, zero or negative."""
    roll = random.random()
    if roll < 0.08:
        return Fraction(0)
    if roll < 0.14:
        return -Fraction(random.randint(1, 400), random.choice([1, 4, 10]))
    if unit.is_rate:
        return random.choice([Fraction(100), Fraction(95), Fraction(random.randint(1, 10000), 100),
                              Fraction(random.randint(1, 100000), 1000)])
    if roll < 0.17:
        return Fraction(random.randint(10**10, 9 * 10**10), 100)
    if roll < 0.18 and unit.factor == 1:
        return Fraction(random.randint(10**12, 4 * 10**12))
    if roll < 0.22:
        return Fraction(random.randint(1, 999), 10**6)
    if roll < 0.6:
        return Fraction(random.choice([1, 2, 4, 8, 20, 40, 200, 400, 2000, random.randint(3, 30000)]))
    return Fraction(random.randint(1, 10**6), random.choice([10, 100, 1000, 10**4]))


def write(random, value):
    """A number as people write it."""
    shown = text(value)
    whole, _, fraction = shown.partition(".")
    if len(whole) > 3 and value > 0 and random.random() < 0.3:
        shown = f"{int(whole):,}" + ("." + fraction if fraction else "")
    return shown.translate(FULL_WIDTH) if random.random() < 0.1 else shown


def number_target(random, kind, value, unit):
    if unit.text == "年" and 1900 <= value < 2200:
        value = Fraction(3)  # `≤2000年` would be a date
    figure = write(random, value) + unit.text
    roll = random.random()
    if kind == "≥" and value > 0 and roll < 0.15:
        return Target(kind, figure + random.choice(["以上", "及以上", "（含）以上"]), value, unit=unit)
    if kind == "≤" and value > 0 and roll < 0.15:
        return Target(kind, figure + random.choice(["以下", "及以下", "以内"]), value, unit=unit)
    # A bare number is 等于, unless it looks like damage (290%, 2023.1) or like a fraction of a percent.
    if kind == "=" and roll < 0.2 and value == int(value) and 1 < value < 150:
        return Target(kind, figure, value, unit=unit)
    return Target(kind, random.choice(SIGNS[kind]) + figure, value, unit=unit)


def target(random, unit=None, kind=None):
    """Any kind of target; `unit` fixes the unit of measure, `kind` the kind."""
    kind = kind or random.choice("≥≥≥>≤≤≤<===") if random.random() < 0.6 or kind else random.choice(
        ["range", "deadline", "progress", "quality", "quality", "quality"])
    if kind == "deadline":
        return deadline(random)
    if kind == "progress":
        return Target("progress", "序时进度")
    if kind == "quality":
        word = random.choice(WORDS)
        return Target("quality", word, word=word)
    unit = unit or random.choice(random.choice(FAMILIES))
    if kind == "range":
        low = abs(number(random, unit))
        if unit.text == "年":
            low %= 1000  # `2000-2010年` names years
        high = low + Fraction(random.randint(0, 500), 10)
        first = text(low) + (unit.text if unit is not NONE and random.random() < 0.5 else "")
        mark = random.choice(["-", "～", "—", "~"])
        return Target("range", first + mark + text(high) + unit.text, low, high, unit)
    return number_target(random, kind, number(random, unit), unit)


def deadline(random):
    if random.random() < 0.5:
        month = random.randint(1, 12)
        last = date(2023 + month // 12, month % 12 + 1, 1) - timedelta(1)
        shown = random.choice([f"2023年{month}月底", f"2023年{month}月末", f"2023年{month}月{last.day}日前"])
        if month == 12 and random.random() < 0.5:
            shown = random.choice(["2023年末", "2023年底", "2023年底前"])
        return Target("deadline", shown, day=last)
    day = date(2023, 1, 1) + timedelta(random.randint(0, 364))
    return Target("deadline", written_day(random, day), day=day)


def written_day(random, day):
    return random.choice([
        f"{day.year}年{day.month}月{day.day}日", day.isoformat(), f"{day.year}/{day.month}/{day.day}",
        f"{day.year}.{day.month}.{day.day}"])


def actual(random, target, rubric, allow_na=True):
    """An actual in the sense of a target: ties, near misses, doubles, far above, zero, negative."""
    if allow_na and random.random() < 0.04:
        return Actual("na", random.choice(["/", "不适用"]))
    if target.kind == "deadline":
        late = random.choice([-400, -30, -1, 0, 0, 1, 30, 73, 146, 182, 364, 365, 366, 800])
        day = target.day + timedelta(late)
        return Actual("date", written_day(random, day), day=day)
    if target.kind == "progress":
        return progress(random, rubric)
    if target.kind == "quality":
        return graded(random, target.word, rubric)
    return numeric(random, target)


def progress(random, rubric):
    roll = random.random()
    if roll < 0.25:
        return Actual("schedule", random.choice(["序时进度", "达到序时进度"]))
    if roll < 0.8:
        percent = random.choice([0, 29, 30, 40, 50, 60, 61, 99, 100, 130])
        percent = Fraction(percent) + random.choice([0, 0, Fraction(1, 4), Fraction(1, 10**6)])
        return Actual("progress", text(percent) + "%", percent)
    return stated_grade(random, rubric)


def stated_grade(random, rubric):
    """达成, 部分达成, 未达成, with a percentage inside its band or without."""
    level = random.randint(0, 2)
    word = ["未达成", "部分达成", "达成"][level] + random.choice(["", "", "预期指标"])
    if random.random() < 0.5:
        return Actual("grade", word, grade=level)
    low = rubric.bands[2 - level]
    high = [rubric.bands[1], rubric.bands[0], Fraction(100)][level]
    steps = int((high - low) * 100)
    percent = low + Fraction(random.randint(0, steps - (level < 2)), 100)
    if random.random() < 0.2:
        percent = low
    if random.random() < 0.1 and level == 2:
        percent = Fraction(100)
    shown = word + random.choice(["", " ", "，"]) + text(percent) + "%"
    return Actual("grade", shown, grade=level, percent=percent)


def graded(random, word, rubric):
    roll = random.random()
    if roll < 0.3:
        return Actual("grade", word, grade=2)
    if roll < 0.6:
        return stated_grade(random, rubric)
    if word.startswith("较"):
        stem = word[1:]
        ladder = [(stem, 2), (word, 2), ("一般", 1), ("不" + stem, 0)]
    else:
        ladder = [(word, 2), ("较" + word, 1), ("基本" + word, 1), ("一般", 0), ("不" + word, 0)]
    shown, level = random.choice(ladder)
    return Actual("grade", shown, grade=level)


NEAR = [Fraction(n, d) for n, d in (
    (1, 2), (1, 4), (3, 4), (1, 8), (3, 8), (3, 2), (5, 4), (7, 4), (2, 1), (3, 5), (4, 5), (6, 5), (13, 10), (1, 1),
    (1, 1), (1, 1), (9, 10), (97, 100), (0, 1), (-1, 2), (5, 1))]
STEP = Fraction(1, 10**6)


def numeric(random, target):
    goal = target.value if target.kind != "range" or random.random() < 0.5 else target.upper
    value = goal * random.choice(NEAR) + random.choice([0, 0, 0, STEP, -STEP])
    if random.random() < 0.2 or not fits(value):
        value = Fraction(int(goal * random.randint(0, 2500) / 1000 * 10**3), 10**3)
    if random.random() < 0.05:
        value = Fraction(random.randint(-3, 3))
    if abs(value) > LARGEST:
        value = goal
    return written(random, value, target)


def written(random, value, target):
    """The actual with its unit, a synonym or a convertible unit, or none where that is read the same."""
    unit = target.unit
    shown = random.choice([other for family in FAMILIES if unit in family for other in family])
    other = value * unit.factor / shown.factor
    if not fits(other) or abs(other) > LARGEST:
        shown, other = unit, value
    figure = write(random, other)
    bare = abs(value) > 1 or value == 0 or not unit.is_rate
    if shown == unit and bare and random.random() < 0.2 and not like_month(figure):
        return Actual("number", figure, value)
    if unit is NONE and like_month(figure):
        return Actual("number", figure + "台", value)
    # `290%` beside a target of 90 % is taken for a misread sign.
    if unit.is_rate and figure.startswith("2") and shown.is_rate:
        sign = "="
    else:
        # A sign repeats the target's sense; the opposite one is an error.
        repeated = "≤" if target.kind in "≤<" else "≥"
        sign = random.choice(["", "", "", "", "", "", "", "", "", repeated, "="])
    return Actual("number", sign + figure + shown.text, value)


def like_month(figure):
    whole, _, fraction = figure.partition(".")
    return len(whole) == 4 and 1 <= len(fraction) <= 2
