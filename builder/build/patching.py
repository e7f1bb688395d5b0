"""Pages of which the cards alone have changed: their files get new cards, and no other new byte.

A word of an entry stands on the cards of all pages that link to it, and mostly nowhere else there.
So of each file that is made it is remembered where its cards stand, and what names all around them.
"""

from collections.abc import Set

from builder.build.comparing import Comparison
from builder.build.request import Reason
from builder.ground.values import Value, decoding, encoded, name_of
from builder.pages.page import Page
from builder.write.memory import OF_SITE, Finding, Memory

_KIND = "cards"


class Place(Value, frozen=True):
    """Where the cards of a page stand in its file, in bytes; and what names all around them."""

    around: str
    start: int
    end: int


def patchable(comparison: Comparison, memory: Memory) -> dict[str, Place]:
    """Where the cards stand in the files of stale pages that need these alone, by path."""
    read = decoding(Place)
    known = [
        (stale.page, memory.get(_KIND, OF_SITE, path, stale.held))
        for path, stale in comparison.stale.items()
        if stale.reason is Reason.VIEW and stale.page.template  # what has none has no cards
    ]
    places = ((page, read(data)) for page, data in known if data)
    return {
        page.path: place for page, place in places if place.around == around_of(page, comparison)
    }


def put(file: bytes, place: Place, cards: bytes) -> tuple[bytes, tuple[int, int]]:
    """A file with these cards in the place of those it has, and where they stand in it."""
    span = place.start, place.start + len(cards)
    return file[: place.start] + cards + file[place.end :], span


def remember_place(memory: Memory, page: Page, digest: str, place: Place) -> None:
    """Remember where the cards stand in the file of a page, which has this digest."""
    memory.keep(Finding(_KIND, OF_SITE, page.path, digest, encoded(place)))


def forget_places(memory: Memory, but: Set[str]) -> None:
    """Forget the places of all pages but those of these files."""
    memory.forget_parts(_KIND, OF_SITE, but)


def around_of(page: Page, comparison: Comparison) -> str:
    """What names all of a page but its cards, and the templates that make it."""
    return name_of((comparison.templates, page.around))
