"""What YAML allows and this reader refuses."""

from typing import TYPE_CHECKING, Any

from yaml.events import AliasEvent

from builder.ground.diagnostics import Diagnostic, Location, Related, error
from builder.load.nodes import Scalar

if TYPE_CHECKING:
    from builder.load.yaml_source import Source


def features(event: Any, source: "Source") -> None:
    """Put a `yaml-feature` error into the sink where an event is an alias, or has anchor or tag."""
    if isinstance(event, AliasEvent):
        mark, name = "*", "an alias"
    elif event.anchor is not None:
        mark, name = "&", "an anchor"
    elif event.tag is not None:
        mark, name = "!", "a tag"
    else:
        return
    message = f"A value that begins with {mark} is {name} to YAML, and these are not read here."
    hint = "Put the value in quotation marks."
    source.faults.append(error("yaml-feature", message, source.place(event), hint))


def duplicate(key: Scalar, earlier: Scalar) -> Diagnostic:
    """The error of a key that stands twice in one mapping."""
    message = f"“{key.text}” stands here a second time; the first is in line {earlier.line}."
    hint = "Keep one of the two, or give this one another name."
    first = Related(earlier.location, "It stands here first.")
    return error("duplicate-key", message, key.location, hint, first)


def no_key(place: Location) -> Diagnostic:
    """The error of a list or mapping as a key."""
    message = "A list or mapping stands where the name of a field is wanted."
    return error("wrong-type", message, place, "Write “name: value”.")


def too_deep(deepest: int, place: Location) -> Diagnostic:
    """The error of brackets in brackets without an end; it ends the reading."""
    message = f"Lists and mappings stand more than {deepest} deep in each other here."
    return error("yaml-too-deep", message, place, "Close the brackets that are still open.")


def second_document(place: Location) -> Diagnostic:
    """The error of a second document in one file; it ends the reading."""
    message = "A line of three hyphens begins a second document, and a file may hold only one."
    return error("yaml-second-document", message, place, "Delete the line.")
