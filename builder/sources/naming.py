"""Which files a site reads, and what is said about those it does not."""

import posixpath
from collections.abc import Iterable, Iterator
from functools import lru_cache

from builder.ground.diagnostics import Diagnostic, Location, Related, error, warning
from builder.sources.walk import FoundFile

TEXTS = frozenset({".md", ".yaml"})
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})
LARGEST_TEXT = 2_000_000
LARGEST_PICTURE = 25_000_000
_WRITTEN = frozenset({".doc", ".docx", ".odt", ".pages", ".rtf"})
"""What word processors write."""
_UNSHOWN = frozenset({".heic", ".heif", ".tif", ".tiff", ".bmp", ".psd", ".raw", ".dng"})
"""Pictures that browsers do not show: telephones and cameras write some of them."""
_MEANT = {".yml": ".yaml", ".markdown": ".md", ".mdown": ".md", ".mkd": ".md"}

_FAULTS = {
    "symlink": (
        "symlink-refused",
        "This is a symbolic link; a site holds plain files alone.",
        "Put the file itself here: a link could publish what lies outside the site.",
    ),
    "hard-link": (
        "hard-link-refused",
        "This file has a second name elsewhere on the disk (a hard link).",
        "Copy it: a link could publish what lies outside the site.",
    ),
    "special": (
        "not-a-file",
        "This is neither a file nor a folder.",
        "Take it out of the site.",
    ),
    "folder": (
        "not-a-file",
        "This is a folder, and a file is wanted here.",
        "Rename the folder, and write the file.",
    ),
    "no-folder": (
        "unreadable-file",
        "This is a file, and a folder is wanted here.",
        "Rename the file, and make the folder.",
    ),
    "unreadable": (
        "unreadable-file",
        "This cannot be read.",
        "Check who owns it and its permissions.",
    ),
    "name-unreadable": (
        "unreadable-name",
        "The name of this file is not UTF-8.",
        "Rename it.",
    ),
    "too-deep": (
        "too-deep",
        "Folders are nested too deeply here.",
        "Move it further up: 32 levels are read.",
    ),
}


@lru_cache(100_000)
def suffix(path: str) -> str:
    """The suffix of a path in small letters, with its dot."""
    return posixpath.splitext(path)[1].lower()


def link_faults(files: Iterable[FoundFile]) -> Iterator[Diagnostic]:
    """What is no plain readable file."""
    for file in files:
        if file.fault:
            code, message, hint = _FAULTS[file.fault]
            yield error(code, message, Location(file.path), hint)


def collisions(files: Iterable[FoundFile]) -> Iterator[Diagnostic]:
    """Names that some disks take for one: they differ in capitals, or in how accents are stored."""
    seen: dict[str, FoundFile] = {}
    for file in files:
        first = seen.setdefault(file.path.casefold(), file)
        if first is not file:
            yield error(
                "name-collision",
                f"“{file.path}” and “{first.path}” are one name on some disks.",
                Location(file.path),
                "Rename one of them.",
                Related(Location(first.path), "the other file"),
            )


def refused(path: str, size: int) -> Diagnostic | None:
    """Why a file under content/, or site.yaml, is not read, if it is not."""
    ending = suffix(path)
    if ending == ".txt" and suffix(path[: -len(ending)]) in TEXTS:
        return _misnamed(path, "")
    if ending in TEXTS and not path.endswith(ending):
        return _misnamed(path, ending)
    if ending in TEXTS or ending in PICTURES:
        return too_large(path, size)
    if ending in _MEANT:
        return _misnamed(path, _MEANT[ending])
    if ending == ".svg":
        return warning(
            "svg-refused",
            "SVG pictures are not published: they can carry script.",
            Location(path),
            "Save it as PNG or WebP.",
        )
    return warning(
        "unused-file",
        "This file is neither Markdown, YAML nor a picture, and is not published.",
        Location(path),
        _instead(path),
    )


def _instead(path: str) -> str:
    """What to do with a file that is not published."""
    stem, ending = posixpath.splitext(posixpath.basename(path))
    if ending.lower() == ".txt":
        return f"If it is an article, rename it to {stem}.md; notes belong outside content/."
    if ending.lower() in _WRITTEN:
        return f"If it is an article, save its text as {stem}.md; notes belong outside content/."
    if ending.lower() in _UNSHOWN:
        return f"Save the picture as {stem}.jpg: browsers do not show this kind."
    return "content/ holds .md and .yaml, and pictures: " + ", ".join(sorted(PICTURES)) + "."


def _misnamed(path: str, ending: str) -> Diagnostic:
    """The error of a text with another ending than the one it should have, or with one too many."""
    stem, given = posixpath.splitext(posixpath.basename(path))
    wanted = f"{stem}{ending}"
    # sidecars have their names in small letters
    name = wanted.lower() if suffix(wanted) == ".yaml" else wanted
    message = f"Files ending in {given} are not read."
    return error("misnamed-file", message, Location(path), f"Rename it to {name}.")


def largest(path: str) -> int:
    """How many bytes of a file are read."""
    return LARGEST_TEXT if suffix(path) in TEXTS else LARGEST_PICTURE


def too_large(path: str, size: int) -> Diagnostic | None:
    """The error of a file with more bytes than are read."""
    most = largest(path)
    if size <= most:
        return None
    message = f"This file has {size:,} bytes; {most:,} are the most that is read."
    hint = "Make it smaller, or take it out of templates/."
    if suffix(path) in TEXTS:
        hint = "Split it."
    elif suffix(path) in PICTURES:
        hint = "Save it with fewer pixels, or as JPEG or WebP."
    return error("file-too-large", message, Location(path), hint)
