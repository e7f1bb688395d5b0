"""Sites to preview, and a browser's window to see them in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.preview.running import DEADLINE, Running, page, replace, running

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

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


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A window of its own; nothing in it may break the CSP or fail."""
    with chromium.new_context(viewport={"width": 900, "height": 600}) as window:
        window.set_default_timeout(DEADLINE * 1000)
        faults: list[str] = []
        window.on("weberror", lambda fault: faults.append(str(fault.error)))
        window.on(
            "console",
            lambda said: faults.append(said.text) if "Security Policy" in said.text else None,
        )
        yield window
        assert faults == []
