"""Links: to an entry, an article, a place in one; to where a fact can be checked."""

from builder.ground.urls import Address
from builder.ground.values import Value


class Link(Value, frozen=True):
    """A title that leads somewhere: `address` on this site, or `url` outside; both may be "".

    `kind` is the kind of entry it leads to, if it is one.
    """

    title: str
    address: Address = Address("")
    url: str = ""
    kind: str = ""
    internal: bool = False


class Choice(Value, frozen=True):
    """A way to narrow a list: whose items, and how many."""

    title: str
    address: Address
    total: int


class Reference(Value, frozen=True):
    """Where a fact can be checked."""

    title: str
    url: str
    publisher: str
    date: str
