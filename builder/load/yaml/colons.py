"""Slips with colons, hyphens and the indent: lines that run into one another."""

from typing import Annotated, get_origin

from builder.ground.values import fields
from builder.load.yaml.quoting import requoted
from builder.load.yaml.spot import Sentence, Spot
from builder.model.entries import ENTRY_TYPES
from builder.model.refs import KINDS

_NO_SPACE = "A space is missing after the colon."


def colon(spot: Spot) -> Sentence | None:
    """A colon where a text goes on."""
    if "mapping values are not allowed" not in spot.problem:
        return None
    if spot.before.startswith("---"):
        message = "Three hyphens stand on a line of their own, and a field follows here."
        return Sentence(message, "Begin the field on the next line.")
    if ":" not in spot.before:
        return _deeper(spot)
    last_word = spot.text[spot.before.rfind(" ") + 1 :]
    kind, _, id_ = last_word.partition(":")
    if kind in KINDS and id_.strip():
        hint = f"Write {kind}:{id_.strip()}, without a space."
        return Sentence("A reference holds no space after its colon.", hint)
    return Sentence("A colon followed by a space stands inside a value.", requoted(spot.text))


def _deeper(spot: Spot) -> Sentence:
    """A line that goes on with the text of the one above, as one that is indented more does."""
    written = [n for n in range(spot.line - 1, -1, -1) if spot.lines[n].strip()]
    if not written:  # YAML 1.2.2, 7.4.2: so far a colon is looked for behind a key
        return Sentence("A key has 1,024 characters at most.", "Write a shorter one.")
    line = spot.lines[written[0]]
    above = line.strip()
    if above.startswith(("//", "<!--", "/*")):
        return Sentence("The line above is no comment to YAML.", "Begin a comment with #.")
    name, _, rest = above.partition(":")
    begins = written[0], _indent(line)
    if field := _field_of(spot, written, line):
        message = "A colon followed by a space stands in a text below its field."
        return Sentence(message, f"Write “{field} |”, with a bar behind the colon.")
    if ":" not in above:
        message = "This line has no colon, so the next one reads as more of its text."
        return Sentence(message, f"Write “{_with_colon(above)}”.", begins)
    if ": " not in above and not above.endswith(":"):
        return Sentence(_NO_SPACE, f"Write “{name}: {rest}”.", begins)
    if any(_indent(spot.lines[n]) == _indent(spot.text) > _indent(line) for n in written[1:2]):
        message = f"“{name}” is indented less than the lines around it, which belong together."
        hint = f"Indent it as they are: “{' ' * _indent(spot.text)}{name}: …”."
        return Sentence(message, hint, begins)
    message = "This line is indented more than the one above, and reads as more of its text."
    return Sentence(message, f"Take out spaces until it stands below “{name}”.")


def _field_of(spot: Spot, written: list[int], line: str) -> str:
    """The field above a text of several lines, with its colon; "" where there is none."""
    below = _indent(line)
    outside = next((n for n in written if _indent(spot.lines[n]) < below), written[0])
    head = spot.lines[outside].strip()
    is_text = ":" not in line and _indent(spot.text) == below and " " in line.strip()
    return head if is_text and head.endswith(":") and _is_field(head[:-1]) else ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _with_colon(line: str) -> str:
    """The line with the colon that it lacks: behind a field, or else at its end."""
    name, _, value = line.replace("：", " ").replace(" = ", " ").partition(" ")
    if value.strip() and _is_field(name):
        return f"{name}: {value.strip()}"
    return line.rstrip(";：=,. ") + ":"


def _is_field(name: str) -> bool:
    """Whether editors may write a field of this name in some entries: such are annotated."""
    return any(
        field.name == name and get_origin(field.type) is Annotated
        for kind in ENTRY_TYPES.values()
        for field in fields(kind)
    )


def no_colon(spot: Spot) -> Sentence | None:
    """A line that should hold a colon or begin an item."""
    if "could not find expected ':'" not in spot.problem:
        return None
    text = spot.lines[spot.begun[0] if spot.begun else spot.line].strip()
    if text.startswith("-") and not text.startswith("- "):
        message = "A space is missing after the hyphen that begins a list item."
        return Sentence(message, f"Write “- {text[1:]}”.", spot.begun)
    name, colon, rest = text.partition(":")
    if colon and rest and not rest[0].isspace():
        return Sentence(_NO_SPACE, f"Write “{name}: {rest}”.", spot.begun)
    message = "This line is neither “name: value” nor does it go on with a text above."
    return Sentence(message, "Indent it by two spaces if it goes on, or add a colon.", spot.begun)
