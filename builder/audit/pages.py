"""One finished page: what it offers to links, where its own links lead, and its own faults."""

from collections.abc import Iterator

from bs4 import BeautifulSoup, ParserRejectedMarkup, Tag

from builder.ground.diagnostics import Diagnostic, Location, Related, error, warning
from builder.ground.values import Value

_ADDRESSES = ("href", "src", "poster", "data")


class WrittenLink(Value, frozen=True):
    """An address as it stands in a page, of a link, a picture or a script; and where."""

    address: str
    location: Location


class FinishedPage(Value, frozen=True):
    """What is known of a page once it is read: its anchors, the addresses in it, what is wrong."""

    ids: frozenset[str]
    links: tuple[WrittenLink, ...]
    faults: tuple[Diagnostic, ...]


def read_page(html: str, path: str) -> FinishedPage:
    """The page in `html`; `path` is its file's, for the places."""
    try:
        tags = BeautifulSoup(html, "html.parser").find_all(True)
    except ParserRejectedMarkup:
        return FinishedPage(frozenset(), (), (_unreadable(html, path),))
    named = [(tag, str(tag["id"])) for tag in tags if tag.get("id")]
    faults = (*_twice(named, path), *_silent(tags, path), *_unsized(tags, path))
    return FinishedPage(frozenset(id_ for _, id_ in named), tuple(_links(tags, path)), faults)


def _unreadable(html: str, path: str) -> Diagnostic:
    """The fault of a page with a declaration that HTML does not have: nothing else is refused."""
    before = html[: max(0, html.find("<!["))]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return error(
        "template-failed",
        "This page cannot be read as HTML: “<![” begins what only XML has.",
        Location(path, line, column, 3),
        "Look at the template that writes it; where it is meant as text, write &lt;![",
    )


def _links(tags: list[Tag], path: str) -> Iterator[WrittenLink]:
    for tag in tags:
        for name in _ADDRESSES:
            if (value := tag.get(name)) is not None and tag.name != "base":
                yield WrittenLink(str(value), _place(tag, path))


def _twice(named: list[tuple[Tag, str]], path: str) -> Iterator[Diagnostic]:
    first: dict[str, Tag] = {}
    for tag, id_ in named:
        if first.setdefault(id_, tag) is not tag:
            yield error(
                "duplicate-id",
                f"The id “{id_}” stands on this page a second time.",
                _place(tag, path),
                "Two things cannot have one anchor: look at the template that makes this element.",
                Related(_place(first[id_], path), "It stands here first."),
            )


def _unsized(tags: list[Tag], path: str) -> Iterator[Diagnostic]:
    for tag in tags:
        if tag.name == "img" and not (tag.get("width") and tag.get("height")):
            yield warning(
                "image-unsized",
                "This picture has no width and height, so the text moves when it arrives.",
                _place(tag, path),
                "Write {{ picture.address | size }} into its tag in the template.",
            )


def _silent(tags: list[Tag], path: str) -> Iterator[Diagnostic]:
    for tag in tags:
        if tag.name == "img" and tag.get("alt") is None:
            yield warning(
                "missing-alt",
                "This picture has no words for those who cannot see it.",
                _place(tag, path),
                'Give it alt="…" in the template; alt="" where it only decorates.',
            )


def _place(tag: Tag, path: str) -> Location:
    return Location(path, tag.sourceline or 1, (tag.sourcepos or 0) + 1, len(tag.name) + 1)
