"""Many articles: the front page and the feed keep their size, and every article stays in reach."""

from functools import cache
from xml.etree import ElementTree

from bs4 import BeautifulSoup

from builder.pages.front import LATEST
from builder.pages.machine.feed import LATEST as IN_FEED
from tests.project import Project, project

FIRST = 1990
COUNT = LATEST + 11


def many_articles() -> dict[str, str]:
    """More articles than the front page holds, ten a year, by path."""
    dates = (f"{FIRST + n // 10}-05-0{n % 9 + 1}" for n in range(COUNT))
    return {
        f"content/a{n:03}.md": f"---\ntitle: Story {n}\ndate: {date}\n---\nOf {n}.\n"
        for n, date in enumerate(dates)
    }


@cache
def many() -> Project:
    """The site of these articles."""
    articles = {path.removeprefix("content/"): text for path, text in many_articles().items()}
    return project({**articles, "site.yaml": "title: Many\nurl: https://example.org/\n"})


def links(path: str) -> list[str]:
    """Where the links in the main part of a page lead."""
    main = BeautifulSoup(many().html(path), "html.parser").main
    assert main is not None
    return [str(a["href"]) for a in main.find_all("a")]


def test_the_front_page_has_the_newest_and_a_way_to_all() -> None:
    found = links("index.html")
    assert sum(href.startswith("articles/") for href in found) == LATEST
    assert f"articles/a{COUNT - 1:03}/" in found
    assert [href for href in found if href.startswith("archive/")] == ["archive/"]


def test_an_address_that_is_shortened_to_the_archive_leads_to_every_year() -> None:
    assert links("archive/index.html") == [f"{year}/" for year in range(1996, FIRST - 1, -1)]
    assert "../" in links("archive/1995/index.html")


def test_the_menu_says_that_an_article_and_the_archive_are_among_the_articles() -> None:
    for path in ("archive/index.html", "archive/1995/index.html", "articles/a000/index.html"):
        menu = BeautifulSoup(many().html(path), "html.parser").select(".masthead [aria-current]")
        assert [(a["aria-current"], a.get_text()) for a in menu] == [("true", "Articles")]


def test_the_archive_tells_how_many_articles_a_year_has() -> None:
    rows = BeautifulSoup(many().html("archive/index.html"), "html.parser").select(".rows li")
    said = [row.get_text(" ", strip=True) for row in rows]
    assert "1990 10 articles" in said
    assert "1996 1 article" in said


def test_every_article_stands_in_its_year() -> None:
    listed = [
        href.removeprefix("../../articles/").rstrip("/")
        for year in range(FIRST, 1997)
        for href in links(f"archive/{year}/index.html")
        if "articles/" in href
    ]
    assert sorted(listed) == [f"a{n:03}" for n in range(COUNT)]


def test_the_feed_holds_the_latest() -> None:
    feed = ElementTree.fromstring(many().html("feed.xml"))
    titles = [title.text for title in feed.findall("{*}entry/{*}title")]
    assert len(titles) == IN_FEED
    assert "Story 0" not in titles


def test_few_articles_need_no_archive() -> None:
    site = project({f"a{n}.md": f"---\ntitle: S\ndate: 199{n}-01-01\n---\nT.\n" for n in range(3)})
    assert not any(page.path.startswith("archive/") for page in site.pages)
