"""Decoders of single values: texts, choices, references, addresses, numbers, Markdown."""

import re
from collections.abc import Callable

from builder.ground.diagnostics import short, warning
from builder.ground.expressions import expression
from builder.ground.guess import closest, proposal
from builder.ground.slugs import slugify
from builder.ground.urls import is_absolute, refusal
from builder.load.schema.context import Context, Decoder, Fault, refuse, wrong_shape
from builder.load.yaml.nodes import Mapping, Node, Scalar, Sequence
from builder.model.refs import KIND_WORDS, KINDS, PAGED, Ref
from builder.model.values import Coordinates, Href, Url

_HALF_SCHEME = expression(r"(?:https?:?/+|https?:)(.+)", re.IGNORECASE)
_NUMBER = expression(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_LINK = expression(r"\[([^\[\]]*)\]\([^()\s]*\)")
_TextDecoder = Callable[[str, Node, Context], object]
"""From a text, and the node that holds it, to what it stands for, or FAULT after saying why."""
_FULL = "Write a full address, such as https://example.org/page."
_YES_OR_NO = "Write true or false."
_YES_NO = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}


def text(node: Node, path: str, context: Context) -> str | Fault:
    """A text on one line."""
    if not isinstance(node, Scalar):
        return wrong_shape(context, "a text", node, _text_hint(node))
    if "](" in node.text and (link := _LINK().search(node.text)):
        context.diagnostics.append(
            warning(
                "markup-shown",
                f"“{short(link[0])}” stands in a plain text; readers will see it as typed.",
                node.location,
                f"Write the words alone: {link[1]}",
            )
        )
    return on_one_line(node.text)


def on_one_line(text: str) -> str:
    """The text with spaces for its line breaks, and without white space around its lines."""
    if "\n" in text:
        return " ".join(part for line in text.split("\n") if (part := line.strip()))
    return text.strip()


def _of_text(decode_text: _TextDecoder) -> Decoder:
    """A decoder of what a text stands for."""

    def decode(node: Node, path: str, context: Context) -> object:
        value = text(node, path, context)
        return value if isinstance(value, Fault) else decode_text(value, node, context)

    return decode


def _text_hint(node: Mapping | Sequence) -> str:
    if isinstance(node, Mapping):
        return 'A text that holds a colon stands in quotation marks: "Part 1: the start".'
    bracket = "a text that begins with a bracket stands in quotation marks."
    if len(node.items) == 1 and isinstance(item := node.items[0], Scalar):
        return f"Write “{short(item.text)}”, without brackets or a hyphen; {bracket}"
    return f"Write one text, without brackets or hyphens; {bracket}"


def prose(node: Node, path: str, context: Context) -> object:
    """Markdown, through the context's reader."""
    if not isinstance(node, Scalar):
        return wrong_shape(context, "a text", node, _text_hint(node))
    value, diagnostics = context.prose(node, path)
    context.diagnostics.extend(diagnostics)
    return value


def boolean(node: Node, path: str, context: Context) -> object:
    """A plain `true` or `false`."""
    if not isinstance(node, Scalar):
        return wrong_shape(context, "true or false", node)
    if node.style == "plain" and node.text in ("true", "false"):
        return node.text == "true"
    word = _YES_NO.get(node.text.lower(), node.text.lower())
    bare = "" if node.style == "plain" else ", without quotation marks"
    hint = f"Write {word}{bare}." if word in ("true", "false") else _YES_OR_NO
    return refuse(context, "wrong-type", "True or false is wanted here.", node, hint)


def choice(options: tuple[str, ...]) -> Decoder:
    """A decoder of one of a few words."""

    def decode(value: str, node: Node, context: Context) -> object:
        if value in options:
            return value
        message = f"“{value}” is not one of the words that may stand here."
        near = closest(value, options)
        hint = proposal(value, options, near)
        if near and value.casefold() not in options:  # it may be no slip
            hint += f" Known are: {', '.join(options)}."
        return refuse(context, "unknown-choice", message, node, hint)

    return _of_text(decode)


@_of_text
def href(value: str, node: Node, context: Context) -> object:
    """An address that may become a link: outside, or on this site."""
    if why := refusal(value):
        return _refuse_address(why, node, context, _page_of(_reference(value)) or _FULL)
    return Href(value)


def _page_of(ref: Ref | None) -> str:
    """What to write for an entry where an address on this site will do; "" for any other text."""
    if ref is None:
        return ""
    kind = KINDS[ref.kind]
    return f"Write its page: /{kind.folder}/{ref.id}/" if kind in PAGED else ""


