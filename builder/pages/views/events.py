"""Events, and the page that has them all."""

from builder.ground.urls import Address
from builder.ground.values import Value
from builder.pages.views.axis import Axis
from builder.pages.views.links import Choice, Link, Reference
from builder.pages.views.pictures import Picture
from builder.pages.views.site import Head
from builder.pages.views.texts import Text


class EventItem(Value, frozen=True):
    """An event. `date` and `sort_date` as EDTF and ISO; `date_text` in the article's words.

    `counted_from`: the article's day, where the date was plainly counted from that and nothing else
    says so, or "". `places` are the passages that tell of it.
    """

    id: str
    title: str
    date: str
    sort_date: str
    date_text: str
    basis: str
    reckoning: str
    counted_from: str
    summary: Text | None
    body: Text | None
    about: tuple[Link, ...]
    places: tuple[Link, ...]
    permalink: Address
    picture: Picture | None
    see_also: tuple[Link, ...]
    links: tuple[Link, ...]
    sources: tuple[Reference, ...]


class Happening(Value, frozen=True):
    """An event in half a line, and where the timeline tells of it."""

    date: str
    title: str
    address: Address


class TimelinePage(Value, frozen=True):
    """Every event, by date, an axis beside them, and the people they are about.

    A long page has no axis, but `years`: where each begins.
    """

    head: Head
    events: tuple[EventItem, ...]
    axis: Axis | None
    years: tuple[Link, ...]
    people: tuple[Choice, ...]
    previews: tuple[str, ...] = ()
