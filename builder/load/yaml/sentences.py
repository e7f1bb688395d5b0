"""The parser's terse words as sentences that an editor understands, with what to do about it.

Each rule below knows one slip; the first that recognises it speaks.
"""

from collections.abc import Callable

from builder.load.yaml.colons import colon, no_colon
from builder.load.yaml.marks import (
    after_bracket,
    after_quote,
    commented,
    emphasised,
    first_char,
    quoted,
)
from builder.load.yaml.quoting import requoted
from builder.load.yaml.spot import Sentence, Spot


def sentence(spot: Spot) -> Sentence:
    """What to say of a place that the parser could not read."""
    return next(found for rule in _RULES if (found := rule(spot)) is not None)


def _tab(spot: Spot) -> Sentence | None:
    indent = spot.text[: len(spot.text) - len(spot.text.lstrip())]
    if spot.char != "\t" and "tab character" not in spot.problem and "\t" not in indent:
        return None
    return Sentence("A tab stands where only spaces may.", "Type two spaces instead of the tab.")


def _bracket(spot: Spot) -> Sentence | None:
    if "flow" not in spot.context:
        return None
    closing = "}" if "mapping" in spot.context else "]"
    if spot.begun is not None and (spot.begun[0] != spot.line or not spot.char):
        message = f"A bracket opens here, and its {closing} is missing."
        hint = f"Close it with {closing}, or put the value in quotation marks."
        return Sentence(message, hint, spot.begun)
    if spot.char == ",":
        return Sentence("Nothing stands between two commas.", "Delete one of them.")
    hint = (
        "Write a comma between two items; put an item that holds commas, colons, marks or "
        "brackets in quotation marks."
    )
    return Sentence(f"A comma or {closing} is missing before this.", hint)


def _block_text(spot: Spot) -> Sentence | None:
    if "block scalar" not in spot.context:
        return None
    message = "Nothing may follow | or > on its line."
    return Sentence(message, "Begin the text on the next line, indented.")


def _list_start(spot: Spot) -> Sentence | None:
    if "mapping keys" in spot.problem:
        message = "A value cannot begin with a question mark and a space."
        return Sentence(message, requoted(spot.text))
    if "block sequence entries" not in spot.problem:
        return None
    message = "A list cannot begin on the line of its field's name."
    as_text = requoted(spot.text)
    hint = f"Begin the list on the next line. If it is a text, {as_text[0].lower()}{as_text[1:]}"
    return Sentence(message, hint)


def _indentation(spot: Spot) -> Sentence:
    if "'-' indicator" in spot.problem:
        return Sentence("A list stands above, and this is no item of it.", _beside_list(spot))
    if "directive" in spot.problem:
        return Sentence("A line cannot begin with a per cent sign.", "Indent or quote it.")
    if "expected key" in spot.problem or _follows_indented(spot):
        message = "This is indented otherwise than the fields it stands among."
        return Sentence(message, "Give all fields of an entry the same indentation.")
    if "document start" in spot.problem:
        return Sentence("This does not belong to what stands above.", "Check the indentation.")
    message = f"YAML cannot be read here: {spot.problem}."
    return Sentence(message, "Compare the line with those above it.")


def _follows_indented(spot: Spot) -> bool:
    """Whether the first of all fields is indented, and this one, at the edge, ends the reading."""
    first = next(filter(str.strip, spot.lines), "")
    return "document start" in spot.problem and spot.column == 0 and first.startswith(" ")


def _beside_list(spot: Spot) -> str:
    """What to type where a field stands as far in as the list above it."""
    first, column = spot.begun or (0, 0)
    name = spot.lines[first - 1].strip() if first else ""
    if not name.endswith(":"):
        return "Take out the hyphens that make a list of what stands above."
    return (
        f"Indent it as far as “{name}” if it is a field like that one, "
        f"or by {column + 2} spaces if it belongs to the item above."
    )


_RULES: tuple[Callable[[Spot], Sentence | None], ...] = (
    quoted,
    _tab,
    first_char,
    emphasised,
    colon,
    commented,
    _bracket,
    no_colon,
    after_bracket,
    after_quote,
    _block_text,
    _list_start,
    _indentation,
)
