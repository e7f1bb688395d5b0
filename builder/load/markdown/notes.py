"""Footnotes: which are defined, which are referred to, and their numbers, in reading order."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from markdown_it.token import Token

from builder.ground.expressions import expression
from builder.ground.values import Value
from builder.load.markdown.anchors import Anchors
from builder.load.markdown.places import Places
from builder.model.prose import Atom

_SPACED = expression(r" {0,3}\[\^([^\]\s]+)\][ \t]+:")

Env = Mapping[str, Any]


class Definition(Value, frozen=True):
    """A note as written: its label, the line it begins on (from 0), and its blocks."""

    label: str
    line: int
    tokens: list[Token]


class Note:
    """A note that is referred to: its blocks, the places of inline ones, and how often."""

    def __init__(self, number: int, tokens: list[Token], places: Places | None) -> None:
        """Not referred to yet."""
        self.number = number
        self.tokens = tokens
        self.places = places
        self.references = 0


class Notes:
    """The notes of one text.

    Two grow while the text, and then its notes, are read: `cited`, the notes referred to so far,
    and `told`, the labels of which it was said that a space keeps them from defining a note.
    """

    def __init__(
        self, anchors: Anchors, definitions: list[Definition], env: Env, lines: Sequence[str]
    ) -> None:
        """Of two definitions with one label the first counts."""
        self.anchors = anchors
        self.told: set[str] = set()
        self._lines = lines
        self.cited: list[Note] = []
        self.defined: dict[str, Definition] = {}
        for definition in definitions:
            self.defined.setdefault(definition.label, definition)
        self._inline: dict[int, dict[str, list[Token]]] = env.get("footnotes", {}).get("list", {})
        self._by_key: dict[str | int, Note] = {}

    def refer(self, token: Token, places: Places, at: int) -> Atom | None:
        """The number that stands for this reference, or None where no note has its label."""
        note = self._note(token, places)
        if note is None:
            return None
        note.references += 1
        here = ("id", self.back(note, note.references))
        there = ("href", "#" + self.anchor(note))
        return Atom(at, "footnote", (here, there), str(note.number))

    def ways_back(self, note: Note, at: int) -> Iterator[Atom]:
        """A link to every reference to a note; where there are several, each says which."""
        for count in range(1, note.references + 1):
            there = ("href", "#" + self.back(note, count))
            which = (("place", str(count)),) if note.references > 1 else ()
            yield Atom(at, "backlink", (there, *which), str(note.number))

    def _note(self, token: Token, places: Places) -> Note | None:
        label = token.meta.get("label")
        key: str | int = token.meta["id"] if label is None else str(label)
        if key not in self._by_key:
            tokens = self._tokens(key)
            if tokens is None:
                return None
            own = places if isinstance(key, int) else None
            self._by_key[key] = Note(len(self.cited) + 1, tokens, own)
            self.cited.append(self._by_key[key])
        return self._by_key[key]

    def _tokens(self, key: str | int) -> list[Token] | None:
        if isinstance(key, str):
            return self.defined[key].tokens if key in self.defined else None
        inline = Token("inline", "", 0, children=self._inline[key]["tokens"])
        return [Token("paragraph_open", "p", 1), inline, Token("paragraph_close", "p", -1)]

    def unused(self) -> list[Definition]:
        """The definitions that nothing refers to."""
        return [one for label, one in self.defined.items() if label not in self._by_key]

    @cached_property
    def spaced(self) -> frozenset[str]:
        """The labels of lines that would define a note but for the space before their colon."""
        found = (_SPACED().match(line) for line in self._lines if "[^" in line)
        return frozenset(line[1] for line in found if line)

    def anchor(self, note: Note) -> str:
        """The id of a note."""
        return f"{self.anchors.prefix}fn-{note.number}"

    def back(self, note: Note, reference: int) -> str:
        """The id of a reference to a note, counted from 1."""
        again = f"-{reference}" if reference > 1 else ""
        return f"{self.anchors.prefix}fnref-{note.number}{again}"


def divide(tokens: list[Token]) -> tuple[list[Token], list[Definition]]:
    """The text without its footnotes, and the footnotes; one may stand inside another."""
    body: list[Token] = []
    definitions: list[Definition] = []
    around: list[list[Token]] = []
    target = body
    for token in tokens:
        if token.type == "footnote_reference_open":
            around.append(target)
            target = []
            line = token.map[0] if token.map else 0
            definitions.append(Definition(str(token.meta["label"]), line, target))
        elif token.type == "footnote_reference_close":
            target = around.pop()
        else:
            target.append(token)
    return body, definitions
