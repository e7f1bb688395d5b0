"""Finished sites, served on this machine: the sample, one in Arabic, one of several articles."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from builder.build.building import build
from builder.build.request import Request
from tests.smallsite import built
from tests.smallsite import site as small

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SITES = {"sample": ROOT, "arabic": HERE / "arabic", "several": ROOT / "tests/golden/site"}
Open = Callable[..., "Page"]
Show = Callable[..., "Page"]


class Served(NamedTuple):
    """A finished site: its folder, and its address with a slash at its end."""

    folder: Path
    address: str


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Served]]:
    """The sites, built and served."""
    folder = tmp_path_factory.mktemp("sites")
    for name, root in SITES.items():
        copy = folder / "sources" / name
        copy.mkdir(parents=True)
        shutil.copytree(root / "content", copy / "content")
        shutil.copy(root / "site.yaml", copy)
        # 404.html counts its links from the path of the site's address.
        outcome = build(Request(str(copy), str(folder / name), url=f"https://example.org/{name}/"))
        assert outcome.diagnostics == ()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        at = f"http://127.0.0.1:{server.server_address[1]}"
        yield {name: Served(folder / name, f"{at}/{name}/") for name in SITES}
        server.shutdown()


@pytest.fixture
def visit(chromium: Browser, sites: dict[str, Served]) -> Iterator[Open]:
    """Opens a page of a site in a context of its own; a fault in the browser's console fails."""
    contexts = []
    faults: list[str] = []

    def opened(path: str = "", site: str = "sample", **options: Any) -> Page:
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
        page.goto(sites[site].address + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def show(visit: Open, tmp_path: Path) -> Show:
    """Opens a page of the small site, with files of the test's own, from its folder."""

    def shown(files: Mapping[str, str | bytes], path: str = "index.html", **options: Any) -> Page:
        built(small(tmp_path, files))
        page = visit(**options)
        page.goto((tmp_path / "output" / path).as_uri())
        return page

    return shown
