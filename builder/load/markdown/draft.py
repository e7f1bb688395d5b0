"""A prose in the making: text, parts, marks and runs, gathered in the order of reading."""

from builder.ground.diagnostics import Diagnostic, Location
from builder.ground.digests import digest
from builder.ground.values import replaced
from builder.load.markdown.anchors import Anchors
from builder.load.markdown.places import Places
from builder.model.prose import Atom, Heading, Leaf, Mark, Prose, Run, Zone

_BLOCK_GAP = "\n\n"


class Draft:
    """What has been read so far. `length` is that of the text."""

    def __init__(self, anchors: Anchors) -> None:
        self._html: list[str] = []
        self._marks: list[Mark | None] = []
        self._parts: list[str | Leaf] = []
        self._text: list[str] = []
        self.anchors = anchors
        self.atoms: list[Atom] = []
        self.diagnostics: list[Diagnostic] = []
        self.headings: list[Heading] = []
        self.length = 0
        self.runs: list[Run] = []

    def html(self, html: str) -> None:
        """Add block tags: safe HTML."""
        self._html.append(html)

    def begin(self) -> int:
        """Start a stretch of text; returns where it begins."""
        if self.length or self._parts:
            self.say(_BLOCK_GAP)
        return self.length

    def end(self, start: int, zone: Zone) -> None:
        """Close the stretch that began at `start`, after the block tags added so far."""
        self._parts += ("".join(self._html), Leaf(start, self.length, zone))
        self._html = []

    def say(self, text: str) -> None:
        """Add text that has no place of its own in the source."""
        self._text.append(text)
        self.length += len(text)

    def quote(self, text: str, pairs: list[int], places: Places) -> None:
        """Add text from the source; `pairs` as in a token's `map` (see `state`)."""
        ends = [*pairs[2::2], len(text)]
        for start, position, end in zip(pairs[::2], pairs[1::2], ends, strict=True):
            length = min(end, len(text)) - start
            for run in places.runs(position, length, self.length + start):
                self._add(run)
        self.say(text)

    def _add(self, run: Run) -> None:
        """Add a run, as more of the last one where it goes on there."""
        if self.runs:
            last = self.runs[-1]
            follows = (last.start + last.length, last.line, last.column + last.length)
            if follows == (run.start, run.line, run.column):
                self.runs[-1] = Run(last.start, last.length + run.length, last.line, last.column)
                return
        self.runs.append(run)

    def picture(self, attributes: tuple[tuple[str, str], ...], place: Location) -> None:
        """Add a picture: without text, so that an empty run tells where it stands."""
        self.runs.append(Run(self.length, 0, place.line, place.column))
        self.atoms.append(Atom(self.length, "img", attributes))

    def open_mark(self) -> int:
        """Keep a place for a mark, so that outer marks come first; returns its index."""
        self._marks.append(None)
        return len(self._marks) - 1

    def close_mark(self, index: int, mark: Mark) -> None:
        """Set the mark that was opened; one without text stays out."""
        if mark.start < mark.end:
            self._marks[index] = mark

    def text_from(self, start: int) -> str:
        """The text of the stretch that began at `start`."""
        found: list[str] = []
        left = self.length - start
        for text in reversed(self._text):
            if left <= 0:
                break
            found.append(text)
            left -= len(text)
        return "".join(reversed(found))

    def finish(self, path: str) -> Prose:
        """The prose as a value."""
        parts = (*self._parts, "".join(self._html)) if self._html else tuple(self._parts)
        text = "".join(self._text)
        marks = tuple(self._at_home(mark) for mark in self._marks if mark is not None)
        atoms, headings = tuple(self.atoms), tuple(self.headings)
        # ascii(), for repr() shows characters as the Unicode tables of this very Python know them
        value = ascii((text, parts, marks, atoms, headings)).encode("ascii")
        return Prose(digest(value), text, parts, marks, atoms, headings, path, tuple(self.runs))

    def _at_home(self, mark: Mark) -> Mark:
        """A mark whose link to an anchor of this prose has the anchor's full id."""
        if not self.anchors.prefix or mark.element != "a":
            return mark
        (name, href), *rest = mark.attributes
        full = self.anchors.full(href) if href.startswith("#") else href
        return replaced(mark, attributes=((name, full), *rest))
