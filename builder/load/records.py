"""Mappings with known fields: decoding by a format, and what is said of wrong or missing ones."""

from collections.abc import Iterator, Mapping
from itertools import takewhile
from typing import Annotated, Any, get_args, get_origin

from builder.ground.diagnostics import Edit, Fix, error, short
from builder.ground.guess import most_like, proposal
from builder.ground.values import Value, fields, is_kind
from builder.load import nodes
from builder.load.context import FAULT, Context, Decoder, refuse, with_article, wrong_shape
from builder.load.limits import too_many

_OBVIOUS = 0.75  # one letter too many, too few, other or swapped in a word of four
_MOST_STRANGE = 20
"""Keys of one mapping that are compared with each other."""
_MEANT = {
    "aka": ("other_names",),
    "author": ("byline",),
    "bio": ("summary",),
    "birthday": ("birth_date",),
    "born": ("birth_date",),
    "caption": ("alt",),
    "definition": ("summary",),
    "description": ("summary", "definition"),
    "died": ("death_date",),
    "full_name": ("name",),
    "href": ("url",),
    "lat": ("coordinates",),
    "latitude": ("coordinates",),
    "link": ("url",),
    "location": ("coordinates",),
    "lon": ("coordinates",),
    "longitude": ("coordinates",),
    "meaning": ("expansion", "definition"),
    "name": ("title", "term", "short"),
    "nicknames": ("other_names",),
    "person": ("speaker", "name"),
    "photo": ("image",),
    "picture": ("image",),
    "quotation": ("exact",),
    "quote": ("exact",),
    "subtitle": ("standfirst", "tagline"),
    "text": ("exact", "body"),
    "when": ("date",),
    "who": ("speaker",),
    "words": ("exact",),
}
"""Words that editors try, and the fields that have what they mean."""
_GENERAL = frozenset(("date", "name", "note", "text", "title", "url"))
"""Fields of parts that say nothing of the part: a person's “title” is none of a source."""
_WHOLES = {
    "settings": "site.yaml",
    "front matter": "an article's front matter",
    "page front matter": "a page's front matter",
    "nav item": "a link in “nav”",
    "check": "“check”",
    "linking": "“linking”",
    "theme": "“theme”",
}


class Field(Value, frozen=True):
    """A field that may be written: its type without `Annotated` and None, and its decoder."""

    name: str
    type: Any
    description: str
    is_required: bool
    decode: Decoder


class Shape(Value, frozen=True):
    """A class of the model as a format. `shorthand`: the field that a plain text stands for."""

    type: type[Any]
    noun: str
    fields: Mapping[str, Field]
    required: tuple[Field, ...]
    shorthand: str


def record(form: Shape) -> Decoder:
    """A decoder of a mapping, or of the plain text that stands for it, to the format's class."""

    def decode(node: nodes.Node, path: str, context: Context) -> object:
        if isinstance(node, nodes.Scalar) and form.shorthand and not node.is_empty:
            field = form.fields[form.shorthand]
            context.places[f"{path}.{field.name}"] = node.location
            value = field.decode(node, path, context)
            return FAULT if value is FAULT else form.type(**{field.name: value})
        if not isinstance(node, nodes.Mapping):
            return wrong_shape(context, "a mapping", node, _fields_hint(form, node, path))
        if hint := _pair_hint(form, node):
            key = node.pairs[0][0]
            message = f"“{short(key.text)}” is not a field of {_whole(form)}."
            return refuse(context, "unknown-key", message, key, hint)
        owner = f"This {form.noun}"
        values = read_fields(form, node, context, prefix=f"{path}.", owner=owner, place=node)
        return FAULT if values is None else form.type(**values)

    return decode


def _fields_hint(form: Shape, node: nodes.Node, path: str) -> str:
    """What to type where a mapping is wanted: the text that stands there, as one of its fields."""
    known = f"fields are: {', '.join(form.fields)}."
    if not isinstance(node, nodes.Scalar) or node.is_empty:
        return f"Its {known}"
    first, *others = _written(form, node.text)
    below = ", and below it " + " and ".join(f"“{field}”" for field in others) if others else ""
    if path.endswith("]"):
        return f"Write “- {first}”{below}; its {known}"
    return f"Write “{first}” on a line of its own, indented{below}; its {known}"


def _written(form: Shape, text: str) -> Iterator[str]:
    """The fields to write for a text: the one that it seems to be, and those that are required."""
    plain = (name for name, field in form.fields.items() if field.type is str)
    own = "url" if "url" in form.fields and "://" in text else next(plain, next(iter(form.fields)))
    needed = {field.name for field in form.required}
    for name in form.fields:
        if name == own or name in needed:
            yield f"{name}: {short(text) if name == own else '…'}"


