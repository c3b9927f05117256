"""Exact figures: fractions in, decimal text out. Nothing here is taken from the tool."""

from fractions import Fraction


def rounded(value, decimals):
    """Half away from zero, as FORMATS §2 demands."""
    scale = 10**decimals
    scaled = abs(Fraction(value)) * scale
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(-whole if value < 0 else whole, scale)


def derived(value):
    """A derived figure: averages, ratios, execution rates; four decimals."""
    return rounded(value, 4)


def converted(value):
    """A figure in another scale of its unit: exact where six decimals hold it, else derived."""
    return value if fits(value) else derived(value)


def fits(value):
    """Whether six decimals hold it."""
    return (Fraction(value) * 10**6).denominator == 1


def text(value, decimals=0):
    """The digits of an exact figure with at least so many decimals: 97.3, -5, 0.039."""
    millionths = Fraction(value) * 10**6
    assert millionths.denominator == 1, value
    sign = "-" if millionths < 0 else ""
    digits = str(abs(millionths.numerator)).rjust(7, "0")
    whole, fraction = digits[:-6], digits[-6:].rstrip("0")
    fraction = fraction.ljust(decimals, "0")
    return sign + whole + ("." + fraction if fraction else "")


def points(value):
    """Points as the tool prints them: two decimals; nothing where there are none."""
    return "" if value is None else text(value, 2)