def _refuse_address(why: str, node: Node, context: Context, hint: str) -> object:
    message = f"This address may not be used: {why}."
    return refuse(context, "refused-address", message, node, hint)


@_of_text
def url(value: str, node: Node, context: Context) -> object:
    """The whole address of a place outside the site."""
    if why := refusal(value):
        return _refuse_address(why, node, context, _FULL)
    if is_absolute(value):
        return Url(value)
    message = f"“{value}” is not the whole address of a place outside this site."
    return refuse(context, "refused-address", message, node, _made_whole(value))


def _made_whole(url: str) -> str:
    """The address to write where it is clear which host is meant."""
    half = _HALF_SCHEME().fullmatch(url)
    rest = half[1] if half else url
    return f"Write https://{rest}" if "." in rest.strip(".").partition("/")[0] else _FULL


def _of_reference(decode_text: _TextDecoder) -> Decoder:
    """A decoder of what a text stands for, which may be a reference."""
    of_text = _of_text(decode_text)

    def decode(node: Node, path: str, context: Context) -> object:
        if isinstance(node, Mapping):
            return _spaced_reference(node, context)
        if isinstance(node, Sequence) and len(node.items) > 1:
            first = node.items[0]
            hint = f"Write {short(first.text)} alone." if isinstance(first, Scalar) else ""
            return wrong_shape(context, "one alone", node, hint)
        return of_text(node, path, context)

    return decode


@_of_reference
def reference(value: str, node: Node, context: Context) -> object:
    """`kind:id`, of a known kind, or an id alone, whose kind is "".

    Whether there is such an entry is for a later floor to say.
    """
    if ":" not in value:
        return Ref("", value)
    return _reference(value) or _no_reference(value, node, context)


@_of_reference
def text_or_reference(value: str, node: Node, context: Context) -> object:
    """A reference where the text begins with a known kind and a colon, else the text."""
    if ref := _reference(value):
        return ref
    kind, id_ = Ref.parse(value)
    spaced = any(c.isspace() for c in value)
    if id_ and (kind.strip() in KINDS or (not spaced and _kind_meant(kind))):
        return _no_reference(value, node, context)
    return value


def _reference(value: str) -> Ref | None:
    ref = Ref.parse(value)
    is_one = ref.kind in KINDS and ref.id and not any(c.isspace() for c in ref.id)
    return ref if is_one else None


def _no_reference(value: str, node: Node, context: Context) -> object:
    kind, id_ = (part.strip() for part in Ref.parse(value))
    if kind not in KINDS:
        message = f"There is no kind of entry called “{kind}”."
        hint = proposal(kind, tuple(KINDS), _kind_meant(kind))
        return refuse(context, "bad-reference", message, node, hint)
    form = f"Write kind:id, such as {kind}:{slugify(short(id_)) or 'mark-esper'}, without a space."
    return refuse(context, "bad-reference", f"“{value}” is not a reference.", node, form)


def _kind_meant(word: str) -> str:
    """The kind that an unknown word seems to mean; "" where nobody knows."""
    return KIND_WORDS.get(word.lower()) or closest(word, tuple(KINDS))


def _spaced_reference(node: Mapping, context: Context) -> object:
    key, value = node.pairs[0] if len(node.pairs) == 1 else (None, None)
    if key and key.text in KINDS and isinstance(value, Scalar):
        hint = f"Write {key.text}:{value.text}, without a space after the colon."
        return refuse(context, "bad-reference", "A reference holds no space.", node, hint)
    return wrong_shape(context, "a reference", node, "Write kind:id, such as person:mark-esper.")


def coordinates(node: Node, path: str, context: Context) -> object:
    """[longitude, latitude] in degrees, WGS 84, in the order of GeoJSON (RFC 7946)."""
    hint = "Write [longitude, latitude] in degrees, such as [44.39, 33.31] for Baghdad."
    if not isinstance(node, Sequence):
        return wrong_shape(context, "a list of two numbers", node, hint)
    numbers = [
        float(item.text)
        for item in node.items
        if isinstance(item, Scalar) and _NUMBER().fullmatch(item.text)
    ]
    if len(numbers) != 2 or len(node.items) != 2:
        return refuse(context, "bad-coordinates", "Two numbers are wanted here.", node, hint)
    longitude, latitude = numbers
    if abs(longitude) <= 180 and abs(latitude) <= 90:
        return Coordinates(longitude, latitude)
    if abs(longitude) <= 90 and abs(latitude) <= 180:
        hint = f"Longitude comes first: [{latitude:g}, {longitude:g}]."
    message = "Longitude goes from -180 to 180, latitude from -90 to 90."
    return refuse(context, "bad-coordinates", message, node, hint)
