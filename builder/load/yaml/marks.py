"""Slips with the signs that mean something to YAML: quotation marks, brackets, first letters."""

from builder.ground.expressions import expression
from builder.load.yaml.quoting import LONGEST, in_marks, requoted
from builder.load.yaml.spot import Sentence, Spot

_NEVER_FIRST = {
    "@": "an at sign",
    "`": "a backtick",
    "%": "a per cent sign",
    "*": "an asterisk",
    "&": "an ampersand",
    "!": "an exclamation mark",
    ",": "a comma",
    "]": "a bracket",
    "}": "a bracket",
}
_ITEM = expression(r"[^],}]+")
_COMMENTED = expression(r"^(.*?\s)(#[^\s,\]}]+).*?([\]}])")
_ALIAS = expression(r"[:-] +(\*\S+)$")
_ESCAPE = expression(r"\\.")
_FOLLOWS = ("expected key", "expected '-' indicator")
"""What the parser says where something follows a value, among fields and in a list."""


def quoted(spot: Spot) -> Sentence | None:
    """Inside quotation marks: one that is never closed, an unknown escape."""
    if "quoted scalar" not in spot.context:
        return None
    if "escape" in spot.problem or "hexdecimal" in spot.problem:
        message = "In double quotation marks a backslash is followed by something unknown."
        return Sentence(message, "Use single quotation marks, or double the backslash.")
    if "document" in spot.problem:
        message = "A line of three hyphens or dots stands inside quotation marks."
        return Sentence(message, "Indent it, or close the quotation mark that is still open.")
    message = "A quotation mark opens here and is never closed."
    return Sentence(
        message, "Close it; inside '…' an apostrophe is written twice ('').", spot.begun
    )


def first_char(spot: Spot) -> Sentence | None:
    """A sign with which no value can begin."""
    named = any(word in spot.context for word in ("alias", "anchor", "tag"))
    if "block node" not in spot.context and "cannot start" not in spot.problem and not named:
        return None
    line, column = spot.begun if named and spot.begun is not None else (spot.line, spot.column)
    char = spot.lines[line][column : column + 1]
    if char not in _NEVER_FIRST:
        return None
    message = f"A value cannot begin with {_NEVER_FIRST[char]} ({char})."
    text = spot.lines[line]
    hint = _item_in_marks(text, column) or requoted(text)
    return Sentence(message, hint, spot.begun if named else None)


def _item_in_marks(line: str, start: int) -> str:
    """The hint for a value within brackets; "" where one stands by itself."""
    if not any(bracket in line[:start] for bracket in "[{"):
        return ""
    item = _ITEM().match(line, start)
    return f"Put it in quotation marks: {in_marks(item[0].rstrip())}" if item else ""


def emphasised(spot: Spot) -> Sentence | None:
    """A value that begins with a word in asterisks, which YAML reads as an alias."""
    begun = _ALIAS().search(spot.before) if spot.problem.endswith(_FOLLOWS) else None
    if begun is None:
        return None
    place = spot.line, begun.start(1)
    return Sentence(
        f"A value cannot begin with {_NEVER_FIRST['*']} (*).", requoted(spot.text), place
    )


def commented(spot: Spot) -> Sentence | None:
    """A number sign that makes a comment of a value in brackets, and of what closes them."""
    if "flow" not in spot.context or spot.begun is None:
        return None
    for line in range(spot.begun[0], spot.line + 1):
        found = _COMMENTED().search(spot.lines[line])
        if found and not found[1].count('"') % 2:
            begins = found[1].rstrip().endswith((":", ",", "[", "{"))
            value = f': "{found[2]}"' if begins else "."
            return Sentence(
                f"A # after a space begins a comment, so the {found[3]} on this line is not read.",
                f"Put the value in quotation marks{value}",
                (line, found.start(2)),
            )
    return None


def after_bracket(spot: Spot) -> Sentence | None:
    """Something after the end of a list in brackets."""
    if not spot.problem.endswith(_FOLLOWS) or not spot.before.endswith(("]", "}")):
        return None
    message = "A value that begins with a bracket ends with it, and something follows here."
    return Sentence(message, requoted(spot.text))


def after_quote(spot: Spot) -> Sentence | None:
    """Something after the end of a text in quotation marks."""
    if not spot.problem.endswith(_FOLLOWS) or not spot.before.endswith(("'", '"')):
        return None
    mark = spot.before[-1]
    if _without_doubled(spot.before, mark).count(mark) % 2 and (begins := _opening(spot, mark)):
        message = "A quotation mark opens here, and only the next one, on a line below, closes it."
        hint = _closed(spot.lines[begins[0]].strip(), mark)
        return Sentence(message, hint, begins, is_closed=True)
    message = "Something follows the closing quotation mark."
    if mark == "'":
        return Sentence(message, _twice(spot))
    return Sentence(message, _in_single(spot))


def _opening(spot: Spot, mark: str) -> tuple[int, int] | None:
    """Where the text between marks begins that ends on the spot's line: at the last mark above."""
    for line in range(spot.line - 1, -1, -1):
        column = _without_doubled(spot.lines[line], mark).rfind(mark)
        if column >= 0:
            return line, column
    return None


def _without_doubled(line: str, mark: str) -> str:
    """The line, as long as it is, without the marks that stand for themselves."""
    return line.replace("''", "  ") if mark == "'" else _ESCAPE().sub("  ", line)


def _closed(line: str, mark: str) -> str:
    """The hint for a text that lacks its closing mark; with the line to type, if it is short."""
    hint = "Close it where its text ends"
    return f"{hint}." if len(line) > LONGEST else f"{hint}: {line}{mark}"


def _twice(spot: Spot) -> str:
    """The hint for an apostrophe that ends a text between single marks."""
    rule = "Inside '…' write an apostrophe twice ('it''s'), or use double quotation marks"
    key, colon, value = spot.text.strip().partition(": ")
    if not colon or not value.startswith("'") or '"' in value or "\\" in value:
        return f"{rule}."
    inside = value[1:-1] if value.endswith("'") else value
    return f'{rule}: {key}: "{inside}"'


def _in_single(spot: Spot) -> str:
    """The hint for a text of which part stands between double marks, or that holds such marks."""
    rule = "Put all of it in quotation marks; if it holds \", use '…'"
    line = spot.text.strip()
    key, colon, value = line.partition(": ")
    if not colon or len(line) > LONGEST or "\\" in value or not value.startswith('"'):
        return f"{rule}."
    before = value[1:].partition('"')[0][-1:]
    holds_marks = value.endswith('"') and (before == " " or before.isdigit())  # 6" is six inches
    inside = value[1:-1] if holds_marks else value
    doubled = inside.replace("'", "''")
    return f"{rule}: {key}: '{doubled}'"
