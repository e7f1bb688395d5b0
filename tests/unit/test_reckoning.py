"""How the date of an event is known, as readers are told it."""

import pytest
from bs4 import BeautifulSoup

from tests.project import project

COUNTED = "It is counted from the day of the article, 7 January 2020."
EVENT = "vote:\n  title: A vote\n  date: {}\n  passage: {}\n{}"


@pytest.mark.parametrize(
    ("date", "words", "more", "told"),
    [
        ("2020-01-05", "on Sunday", "  basis: resolved\n", COUNTED),
        ("2020-01-06", "yesterday", "  basis: resolved\n  date_text: yesterday\n", COUNTED),
        ("2020-01-05", "on Sunday", "  basis: resolved\n  reckoning: By hand.\n", "By hand."),
        ("2020-01-05", "six days later", "  basis: resolved\n", ""),
        ("2020-01", "last month", "  basis: resolved\n", ""),
    ],
)
def test_the_day_that_a_date_is_counted_from_is_told(
    date: str, words: str, more: str, told: str
) -> None:
    site = project({"timeline.yaml": EVENT.format(date, words, more), "a.md": f"It was {words}."})
    page = BeautifulSoup(site.html("timeline/index.html"), "html.parser")
    basis = page.select_one("details.more p")
    assert basis is not None
    assert basis.get_text().partition(".")[2].strip() == told


def test_a_date_that_the_article_states_needs_no_telling() -> None:
    event = EVENT.format("2020-01-05", "on 5 January 2020", "")
    site = project({"timeline.yaml": event, "a.md": "It was on 5 January 2020."})
    assert "<details" not in site.html("timeline/index.html")


def test_where_two_articles_tell_of_it_no_day_is_said() -> None:
    event = EVENT.format("2020-01-05", "on Sunday", "  basis: resolved\n")
    files = {"timeline.yaml": event, "a.md": "It was on Sunday.", "b.md": "It was on Sunday."}
    assert COUNTED not in project(files).html("timeline/index.html")
