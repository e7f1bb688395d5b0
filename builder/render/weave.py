"""Weaving: one text, its markup and all its annotations become HTML in a single pass.

Everything that stands over the text becomes a `Wrap`; `nesting` makes elements of them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from operator import attrgetter
from types import MappingProxyType

from markupsafe import Markup

from builder.ground.grouping import grouped
from builder.ground.urls import Address
from builder.ground.values import Value
from builder.model.prose import Atom, Leaf, Mark, Prose
from builder.pages.views.texts import Span
from builder.render.nesting import (
    EVENT,
    INLINE,
    QUOTE,
    SOLID,
    Wrap,
    leaves_woven,
    wrapped,
)

_UNWRAPPED = ("mention", "nolink", "noquote")
_HOLDING = ("blockquote", "ul", "ol", "dl")
"""Blocks whose paragraphs are not the article's own."""


class Extras(Value, frozen=True):
    """What a page adds to a text.

    `dateline`: words to set before those of the first plain paragraph. `notes`: what the margin
    says beside a span, by the span's role and start. `numbers`: by entry, the number of the note
    that its card becomes in print. `size`: gives the attributes of a picture's size. `footnote`:
    gives the name of a footnote, by its number, for who listens. `backlink`: likewise of the link
    back from it, by the number and the place in the text, which is "" where there is but one.
    `names_in`: the language of these two names, where it is another than the text's.
    """

    dateline: str = ""
    notes: Mapping[tuple[str, int], str] = MappingProxyType({})
    numbers: Mapping[str, int] = MappingProxyType({})
    size: Callable[[Address], str] = lambda _: ""
    footnote: Callable[[str], str] = str
    backlink: Callable[[str, str], str] = lambda number, place: number + place
    names_in: str = ""


PLAIN = Extras()


def weave(
    prose: Prose,
    spans: Sequence[Span],
    href: Callable[[Address], str],
    extras: Extras = PLAIN,
    inline: bool = False,
) -> Markup:
    """The HTML of a text with its annotations; its words are the words of the text, no other.

    Args:
        prose: The text.
        spans: Its annotations; those of role `link` and `image` tell where authors' links lead.
        href: Makes an address a link from the page the text stands on.
        extras: What the page adds.
        inline: Leave out the paragraph's tags where the text is a single paragraph.
    """
    by_role = grouped((span.role, span) for span in spans)
    images = {span.ref: Address(span.address) for span in by_role.get("image", ())}
    atoms = ((atom.at, _atom(atom, images, href, extras)) for atom in prose.atoms)
    woven = leaves_woven(prose, _wraps(prose, by_role, href, extras), atoms)
    first = _first(prose) if extras.dateline else None
    html: list[str] = []
    for part in _parts(prose, inline):
        if isinstance(part, Leaf):
            if part is first:
                dateline = escape(extras.dateline, quote=False)
                html.append(f'<span class="dateline">{dateline}</span>')
            html.append(next(woven))
        else:
            html.append(part)
    return Markup("".join(html))


def _wraps(
    prose: Prose,
    by_role: Mapping[str, Sequence[Span]],
    href: Callable[[Address], str],
    extras: Extras,
) -> list[Wrap]:
    """All that stands over the text: its own marks, and its annotations."""
    targets = {s.ref: href(Address(s.address)) for s in by_role.get("link", ())}
    links = sorted(_link(mark, targets) for mark in prose.marks if mark.element == "a")
    mentions = sorted(
        _mention(span, links, href, extras.numbers) for span in by_role.get("mention", ())
    )
    passages = [
        _passage(span, rank, extras.notes)
        for role, rank in (("quote", QUOTE), ("event", EVENT))
        for span in by_role.get(role, ())
    ]
    return [
        *links,
        *mentions,
        *(_moved(passage, links, mentions) for passage in passages),
        *(_inline(mark) for mark in prose.marks if mark.element not in ("a", *_UNWRAPPED)),
    ]


def _parts(prose: Prose, inline: bool) -> Sequence[str | Leaf]:
    if inline and len(prose.parts) == 3 and prose.parts[0] == "<p>":
        return prose.parts[1:2]
    return prose.parts


def _first(prose: Prose) -> Leaf | None:
    """The leaf of the first plain paragraph; in a text that has none, that of its first block."""
    others: list[Leaf] = []
    before = ""
    depth = 0
    for part in prose.parts:
        if isinstance(part, str):
            before = part
            depth += sum(part.count(f"<{tag}") - part.count(f"</{tag}") for tag in _HOLDING)
        elif part.zone == "text" and prose.text[part.start : part.end].strip():
            if before.endswith("<p>") and not depth:
                return part
            others.append(part)
    return next(iter(others), None)


