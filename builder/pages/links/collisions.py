"""Pages that would stand in each other's way."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from builder.ground.diagnostics import Diagnostic, Related, error
from builder.pages.addresses import SEARCH_INDEX
from builder.pages.page import Page


def collisions(pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """Two pages at one address, also where only case or normal form tells them apart."""
    paths = _comparable([page.path for page in pages])
    files = set(paths)
    ways = _folders(files) & files
    if not ways and len(files) == len(paths):
        return
    taken: dict[str, Page] = {}
    for path, planned in zip(paths, pages, strict=True):
        first = taken.setdefault(path, planned)
        if first is not planned:
            yield from _at_one_address(first, planned)
    for path, planned in taken.items():
        for folder in _above(path):
            if folder in ways:
                yield _inside(taken[folder], planned)


def within_search_index(pages: Iterable[Page]) -> Iterator[Diagnostic]:
    """Pages in a folder inside that of the index for searching: a file of it may have the name."""
    for planned in pages:
        if planned.path.count("/") > 1 and planned.path.casefold().startswith(SEARCH_INDEX):
            yield error(
                "address-taken",
                f"A page would stand among the files of the search page, in “/{SEARCH_INDEX}”.",
                planned.origin,
                "Give it another id, slug or alias.",
            )


def _at_one_address(first: Page, second: Page) -> Iterator[Diagnostic]:
    place, location = first.origin, second.origin
    if place.path == location.path and second.template == "entry.html":
        return  # two ids of one sidecar: said when it was read, as `id-collision`
    yield error(
        "address-taken",
        f"Two pages would stand at “/{second.path.removesuffix('index.html')}”.",
        location,
        "Give one of them another id, slug or alias.",
        Related(place, f"“/{first.path.removesuffix('index.html')}” is made from here"),
    )


def _inside(file: Page, planned: Page) -> Diagnostic:
    """The error of a page whose folder would be another page's file: an alias /robots.txt/."""
    return error(
        "address-taken",
        f"A page would stand inside “/{file.path}”, which is a file.",
        planned.origin,
        "Give it another id, slug or alias.",
        Related(file.origin, f"“/{file.path}” is made from here"),
    )


def _folders(paths: Iterable[str]) -> set[str]:
    """All folders in which these files stand."""
    found: set[str] = set()
    level = {path.rpartition("/")[0] for path in paths}
    while level:
        found |= level
        level = {path.rpartition("/")[0] for path in level} - found
    return found


def _above(path: str) -> Iterator[str]:
    """The folders in which a file or folder stands, from the lowest up."""
    while path := path.rpartition("/")[0]:
        yield path


def _comparable(paths: Iterable[str]) -> list[str]:
    """Paths as disks and servers compare them that care least."""
    return unicodedata.normalize("NFC", "\0".join(paths)).casefold().split("\0")
