"""What decoding a value needs, and where it puts what it finds wrong."""

from collections.abc import Callable
from typing import Final, TypeAlias

from builder.ground.diagnostics import Diagnostic, Location, error
from builder.ground.values import Value
from builder.load.yaml.nodes import Mapping, Node, Scalar, Sequence
from builder.model.prose import Prose

ProseReader: TypeAlias = Callable[[Scalar, str], tuple[Prose, tuple[Diagnostic, ...]]]
"""From a Markdown value and the path of its field (`key_points[0]`) to prose."""


class Context(Value, frozen=True):
    """What decoding one mapping needs; `diagnostics` and `places` are filled while it runs."""

    prose: ProseReader
    diagnostics: list[Diagnostic]
    places: dict[str, Location]


class Fault:
    """The type of `FAULT`: what a decoder returns in the place of a value, once it has said why."""


FAULT: Final = Fault()
Decoder: TypeAlias = Callable[[Node, str, Context], object]
"""From a node and the path of its field to the value, or FAULT after saying why.

What is left empty counts as not given: it never comes to a decoder.
"""


def refuse(context: Context, code: str, message: str, node: Node, hint: str = "") -> Fault:
    """Put an error at the node into the sink."""
    context.diagnostics.append(error(code, message, node.location, hint))
    return FAULT


def wrong_shape(context: Context, wanted: str, node: Node, hint: str = "") -> Fault:
    """Say that something else than `wanted` ("a list") stands here."""
    message = f"{wanted.capitalize()} is wanted here, and this is {shape_of(node)}."
    return refuse(context, "wrong-type", message, node, hint)


def shape_of(node: Node) -> str:
    """The node's shape in words."""
    if isinstance(node, Sequence):
        return "a list"
    return "a mapping (“name: value”)" if isinstance(node, Mapping) else "a text"
