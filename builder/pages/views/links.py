"""Links: to an entry, an article, a place in one; to where a fact can be checked."""

from typing import NamedTuple

from builder.ground.urls import Address


class Link(NamedTuple):
    """A title that leads somewhere: `address` on this site, or `url` outside; both may be "".

    `kind` is the kind of entry it leads to, if it is one.
    """

    title: str
    address: Address = Address("")
    url: str = ""
    kind: str = ""
    internal: bool = False


class Choice(NamedTuple):
    """A way to narrow a list: whose items, and how many."""

    title: str
    address: Address
    total: int


class Reference(NamedTuple):
    """Where a fact can be checked."""

    title: str
    url: str
    publisher: str
    date: str
