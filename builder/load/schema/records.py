"""Mappings with known fields, decoded by a format."""

from typing import Any

from builder.load.limits import too_many
from builder.load.schema.context import FAULT, Context, Decoder, refuse, wrong_shape
from builder.load.schema.shapes import Field, Shape
from builder.load.yaml.nodes import Mapping, Node, Scalar


def record(form: Shape) -> Decoder:
    """A decoder of a mapping, or of the plain text that stands for it, to the format's class."""

    def decode(node: Node, path: str, context: Context) -> object:
        if isinstance(node, Scalar) and form.shorthand:
            field = form.fields[form.shorthand]
            context.places[f"{path}.{field.name}"] = node.location
            value = field.decode(node, path, context)
            return FAULT if value is FAULT else form.type(**{field.name: value})
        if not isinstance(node, Mapping):
            from builder.load.schema.slips import fields_hint  # only faulty files pay for it

            return wrong_shape(context, "a mapping", node, fields_hint(form, node, path))
        if len(node.pairs) < len(form.required):
            from builder.load.schema.slips import pair_fault

            if fault := pair_fault(form, node):
                context.diagnostics.append(fault)
                return FAULT
        owner = f"This {form.noun}"
        values = read_fields(form, node, context, prefix=f"{path}.", owner=owner, place=node)
        return FAULT if values is None else form.type(**values)

    return decode


def read_fields(
    form: Shape,
    node: Mapping,
    context: Context,
    *,
    prefix: str = "",
    owner: str,
    place: Node,
) -> dict[str, Any] | None:
    """The fields of a mapping as arguments for `form.type`; None when a required one has no value.

    Args:
        form: the format.
        node: the mapping.
        context: sinks for diagnostics and places.
        prefix: what stands before a field's name in its path: "" or `sources[0].`.
        owner: the beginning of a sentence: "The person “mark-esper”".
        place: where a missing field is missing.
    """
    values: dict[str, Any] = {}
    known, meant = form.fields, set[str]()
    for key, value in node.pairs:
        field = known.get(key.text)
        if field is None:
            if too_many(context.diagnostics, key.location):
                break
            from builder.load.schema.slips import unknown_key  # only faulty files pay for it

            fault, name = unknown_key(form, key, node)
            context.diagnostics.append(fault)
            meant.add(name)
            continue
        if type(value) is Scalar and value.is_empty:
            continue
        path = prefix + field.name
        context.places[path] = value.location
        decoded = field.decode(value, path, context)
        if decoded is not FAULT and not (decoded == () and field.is_required):
            values[field.name] = decoded
        elif decoded is FAULT and field.is_required:
            values[field.name] = FAULT  # said already
    missing = [field for field in form.required if field.name not in values]
    for field in missing:
        if field.name not in meant:  # a misspelt field is one fault, not two
            _missing(field, node, owner, place, context)
    return None if missing or FAULT in values.values() else values


def _missing(field: Field, node: Mapping, owner: str, place: Node, context: Context) -> None:
    value = node.get(field.name)
    state = "has no" if value is None else "has an empty"
    hint = f"Add “{field.name}: …” ({field.description.rstrip('.')})."
    refuse(context, "missing-field", f"{owner} {state} “{field.name}”.", value or place, hint)
