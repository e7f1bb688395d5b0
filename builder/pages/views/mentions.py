"""The sentences that mention an entry."""

from typing import NamedTuple

from builder.ground.urls import Address
from builder.pages.views.links import Link


class Sentence(NamedTuple):
    """A sentence that mentions an entry, split around the mention, and that place's address."""

    before: str
    match: str
    after: str
    address: Address


class Mentions(NamedTuple):
    """The sentences of one article that mention an entry."""

    article: Link
    sentences: tuple[Sentence, ...]
