"""Finds where Swift code can be changed a little: one site, one mutant.

Works on single lines and on tokens, never inside strings or comments. A site is rewritten so that the change is
switched on by its number; where that does not compile, the builder drops it.
"""

import re
from dataclasses import dataclass


@dataclass
class Site:
    file: str
    line: int
    code: str  # the line as written, trimmed
    change: str  # `<→<=`
    nth: int  # of this change on lines that read so
    start: int
    end: int
    text: str  # what replaces start..<end; {id} is the number, {op} an operator of its own
    operator: tuple = None  # (precedence, declaration) of the operator it needs
    number: int = 0

    @property
    def key(self):
        return (self.file, self.code, self.change, str(self.nth))


def masked(source):
    """The source with strings and comments blanked, so that positions stay."""
    out, i, n = list(source), 0, len(source)

    def blank(start, end):
        for k in range(start, end):
            if out[k] != "\n":
                out[k] = " "

    while i < n:
        if source.startswith("//", i):
            end = source.find("\n", i)
            end = n if end < 0 else end
        elif source.startswith("/*", i):
            end = source.find("*/", i) + 2
        elif source[i] == '"':
            end = string_end(source, i)
            out_start = i + 1
            blank(out_start, end - 1)  # the quotes stay: they tell a string from nothing
            i = end
            continue
        else:
            i += 1
            continue
        blank(i, end)
        i = end
    return "".join(out)


def string_end(source, i):
    """Past the closing quote; interpolations may hold strings of their own."""
    triple = source.startswith('"""', i)
    i += 3 if triple else 1
    while True:
        if source.startswith("\\(", i):
            depth, i = 1, i + 2
            while depth:
                if source[i] == '"':
                    i = string_end(source, i)
                    continue
                depth += (source[i] == "(") - (source[i] == ")")
                i += 1
        elif source[i] == "\\":
            i += 2
        elif source.startswith('"""' if triple else '"', i):
            return i + (3 if triple else 1)
        else:
            i += 1


COMPARE = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
EQUAL = {"==": "!=", "!=": "=="}
ARITHMETIC = {"+": "-", "-": "+", "*": "/", "/": "*", "%": "/"}
LOGIC = {"&&": "||", "||": "&&"}


def declaration(old, new, right):
    """Precedence and overloads of the operator that stands for `old`; `right` is what follows it."""
    if old in EQUAL and re.match(r" nil\b", right):
        return "ComparisonPrecedence", ("<T>(l: T?, r: _OptionalNilComparisonType) -> Bool",), f"l {new} r : l {old} r"
    if old in COMPARE:
        return "ComparisonPrecedence", ("<T: Comparable>(l: T, r: T) -> Bool",), f"l {new} r : l {old} r"
    if old in EQUAL:
        return "ComparisonPrecedence", ("<T: Equatable>(l: T, r: T) -> Bool",), f"l {new} r : l {old} r"
    if old in LOGIC:
        group = "LogicalConjunctionPrecedence" if old == "&&" else "LogicalDisjunctionPrecedence"
        return group, ("(l: Bool, r: @autoclosure () throws -> Bool) rethrows -> Bool",), (
            f"try (l {new} r()) : try (l {old} r())")
    if old in "+-":
        return "AdditionPrecedence", (
            "<T: BinaryInteger>(l: T, r: T) -> T", "(l: Points, r: Points) -> Points"), f"l {new} r : l {old} r"
    return "MultiplicationPrecedence", ("<T: BinaryInteger>(l: T, r: T) -> T",), f"l {new} r : l {old} r"


METHODS = [
    (r"\.allSatisfy(?= \{)", ".every({id})", "allSatisfy→contains"),
    (r"\.contains(?= \{)", ".some({id})", "contains→allSatisfy"),
    (r"\.contains\(where: ", ".some({id}, ", "contains→allSatisfy"),
    (r"\.first(?= \{ )", ".firstOne({id})", "first→last"),
    (r"\.first\(where: ", ".firstOne({id}, ", "first→last"),
    (r"\.filter(?= \{)", ".kept({id})", "filter→not"),
    (r"\.hasPrefix\(", ".begins({id}, ", "hasPrefix→hasSuffix"),
    (r"\.hasSuffix\(", ".ends({id}, ", "hasSuffix→hasPrefix"),
    (r"\.max\(\)", ".most({id})", "max→min"),
    (r"\.min\(\)", ".least({id})", "min→max"),
    (r"\.max(?= \{)", ".most({id})", "max→min"),
    (r"\.min(?= \{)", ".least({id})", "min→max"),
    (r"(?<![\w.])max\(", "Mutation.most({id}, ", "max→min"),
    (r"(?<![\w.])min\(", "Mutation.least({id}, ", "min→max"),
]


