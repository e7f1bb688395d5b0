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
from typing import NamedTuple

from markupsafe import Markup

from builder.ground.urls import Address
from builder.model.prose import Atom, Leaf, Mark, Prose
from builder.pages.views.texts import Span
from builder.render.overlaps import Overlaps

_EVENT, _QUOTE, _SOLID, _INLINE = range(4)
_UNWRAPPED = ("mention", "nolink")
_NONE: list["Wrap"] = []


class Wrap(NamedTuple):
    """An element over `text[start:end]`. `rank` orders wraps over the same words, outermost first.

    `opening` is the tag of its first piece, which alone has the id and the note; `again` that of
    the others.
    """

    start: int
    end: int
    rank: int
    tag: str
    opening: str
    again: str


class Extras(NamedTuple):
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
    by_role: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        by_role[span.role].append(span)
    targets = {s.ref: href(Address(s.address)) for s in (*by_role["link"], *by_role["image"])}
    sizes = {s.ref: extras.size(Address(s.address)) for s in by_role["image"]}
    links = [_link(mark, targets) for mark in prose.marks if mark.element == "a"]
    linked = Overlaps(sorted(links, key=_outermost_first))
    mentions = [_mention(span, linked, href, extras.numbers) for span in by_role["mention"]]
    passages = [
        *(_quote(span, extras.notes) for span in by_role["quote"]),
        *(_event(span, extras.notes) for span in by_role["event"]),
    ]
    wraps = [
        *links,
        *mentions,
        *_moved(passages, [*links, *mentions]),
        *(_inline(mark) for mark in prose.marks if mark.element not in ("a", *_UNWRAPPED)),
    ]
    html: list[str] = []
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


def _wrap(
    start: int, end: int, rank: int, tag: str, attributes: str, id_: str = "", note: str = ""
) -> Wrap:
    again = f"<{tag}{attributes}>"
    if not id_ and not note:
        return Wrap(start, end, rank, tag, again, again)
    first = f' id="{escape(id_)}"' if id_ else ""
    last = f' data-note="{escape(note)}"' if note else ""
    return Wrap(start, end, rank, tag, f"<{tag}{first}{attributes}{last}>", again)


