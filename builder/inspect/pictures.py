"""Pictures: whether there is a file, and words for those who cannot see it."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence

from builder.ground.diagnostics import Diagnostic, Location, error, warning
from builder.model.content import Content
from builder.model.pictures import picture_path
from builder.model.prose import Atom, Prose, Run
from builder.model.studies import Shown


def pictures(content: Content, media: Mapping[str, str]) -> Iterator[Diagnostic]:
    """`image-missing` and `missing-alt`.

    Args:
        content: The site.
        media: The digests of the pictures under content/, by path.
    """
    in_texts = [*_in_texts(content)]
    for path, src, _, place in (*in_texts, *_elsewhere(content)):
        if path not in media:
            message = f"There is no picture “{src}”."
            yield error("image-missing", message, place, _hint(path, media))
    for _, src, alt, place in in_texts:
        if not alt.strip():
            yield warning(
                "missing-alt",
                "This picture has no words for those who cannot see it.",
                place,
                f"Say what it shows: ![A bridge at night]({src}).",
            )


def shown(prose: Prose) -> Iterator[Shown]:
    """The pictures in a text."""
    images = [atom for atom in prose.atoms if atom.element == "img"]
    for atom, place in zip(images, _places(prose, images), strict=True):
        given = dict(atom.attributes)
        yield Shown(picture_path(prose.path, given["src"]), given["src"], given["alt"], place)


def _in_texts(content: Content) -> Iterator[Shown]:
    for _, _, prose in content.texts():
        yield from shown(prose)
    for article in content.articles:
        yield from article.pictures


def _elsewhere(content: Content) -> Iterator[Shown]:
    """The pictures of entries and front matter, which must have `alt` to be read."""
    entries = ((entry.image, entry.at("image.src")) for entry in content.entries.values())
    articles = ((article.image, article.image_place) for article in content.articles)
    for image, place in (*entries, *articles):
        if image:
            path = posixpath.normpath("content/" + image.src)
            yield Shown(path, image.src, image.alt, place)


def _places(prose: Prose, images: Sequence[Atom]) -> Iterator[Location]:
    """Where pictures stand in the source: an empty run tells it, in their order."""
    marks: dict[int, list[Run]] = {}
    for run in prose.runs:
        if run.length == 0:
            marks.setdefault(run.start, []).append(run)
    for image in images:
        runs = marks.get(image.at, [])
        yield (
            Location(prose.path, runs[0].line, runs[0].column) if runs else prose.locate(image.at)
        )
        del runs[:1]


def _hint(path: str, media: Mapping[str, str]) -> str:
    from difflib import get_close_matches  # only faulty sites pay for it

    if near := get_close_matches(path, list(media), 1, 0.6):
        return f"Did you mean {near[0]}?"
    if not path.startswith("content/"):
        return "Put the file into content/: nothing outside it is published."
    return f"Put the file at {path}, as PNG, JPEG, GIF, WebP or AVIF."
