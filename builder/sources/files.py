"""What is read from a site's folder, as values."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from builder.ground.digests import digest
from builder.ground.values import Value
from builder.sources.troubles import Unsteady, unable

ASSETS = "assets/"
"""The folder of the theme's files that are no templates: style and script."""


class TextFile(Protocol):
    """A file of the site, whose bytes are there when they are wanted."""

    @property
    def path(self) -> str:
        """Relative to the root, with slashes."""

    @property
    def data(self) -> bytes:
        """The bytes."""

    @property
    def digest(self) -> str:
        """The digest of the bytes."""


class SourceFile(Value, frozen=True):
    """A file that was read."""

    path: str
    data: bytes
    digest: str


class Unread(Value, frozen=True):
    """A file that holds what it held at the last build, so that it is read only where it must be.

    `disk` is where it stands, `digest` that of the bytes it must hold.
    """

    path: str
    disk: str
    digest: str

    @property
    def data(self) -> bytes:
        """The bytes. Raises Unable where they have changed meanwhile."""
        try:
            with open(self.disk, "rb") as file:
                data = file.read()
        except OSError as failure:
            raise unable(f"read {self.path}", failure) from failure
        if digest(data) != self.digest:
            raise Unsteady(self.path)
        return data


class Sources(Value, frozen=True):
    """A site's folder at one moment.

    `texts`: site.yaml and every .md and .yaml under content/, by path. `media`: the digest of every
    picture under content/, by path. `theme`: the theme with the site's own files laid over it, by
    name under templates/ (`article.html`, `assets/style.css`).
    """

    root: str
    texts: Mapping[str, TextFile]
    media: Mapping[str, str]
    theme: Mapping[str, TextFile]

    @property
    def files(self) -> Iterator[TextFile]:
        """All but the pictures."""
        yield from self.texts.values()
        yield from self.theme.values()

    @property
    def templates(self) -> dict[str, TextFile]:
        """The files of the theme that make pages."""
        return {name: file for name, file in self.theme.items() if not name.startswith(ASSETS)}

    @property
    def assets(self) -> dict[str, TextFile]:
        """The files of the theme that are published as they are."""
        return {name: file for name, file in self.theme.items() if name.startswith(ASSETS)}
