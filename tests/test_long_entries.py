"""An entry that many articles name: the newest of them stand open, the others are folded."""

from functools import cache

from bs4 import BeautifulSoup, Tag

from tests.project import project

OPEN = 10
"""How many articles are not folded away."""


@cache
def mentions(articles: int) -> Tag:
    """The mentions on a person's page, where this many articles name her, one each day."""
    texts = {
        f"a{day:02}.md": f"---\ntitle: Day {day}\ndate: 2020-01-{day:02}\n---\nAda King wrote.\n"
        for day in range(1, articles + 1)
    }
    site = project({**texts, "people.yaml": "ada: {name: Ada King}\n"})
    page = BeautifulSoup(site.html("people/ada/index.html"), "html.parser")
    section = page.find(class_="mentions")
    assert section is not None
    return section


def titles(part: Tag) -> list[str]:
    """The articles' titles in a part of the page, as they stand."""
    return [heading.a.get_text() for heading in part.find_all("h3") if heading.a]


def test_the_newest_article_stands_first() -> None:
    assert titles(mentions(3)) == ["Day 3", "Day 2", "Day 1"]


def test_a_list_that_is_not_long_is_not_folded() -> None:
    assert mentions(OPEN).find("details") is None


def test_of_a_long_list_all_but_the_newest_are_folded() -> None:
    fold = mentions(OPEN + 2).find("details")
    assert fold is not None
    assert fold.summary is not None
    assert fold.summary.get_text() == "2 earlier articles"
    assert titles(fold) == ["Day 2", "Day 1"]
    assert len(titles(mentions(OPEN + 2))) == OPEN + 2
