"""What the preview asks of a build, and what it hears back."""

import os
from collections.abc import Callable, Iterable, Set
from typing import NamedTuple, Protocol

from builder.ground.diagnostics import Diagnostic

ASSETS = frozenset(
    (".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".woff", ".woff2")
)
UNMADE = "-"
"""The state of a file that cannot be made."""


class Files(Protocol):
    """The files of the site at one save; the same file of it always holds the same bytes.

    Paths have slashes, and are in NFC. `read` and `name` raise where a file cannot be
    made; the builder's thread alone may call them.
    """

    @property
    def paths(self) -> Set[str]:
        """All there are."""

    def ready(self, path: str) -> bytes | None:
        """The bytes of a file, if they are at hand."""

    def read(self, path: str) -> bytes:
        """The bytes of a file, made where they are not at hand."""

    def name(self, path: str) -> str:
        """What names the bytes of a file; "" where there is no such file."""


class Built(NamedTuple):
    """What a build came to: `ok` is false when errors keep the site as it was before."""

    ok: bool
    files: Files
    diagnostics: tuple[Diagnostic, ...]


Rebuild = Callable[[Iterable[str]], Built]
"""Builds the site as it stands now, first of all the files given, which somebody looks at. It runs
in the builder's thread, one call at a time."""


def states(files: Files, attended: Iterable[str]) -> dict[str, str]:
    """What these files hold, by path, and every style, script, picture and font."""
    return {path: _state(files, path) for path in {*attended, *filter(is_asset, files.paths)}}


def is_asset(path: str) -> bool:
    """Whether a file is one that pages load."""
    return os.path.splitext(path)[1].lower() in ASSETS


def _state(files: Files, path: str) -> str:
    try:
        return files.name(path)
    except Exception:  # whatever it is, it is told to who asks for the file
        return UNMADE
