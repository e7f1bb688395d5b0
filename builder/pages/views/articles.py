"""The page of one article."""

from builder.ground.values import Value
from builder.pages.views.cards import Brief
from builder.pages.views.events import EventItem
from builder.pages.views.links import Link
from builder.pages.views.method import Tally
from builder.pages.views.pictures import Picture
from builder.pages.views.site import Head
from builder.pages.views.texts import Text


class OutlineItem(Value, frozen=True):
    """A heading of an article."""

    id: str
    level: int
    title: str


class CorrectionItem(Value, frozen=True):
    """A correction, and when it was made; by its `number` (1: the oldest) the feed leads to it."""

    date: str
    text: str
    number: int


class SideNote(Value, frozen=True):
    """A note in the margin of an article, beside the span of that role that begins at `start`.

    For an event, `date` is when it was and `words` are the article's; for a quotation, `words`
    name the speaker and `grade` says how it was found.
    """

    role: str
    start: int
    date: str
    words: str
    grade: str


class ArticlePage(Value, frozen=True):
    """An article. `minutes` is the time to read it, 0 where that cannot be told.

    `draft` is true in the preview alone.
    """

    head: Head
    slug: str
    standfirst: Text | None
    byline: str
    source: Link | None
    dateline: str
    date: str
    updated: str
    minutes: int
    key_points: tuple[Text, ...]
    picture: Picture | None
    people: tuple[Brief, ...]
    documents: tuple[Brief, ...]
    events: tuple[EventItem, ...]
    outline: tuple[OutlineItem, ...]
    body: Text
    corrections: tuple[CorrectionItem, ...]
    grades: tuple[Tally, ...]
    draft: bool
    notes: tuple[SideNote, ...]
    previews: tuple[str, ...] = ()
