"""Studies: what the rest of a site needs to know of an article.

An article is read closely once; then its study stands for it, until its file changes or the names
and words that were looked for. Plain values, so that they can be kept.
"""

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from builder.ground.diagnostics import Diagnostic, Location
from builder.ground.values import Value
from builder.model.annotations import Mention, Standing
from builder.model.refs import Ref
from builder.model.values import Image

NAME_LENGTH = 16
"""How many digits of a digest name sentences.

Half of them tell changed sentences well enough, and they are most of what a large site remembers.
"""


class Said(Value, frozen=True):
    """A sentence, split around what it is quoted for, and the anchor of that place."""

    before: str
    match: str
    after: str
    anchor: str


class Naming(NamedTuple):
    """How many `times` an article's body names an entry, and the `subject` that it means.

    Both are numbers in `Study.met`. `sentences` is a digest of the sentences that mention the
    subject, and of the slug and the title of the article.
    """

    entry: int
    subject: int
    times: int
    sentences: str


class Names(Value, frozen=True):
    """Whom an article's body names, in the order in which it does: iterating gives each `Naming`.

    There are many in a large site: so they stand in columns, one for each field of a `Naming`; of
    these, `sentences` is one text of `NAME_LENGTH` characters for each.
    """

    entries: tuple[int, ...]
    subjects: tuple[int, ...]
    times: tuple[int, ...]
    sentences: str

    @classmethod
    def of(cls, namings: Sequence[Naming]) -> "Names":
        """These, in columns."""
        entries, subjects, times, sentences = zip(*namings, strict=True) if namings else ((),) * 4
        return cls(entries, subjects, times, "".join(sentences))

    def __iter__(self) -> Iterator[Naming]:
        each = map(self._sentences, range(len(self.entries)))
        return map(Naming, self.entries, self.subjects, self.times, each)

    def _sentences(self, number: int) -> str:
        return self.sentences[number * NAME_LENGTH : (number + 1) * NAME_LENGTH]


class Doubt(Value, frozen=True):
    """Words that may mean several entries: the `rivals`, each with the form of it that stands here.

    `are_named`: the text has named several of them before, by forms of their own.
    """

    words: str
    place: Location
    rivals: tuple[tuple[Ref, str], ...]
    are_named: bool


class Written(Value, frozen=True):
    """A link within the site as its author wrote it."""

    href: str
    place: Location


class Shown(Value, frozen=True):
    """A picture: its file, how it was written, its words, and where."""

    path: str
    src: str
    alt: str
    place: Location


class Attribution(Value, frozen=True):
    """Who said something, by the article's own words, and where these stand."""

    speaker: Ref
    place: Location


class Marked(Value, frozen=True):
    """Words between quotation marks, long enough to be a quotation; `said` where that is plain.

    `prefix` and `suffix` are what stands beside it, where the article has the same words elsewhere.
    """

    start: int
    end: int
    words: str
    place: Location
    said: Attribution | None = None
    prefix: str = ""
    suffix: str = ""


class Searched(Value, frozen=True):
    """What a text mentions, what is undecided in it, and which names stand in it."""

    mentions: tuple[Mention, ...]
    doubts: tuple[Doubt, ...]
    standing: Standing


class Opening(Value, frozen=True):
    """A standfirst, as lists show it: its prose, its mentions, its links and pictures by place."""

    digest: str
    mentions: tuple[Mention, ...]
    links: tuple[tuple[int, int, str], ...]
    pictures: tuple[tuple[int, str], ...]


class Text(Value, frozen=True):
    """A text of the article by its field, the digest of its prose, and what it mentions."""

    field: str
    digest: str
    mentions: tuple[Mention, ...]


class Close(Value, frozen=True):
    """What only the article's own files need: its standfirst, key points and, last, its body."""

    texts: tuple[Text, ...]

    @property
    def body(self) -> tuple[Mention, ...]:
        """The mentions of the body."""
        return self.texts[-1].mentions


Met = int | Ref
"""An entry as studies name it: by its number in `Content.numbered`, or if it has none itself."""


class Study(Value, frozen=True):
    """What the rest of a site needs to know of an article: it stands for the article.

    `digest`: of its file. `mentions_digest`: of all its mentions. `gist`: a digest of what other
    pages tell of its body: whom it names how often, in which sentences and with whom.

    `date`: ISO, with a time where one is given, in the site's time zone. `changed`: likewise, of
    the last change. `moment`: when that was, in UTC (RFC 3339). `anchor`: the day of its
    “today”. `order`: what articles are sorted by.

    `met`: the entries that its texts mention, and what is meant by them, each once. They are
    numbers, since a reference costs more to read; `linked` and `together` count in `met` in turn.
    `linked`: the entries that its texts link to, in the order of reading. `together`: for each
    sentence that names several, a person among them, what it names. `names`: whom the body names.
    `mention_count`, `link_count`: how many mentions stand in the body, and how many of them link.

    `ids`: all ids in its texts. `links`, `pictures`: those in its texts. `forced`: the entries that
    its author linked by hand. `quoted`: the words between quotation marks. `remarks`: what checks
    say of it.
    """

    path: str
    slug: str
    slug_place: Location
    digest: str
    title: str
    byline: str
    date: str
    updated: str
    changed: str
    moment: str
    language: str
    draft: bool
    anchor: datetime.date
    order: tuple[str, str]
    aliases: tuple[tuple[str, Location], ...]
    corrections: tuple[tuple[str, str], ...]
    standfirst: Opening | None
    image: Image | None
    image_place: Location | None
    ignores: tuple[tuple[str, Location], ...]
    ids: tuple[str, ...]
    links: tuple[Written, ...]
    forced: tuple[tuple[Ref, Location], ...]
    pictures: tuple[Shown, ...]
    met: tuple[Met, ...]
    names: Names
    mention_count: int
    link_count: int
    linked: tuple[int, ...]
    doubts: tuple[Doubt, ...]
    together: tuple[tuple[int, ...], ...]
    standing: Standing
    quoted: tuple[Marked, ...]
    mentions_digest: str
    gist: str
    remarks: tuple[Diagnostic, ...]

    @property
    def owner(self) -> str:
        """What names its texts."""
        return f"article:{self.slug}"


def rank(article: Study) -> tuple[tuple[str, str], str]:
    """What the articles of a site are sorted by."""
    return article.order, article.slug