def _pair_hint(form: Shape, node: nodes.Mapping) -> str:
    """What to type for `Dates: /timeline/`, which gives both required fields at once; else ""."""
    if len(form.required) != 2 or len(node.pairs) != 1:
        return ""
    (first, second), ((key, value),) = form.required, node.pairs
    if not isinstance(value, nodes.Scalar) or value.is_empty or _is_like_a_field(form, key):
        return ""
    below = f"{second.name}: {short(value.text)}"
    return f"Write “{first.name}: {short(key.text)}”, and below it “{below}”."


def _is_like_a_field(form: Shape, key: nodes.Scalar) -> bool:
    word = key.text.casefold()
    return word in _MEANT or bool(most_like(word, form.fields, _OBVIOUS))


def read_fields(
    form: Shape,
    node: nodes.Mapping,
    context: Context,
    *,
    prefix: str = "",
    owner: str,
    place: nodes.Node,
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
            meant.add(_unknown_key(form, key, node, context))
            continue
        if type(value) is nodes.Scalar and value.is_empty:
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


def _unknown_key(form: Shape, key: nodes.Scalar, node: nodes.Mapping, context: Context) -> str:
    """Say that there is no such field; the field that is surely meant, or ""."""
    message = f"“{short(key.text)}” is not a field of {_whole(form)}."
    if hint := _comma_hint(key, node):
        refuse(context, "unknown-key", message, key, hint)
        return ""
    known = _MEANT.get(key.text.casefold(), ())
    meant = next((name for name in known if name in form.fields), "")
    part = "" if meant else _part_hint(form, key)
    hint = part or proposal(key.text, tuple(form.fields), meant)
    fault = error("unknown-key", message, key.location, hint)
    is_slip = not (meant or part)  # another word is no slip of the keyboard
    fix = _respelled(form, key, node) if is_slip else None
    context.diagnostics.append(fault._replace(fix=fix))
    return fix.edits[0].replacement if fix else meant


def _part_hint(form: Shape, key: nodes.Scalar) -> str:
    """Where to write a field of a part, such as a membership, that stands one level too high."""
    if key.text in _GENERAL:
        return ""
    for field in form.fields.values():
        is_list = get_origin(field.type) is tuple
        part = get_args(field.type)[0] if is_list else field.type
        named = [one for one in fields(part) if one.name == key.text] if is_kind(part) else []
        if named and get_origin(named[0].type) is Annotated:  # others are ours, as in the schema
            dash = "- " if is_list else ""
            return f"Write it below “{field.name}:”, indented, as “{dash}{key.text}: …”."
    return ""


def _comma_hint(key: nodes.Scalar, node: nodes.Mapping) -> str:
    """What to type where the key is a part of a value in braces, cut by a comma; else ""."""
    pairs = node.pairs
    at = here = next(index for index, (name, _) in enumerate(pairs) if name is key)
    while at and _is_bare(*pairs[at]):
        at -= 1
    name, value = pairs[at]
    if at == here or not isinstance(value, nodes.Scalar) or value.is_empty:
        return ""
    cut = takewhile(lambda pair: _is_bare(*pair), pairs[at + 1 :])
    whole = ", ".join((value.text, *(part.text for part, _ in cut)))
    return (
        "A comma ends a value in braces. "
        f'Put the whole value in quotation marks: {name.text}: "{short(whole, 80)}"'
    )


def _is_bare(key: nodes.Scalar, value: nodes.Node) -> bool:
    """Whether a key in braces stands without colon and value."""
    if not isinstance(value, nodes.Scalar) or value.text:
        return False
    return value.line == key.line and value.column <= key.column + key.length


def _respelled(form: Shape, key: nodes.Scalar, node: nodes.Mapping) -> Fix | None:
    """The fix of an obvious slip: one known field alone is very like the key, and not given yet."""
    from difflib import get_close_matches  # only faulty files pay for it

    close = get_close_matches(key.text.casefold(), list(form.fields), 2, _OBVIOUS)
    if len(close) != 1 or node.get(close[0]) is not None or key.length != len(key.text):
        return None
    strange = [name.text.casefold() for name, _ in node.pairs if name.text not in form.fields]
    if len(strange) > _MOST_STRANGE:
        return None
    if len(get_close_matches(close[0], strange, 2, _OBVIOUS)) > 1:  # only one of them can be it
        return None
    return Fix(f"Write “{close[0]}”.", (Edit(key.location, close[0]),))


def _whole(form: Shape) -> str:
    """What the fields belong to, with its article."""
    return _WHOLES.get(form.noun) or with_article(form.noun)


def _missing(
    field: Field, node: nodes.Mapping, owner: str, place: nodes.Node, context: Context
) -> None:
    value = node.get(field.name)
    state = "has no" if value is None else "has an empty"
    hint = f"Add “{field.name}: …” ({field.description.rstrip('.')})."
    refuse(context, "missing-field", f"{owner} {state} “{field.name}”.", value or place, hint)
