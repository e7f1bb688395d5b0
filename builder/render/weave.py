"""Weaving: one text, its markup and all its annotations become HTML in a single pass.

Everything that stands over the text is a `Wrap`. Wraps overlap as they like; elements must nest.
So at every boundary the wraps that cannot stay open are closed and opened again behind it. Links
and mentions are solid: they are never split, what crosses them is.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from types import MappingProxyType

from markupsafe import Markup

from builder.ground.urls import Address
from builder.ground.values import Value, replaced
from builder.model.prose import Atom, Leaf, Mark, Prose
from builder.pages.views.texts import Span
from builder.render.overlaps import Overlaps

_EVENT, _QUOTE, _SOLID, _INLINE = range(4)
_UNWRAPPED = ("mention", "nolink")


class Wrap(Value, frozen=True):
    """An element over `text[start:end]`. `rank` orders wraps over the same words, outermost first.

    `id` and `note` are written on the first piece alone.
    """

    start: int
    end: int
    rank: int
    tag: str
    attributes: str
    id: str = ""
    note: str = ""


class Extras(Value, frozen=True):
    """What a page adds to a text.

    `dateline` are words to set before the first ones. `notes` are what the margin says beside a
    span, by its role and start. `numbers` are those of the notes that entries have in print.
    `size` gives the attributes of a picture's size.
    """

    dateline: str = ""
    notes: Mapping[tuple[str, int], str] = MappingProxyType({})
    numbers: Mapping[str, int] = MappingProxyType({})
    size: Callable[[Address], str] = lambda _: ""


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
    targets = {
        span.ref: href(Address(span.address)) for span in spans if span.role in ("link", "image")
    }
    links = [_link(mark, targets) for mark in prose.marks if mark.element == "a"]
    linked = Overlaps(sorted(links, key=_outermost_first))
    mentions = [
        _mention(span, linked, href, extras.numbers) for span in spans if span.role == "mention"
    ]
    solid = Overlaps(sorted((*links, *mentions), key=_outermost_first))
    notes = extras.notes
    wraps = [
        *links,
        *mentions,
        *(_moved(_quote(span, notes), solid) for span in spans if span.role == "quote"),
        *(_moved(_event(span, notes), solid) for span in spans if span.role == "event"),
        *(_inline(mark) for mark in prose.marks if mark.element not in ("a", *_UNWRAPPED)),
    ]
    html: list[str] = []
    sizes = {span.ref: extras.size(Address(span.address)) for span in spans if span.role == "image"}
    atoms = [(atom, _atom(atom, targets, sizes)) for atom in prose.atoms]
    leaves = _LeafWeaver(prose, wraps, atoms)
    dateline = extras.dateline
    for part in _parts(prose, inline):
        if isinstance(part, Leaf):
            if dateline:
                html.append(f'<span class="dateline">{escape(dateline, quote=False)}</span>')
                dateline = ""
            html.append(leaves.weave(part))
        else:
            html.append(part)
    return Markup("".join(html))


def _parts(prose: Prose, inline: bool) -> Sequence[str | Leaf]:
    if inline and len(prose.parts) == 3 and prose.parts[0] == "<p>":
        return prose.parts[1:2]
    return prose.parts


def _attributes(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in pairs if name != "id")


def _link(mark: Mark, targets: dict[str, str]) -> Wrap:
    pairs = [
        (name, targets.get(value, value) if name == "href" else value)
        for name, value in mark.attributes
    ]
    return Wrap(mark.start, mark.end, _SOLID, "a", _attributes(pairs))


def _inline(mark: Mark) -> Wrap:
    given = dict(mark.attributes)
    attributes = _attributes(mark.attributes)
    return Wrap(mark.start, mark.end, _INLINE, mark.element, attributes, given.get("id", ""))


def _mention(
    span: Span,
    links: Overlaps[Wrap],
    href: Callable[[Address], str],
    numbers: Mapping[str, int],
) -> Wrap:
    """A mention: a link of its own, or a place to point at; one that crosses a link ends there."""
    start, end = span.start, span.end
    for link in links.near(start, end):
        if link.start < end and start < link.end and not (link.start <= start and end <= link.end):
            start, end = max(start, link.start), min(end, link.end)
    attributes = [("data-ref", span.ref)]
    if span.address:
        attributes = [("class", "mention"), *attributes, ("href", href(Address(span.address)))]
        if span.ref in numbers:
            attributes.append(("data-number", str(numbers[span.ref])))
    return Wrap(
        start, end, _SOLID, "a" if span.address else "span", _attributes(attributes), span.id
    )


def _quote(span: Span, notes: Mapping[tuple[str, int], str]) -> Wrap:
    attributes = _attributes([("data-quote", span.ref)])
    note = notes.get(("quote", span.start), "")
    return Wrap(span.start, span.end, _QUOTE, "span", attributes, span.id, note)


def _event(span: Span, notes: Mapping[tuple[str, int], str]) -> Wrap:
    attributes = _attributes([("data-event", span.ref)] if span.ref else [])
    note = notes.get(("event", span.start), "") if span.ref else ""
    return Wrap(span.start, span.end, _EVENT, "span", attributes, span.id, note)


def _moved(wrap: Wrap, solid: Overlaps[Wrap]) -> Wrap:
    """The wrap with a boundary that falls inside a link or mention moved to that one's edge."""
    start, end = wrap.start, wrap.end
    for other in solid.near(start, end):
        if other.start < start < other.end:
            start = other.start
        if other.start < end < other.end:
            end = other.end
    return replaced(wrap, start=start, end=end)


