"""The sentences that mention an entry."""

from builder.ground.urls import Address
from builder.ground.values import Value
from builder.pages.views.links import Link


class Sentence(Value, frozen=True):
    """A sentence that mentions an entry, split around the mention, and that place's address."""

    before: str
    match: str
    after: str
    address: Address


class Mentions(Value, frozen=True):
    """The sentences of one article that mention an entry; `date` is the article's."""

    article: Link
    date: str
    sentences: tuple[Sentence, ...]
