"""The parser's terse words as sentences that an editor understands, with what to do about it.

Each rule below knows one slip; the first that recognises it speaks.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

_QUOTE = "Put the whole value in quotation marks."
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


class Spot(NamedTuple):
    """What the parser says, and the line it says it of. Line and column from 0."""

    problem: str
    context: str
    line: int
    column: int
    begun: tuple[int, int] | None
    lines: Sequence[str]

    @property
    def text(self) -> str:
        """The line."""
        return self.lines[self.line]

    @property
    def char(self) -> str:
        """The character at the place, or ""."""
        return self.text[self.column : self.column + 1]

    @property
    def before(self) -> str:
        """The line up to the place."""
        return self.text[: self.column].rstrip()


class Sentence(NamedTuple):
    """A message, a hint, and whether the place is where the faulty thing begins."""

    message: str
    hint: str
    at_beginning: bool = False


def sentence(spot: Spot) -> Sentence:
    """What to say of a place that the parser could not read."""
    return next(found for rule in _RULES if (found := rule(spot)) is not None)


def _quoted(spot: Spot) -> Sentence | None:
    if "quoted scalar" not in spot.context:
        return None
    if "escape" in spot.problem or "hexdecimal" in spot.problem:
        message = "In double quotation marks a backslash is followed by something unknown."
        return Sentence(message, "Use single quotation marks, or double the backslash.")
    if "document" in spot.problem:
        message = "A line of three hyphens or dots stands inside quotation marks."
        return Sentence(message, "Indent it, or close the quotation mark that is still open.")
    message = "A quotation mark opens here and is never closed."
    return Sentence(message, "Close it; inside '…' an apostrophe is written twice ('').", True)


def _tab(spot: Spot) -> Sentence | None:
    indent = spot.text[: len(spot.text) - len(spot.text.lstrip())]
    if spot.char != "\t" and "tab character" not in spot.problem and "\t" not in indent:
        return None
    return Sentence("A tab stands where only spaces may.", "Indent with spaces.")


def _first_char(spot: Spot) -> Sentence | None:
    named = any(word in spot.context for word in ("alias", "anchor", "tag"))
    if "block node" not in spot.context and "cannot start" not in spot.problem and not named:
        return None
    line, column = spot.begun if named and spot.begun is not None else (spot.line, spot.column)
    char = spot.lines[line][column : column + 1]
    if char not in _NEVER_FIRST:
        return None
    message = f"A value cannot begin with {_NEVER_FIRST[char]} ({char})."
    return Sentence(message, _QUOTE, named)


def _colon(spot: Spot) -> Sentence | None:
    if "mapping values are not allowed" not in spot.problem:
        return None
    if ":" in spot.before:
        message = "A colon followed by a space stands inside a value."
        return Sentence(message, 'Put the whole value in quotation marks: "Part 1: the start".')
    message = "A field stands here where the text of the line above goes on."
    return Sentence(message, "Check the indentation, and whether the line above lacks its end.")


def _bracket(spot: Spot) -> Sentence | None:
    if "flow" not in spot.context:
        return None
    closing = "}" if "mapping" in spot.context else "]"
    if spot.begun is not None and (spot.begun[0] != spot.line or not spot.char):
        message = f"A bracket opens here, and its {closing} is missing."
        return Sentence(
            message, f"Close it with {closing}, or put the value in quotation marks.", True
        )
    hint = "Put items that hold commas, colons, quotation marks or brackets in quotation marks."
    return Sentence(f"A comma or {closing} is missing before this.", hint)


def _no_colon(spot: Spot) -> Sentence | None:
    if "could not find expected ':'" not in spot.problem:
        return None
    text = spot.lines[spot.begun[0] if spot.begun else spot.line].strip()
    if text.startswith("-") and not text.startswith("- "):
        message = "A space is missing after the hyphen that begins a list item."
        return Sentence(message, f"Write “- {text[1:]}”.", True)
    name, colon, rest = text.partition(":")
    if colon and rest and not rest[0].isspace():
        return Sentence("A space is missing after the colon.", f"Write “{name}: {rest}”.", True)
    message = "This line is neither “name: value” nor does it go on with a text above."
    return Sentence(message, "Indent it by two spaces if it goes on, or add a colon.", True)


def _after_quote(spot: Spot) -> Sentence | None:
    if "expected key" not in spot.problem or not spot.before.endswith(("'", '"')):
        return None
    mark = spot.before[-1]
    if spot.before.count(mark) % 2:
        message = "This quotation mark closes one that was opened on a line above."
        return Sentence(message, "Look for the line above that lacks its closing mark.")
    message = "Something follows the closing quotation mark."
    if mark == "'":
        hint = "Inside '…' write an apostrophe twice ('it''s'), or use double quotation marks."
        return Sentence(message, hint)
    return Sentence(message, "Put all of it in quotation marks; if it holds \", use '…'.")


def _block_text(spot: Spot) -> Sentence | None:
    if "block scalar" not in spot.context:
        return None
    message = "Nothing may follow | or > on its line."
    return Sentence(message, "Begin the text on the next line, indented.")


def _list_start(spot: Spot) -> Sentence | None:
    if "mapping keys" in spot.problem:
        return Sentence("A value cannot begin with a question mark and a space.", _QUOTE)
    if "block sequence entries" not in spot.problem:
        return None
    message = "A list cannot begin on the line of its field's name."
    return Sentence(message, "Begin the list on the next line, or put the text in quotation marks.")


def _indentation(spot: Spot) -> Sentence:
    if "'-' indicator" in spot.problem:
        return Sentence("A list stands above, and this is no item of it.", "Check the indentation.")
    if "directive" in spot.problem:
        return Sentence("A line cannot begin with a per cent sign.", "Indent or quote it.")
    if "document start" in spot.problem:
        return Sentence("This does not belong to what stands above.", "Check the indentation.")
    if "expected key" in spot.problem:
        message = "This is indented otherwise than the fields it stands among."
        return Sentence(message, "Give all fields of an entry the same indentation.")
    message = f"YAML cannot be read here: {spot.problem}."
    return Sentence(message, "Compare the line with those above it.")


_RULES: tuple[Callable[[Spot], Sentence | None], ...] = (
    _quoted,
    _tab,
    _first_char,
    _colon,
    _bracket,
    _no_colon,
    _after_quote,
    _block_text,
    _list_start,
    _indentation,
)
