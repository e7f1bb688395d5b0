"""Finished HTML, judged."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, ParserRejectedMarkup

from builder.audit.auditing import audit_folder

PAGES = {
    "index.html": '<h1 id="top">T</h1>{}',
    "a/index.html": '<p id="x y">T</p>',
    "a/b.html": "",
    "style.css": "",
    "404.html": '<a href="/repo/nowhere/">x</a>',
}


@pytest.mark.parametrize(
    "html",
    [
        '<a href="a/">x</a>',
        '<a href="./">x</a>',
        '<a href="a/b.html">x</a>',
        '<a href="#top">x</a>',
        '<a href="a/#x%20y">x</a>',
        '<a href="a/#x%20y:~:text=T">x</a>',
        '<a href="a/#:~:text=T">x</a>',
        '<link href="style.css#x">',
        '<a href="https://example.org/nowhere#x">x</a>',
        '<a href="mailto:a@b.org">x</a>',
        '<a href="//example.org/">x</a>',
        '<img src="style.css" alt="" width="1" height="1">',
        '<base href="/nowhere/">',
    ],
)
def test_what_leads_somewhere_or_away_from_the_site_is_sound(tmp_path: Path, html: str) -> None:
    assert told(tmp_path, html) == []


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ('<a href="b/">x</a>', "broken-link"),
        ('<a href="a">x</a>', "broken-link"),
        ('<a href="../">x</a>', "broken-link"),
        ('<a href="/a/">x</a>', "broken-link"),
        ('<a href="http://[x/">x</a>', "broken-link"),
        ('<script src="x.js"></script>', "broken-link"),
        ('<video poster="x.png"></video>', "broken-link"),
        ('<object data="x.pdf"></object>', "broken-link"),
        ('<a href="#nowhere">x</a>', "broken-anchor"),
        ('<a href="a/#top">x</a>', "broken-anchor"),
        ('<p id="top">x</p>', "duplicate-id"),
        ('<img src="style.css" width="1" height="1">', "missing-alt"),
        ('<img src="style.css" alt="" width="1">', "image-unsized"),
    ],
)
def test_what_leads_nowhere_or_lacks_words_or_size_is_told_at_its_place(
    tmp_path: Path, html: str, code: str
) -> None:
    assert told(tmp_path, f"\n {html}") == [(code, "out/index.html", 2, 2)]


def test_what_the_parser_refuses_is_told_at_its_place(tmp_path: Path) -> None:
    refused = "<![ x[ y"  # newer Pythons read it as a comment, as HTML says
    try:
        BeautifulSoup(refused, "html.parser")
    except ParserRejectedMarkup:
        assert told(tmp_path, f"\n {refused}") == [("template-failed", "out/index.html", 2, 2)]
    else:
        assert told(tmp_path, refused) == []


def test_what_is_missing_is_told_once_with_a_few_of_its_places(tmp_path: Path) -> None:
    links = '<a href="a/#gone">x</a>\n' * 5 + '<a href="b/">x</a>\n<a href="b/">x</a>'
    told(tmp_path, links)
    anchor, link = audit_folder(tmp_path, "out")
    assert (anchor.code, anchor.location.line) == ("broken-anchor", 1)
    assert [place.line for place, _ in anchor.related] == [2, 3, 4]
    assert anchor.hint.endswith("There are 5 such links.")
    assert (link.code, link.location.line) == ("broken-link", 6)
    assert [place.line for place, _ in link.related] == [7]


def told(folder: Path, html: str) -> list[tuple[str, str, int, int]]:
    for path, text in PAGES.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text.format(html))
    return [(d.code, *d.location[:3]) for d in audit_folder(folder, "out")]
