"""Pictures: whether there is a file, and words for those who cannot see it."""

import posixpath
from collections.abc import Iterator, Mapping

from builder.ground.diagnostics import Diagnostic, Location, Related, error, warning
from builder.ground.grouping import grouped
from builder.ground.guess import Guess
from builder.model.content import Content
from builder.model.pictures import image_path, path_from
from builder.model.prose import Prose
from builder.model.studies import Shown
from builder.sources.naming import PICTURES, suffix

_FEW = 5


def pictures(content: Content, media: Mapping[str, str]) -> Iterator[Diagnostic]:
    """`image-missing`, `missing-alt`, and `refused-address` of a name that no link can have.

    Args:
        content: The site.
        media: The digests of the pictures under content/, by path.
    """
    for picture in shown(content):
        if "#" in picture.path and picture.path in media:
            message = f"No link can lead to “{picture.path}”: a # ends the path of an address."
            yield error("refused-address", message, picture.place, "Rename the file.")
    missing = grouped((one.path, one) for one in shown(content) if one.path not in media)
    guess, named = Guess(), {_stem(path): path for path in media}
    for first, *others in missing.values():
        message = f"There is no picture “{first.src}”."
        also = [Related(one.place, "it is shown here too") for one in others[:_FEW]]
        yield error("image-missing", message, first.place, _hint(first, named, guess), *also)
    for picture in _in_texts(content):
        if not picture.alt.strip():
            yield warning(
                "missing-alt",
                "This picture has no words for those who cannot see it.",
                picture.place,
                f"Say what it shows: ![A bridge at night]({picture.src}).",
            )


def shown(content: Content) -> Iterator[Shown]:
    """Every picture that a page shows, in texts, entries and front matter."""
    yield from _in_texts(content)
    yield from _elsewhere(content)


def shown_in(prose: Prose) -> Iterator[Shown]:
    """The pictures in a text; of each an empty run tells where it stands in the source."""
    images = [atom for atom in prose.atoms if atom.element == "img"]
    empty = [run for run in prose.runs if run.length == 0] if images else []
    for atom, run in zip(images, empty, strict=True):
        given = dict(atom.attributes)
        place = Location(prose.path, run.line, run.column)
        yield Shown(path_from(prose.path, given["src"]), given["src"], given["alt"], place)


def _in_texts(content: Content) -> Iterator[Shown]:
    for _, _, prose in content.texts:
        yield from shown_in(prose)
    for article in content.articles:
        yield from article.pictures


def _elsewhere(content: Content) -> Iterator[Shown]:
    """The pictures of entries and front matter, which must have `alt` to be read."""
    entries = ((entry.image, entry.at("image.src")) for entry in content.entries.values())
    articles = ((article.image, article.image_place) for article in content.articles)
    for image, place in (*entries, *articles):
        if image and place:
            yield Shown(image_path(image), image.src, image.alt, place)


def _stem(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0]


def _hint(picture: Shown, named: Mapping[str, str], guess: Guess) -> str:
    """What to do about a missing picture; `named` are those that are there, by their stems."""
    if ":/" in picture.path:  # normalised, an address has one slash
        return "A picture is a file of the site: put it into content/, and write its name here."
    if near := guess.nearest(_stem(picture.path), named):
        return f"Did you mean {_way(picture, named[near])}?"
    if suffix(picture.path) not in PICTURES:
        return "Save it as PNG, JPEG, GIF, WebP or AVIF in content/, and write its new name here."
    if not picture.path.startswith("content/"):
        return "Put the file into content/: nothing outside it is published."
    return f"Put the file at {picture.path}, as PNG, JPEG, GIF, WebP or AVIF."


def _way(picture: Shown, path: str) -> str:
    """What to write where this picture is shown, to show the one at `path`."""
    return posixpath.relpath(path, posixpath.dirname(picture.place.path))
