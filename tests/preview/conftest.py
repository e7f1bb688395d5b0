"""Sites to preview."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.preview.running import Running, page, replace, running

FILES = {
    "index.html": page("Front"),
    "404.html": page("Nothing here"),
    "about.html": page("About"),
    "people/index.html": page("People"),
    "people/mark-esper/index.html": page("Mark Esper"),
    "a b/100%.txt": "per cent",
    "café/index.html": page("Café"),
    "data/people.json": "[]",
    "assets/style.css": "h1 { color: rgb(1, 2, 3) }",
    "assets/icon.png": "no picture",
    "feed.xml": "<feed/>",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of a small site."""
    for name, text in FILES.items():
        replace(tmp_path / "site" / "content" / name, text.encode())
    return tmp_path / "site"


@pytest.fixture
def site(root: Path) -> Iterator[Running]:
    """A preview of the small site at the root of the server."""
    with running(root) as preview:
        yield preview
