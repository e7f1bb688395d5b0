"""What is wrong with the pictures on pages: they cannot be read, tell a place, or weigh much."""

from collections.abc import Iterable, Iterator, Mapping

from builder.ground.diagnostics import Diagnostic, Location, Related, error, warning
from builder.ground.digests import digest
from builder.ground.values import Value, decoding
from builder.inspect.pictures import shown
from builder.model.content import Content
from builder.pages.page import Page
from builder.render.pictures import looked_at
from builder.sources.files import Sources
from builder.sources.site import read_media
from builder.write.memory import Memory

HEAVY = 2_000_000
"""From so many bytes on a picture is heavy: half of all web pages weigh less in all."""


class PictureFacts(Value, frozen=True):
    """What is to be remembered of a picture."""

    is_readable: bool
    tells_place: bool
    weight: int
    """In bytes."""


def faults_of_pictures(
    content: Content, pages: Iterable[Page], sources: Sources, memory: Memory
) -> Iterator[Diagnostic]:
    """`image-unreadable` wherever a picture is shown that is none; `image-location`, `image-heavy`.

    `pages` are all of the site; the pictures among them are looked at, unless the memory has what
    was found in the same bytes.
    """
    paths = {media.source for page in pages if (media := page.copied)} & sources.media.keys()
    found = _found(sorted(paths), sources, memory) if paths else {}
    located = {path for path, one in found.items() if one.tells_place}
    heavy = {path: one.weight for path, one in found.items() if one.weight > HEAVY}
    for picture in shown(content) if found else ():
        path, src, place = picture.path, picture.src, picture.place
        if path in found and not found[path].is_readable:
            yield error(
                "image-unreadable",
                f"“{src}” is no picture that can be read: its width and height cannot be found.",
                place,
                "Open it in an image program and save it anew, as PNG, JPEG, GIF, WebP or AVIF.",
            )
            continue
        if path in located:
            located.remove(path)
            yield _located(path, place)
        if path in heavy:
            yield _heavy(path, heavy.pop(path), place)


def _located(path: str, place: Location) -> Diagnostic:
    from shlex import quote  # few pictures tell of a place

    return warning(
        "image-location",
        "This picture holds GPS coordinates: whoever opens the file can read where it was taken.",
        Location(path),
        f"Take them out: exiftool -all= -overwrite_original {quote(path)}",
        Related(place, "it is shown here"),
    )


def _heavy(path: str, weight: int, place: Location) -> Diagnostic:
    return warning(
        "image-heavy",
        f"This picture has {weight / 1_000_000:.1f} MB, for which readers on a phone have to wait.",
        Location(path),
        "Save it with 2,000 pixels in its width at most, as JPEG or WebP.",
        Related(place, "it is shown here"),
    )


def _found(paths: Iterable[str], sources: Sources, memory: Memory) -> Mapping[str, PictureFacts]:
    """The facts of these pictures, by path: remembered, or found by a look at the file."""
    known = {path: (key, data) for path, key, data in memory.all_of("picture")}
    found: dict[str, PictureFacts] = {}
    for path in paths:
        key, data = known.get(path, ("", b""))
        if key == sources.media[path]:
            found[path] = decoding(PictureFacts)(data)
        elif new := _look(sources, path):
            found[path] = new
            memory.note("picture", path, "", sources.media[path], new)
    return found


def _look(sources: Sources, path: str) -> PictureFacts | None:
    """What a look finds; None where the file has changed meanwhile: who copies it says so."""
    try:
        data = read_media(sources.root, path)
    except OSError:
        return None
    if digest(data) != sources.media[path]:
        return None
    look = looked_at(data)
    return PictureFacts(look is not None, look is not None and look.tells_place, len(data))
