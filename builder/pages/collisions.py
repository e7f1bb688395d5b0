"""Pages that would stand in each other's way."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from builder.ground.diagnostics import Diagnostic, Location, Related, error
from builder.pages.views.page import Page


def collisions(owned: list[tuple[Page, Location]]) -> Iterator[Diagnostic]:
    """Two pages at one address, also where only case or normal form tells them apart."""
    taken: dict[str, tuple[Page, Location]] = {}
    for planned, location in owned:
        key = _comparable(planned.path)
        if key in taken:
            first, place = taken[key]
            if place.path == location.path and planned.template == "entry.html":
                continue  # two ids of one sidecar: said when it was read, as `id-collision`
            yield error(
                "address-taken",
                f"Two pages would stand at “/{planned.path.removesuffix('index.html')}”.",
                location,
                "Give one of them another id, slug or alias.",
                Related(place, f"“/{first.path.removesuffix('index.html')}” is made from here"),
            )
        else:
            taken[key] = planned, location
    yield from _inside_files(taken)


def _inside_files(taken: Mapping[str, tuple[Page, Location]]) -> Iterator[Diagnostic]:
    """A page whose folder would be another page's file: an alias such as /robots.txt/."""
    files = _folders(taken) & taken.keys()
    for key, (_, location) in taken.items() if files else ():
        for folder in _above(key):
            if folder in files:
                file, place = taken[folder]
                yield error(
                    "address-taken",
                    f"A page would stand inside “/{file.path}”, which is a file.",
                    location,
                    "Give it another id, slug or alias.",
                    Related(place, f"“/{file.path}” is made from here"),
                )


def _folders(keys: Iterable[str]) -> set[str]:
    """All folders in which these files stand."""
    found: set[str] = set()
    level = {key.rpartition("/")[0] for key in keys}
    while level:
        found |= level
        level = {key.rpartition("/")[0] for key in level} - found
    return found


def _above(key: str) -> Iterator[str]:
    """The folders in which a file or folder stands, from the lowest up."""
    while key := key.rpartition("/")[0]:
        yield key


def _comparable(path: str) -> str:
    """A path as disks and servers compare it that care least."""
    return (path if path.isascii() else unicodedata.normalize("NFC", path)).casefold()
