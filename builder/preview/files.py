"""From a place in the site to the bytes of a file, without leaving the output folder.

Every step is looked up in the listing of its folder, so that names differ by capitals here as they
do on the published site, even on disks that ignore them. Links and special files name nothing.
"""

import os
import stat
import unicodedata
from collections.abc import Callable
from pathlib import Path

from builder.preview.requests import Asked, Redirect, folder_path

HTML = "text/html; charset=utf-8"

# A table of our own: what the system knows of types differs from machine to machine.
_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": HTML,
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonld": "application/ld+json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
_OPEN = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe put in the way must not make us wait
    | getattr(os, "O_BINARY", 0)
)


def content_type(path: str) -> str:
    """The Content-Type of a file, by its suffix."""
    return _TYPES.get(os.path.splitext(path)[1].lower(), "application/octet-stream")


def find(output: Path, place: Asked, base: str) -> Path | Redirect | None:
    """The file that answers for a place, in GitHub Pages' order: itself, .html, its index.html."""
    if place.folder:
        return _file(output, (*place.steps, "index.html"))
    *above, last = place.steps
    exact = _file(output, place.steps) or _file(output, (*above, f"{last}.html"))
    if exact:
        return exact
    if _file(output, (*place.steps, "index.html")):
        return Redirect(folder_path(place.steps, base))
    return None


def read(path: Path) -> bytes:
    """The bytes of a plain file.

    Raises:
        OSError: there is none any more, it cannot be read, or it is not a plain file.
    """
    with open(os.open(path, _OPEN), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise FileNotFoundError
        return file.read()


def _file(output: Path, steps: tuple[str, ...]) -> Path | None:
    """The plain file at the end of these steps, if every step before it is a plain folder."""
    path = output
    for number, step in enumerate(steps):
        name = _listed(path, step)
        if name is None:
            return None
        path = path / name
        if not _is(path, stat.S_ISDIR if number + 1 < len(steps) else stat.S_ISREG):
            return None
    return path


def _listed(folder: Path, step: str) -> str | None:
    """The name in a folder that a step means: the very name, else the same one in NFC or NFD."""
    try:
        names = os.listdir(folder)
    except OSError:
        return None
    if step in names:
        return step
    composed = unicodedata.normalize("NFC", step)
    return next((name for name in names if unicodedata.normalize("NFC", name) == composed), None)


def _is(path: Path, kind: Callable[[int], bool]) -> bool:
    """Whether what stands at `path`, itself and not what it leads to, is of a kind."""
    try:
        return kind(os.lstat(path).st_mode)
    except OSError:
        return False
