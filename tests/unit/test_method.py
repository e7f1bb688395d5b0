"""The page of the method: its opening is a page of the editor's like others."""

from bs4 import BeautifulSoup, Tag

from tests.project import project

FRONT = "---\ntitle: طريقتنا\nlanguage: ar\nupdated: 2020-03-01\n---\n\nنص.\n"


def method(files: dict[str, str]) -> Tag:
    """The main part of the page of a site of an article and these files."""
    site = project({"a.md": "Words.", **files})
    main = BeautifulSoup(site.html("method/index.html"), "html.parser").main
    assert main is not None
    return main


def test_its_opening_has_its_language_and_the_day_of_its_change() -> None:
    main = method({"pages/method.md": FRONT})
    header, opening = main.select_one("header"), main.select_one(".prose > .prose")
    assert header is not None
    assert opening is not None
    assert [(part["lang"], part["dir"]) for part in (header, opening)] == [("ar", "auto")] * 2
    assert opening.get_text(strip=True) == "نص."
    updated = header.select_one("span")
    assert updated is not None
    assert updated["lang"] == "en-GB"
    assert updated.get_text() == "Updated 1 March 2020"


def test_without_an_opening_it_says_nothing_of_it() -> None:
    main = method({})
    assert main.select("[lang], .meta, .notice, .prose > .prose") == []