def _attributes(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join([f' {name}="{escape(value)}"' for name, value in pairs if name != "id"])


def _link(mark: Mark, targets: dict[str, str]) -> Wrap:
    pairs = [
        (name, targets.get(value, value) if name == "href" else value)
        for name, value in mark.attributes
    ]
    return wrapped(mark.start, mark.end, SOLID, "a", _attributes(pairs))


def _inline(mark: Mark) -> Wrap:
    given = dict(mark.attributes)
    attributes = _attributes(mark.attributes)
    return wrapped(mark.start, mark.end, INLINE, mark.element, attributes, given.get("id", ""))


def _mention(
    span: Span,
    links: Sequence[Wrap],
    href: Callable[[Address], str],
    numbers: Mapping[str, int],
) -> Wrap:
    """A mention: a link, or only an id to point at. What crosses an author's link is cut there."""
    start, end = span.start, span.end
    for link in _reaching(links, start, end):
        if link.start < end and not (link.start <= start and end <= link.end):
            start, end = max(start, link.start), min(end, link.end)
    attributes = f' data-ref="{escape(span.ref)}"'
    if not span.address:
        return wrapped(start, end, SOLID, "span", attributes, span.id)
    link_ = escape(href(Address(span.address)))
    number = f' data-number="{numbers[span.ref]}"' if span.ref in numbers else ""
    attributes = f' class="mention"{attributes} href="{link_}"{number}'
    return wrapped(start, end, SOLID, "a", attributes, span.id)


def _passage(span: Span, rank: int, notes: Mapping[tuple[str, int], str]) -> Wrap:
    """A quotation, or a passage about events; without a `ref` it only holds one more event's id."""
    attributes = f' data-{span.role}="{escape(span.ref)}"' if span.ref else ""
    note = notes.get((span.role, span.start), "") if span.ref else ""
    return wrapped(span.start, span.end, rank, "span", attributes, span.id, note)


def _moved(passage: Wrap, *solids: Sequence[Wrap]) -> Wrap:
    """The passage, widened to all of a link or mention inside which it begins or ends."""
    start, end = passage.start, passage.end
    for solid in solids:
        for around in _reaching(solid, start, start):
            start = around.start
        for around in _reaching(solid, end, end):
            end = around.end
    return passage._replace(start=start, end=end)


def _reaching(apart: Sequence[Wrap], start: int, end: int) -> Sequence[Wrap]:
    """Those of the wraps, no two of which overlap, that reach into `text[start:end]`."""
    first = bisect_right(apart, start, key=attrgetter("end"))
    return apart[first : bisect_left(apart, end, key=attrgetter("start"))]


def _atom(
    atom: Atom, images: Mapping[str, Address], href: Callable[[Address], str], extras: Extras
) -> str:
    """The HTML of what stands between letters; `images` tell where pictures are."""
    match atom.element:
        case "br":
            return "<br>"
        case "img":
            return _image(atom, images, href, extras)
        case "backlink":
            return _way_back(atom, extras)
        case _:
            return _reference(atom, extras)


def _image(
    atom: Atom, images: Mapping[str, Address], href: Callable[[Address], str], extras: Extras
) -> str:
    given = dict(atom.attributes)
    size = ""
    if given.get("src") in images:
        address = images[given["src"]]
        given["src"], size = href(address), extras.size(address)
    return f'<img{_attributes(given.items())}{size} loading="lazy" decoding="async">'


def _reference(atom: Atom, extras: Extras) -> str:
    """The number of a footnote, as a link to it; it is read out by its name."""
    given = dict(atom.attributes)
    id_, target = escape(given.get("id", "")), escape(given.get("href", ""))
    number = escape(atom.content)
    said = f'role="doc-noteref"{_named(extras.footnote(atom.content), extras)}'
    return f'<sup class="footnote-ref"><a id="{id_}" href="{target}" {said}>{number}</a></sup>'


def _way_back(atom: Atom, extras: Extras) -> str:
    """A link from the end of a footnote to a reference to it, set apart from the words."""
    given = dict(atom.attributes)
    named = _named(extras.backlink(atom.content, given.get("place", "")), extras)
    return f' <a href="{escape(given.get("href", ""))}" role="doc-backlink"{named}>↩︎</a>'


def _named(name: str, extras: Extras) -> str:
    """The attributes of what is read out by this name."""
    language = f' lang="{escape(extras.names_in)}"' if extras.names_in else ""
    return f' aria-label="{escape(name)}"{language}'
