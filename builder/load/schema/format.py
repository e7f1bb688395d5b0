"""The format, derived from the model's classes: what may stand where, and decoding by it.

Each class is compiled once into closures. A field annotated with a description may be written;
others (`ref`, `origin`) are ours. All faults are told in one run.
"""

import datetime
import types
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from builder.ground.diagnostics import short
from builder.ground.values import fields, is_kind
from builder.load.schema import moments, scalars
from builder.load.schema.context import FAULT, Context, Decoder, refuse, wrong_shape
from builder.load.schema.records import record
from builder.load.schema.shapes import Field, Shape
from builder.load.yaml import nodes
from builder.model.dates import Edtf, Single
from builder.model.prose import Prose
from builder.model.refs import Ref
from builder.model.values import ONE_OR_MANY, Coordinates, Href, Moment, Url

_FEW = 4
"""Words that a name may have: a longer part between commas is one of a sentence."""

_NOT_PLAIN = frozenset(",:#[]{}\"'\\")
"""What a text that stands in brackets as it is must not hold."""

_SIMPLE: dict[object, Decoder] = {
    str: scalars.text,
    bool: scalars.boolean,
    Prose: scalars.prose,
    Ref: scalars.reference,
    Href: scalars.href,
    Url: scalars.url,
    Coordinates: scalars.coordinates,
    Edtf: moments.edtf,
    Single: moments.single,
    datetime.date: moments.day,
    Moment: moments.moment,
}


@cache
def shape(cls: type[Any]) -> Shape:
    """The format of a class of the model."""
    written = {field.name: field for field in map(_field, fields(cls)) if field is not None}
    required = tuple(field for field in written.values() if field.is_required)
    return Shape(cls, _noun(cls), written, required, getattr(cls, "SHORTHAND", ""))


def _field(field: Any) -> Field | None:
    if get_origin(field.type) is not Annotated:
        return None
    type_, *marks, description = get_args(field.type)
    type_, takes_one = _without_none(type_), ONE_OR_MANY in marks
    decode = _one_or_many(_decoder(type_)) if takes_one else _decoder(type_)
    return Field(field.name, type_, description, field.required, takes_one, decode)


def _without_none(type_: Any) -> Any:
    """`T` for `T | None`; other types as they are."""
    args = get_args(type_)
    rest = tuple(arg for arg in args if arg is not type(None))
    return rest[0] if len(rest) == 1 and len(args) == 2 and is_union(type_) else type_


def is_union(type_: Any) -> bool:
    """Whether a type is a choice of several."""
    return get_origin(type_) in (Union, types.UnionType)


def _noun(cls: type[Any]) -> str:
    """`OtherName` as "other name"."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in cls.__name__).strip()


def _decoder(type_: Any) -> Decoder:
    if type_ in _SIMPLE:
        return _SIMPLE[type_]
    origin, args = get_origin(type_), get_args(type_)
    if origin is Literal:
        return scalars.choice(args)
    if origin is tuple:
        return _list_of(_decoder(args[0]), _item_form(args[0]))
    if origin is Mapping:
        return _map_of(_decoder(args[1]))
    if is_union(type_):
        return scalars.text_or_reference
    if is_kind(type_):
        return record(shape(type_))
    raise TypeError(f"the format has no decoder for {type_}")


def _item_form(type_: Any) -> Shape | None:
    """The format of an item that must be made of fields; None where it may be a plain text."""
    is_plain = type_ in _SIMPLE or not is_kind(type_) or bool(getattr(type_, "SHORTHAND", ""))
    return None if is_plain else shape(type_)


def _list_of(decode_item: Decoder, form: Shape | None) -> Decoder:
    def decode(node: nodes.Node, path: str, context: Context) -> object:
        if not isinstance(node, nodes.Sequence):
            return wrong_shape(context, "a list", node, _list_hint(node, form))
        values: list[object] = []
        for item in node.items:
            name = f"{path}[{len(values)}]"
            context.places[name] = item.location
            if isinstance(item, nodes.Scalar) and item.is_empty:
                refuse(context, "wrong-type", "This item of the list is empty.", item, "Delete it.")
                continue
            value = decode_item(item, name, context)
            if value is not FAULT:
                values.append(value)
        return tuple(values) if values or not node.items else FAULT

    return decode


def _list_hint(node: nodes.Node, form: Shape | None) -> str:
    """What to type where a list is wanted: the one item, if there is one, as a list."""
    if form:
        from builder.load.schema.slips import item_hint  # only faulty files pay for it

        return item_hint(form, node)
    if not isinstance(node, nodes.Scalar):
        return "Write each item on a line: “- item”."
    words = node.text.removeprefix("-").split(" -")[0]
    if node.text.startswith("-"):
        return f"Write “- {words}”, with a space after the hyphen."
    parts = words.split(", ")
    if len(parts) > 1 and all(len(part.split()) <= _FEW for part in parts):
        alone = f"“- {short(words)}” on a line of its own"
        return f"If these are {len(parts)}, write [{short(words)}], else {alone}."
    if _NOT_PLAIN.isdisjoint(words):
        mark = "" if node.style == "plain" else '"'  # what stood in marks may need them: @esper
        return f"Write [{mark}{short(words)}{mark}]."
    return f"Write “- {short(words)}” on a line of its own."


def _map_hint(node: nodes.Node) -> str:
    """What to type where names and their values are wanted: an address alone needs its name."""
    if isinstance(node, nodes.Scalar) and "://" in node.text:
        return f"Write “website: {short(node.text)}” on a line of its own, indented."
    return "Write “name: value” on a line of its own."


def _one_or_many(decode_list: Decoder) -> Decoder:
    """A decoder of one item, or of a list that counts only as a whole."""

    def decode(node: nodes.Node, path: str, context: Context) -> object:
        many = node if isinstance(node, nodes.Sequence) else nodes.Sequence((node,), node.location)
        pieces = decode_list(many, path, context)
        is_whole = isinstance(pieces, tuple) and len(pieces) == len(many.items)
        return pieces if is_whole else FAULT

    return decode


def _map_of(decode_value: Decoder) -> Decoder:
    def decode(node: nodes.Node, path: str, context: Context) -> object:
        if not isinstance(node, nodes.Mapping):
            return wrong_shape(context, "a mapping", node, _map_hint(node))
        values = {}
        for key, item in node.pairs:
            name = f"{path}.{key.text}"
            context.places[name] = item.location
            if isinstance(item, nodes.Scalar) and item.is_empty:
                continue
            value = decode_value(item, name, context)
            if value is not FAULT:
                values[key.text] = value
        return values

    return decode
