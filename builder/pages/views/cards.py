"""Entries in lists, and the page that has all of one kind."""

from builder.ground.urls import Address
from builder.ground.values import Value
from builder.pages.views.events import Happening
from builder.pages.views.links import Link
from builder.pages.views.mentions import Sentence
from builder.pages.views.pictures import Picture
from builder.pages.views.quotations import Saying
from builder.pages.views.site import Head
from builder.pages.views.texts import Text


class Profile(Value, frozen=True):
    """What a person said and did, the first few of each, and who is mentioned with them."""

    said: tuple[Saying, ...]
    did: tuple[Happening, ...]
    together: tuple[Link, ...]


class Card(Value, frozen=True):
    """An entry in a list: `line` is its role, class or expansion; counts are over all articles.

    `until`: when the role ended, as EDTF, if that was before the day of the article; else "".
    `profile` is there in the list of people alone.
    """

    ref: str
    label: str
    address: Address
    line: str
    until: str
    summary: Text | None
    picture: Picture | None
    mentions: int
    quotations: int
    events: int
    first_met: Sentence | None
    profile: Profile | None = None


class Brief(Value, frozen=True):
    """An entry in a short list: its name, and what it is in half a line; `until` as in `Card`."""

    ref: str
    label: str
    address: Address
    line: str
    until: str


class Group(Value, frozen=True):
    """Cards under one letter; `id` is the letter's anchor."""

    letter: str
    id: str
    cards: tuple[Card, ...]


class IndexPage(Value, frozen=True):
    """All entries of one kind, by letter; `day` is the one as of which roles are told, or ""."""

    head: Head
    kind: str
    day: str
    groups: tuple[Group, ...]
    previews: tuple[str, ...] = ()
