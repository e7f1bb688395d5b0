"""The finished site as GitHub Pages serves it: below a sub-path, at the root of a user's page."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from builder.build.building import build
from builder.build.request import Request
from tests.cli.test_same_bytes import copied
from tests.pages_server import Server, free_port, nginx, serving

BASES = {"a project's page": "/backstory/", "a user's page or a domain": "/"}


@pytest.fixture(scope="module", params=[*BASES.values()], ids=[*BASES])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """The sample site, built for the address at which it is served."""
    program = nginx()
    if program is None:
        pytest.skip("nginx is not installed")
    folder = tmp_path_factory.mktemp("pages")
    port, base = free_port(), request.param
    root = copied(folder / "site")
    output = folder / "www" / base.strip("/")
    address = f"http://127.0.0.1:{port}{base}"
    outcome = build(Request(str(root), str(output), url=address))
    assert outcome.summary, outcome.diagnostics
    for path in (folder, *folder.parents):
        if path.name.startswith(("pages", "pytest-")):
            path.chmod(0o755)  # nginx may serve as another user
    with serving(program, port, folder, base) as running:
        yield running


KINDS = {
    "": "text/html; charset=utf-8",
    "timeline/": "text/html; charset=utf-8",
    "assets/style.css": "text/css; charset=utf-8",
    "assets/previews.js": "application/javascript; charset=utf-8",
    "data/people.json": "application/json; charset=utf-8",
    "sitemap.xml": "text/xml; charset=utf-8",
    "robots.txt": "text/plain",
}


@pytest.mark.parametrize("path", KINDS)
def test_every_kind_of_file_is_served_as_what_it_is(server: Server, path: str) -> None:
    answer = server.get(server.base + path)
    assert answer.status == 200
    assert answer.kind.startswith(KINDS[path])


def test_a_folder_without_its_slash_is_redirected(server: Server) -> None:
    answer = server.get(f"{server.base}people/mark-esper")
    assert answer.status == 301
    assert answer.location == f"{server.base}people/mark-esper/"


@pytest.mark.parametrize("path", ["no", "no/", "people/nobody/", "a/b/c/d/", "People/", "404.HTML"])
def test_what_is_not_there_gets_a_page_whose_links_work(server: Server, path: str) -> None:
    asked = server.base + path
    answer = server.get(asked)
    assert answer.status == 404
    page = BeautifulSoup(answer.body, "html.parser")
    ways = [
        str(tag[name])
        for name in ("href", "src")
        for tag in page.select(f"[{name}]:not([href^='#'])")
    ]
    inside = [way for way in (urljoin(here(server, asked), w) for w in ways) if ours(server, way)]
    assert len(inside) >= 3
    for way in inside:
        assert server.get(quote(urlsplit(way).path, safe="/%")).status == 200, way


@pytest.mark.parametrize("path", [".backstory", ".git/config", "../site.yaml", "site.yaml"])
def test_what_is_not_for_readers_is_not_served(server: Server, path: str) -> None:
    assert server.get(server.base + path).status in (400, 404)


def test_every_link_of_every_page_leads_somewhere(server: Server) -> None:
    todo, seen = [server.base], {server.base}
    while todo:
        path = todo.pop()
        answer = server.get(path)
        assert answer.status == 200, path
        if not answer.kind.startswith("text/html"):
            continue
        page = BeautifulSoup(answer.body, "html.parser")
        for name in ("href", "src"):
            for tag in page.select(f"[{name}]"):
                way = urljoin(here(server, path), str(tag[name]))
                target = quote(urlsplit(way).path, safe="/%")
                if ours(server, way) and target not in seen:
                    seen.add(target)
                    todo.append(target)
    assert len(seen) > 60


def here(server: Server, path: str) -> str:
    """The whole address of a path."""
    return f"http://127.0.0.1:{server.port}{path}"


def ours(server: Server, address: str) -> bool:
    """Whether an address is on this server."""
    return address.startswith(f"http://127.0.0.1:{server.port}/")
