"""What the server answers: like GitHub Pages, to nobody else, and never with a fault of its own."""

from pathlib import Path

import pytest

from tests.preview.running import (
    BARRED,
    CHANGING,
    FAULTY,
    FLAWED,
    Running,
    page,
    parse,
    running,
    state_of,
    waiting,
)

HTML = "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("target", "status", "kind", "words"),
    [
        ("/", 200, HTML, "Front"),
        ("/index.html", 200, HTML, "Front"),
        ("/?q=1#x", 200, HTML, "Front"),
        ("/people/", 200, HTML, "People"),
        ("/people/mark-esper/", 200, HTML, "Mark Esper"),
        ("/about", 200, HTML, "About"),
        ("/about.html", 200, HTML, "About"),
        ("/a%20b/100%25.txt", 200, "text/plain; charset=utf-8", "per cent"),
        ("/caf%C3%A9/", 200, HTML, "Café"),
        ("/cafe%CC%81/", 200, HTML, "Café"),
        ("/data/people.json", 200, "application/json; charset=utf-8", "[]"),
        ("/assets/style.css", 200, "text/css; charset=utf-8", "color"),
        ("/assets/icon.png", 200, "image/png", "no picture"),
        ("/feed.xml", 200, "application/xml; charset=utf-8", "<feed/>"),
        ("/404", 200, HTML, "Nothing here"),
        ("/nothing/", 404, HTML, "Nothing here"),
        ("/people/nothing/at/all", 404, HTML, "Nothing here"),
        ("/People/", 404, HTML, "Nothing here"),
        ("/data/", 404, HTML, "Nothing here"),
        ("/_preview/client.js", 200, "text/javascript; charset=utf-8", "WebSocket"),
        ("/_preview/style.css", 200, "text/css; charset=utf-8", "#backstory-preview"),
        ("/_preview/", 404, HTML, "Nothing here"),
        ("/_preview/../server.py", 404, HTML, "Nothing here"),
        ("/livereload.js", 404, HTML, "Nothing here"),
        ("/forcereload", 404, HTML, "Nothing here"),
    ],
)
def test_a_file_is_served_with_its_type_and_what_is_none_is_not_found(
    site: Running, target: str, status: int, kind: str, words: str
) -> None:
    got, headers, body = site.get(target)
    assert (got, headers["content-type"]) == (status, kind)
    assert words in body.decode()


@pytest.mark.parametrize(
    ("target", "location"),
    [
        ("/people", "/people/"),
        ("/people?a=1&b=%20", "/people/?a=1&b=%20"),
        ("/caf%C3%A9", "/caf%C3%A9/"),
        ("/people/mark-esper", "/people/mark-esper/"),
    ],
)
def test_a_folder_without_its_slash_is_redirected(
    site: Running, target: str, location: str
) -> None:
    status, headers, _ = site.get(target)
    assert (status, headers["location"]) == (301, location)


def test_nothing_is_kept_by_the_browser(site: Running) -> None:
    for target in ("/", "/people", "/nothing", "/assets/style.css", "/_preview/client.js"):
        _, headers, _ = site.get(target, **{"If-None-Match": "*"})
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "etag" not in headers
        assert "server" not in headers


def test_head_has_the_headers_alone(site: Running) -> None:
    request = f"HEAD / HTTP/1.1\r\nHost: localhost:{site.port}\r\nConnection: close\r\n\r\n"
    status, headers, body = parse(site.raw(request.encode()))
    assert (status, headers["content-type"], body) == (200, HTML, b"")
    assert int(headers["content-length"]) > 100


def test_a_page_is_the_sites_own_with_the_previews_part_after_it(site: Running) -> None:
    body = site.get("/")[2]
    assert body.startswith(page("Front").encode())
    assert b"_preview" in body


@pytest.mark.parametrize("target", ["/data/people.json", "/feed.xml", "/assets/style.css"])
def test_only_pages_get_the_script(site: Running, target: str) -> None:
    assert b"_preview" not in site.get(target)[2]


@pytest.mark.parametrize(
    ("target", "status", "words"),
    [
        ("/repo/", 200, "Front"),
        ("/repo/people/", 200, "People"),
        ("/repo/nothing", 404, "Nothing here"),
        ("/", 404, "The site is at /repo/"),
        ("/people/", 404, "The site is at /repo/"),
        ("/_preview/client.js", 200, "WebSocket"),
    ],
)
def test_below_a_base_path_all_else_is_told_where_the_site_is(
    root: Path, target: str, status: int, words: str
) -> None:
    with running(root, base="/repo/") as site:
        got, _, body = site.get(target)
    assert got == status
    assert words in body.decode()


@pytest.mark.parametrize(
    ("target", "location"),
    [("/repo", "/repo/"), ("/repo?x", "/repo/?x"), ("/repo/people", "/repo/people/")],
)
def test_redirects_below_the_base_path(root: Path, target: str, location: str) -> None:
    with running(root, base="/repo/") as site:
        assert site.get(target)[1]["location"] == location


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (FLAWED, b"templates/a.html:3: It fails."),
        (FAULTY, b"The builder stopped on a fault of its own (RecursionError)."),
        (BARRED, b"It needs a tool. Install it."),
        (CHANGING, b"has just changed. The next build will show it."),
    ],
)
def test_a_page_that_cannot_be_made_says_why_until_it_can(
    site: Running, held: bytes, words: bytes
) -> None:
    site.save("about.html", held.decode())
    site.until("/about", "cannot be made")
    site.save("index.html", page("Another save"))
    site.until("/", "Another save")
    with waiting(site) as about:
        status, _, body = site.get("/about")
        about.say(**state_of(body))
        assert status == 404
        assert words in body
        site.save("about.html", page("Mended"))
        assert (about.hear() or {})["command"] == "reload"
        assert b"Mended" in site.get("/about")[2]


def test_a_dotfile_is_not_served(site: Running) -> None:
    site.building.files.files[".env"] = b"hidden words"
    for target in ("/.env", "/%2eenv"):
        status, _, body = site.get(target)
        assert status == 404
        assert b"hidden words" not in body


def test_a_site_without_pages_says_so(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    with running(tmp_path) as site:
        status, _, body = site.get("/")
    assert status == 404
    assert b"no page at this address yet" in body
    assert b"client.js" in body