def _attributes(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join([f' {name}="{escape(value)}"' for name, value in pairs if name != "id"])


def _link(mark: Mark, targets: dict[str, str]) -> Wrap:
    pairs = [
        (name, targets.get(value, value) if name == "href" else value)
        for name, value in mark.attributes
    ]
    return _wrap(mark.start, mark.end, _SOLID, "a", _attributes(pairs))


def _inline(mark: Mark) -> Wrap:
    given = dict(mark.attributes)
    attributes = _attributes(mark.attributes)
    return _wrap(mark.start, mark.end, _INLINE, mark.element, attributes, given.get("id", ""))


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
    attributes = f' data-ref="{escape(span.ref)}"'
    if not span.address:
        return _wrap(start, end, _SOLID, "span", attributes, span.id)
    link_ = escape(href(Address(span.address)))
    number = f' data-number="{numbers[span.ref]}"' if span.ref in numbers else ""
    attributes = f' class="mention"{attributes} href="{link_}"{number}'
    return _wrap(start, end, _SOLID, "a", attributes, span.id)


def _quote(span: Span, notes: Mapping[tuple[str, int], str]) -> Wrap:
    attributes = f' data-quote="{escape(span.ref)}"'
    note = notes.get(("quote", span.start), "")
    return _wrap(span.start, span.end, _QUOTE, "span", attributes, span.id, note)


def _event(span: Span, notes: Mapping[tuple[str, int], str]) -> Wrap:
    attributes = f' data-event="{escape(span.ref)}"' if span.ref else ""
    note = notes.get(("event", span.start), "") if span.ref else ""
    return _wrap(span.start, span.end, _EVENT, "span", attributes, span.id, note)


def _moved(wraps: Sequence[Wrap], solid: Sequence[Wrap]) -> Iterator[Wrap]:
    """The wraps, a boundary that falls inside a link or mention moved to that one's edge."""
    if not wraps:
        return
    standing = Overlaps(sorted(solid, key=_outermost_first))
    for wrap in wraps:
        start, end = wrap.start, wrap.end
        for other in standing.near(start, end):
            if other.start < start < other.end:
                start = other.start
            if other.start < end < other.end:
                end = other.end
        yield wrap._replace(start=start, end=end)


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
        start, end = leaf.start, leaf.end
        wraps = [_clipped(w, leaf) for w in self._wraps.near(start, end) if _within(w, leaf)]
        first = bisect_left(self._atoms, start, key=_place)
        last = bisect_right(self._atoms, end, key=_place)
        atoms = self._atoms[first:last]
        if atoms or not _apart(wraps):
            return "".join(_sweep(self._text, leaf, wraps, atoms))
        return "".join(_in_a_row(self._text, leaf, wraps))


def _outermost_first(wrap: Wrap) -> tuple[int, int, int]:
    return wrap.start, -wrap.end, wrap.rank


def _longest_first(wrap: Wrap) -> tuple[int, int, int]:
    return -wrap.end, wrap.rank, wrap.start


def _place(atom: tuple[int, str]) -> int:
    return atom[0]


def _within(wrap: Wrap, leaf: Leaf) -> bool:
    if wrap.start == wrap.end:
        return leaf.start <= wrap.start < leaf.end or wrap.start == leaf.start
    return wrap.start < leaf.end and leaf.start < wrap.end


def _clipped(wrap: Wrap, leaf: Leaf) -> Wrap:
    """The piece of a wrap that stands over a stretch."""
    if leaf.start <= wrap.start and wrap.end <= leaf.end:
        return wrap
    opening = wrap.opening if leaf.start <= wrap.start else wrap.again
    start, end = max(wrap.start, leaf.start), min(wrap.end, leaf.end)
    return wrap._replace(start=start, end=end, opening=opening)


def _apart(wraps: Sequence[Wrap]) -> bool:
    """Whether each covers words that no other covers: so it is nearly everywhere."""
    end = -1
    for wrap in wraps:
        if wrap.start < end or wrap.start == wrap.end:
            return False
        end = wrap.end
    return True


def _in_a_row(text: str, leaf: Leaf, wraps: Sequence[Wrap]) -> Iterator[str]:
    """The stretch with elements that stand apart."""
    done = leaf.start
    for start, end, _, tag, opening, _ in wraps:
        before, within = escape(text[done:start], False), escape(text[start:end], False)
        yield f"{before}{opening}{within}</{tag}>"
        done = end
    yield escape(text[done : leaf.end], False)


def _sweep(
    text: str, leaf: Leaf, wraps: Sequence[Wrap], atoms: Sequence[tuple[int, str]]
) -> list[str]:
    """The stretch, cut at every boundary; `opened` is the stack of elements open there."""
    beginning: dict[int, list[Wrap]] = {}
    for wrap in wraps:
        beginning.setdefault(wrap.start, []).append(wrap)
    standing: dict[int, list[str]] = {}
    for at, html in atoms:
        standing.setdefault(at, []).append(html)
    woven: list[str] = []
    opened: list[Wrap] = []
    earliest: list[int] = []  # for each of them, the first end among it and those around it
    done = leaf.start
    for point in sorted({leaf.end, *beginning, *(w.end for w in wraps), *standing}):
        woven.append(escape(text[done:point], quote=False))
        done = point
        found = beginning.get(point, _NONE)
        new = [w for w in found if w.end > point]
        keep = _kept(earliest, point, new)
        closed = opened[keep:]
        woven += [f"</{w.tag}>" for w in reversed(closed)]
        del opened[keep:], earliest[keep:]
        if len(new) < len(found) or point in standing:
            woven += _empty([w for w in found if w.end == point], standing.get(point, ()))
        for wrap in sorted([w for w in closed if w.end > point] + new, key=_longest_first):
            woven.append(wrap.opening if wrap.start == point else wrap.again)
            opened.append(wrap)
            earliest.append(min(wrap.end, earliest[-1]) if earliest else wrap.end)
    return woven


def _kept(earliest: Sequence[int], point: int, new: Sequence[Wrap]) -> int:
    """How much of the stack stays open: up to what ends here, or would split a new solid."""
    last = max([point + 1, *(w.end for w in new if w.rank == _SOLID)])
    # From the top, and no further than what is closed: below it the stack is as deep as it likes.
    depth = len(earliest)
    while depth and earliest[depth - 1] < last:
        depth -= 1
    return depth


def _empty(hollow: Sequence[Wrap], atoms: Sequence[str]) -> Iterator[str]:
    """What stands at a point without covering text: anchors, pictures and links around them."""
    around = [w for w in hollow if w.tag == "a"]
    yield from (f"{w.opening}</{w.tag}>" for w in hollow if w.tag != "a")
    yield from (w.opening for w in around)
    yield from atoms
    yield from (f"</{w.tag}>" for w in reversed(around))
