"""What is to be written of a page, as values: so another process can be asked for it."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from builder.ground.values import Value, encoded
from builder.pages.page import Page
from builder.pages.views.machine import Data, SocialCard
from builder.pages.views.previews import Cards


class Order(NamedTuple):
    """What to render: a page, by its template, view and cards; without a view, the cards alone."""

    template: str
    view: Value | None
    cards: Cards | None

    @property
    def is_plain(self) -> bool:
        """Whether it needs no template: JSON for machines, a social card, or an empty file."""
        return not self.template and self.view is not None


class Rendered(NamedTuple):
    """The bytes of a page, and from where to where in them its cards stand: None if nowhere."""

    data: bytes
    cards: tuple[int, int] | None = None


Write = Callable[[Iterable[Order]], Iterator[Rendered]]
"""Writes what is ordered, in this order. Raises Flawed where a template fails."""


def ordered(page: Page) -> Order:
    """The whole page."""
    return Order(page.template, page.view, page.cards)


def plain(order: Order) -> Rendered:
    """What is ordered, where that needs no template."""
    if isinstance(order.view, Data):
        return Rendered(_json(order.view.value))
    if isinstance(order.view, SocialCard):
        from builder.render.socialcards import drawn

        return Rendered(drawn(order.view))
    return Rendered(b"")


def _json(value: object) -> bytes:
    """JSON, a list with an item on each line: a change to one entry is a change to one line."""
    if not isinstance(value, list):
        return encoded(value) + b"\n"
    return b"[\n" + b",\n".join(map(encoded, value)) + b"\n]\n"
