"""What is read from a site's folder, as values."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class SourceFile(NamedTuple):
    """A file of the site: its path relative to the root, with slashes; its bytes; their digest."""

    path: str
    data: bytes
    digest: str


class Sources(NamedTuple):
    """A site's folder at one moment.

    `texts`: site.yaml and every .md and .yaml under content/, by path. `media`: the digest of every
    picture under content/, by path. `templates`: the theme with the site's own files laid over it,
    by name under templates/ (`article.html`, `assets/style.css`).
    """

    root: Path
    texts: Mapping[str, SourceFile]
    media: Mapping[str, str]
    templates: Mapping[str, SourceFile]
