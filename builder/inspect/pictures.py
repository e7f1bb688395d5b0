"""Pictures: whether there is a file, and words for those who cannot see it."""

import posixpath
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from builder.ground.diagnostics import Diagnostic, Location, error, warning
from builder.model.content import Content
from builder.model.pictures import picture_path


class Shown(NamedTuple):
    """A picture on a page: its file, how it was written, its words, and where both stand."""

    path: str
    src: str
    alt: str
    place: Location
    alt_place: Location


def pictures(content: Content, media: Mapping[str, str]) -> Iterator[Diagnostic]:
    """`image-missing` and `missing-alt`.

    Args:
        content: The site.
        media: The digests of the pictures under content/, by path.
    """
    for picture in (*_in_texts(content), *_of_entries(content), *_of_articles(content)):
        if picture.path not in media:
            yield error(
                "image-missing",
                f"There is no picture “{picture.src}”.",
                picture.place,
                _hint(picture.path, media),
            )
        if not picture.alt.strip():
            yield warning(
                "missing-alt",
                "This picture has no words for those who cannot see it.",
                picture.alt_place,
                f"Say what it shows: ![A bridge at night]({picture.src})."
                if picture.place == picture.alt_place
                else "Say in `alt` what it shows.",
            )


def _in_texts(content: Content) -> Iterator[Shown]:
    for _, _, prose in content.texts():
        for atom in prose.atoms:
            if atom.element == "img":
                given = dict(atom.attributes)
                path = picture_path(prose.path, given["src"])
                place = prose.locate(atom.at)
                yield Shown(path, given["src"], given["alt"], place, place)


def _of_entries(content: Content) -> Iterator[Shown]:
    for entry in content.entries.values():
        if image := entry.image:
            path = posixpath.normpath("content/" + image.src)
            yield Shown(path, image.src, image.alt, entry.at("image.src"), entry.at("image.alt"))


def _of_articles(content: Content) -> Iterator[Shown]:
    for article in content.articles:
        if image := article.front.image:
            path = posixpath.normpath("content/" + image.src)
            place = article.at("image.src")
            yield Shown(path, image.src, image.alt, place, article.at("image.alt"))


def _hint(path: str, media: Mapping[str, str]) -> str:
    from difflib import get_close_matches  # only faulty sites pay for it

    if near := get_close_matches(path, list(media), 1, 0.6):
        return f"Did you mean {near[0]}?"
    if not path.startswith("content/"):
        return "Put the file into content/: nothing outside it is published."
    return f"Put the file at {path}, as PNG, JPEG, GIF, WebP or AVIF."