def _atom(atom: Atom, targets: dict[str, str], sizes: dict[str, str]) -> str:
    if atom.element == "br":
        return "<br>"
    pairs = [
        (name, targets.get(value, value) if name == "src" else value)
        for name, value in atom.attributes
    ]
    if atom.element == "img":
        size = sizes.get(dict(atom.attributes).get("src", ""), "")
        return f'<img{_attributes(pairs)}{size} loading="lazy" decoding="async">'
    return _reference(atom)


def _reference(atom: Atom) -> str:
    """The number of a footnote, as a link to it."""
    given = dict(atom.attributes)
    id_, target = escape(given.get("id", "")), escape(given.get("href", ""))
    number = escape(atom.content)
    return f'<sup class="footnote-ref"><a id="{id_}" href="{target}">{number}</a></sup>'


class _LeafWeaver:
    """Weaves the stretches of one text, one after the other."""

    def __init__(
        self, prose: Prose, wraps: Iterable[Wrap], atoms: Sequence[tuple[Atom, str]]
    ) -> None:
        self._text = prose.text
        self._wraps = Overlaps(sorted(wraps, key=_outermost_first))
        self._atoms = sorted(((atom.at, html) for atom, html in atoms), key=_place)

    def weave(self, leaf: Leaf) -> str:
        """The HTML of one stretch."""
        wraps = [w for w in self._wraps.near(leaf.start, leaf.end) if _within(w, leaf)]
        first = bisect_left(self._atoms, leaf.start, key=_place)
        last = bisect_right(self._atoms, leaf.end, key=_place)
        atoms = self._atoms[first:last]
        if not wraps and not atoms:
            return escape(self._text[leaf.start : leaf.end], quote=False)
        return "".join(_sweep(self._text, leaf, wraps, atoms))


def _outermost_first(wrap: Wrap) -> tuple[int, int, int]:
    return wrap.start, -wrap.end, wrap.rank


def _place(atom: tuple[int, str]) -> int:
    return atom[0]


def _within(wrap: Wrap, leaf: Leaf) -> bool:
    if wrap.start == wrap.end:
        return leaf.start <= wrap.start < leaf.end or wrap.start == leaf.start
    return wrap.start < leaf.end and leaf.start < wrap.end


def _sweep(
    text: str, leaf: Leaf, wraps: Sequence[Wrap], atoms: Sequence[tuple[int, str]]
) -> Iterator[str]:
    """The stretch, cut at every boundary; `opened` is the stack of elements open there."""
    starts = [max(w.start, leaf.start) for w in wraps]
    ends = [min(w.end, leaf.end) for w in wraps]
    points = sorted({leaf.start, leaf.end, *starts, *ends, *(at for at, _ in atoms)})
    beginning: dict[int, list[int]] = defaultdict(list)
    for index, start in enumerate(starts):
        beginning[start].append(index)
    standing: dict[int, list[str]] = defaultdict(list)
    for at, html in atoms:
        standing[at].append(html)
    opened: list[int] = []
    earliest: list[int] = []  # for each of them, the first end among it and those around it
    for point, following in zip(points, [*points[1:], leaf.end], strict=True):
        new = [i for i in beginning[point] if point < ends[i]]
        again: list[int] = []
        if opened:
            keep = _kept(earliest, point, new, wraps, ends)
            yield from (f"</{wraps[i].tag}>" for i in reversed(opened[keep:]))
            again = [i for i in opened[keep:] if ends[i] > point]
            del opened[keep:], earliest[keep:]
        if len(new) < len(beginning[point]) or point in standing:
            hollow = [wraps[i] for i in beginning[point] if ends[i] == point]
            yield from _empty(hollow, standing[point])
        for index in sorted(again + new, key=lambda i: (-ends[i], wraps[i].rank, starts[i])):
            yield _open(
                wraps[index],
                first=max(wraps[index].start, leaf.start) == point
                and wraps[index].start >= leaf.start,
            )
            opened.append(index)
            earliest.append(min(ends[index], earliest[-1] if earliest else ends[index]))
        yield escape(text[point:following], quote=False)


def _kept(
    earliest: Sequence[int],
    point: int,
    new: Sequence[int],
    wraps: Sequence[Wrap],
    ends: Sequence[int],
) -> int:
    """How much of the stack stays open: up to what ends here, or would split a new solid."""
    reach = max((ends[i] for i in new if wraps[i].rank == _SOLID), default=0)
    last = max(point + 1, reach)
    # From the top, and no further than what is closed: below it the stack is as deep as it likes.
    depth = len(earliest)
    while depth and earliest[depth - 1] < last:
        depth -= 1
    return depth


def _empty(hollow: Sequence[Wrap], atoms: Sequence[str]) -> Iterator[str]:
    """What stands at a point without covering text: anchors, pictures and links around them."""
    around = [w for w in hollow if w.tag == "a"]
    yield from (_open(w, first=True) + f"</{w.tag}>" for w in hollow if w.tag != "a")
    yield from (_open(w, first=True) for w in around)
    yield from atoms
    yield from (f"</{w.tag}>" for w in reversed(around))


def _open(wrap: Wrap, first: bool) -> str:
    id_ = f' id="{escape(wrap.id)}"' if wrap.id and first else ""
    note = f' data-note="{escape(wrap.note)}"' if wrap.note and first else ""
    return f"<{wrap.tag}{id_}{wrap.attributes}{note}>"
