"""What YAML allows and this reader refuses."""

from typing import Any

from yaml.events import AliasEvent

from builder.ground.diagnostics import Diagnostic, Location, Related, error
from builder.ground.expressions import expression
from builder.load.limits import DEEPEST, first_of
from builder.load.yaml.nodes import Scalar

# No-break spaces and their like, pasted from web pages and word processors.
_STRANGE = "".join(map(chr, (0xA0, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x3000)))
_MISLEADING = expression(rf"(?:[ \-]*| *(?:- )?[\w.-]+:)([{_STRANGE}]+)")


def feature(event: Any, place: Location) -> Diagnostic:
    """The error of an alias, or of a node with an anchor or a tag."""
    if isinstance(event, AliasEvent):
        mark, name = "*", "an alias"
    elif event.anchor is not None:
        mark, name = "&", "an anchor"
    else:
        mark, name = "!", "a tag"
    message = f"A value that begins with {mark} is {name} to YAML, and these are not read here."
    return error("yaml-feature", message, place, "Put the value in quotation marks.")


def duplicate(key: Scalar, earlier: Scalar) -> Diagnostic:
    """The error of a key that stands twice in one mapping."""
    message = f"“{key.text}” stands here a second time; the first is in line {earlier.line}."
    hint = "Keep one of the two, or give this one another name."
    first = Related(earlier.location, "It stands here first.")
    return error("duplicate-key", message, key.location, hint, first)


def no_key(place: Location) -> Diagnostic:
    """The error of a list or mapping as a key."""
    message = "A list or mapping stands where the name of a field is wanted."
    hint = "Write “name: value”; a text that begins with { stands in quotation marks."
    return error("yaml-syntax", message, place, hint)


def too_deep(place: Location) -> Diagnostic:
    """The error of brackets in brackets without an end; it ends the reading."""
    message = f"Lists and mappings stand more than {DEEPEST} deep in each other here."
    return error("yaml-too-deep", message, place, "Close the brackets that are still open.")


def second_document(place: Location) -> Diagnostic:
    """The error of a second document in one file; it ends the reading."""
    message = "A line of three hyphens begins a second document, and a file may hold only one."
    return error("yaml-second-document", message, place, "Delete the line.")


def strange_spaces(text: str, path: str, first_line: int) -> tuple[Diagnostic, ...]:
    """An error for each strange space in an indent or after a field's colon, where it misleads."""
    if not any(space in text for space in _STRANGE):
        return ()
    found = tuple(
        error(
            "yaml-syntax",
            "A no-break space stands here, where YAML wants a plain one; it looks the same.",
            Location(path, number, match.start(1) + 1, len(match[1])),
            "Delete it, and type a space.",
        )
        for number, line in enumerate(text.split("\n"), first_line)
        if (match := _MISLEADING().match(line))
    )
    return first_of(found, Location(path))
