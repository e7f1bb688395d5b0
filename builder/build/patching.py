"""Pages of which the cards alone have changed: their files get new cards, and no other new byte.

A word of an entry's summary stands on the cards of all pages that link to the entry, and mostly
nowhere else on them. So with each file it is remembered where its cards stand, and the key of the
rest of the page: where a later build finds the same key, it renders the cards alone.
"""

from builder.build.comparing import Comparison
from builder.build.request import Reason
from builder.ground.values import Value, decoding, encoded, name_of
from builder.pages.page import Page
from builder.write.memory import OF_SITE, Finding, Memory

_KIND = "cards"


class Place(Value, frozen=True):
    """Where the cards of a page stand in its file, in bytes; and the key of the rest."""

    rest: str
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
    return {page.path: place for page, place in places if place.rest == rest_of(page, comparison)}


def put(file: bytes, place: Place, cards: bytes) -> tuple[bytes, tuple[int, int]]:
    """A file with these cards in the place of those it has, and where they stand in it."""
    span = place.start, place.start + len(cards)
    return file[: place.start] + cards + file[place.end :], span


def remember_place(memory: Memory, page: Page, digest: str, place: Place) -> None:
    """Remember where the cards stand in the file of a page, which has this digest."""
    memory.keep(Finding(_KIND, OF_SITE, page.path, digest, encoded(place)))


def rest_of(page: Page, comparison: Comparison) -> str:
    """The key of a page without its cards, made by the templates of now."""
    return name_of((comparison.templates, page.key_without_cards))
