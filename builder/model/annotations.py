"""Standoff annotations: what is known about a text, by place, without touching the text."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Literal

from builder.ground.diagnostics import Location
from builder.ground.values import Value
from builder.model.refs import Ref

Grade = Literal["verbatim", "typographic"]


class Choice(StrEnum):
    """Why a mention links, or why it does not."""

    FORCED = "the author linked it by hand"
    FIRST = "the first mention here"
    EVERY = "the site links every mention"
    LATER = "mentioned and linked before"
    HEADING = "it stands in a heading or caption"
    LINKED = "it stands inside another link"
    QUOTED = "the site does not link inside quotations"
    SELF = "this is the entry's own page"
    NEVER = "the site links no mention"

    @property
    def links(self) -> bool:
        """Whether the mention becomes a link."""
        return self in _LINKING


_LINKING = (Choice.FORCED, Choice.FIRST, Choice.EVERY)


class Mention(Value, frozen=True):
    """`text[start:end]` names the entry `ref`; the `n`-th to do so in its text, from 1.

    `subject` is what is meant where several entries are one: what an acronym stands for.
    """

    start: int
    end: int
    ref: Ref
    subject: Ref
    n: int
    choice: Choice


def mentioned(mentions: Iterable[Mention]) -> Iterator[Ref]:
    """The entries that are mentioned, and what is meant by them."""
    return (ref for mention in mentions for ref in (mention.ref, mention.subject))


def mention_anchor(ref: Ref, n: int) -> str:
    """The id of the n-th mention of an entry in an article."""
    return f"m-{ref.kind}-{ref.id}-{n}"


class Anchor(Value, frozen=True, order=True):
    """`text[start:end]` is a piece of a quotation or a passage of an event; `piece` from 0."""

    start: int
    end: int
    ref: Ref
    piece: int


class Standing(Value, frozen=True):
    """The known names that stand in a text, made comparable.

    `free`: those that stand by themselves. `inside`: those that stand only in longer names, as
    (name, what the longer one means, the longer one): ("Army", "organization:us-army", "US Army").
    """

    free: tuple[str, ...]
    inside: tuple[tuple[str, str, str], ...]

    @property
    def names(self) -> Iterator[str]:
        """All of them."""
        yield from self.free
        yield from (name for name, _, _ in self.inside)


class Sighting(Value, frozen=True):
    """A place in an article where the words of a quotation or an event stand, and how exactly.

    `key` names the words (`key_of`), `spans` has the place of each piece, `place` where they stand
    in the source. `exact` are the article's own words, `before` and `after` the rest of their
    sentence. `unquoted`: the first of the words outside of quotation marks, or "". `left_out`: the
    first words that the article has between two pieces, within the same marks, or "".
    """

    key: str
    spans: tuple[tuple[int, int], ...]
    grade: Grade
    place: Location
    exact: tuple[str, ...]
    before: str
    after: str
    unquoted: str
    left_out: str


class Anchored(Sighting, frozen=True):
    """A sighting in the article with this slug."""

    article: str


class Near(Value, frozen=True):
    """Where words may have been meant that were not found: an article's slug and a span."""

    article: str
    start: int
    end: int


class Anchors(Value, frozen=True):
    """The quotations and passages of one article, each kind in the order of the text."""

    quotations: tuple[Anchor, ...] = ()
    passages: tuple[Anchor, ...] = ()


class TextKey(Value, frozen=True):
    """Names a text of the site: its owner (`person:mark-esper`, `article:slug`) and its field."""

    owner: str
    field: str


class Linked(Value, frozen=True):
    """What linking found.

    `anchors`: by slug, the quotations and passages of articles. `texts`: mentions in the texts of
    entries and further pages, `standing` the names that stand there (articles have their studies).
    `quotes`, `events`: where each was found (an event may have several passages).
    `near`: where quotations may have been meant that were not found, or found twice.
    `subjects`: for every entry with names, the entry it is one with (itself, for most).
    `doubted`: the entries that ambiguous words may mean.
    """

    anchors: Mapping[str, Anchors]
    texts: Mapping[TextKey, tuple[Mention, ...]]
    standing: Mapping[TextKey, Standing]
    quotes: Mapping[Ref, Anchored]
    events: Mapping[Ref, tuple[Anchored, ...]]
    near: tuple[Near, ...]
    subjects: Mapping[Ref, Ref]
    doubted: frozenset[Ref]
