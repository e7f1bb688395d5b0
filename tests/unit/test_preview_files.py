"""From a place in the site to one of its files."""

import pytest

from builder.preview.files import content_type, find
from builder.preview.requests import Asked, Redirect

FILES = {
    "index.html",
    "404.html",
    "about.html",
    "people/index.html",
    "both.html",
    "both/index.html",
    "data/people.json",
    "a b/100%.txt",
    "café/index.html",
    "café-nfd/index.html",
}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/", "index.html"),
        ("/index.html", "index.html"),
        ("/about", "about.html"),
        ("/about.html", "about.html"),
        ("/about/", None),
        ("/about.html/", None),
        ("/people/", "people/index.html"),
        ("/people", Redirect("/repo/people/")),
        ("/both", "both.html"),
        ("/both/", "both/index.html"),
        ("/data/", None),
        ("/data", None),
        ("/data/people.json", "data/people.json"),
        ("/a b/100%.txt", "a b/100%.txt"),
        ("/café/", "café/index.html"),
        ("/cafe\u0301/", "café/index.html"),
        ("/café-nfd/", "café-nfd/index.html"),
        ("/café", Redirect("/repo/caf%C3%A9/")),
        ("/nothing", None),
        ("/nothing/at/all/", None),
        ("/index.html/x", None),
        ("/People/", None),
        ("/PEOPLE", None),
        ("/Index.html", None),
        ("/" + "x" * 300, None),
        ("/" + "x/" * 300, None),
    ],
)
def test_as_on_github_pages(address: str, expected: object) -> None:
    steps = tuple(step for step in address.split("/") if step)
    assert find(FILES, Asked(steps, address.endswith("/")), "/repo/") == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("INDEX.HTML", "text/html; charset=utf-8"),
        ("assets/style.css", "text/css; charset=utf-8"),
        ("assets/client.js", "text/javascript; charset=utf-8"),
        ("data/people.json", "application/json; charset=utf-8"),
        ("data/annotations.jsonld", "application/ld+json; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("a.webp", "image/webp"),
        ("a.woff2", "font/woff2"),
        ("CNAME", "application/octet-stream"),
        ("a.unknown", "application/octet-stream"),
    ],
)
def test_a_file_is_served_as_what_its_name_says(path: str, expected: str) -> None:
    assert content_type(path) == expected
