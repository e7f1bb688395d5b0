"""The page of one entry."""

from builder.ground.values import Value
from builder.pages.views.events import EventItem
from builder.pages.views.links import Link, Reference
from builder.pages.views.mentions import Mentions
from builder.pages.views.pictures import Picture
from builder.pages.views.quotations import QuoteItem
from builder.pages.views.site import Head
from builder.pages.views.texts import Text


class Fact(Value, frozen=True):
    """A line of an entry's facts: `name` is a word of the interface, `value` a text or a link.

    Where `dates` is set, it is an EDTF text that belongs to the value (a post's term). Coordinates
    are `latitude,longitude`; the filter `coordinates` puts them into words.
    """

    name: str
    value: Link
    dates: str = ""


class EntryPage(Value, frozen=True):
    """One entry: what it is, who speaks of it, what it said and did, what it belongs to."""

    head: Head
    ref: str
    kind: str
    label: str
    line: str
    until: str
    other_names: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]
    picture: Picture | None
    summary: Text | None
    body: Text | None
    mentions: tuple[Mentions, ...]
    quotations: tuple[QuoteItem, ...]
    events: tuple[EventItem, ...]
    together: tuple[Link, ...]
    related: tuple[Link, ...]
    links: tuple[Link, ...]
    identifiers: tuple[tuple[str, str], ...]
    sources: tuple[Reference, ...]
    previews: tuple[str, ...] = ()
