"""From a place in the site to a file, without leaving the output folder."""

import os
from pathlib import Path

import pytest

from builder.preview.files import content_type, find, read
from builder.preview.requests import Asked, Redirect

FILES = (
    "index.html",
    "404.html",
    "about.html",
    "people/index.html",
    "both.html",
    "both/index.html",
    "data/people.json",
    "a b/100%.txt",
    "café/index.html",
    "cafe\u0301-nfd/index.html",
)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    for path in FILES:
        file = tmp_path / "out" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path)
    return tmp_path / "out"


def served(output: Path, address: str) -> str | Redirect | None:
    steps = tuple(step for step in address.split("/") if step)
    found = find(output, Asked(steps, address.endswith("/")), "/repo/")
    return read(found).decode() if isinstance(found, Path) else found


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
        ("/café-nfd/", "cafe\u0301-nfd/index.html"),
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
def test_as_on_github_pages(output: Path, address: str, expected: object) -> None:
    assert served(output, address) == expected


@pytest.mark.parametrize("target", ["people", "/etc", ".."])
def test_a_linked_folder_names_nothing(output: Path, target: str) -> None:
    (output / "linked").symlink_to(target)
    assert served(output, "/linked/") is None
    assert served(output, "/linked/index.html") is None


@pytest.mark.parametrize("target", ["index.html", "/etc/hostname", "missing"])
def test_a_linked_file_names_nothing(output: Path, target: str) -> None:
    (output / "linked.html").symlink_to(target)
    assert served(output, "/linked.html") is None
    assert served(output, "/linked") is None


def test_a_file_swapped_for_a_link_is_not_followed(output: Path) -> None:
    (output / "index.html").unlink()
    (output / "index.html").symlink_to("about.html")
    with pytest.raises(OSError, match="symbolic"):
        read(output / "index.html")


def test_a_pipe_names_nothing_and_does_not_hang(output: Path) -> None:
    os.mkfifo(output / "pipe.html")
    assert served(output, "/pipe.html") is None
    with pytest.raises(FileNotFoundError):
        read(output / "pipe.html")


def test_no_output_yet(tmp_path: Path) -> None:
    assert served(tmp_path / "nothing", "/") is None


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
def test_content_types(path: str, expected: str) -> None:
    assert content_type(path) == expected
