"""An entry that many articles name: the newest of them stand open, the others are folded."""

from functools import cache

from bs4 import BeautifulSoup, Tag

from tests.project import project

OPEN = 10
"""How many articles, and how many quotations, are not folded away."""


@cache
def section(name: str, articles: int) -> Tag:
    """A part of a person's page, where so many articles name and quote her, one each day."""
    days = range(1, articles + 1)
    texts = {
        f"a{day:02}.md": f"---\ntitle: Day {day}\ndate: 2020-01-{day:02}\n---\n"
        f"“I wrote on day {day},” Ada King said.\n"
        for day in days
    }
    quotes = "".join(
        f"q{day}: {{exact: I wrote on day {day}, article: a{day:02}, speaker: person:ada}}\n"
        for day in days
    )
    events = "".join(
        f"e{day}: {{title: Letter {day}, date: 2020-01-{day:02}, passage: on day {day}, "
        f"article: a{day:02}, basis: resolved, about: [person:ada]}}\n"
        for day in days
    )
    people = "ada: {name: Ada King}\n"
    files = {"people.yaml": people, "quotes.yaml": quotes, "timeline.yaml": events}
    page = project({**texts, **files})
    html = BeautifulSoup(page.html("people/ada/index.html"), "html.parser")
    found = html.find("section", attrs={"aria-labelledby": f"all_{name}"})
    assert found is not None
    return found


def titles(part: Tag) -> list[str]:
    """The articles' titles in a part of the page, as they stand."""
    return [heading.a.get_text() for heading in part.find_all("h3") if heading.a]


def said(part: Tag) -> list[str]:
    """What was said in a part of the page, as it stands."""
    return [quote.get_text().strip() for quote in part.find_all("blockquote")]


def folded(part: Tag) -> tuple[str, Tag]:
    """What is folded away, and the words that say so."""
    (fold,) = part.find_all("details", recursive=False)
    assert fold.summary is not None
    return fold.summary.get_text(), fold


def test_the_newest_article_stands_first() -> None:
    assert titles(section("mentions", 3)) == ["Day 3", "Day 2", "Day 1"]
    assert said(section("quotations", 3)) == [f"“I wrote on day {day}”" for day in (3, 2, 1)]


def test_a_list_that_is_not_long_is_not_folded() -> None:
    assert section("mentions", OPEN).find("details") is None
    assert section("quotations", OPEN).find("details") is None


def test_of_a_long_list_all_but_the_newest_are_folded() -> None:
    words, fold = folded(section("mentions", OPEN + 2))
    assert (words, titles(fold)) == ("2 earlier articles", ["Day 2", "Day 1"])
    assert len(titles(section("mentions", OPEN + 2))) == OPEN + 2


def test_of_many_quotations_those_of_the_newest_articles_stand_open() -> None:
    words, fold = folded(section("quotations", OPEN + 2))
    assert words == "2 more quotations"
    assert said(fold) == ["“I wrote on day 2”", "“I wrote on day 1”"]
    assert len(said(section("quotations", OPEN + 2))) == OPEN + 2


def test_of_many_events_the_latest_stand_open_behind_the_others() -> None:
    assert section("events", OPEN).find("details", recursive=False) is None
    words, fold = folded(section("events", OPEN + 2))
    assert words == "2 earlier events"
    assert titles(fold) == ["Letter 1", "Letter 2"]
    assert titles(section("events", OPEN + 2)) == [f"Letter {n}" for n in range(1, OPEN + 3)]


def test_an_event_is_not_said_to_be_about_the_entry_whose_page_it_stands_on() -> None:
    assert "About" not in section("events", 1).get_text()