def sites(file, source):
    """All sites of a file, in order."""
    mask = masked(source)
    found = []

    def add(start, end, change, text, operator=None):
        line = source.count("\n", 0, start) + 1
        code = source.split("\n")[line - 1].strip()
        nth = 1 + sum(1 for other in found if (other.code, other.change) == (code, change))
        found.append(Site(file, line, code, change, nth, start, end, text, operator))

    for table in (COMPARE, EQUAL, ARITHMETIC, LOGIC):
        for old, new in table.items():
            for match in re.finditer(rf"(?<=[\w)\]}}?!\" ] ){re.escape(old)}(?= )", mask):
                # Texts are joined, not added.
                beside = mask[match.start() - 2] + mask[match.end() + 1]
                if table is ARITHMETIC and '"' in beside:
                    continue
                operator = declaration(old, new, mask[match.end():match.end() + 5])
                add(*match.span(), f"{old}→{new}", "{op}", operator)
    for match in re.finditer(r"(?<![\w)\]!=?])!(?=[\w(])", mask):
        add(*match.span(), "!→", "{prefix}", "prefix")
    for match in re.finditer(r"(?<![\w.$\"])(?<!\.\.<)\d[\d_]*(?![\w.\"])", mask):
        literal = int(match[0].replace("_", ""))
        add(*match.span(), f"{match[0]}→{literal + 1}", f"Mutation.number({{id}}, {match[0]}, {literal + 1})")
    for match in re.finditer(r"(?<![\w.])(true|false)\b", mask):
        other = "false" if match[0] == "true" else "true"
        add(*match.span(), f"{match[0]}→{other}", f"Mutation.flip({{id}}, {match[0]})")
    for pattern, text, change in METHODS:
        for match in re.finditer(pattern, mask):
            add(*match.span(), change, text)
    conditions(mask, add)
    statements(mask, add)
    return sorted(found, key=lambda site: (site.start, -site.end))


def conditions(mask, add):
    """`if a, b {` and `guard a, b else {` on one line: each clause that is no binding, negated."""
    for match in re.finditer(r"(?m)(?:^|(?<=[\s}]))(?:if|guard|while) ", mask):
        start = match.end()
        condition = re.sub(r"( else)? $", "", mask[start:body(mask, start)])
        for clause in clauses(condition):
            text = condition[clause[0]:clause[1]]
            # A lone comparison is negated by its operator already.
            plain = not re.search(r"\b(let|var|case|in|try)\b|#", text) and not re.search(
                r" (==|!=|<|>|<=|>=|&&|\|\|) ", text) and not text.startswith("!")
            if plain and text.strip():
                add(start + clause[0], start + clause[1], "条件取反",
                    "Mutation.flip({id}, {original})")


def body(mask, start):
    """Where the body of a condition begins on its line, braces of closures among its arguments left out."""
    depth = 0
    for at in range(start, len(mask)):
        if mask[at] == "\n":
            break
        if mask[at] == "{" and depth == 0:
            return at
        depth += (mask[at] in "([{") - (mask[at] in ")]}")
    return start


def clauses(text):
    """The parts between commas that stand in no bracket, without the space in front."""
    parts, depth, start = [], 0, 0
    for i, character in enumerate(text):
        depth += character in "([{"
        depth -= character in ")]}"
        if character == "," and depth == 0:
            parts.append((start, i))
            start = i + 2
    return parts + [(start, len(text))]


def statements(mask, add):
    """A statement that only adds to something, left out, on one line or several."""
    for match in re.finditer(r"(?m)(?:^ +|\{ )((?!let |var |return )[\w.\[\]]+(?: \+= |\.append\())", mask):
        start = match.start(1)
        add(start, statement_end(mask, start), "删去语句", "if !Mutation.isActive({id}) {{ {original} }}")


def statement_end(mask, start):
    """The end of the line on which all brackets are closed, or the bracket that closes what is around it."""
    depth = 0
    for at in range(start, len(mask)):
        depth += (mask[at] in "([{") - (mask[at] in ")]}")
        if depth < 0:
            return at - (mask[at - 1] == " ")
        if mask[at] == "\n" and depth == 0:
            return at
    return len(mask)
