"""Prose: Markdown once read. One text, and everything else standing off it.

`text` is what a reader reads, letter for letter. Emphasis and links are `Mark`s over it, images
and line breaks `Atom`s in it, and `parts` says how its stretches sit between block tags. Names,
quotations and passages are annotated over the same text later, and all are woven in one pass.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Literal

from builder.ground.diagnostics import Location
from builder.ground.intervals import Intervals, intervals
from builder.ground.values import Value

Zone = Literal["text", "heading", "caption"]


class Run(Value, frozen=True):
    """`text[start : start + length]` stands at this line and column of the source, on one line."""

    start: int
    length: int
    line: int
    column: int


class Mark(Value, frozen=True):
    """Inline markup over `text[start:end]`: an element name and its attributes, not yet escaped.

    Three names are not elements: `mention` is a link the author forced (`ref`), `nolink` a stretch
    in which names are not looked for, `noquote` one in which quotation marks hold no quotation.
    """

    start: int
    end: int
    element: str
    attributes: tuple[tuple[str, str], ...] = ()


class Atom(Value, frozen=True):
    """Something without text of its own, before the character at `at`: `img`, `br`, `footnote`.

    `attributes` as for a mark; `content` is its text content (a footnote's number), not prose.
    A `backlink` leads from the footnote of that number to the `place` where it is referred to,
    counted from 1, or to the only one.
    """

    at: int
    element: str
    attributes: tuple[tuple[str, str], ...] = ()
    content: str = ""


class Leaf(Value, frozen=True):
    """A stretch of text inside one block: `text[start:end]`, and what kind of block it is."""

    start: int
    end: int
    zone: Zone = "text"


def leaf_at(leaves: Sequence[Leaf], index: int) -> Leaf:
    """The leaf that holds the character at `index`; `leaves` are those of a text, in order."""
    return leaves[bisect_right(leaves, index, key=attrgetter("start")) - 1]


class Heading(Value, frozen=True):
    """A heading: its anchor on the page, its level from 1, and where its text stands."""

    id: str
    level: int
    start: int
    end: int


class Prose(Value, frozen=True):
    """A text as read from Markdown. Blocks are set apart by two line feeds in `text`.

    `parts` alternates block tags (safe HTML, as strings) and leaves, in document order.
    `digest` names the value: equal digests, equal prose but for the places in the source.
    """

    digest: str
    text: str
    parts: tuple[str | Leaf, ...]
    marks: tuple[Mark, ...]
    atoms: tuple[Atom, ...]
    headings: tuple[Heading, ...]
    path: str
    runs: tuple[Run, ...]

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """The stretches of text, in order."""
        return tuple(part for part in self.parts if isinstance(part, Leaf))

    def under(self, *elements: str) -> Intervals:
        """The stretches over which marks of these elements stand."""
        return intervals((mark.start, mark.end) for mark in self.marks if mark.element in elements)

    @property
    def ids(self) -> Iterator[str]:
        """Every id in it: of headings, of what the author gave one, of footnotes and references."""
        yield from (heading.id for heading in self.headings)
        for mark in self.marks:
            yield from (value for name, value in mark.attributes if name == "id")
        for atom in self.atoms:
            yield from (value for name, value in atom.attributes if name == "id")
            if atom.element == "footnote":
                yield dict(atom.attributes)["href"].removeprefix("#")

    def locate(self, start: int, end: int | None = None) -> Location:
        """Where `text[start:end]` stands in the source; the length stays within the line."""
        index = bisect_right(self.runs, start, key=attrgetter("start")) - 1
        if index < 0:
            return Location(self.path)
        run = self.runs[index]
        offset = min(start - run.start, run.length)
        length = min((end or start) - start, run.length - offset)
        return Location(self.path, run.line, run.column + offset, max(length, 0))
