"""Where a reader may go on from an event or a quotation."""

import pytest
from bs4 import BeautifulSoup, Tag

from builder.pages.views.events import TimelinePage
from tests.project import project

SITE = project(
    {
        "a.md": "“We go home today,” Ann said in the Zone.",
        "people.yaml": "ann: {name: Ann}\n",
        "glossary.yaml": "zone: {term: Zone, definition: A zone.}\n",
        "quotes.yaml": (
            "home: {exact: We go home today, speaker: person:ann,"
            " see_also: [term:zone, event:left, term:zone],"
            ' links: {website: "https://said.example"},'
            " image: {src: letter.png, alt: The letter}}\n"
        ),
        "timeline.yaml": (
            "left: {title: They go home, date: 2020-01-07, passage: We go home today,"
            " about: [person:ann, person:ann], see_also: [quote:home],"
            ' links: {wikipedia: "https://told.example"}}\n'
        ),
        "letter.png": "",
    }
)


def on(path: str) -> Tag:
    """The main part of a page."""
    main = BeautifulSoup(SITE.html(path), "html.parser").main
    assert main is not None
    return main


@pytest.mark.parametrize("path", ["quotes/index.html", "people/ann/index.html"])
def test_a_quotation_leads_on_to_entries_and_outside(path: str) -> None:
    found = on(path)
    assert "See also: Zone, They go home, Website" in found.get_text()
    assert [a["rel"] for a in found.select('a[href="https://said.example"]')] == [["external"]]


def test_a_quotation_shows_its_picture() -> None:
    shown = on("quotes/index.html").select_one("figure.quotation img")
    assert shown is not None
    assert (shown["src"], shown["alt"]) == ("../media/letter.png", "The letter")


@pytest.mark.parametrize("path", ["timeline/index.html", "people/ann/index.html"])
def test_an_event_leads_on_to_entries_and_outside(path: str) -> None:
    found = on(path)
    assert "See also: We go home today, Wikipedia" in found.get_text()
    assert len(found.select('a[href="https://told.example"]')) == 1


def test_an_entry_that_an_event_names_twice_is_one() -> None:
    page = SITE.page("timeline/index.html").view
    assert isinstance(page, TimelinePage)
    assert [link.title for link in page.events[0].about] == ["Ann"]
    assert [choice.total for choice in page.people] == [1]
