"""What to type for a field that does not exist, or where a text stands for a mapping of fields."""

from collections.abc import Iterator
from difflib import get_close_matches
from itertools import takewhile
from typing import get_args, get_origin

from builder.ground.diagnostics import Diagnostic, Edit, Fix, error, short, with_article
from builder.ground.guess import closest, most_like, proposal
from builder.ground.values import is_kind
from builder.load.schema.format import shape
from builder.load.schema.shapes import Shape
from builder.load.schema.synonyms import MEANT, WITHIN
from builder.load.yaml.nodes import Mapping, Node, Scalar
from builder.model.articles import FrontMatter, PageFrontMatter

_OBVIOUS = 0.75  # one letter too many, too few, other or swapped in a word of four
_MOST_STRANGE = 20
"""Keys of one mapping that are compared with each other."""
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


def fields_hint(form: Shape, node: Node, path: str) -> str:
    """What to type where a mapping is wanted: the text that stands there, as one of its fields."""
    known = f"fields are: {', '.join(form.fields)}."
    if not isinstance(node, Scalar):
        return f"Its {known}"
    first, *others = _written(form, node.text)
    below = ", and below it " + " and ".join(f"“{field}”" for field in others) if others else ""
    if path.endswith("]"):
        return f"Write “- {first}”{below}; its {known}"
    return f"Write “{first}” on a line of its own, indented{below}; its {known}"


def item_hint(form: Shape, node: Node) -> str:
    """What to type where a list of mappings is wanted: the text that stands there, as an item."""
    first, *others = _written(form, node.text if isinstance(node, Scalar) else "…")
    written = {line.partition(":")[0] for line in (first, *others)}
    below = [*(f"“{line}”" for line in others), *(one for one in form.fields if one not in written)]
    rest = f", and below it what else is known: {', '.join(below)}" if below else ""
    return f"Write “- {first}” on a line of its own{rest}."


def _written(form: Shape, text: str) -> Iterator[str]:
    """The fields to write for a text: the one that it seems to be, and those that are required."""
    plain = (name for name, field in form.fields.items() if field.type is str)
    own = "url" if "url" in form.fields and "://" in text else next(plain, next(iter(form.fields)))
    needed = {field.name for field in form.required}
    for name in form.fields:
        if name == own or name in needed:
            yield f"{name}: {short(text) if name == own else '…'}"


def pair_fault(form: Shape, node: Mapping) -> Diagnostic | None:
    """The error of `Dates: /timeline/`, which gives both required fields at once."""
    if len(form.required) != 2 or len(node.pairs) != 1:
        return None
    (first, second), ((key, value),) = form.required, node.pairs
    if not isinstance(value, Scalar) or value.is_empty or _is_like_a_field(form, key):
        return None
    below = f"{second.name}: {short(value.text)}"
    hint = f"Write “{first.name}: {short(key.text)}”, and below it “{below}”."
    return _unknown(form, key, hint)


def _is_like_a_field(form: Shape, key: Scalar) -> bool:
    word = key.text.casefold()
    is_meant = any(name in form.fields for name in MEANT.get(word, ()))
    return is_meant or bool(most_like(word, form.fields, _OBVIOUS))


def unknown_key(form: Shape, key: Scalar, node: Mapping) -> tuple[Diagnostic, str]:
    """The error of a field that does not exist, and the name of the field surely meant, or ""."""
    field, colon, value = key.text.partition(":")
    if colon and field in form.fields:
        message = "A space is missing after the colon."
        return error("yaml-syntax", message, key.location, f"Write “{field}: {value}”."), field
    if hint := _comma_hint(key, node):
        return _unknown(form, key, hint), ""
    word = key.text.casefold()
    known = () if word in form.fields else MEANT.get(word, ())
    fitting = [name for name in known if name in form.fields]
    meant = next(
        (name for name in fitting if node.get(name) is None), fitting[0] if fitting else ""
    )
    part = "" if meant else _article_hint(form, key) or _part_hint(form, key)
    fields = tuple(form.fields)
    typed = "" if known else key.text  # a word that says something else is no slip of a field
    there = "" if part else _there_hint(meant or closest(typed, fields), node)
    fault = _unknown(form, key, part or there or proposal(typed, fields, meant))
    if meant or part:  # another word is no slip of the keyboard
        return fault, meant
    fix = _respelled(form, key, node)
    return fault._replace(fix=fix), fix.edits[0].replacement if fix else ""


def _unknown(form: Shape, key: Scalar, hint: str) -> Diagnostic:
    whole = _WHOLES.get(form.noun) or with_article(form.noun)
    message = f"“{short(key.text)}” is not a field of {whole}."
    return error("unknown-key", message, key.location, hint)


def _there_hint(name: str, node: Mapping) -> str:
    """What to do about a field that is surely meant for this one, where it is given already."""
    given = next((key for key, _ in node.pairs if key.text == name), None)
    return f"“{name}” stands in line {given.line} already: keep one of the two." if given else ""


def _article_hint(form: Shape, key: Scalar) -> str:
    """What to do about a field that articles alone have, in a further page."""
    if form.type is not PageFrontMatter or key.text not in shape(FrontMatter).fields:
        return ""
    return "Articles alone have it: move the file to content/ if it is one, or take this out."


def _part_hint(form: Shape, key: Scalar) -> str:
    """Where to write a field of a part, such as a membership, that stands one level too high."""
    word = key.text.casefold()
    if WITHIN.get(word) in form.fields:
        return f"Write it below “{WITHIN[word]}:”, indented, as “{word}: …”."
    if key.text in _GENERAL:
        return ""
    for field in form.fields.values():
        is_list = get_origin(field.type) is tuple
        part = get_args(field.type)[0] if is_list else field.type
        if is_kind(part) and key.text in shape(part).fields:
            dash = "- " if is_list else ""
            return f"Write it below “{field.name}:”, indented, as “{dash}{key.text}: …”."
    return ""


def _comma_hint(key: Scalar, node: Mapping) -> str:
    """What to type where the key is a part of a value in braces, cut by a comma; else ""."""
    pairs = node.pairs
    at = here = next(index for index, (name, _) in enumerate(pairs) if name is key)
    while at and _is_bare(*pairs[at]):
        at -= 1
    name, value = pairs[at]
    if at == here or not isinstance(value, Scalar) or value.is_empty:
        return ""
    cut = takewhile(lambda pair: _is_bare(*pair), pairs[at + 1 :])
    whole = ", ".join((value.text, *(part.text for part, _ in cut)))
    return (
        "A comma ends a value in braces. "
        f'Put the whole value in quotation marks: {name.text}: "{short(whole, 80)}"'
    )


def _is_bare(key: Scalar, value: Node) -> bool:
    """Whether a key in braces stands without colon and value."""
    if not isinstance(value, Scalar) or value.text:
        return False
    return value.line == key.line and value.column <= key.column + key.length


def _respelled(form: Shape, key: Scalar, node: Mapping) -> Fix | None:
    """The fix of an obvious slip: one known field alone is very like the key, and not given yet."""
    close = get_close_matches(key.text.casefold(), list(form.fields), 2, _OBVIOUS)
    if len(close) != 1 or node.get(close[0]) is not None or key.length != len(key.text):
        return None
    strange = [name.text.casefold() for name, _ in node.pairs if name.text not in form.fields]
    if len(strange) > _MOST_STRANGE:
        return None
    if len(get_close_matches(close[0], strange, 2, _OBVIOUS)) > 1:  # only one of them can be it
        return None
    return Fix(f"Write “{close[0]}”.", (Edit(key.location, close[0]),))
