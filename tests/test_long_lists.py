"""The timeline and the quotations of a site with many: lighter, and with ways to find one."""

from functools import cache

from bs4 import BeautifulSoup, Tag

from tests.project import Project, project

FEW, LONG = 24, 100
"""As the pages have it: names that stand as they come, items that are told in full."""
NAMES = [f"Ada {chr(ord('Z') - n)}ing" for n in range(FEW + 1)]


@cache
def site(items: int, people: int = 1) -> Project:
    """An article with so many events and quotations, of so many people, the last by name first."""
    lines = [f"“It was case {n:03},” she said in {1900 + n}." for n in range(items)]
    quotes = [
        f"q{n}: {{exact: 'It was case {n:03},', speaker: person:p{n % people}}}\n"
        for n in range(items)
    ]
    events = [
        f"e{n}: {{title: T{n}, date: {1900 + n // 2}, passage: 'case {n:03}', "
        f"about: [person:p{n % people}], ignore: [date-out-of-order]}}\n"
        for n in range(items)
    ]
    return project(
        {
            "a.md": "\n\n".join(lines) + "\n",
            "people.yaml": "".join(f"p{n}: {{name: {NAMES[n]}}}\n" for n in range(people)),
            "quotes.yaml": "".join(quotes),
            "timeline.yaml": "".join(events),
        }
    )


def page(path: str, items: int, people: int = 1) -> BeautifulSoup:
    """A page of that site."""
    return BeautifulSoup(site(items, people).html(path), "html.parser")


def choices(found: BeautifulSoup) -> list[str]:
    """The names by which a list can be narrowed."""
    return [
        link.bdi.get_text() for link in found.select("[data-filter]") if isinstance(link.bdi, Tag)
    ]


def test_a_long_timeline_has_its_years_in_the_place_of_the_axis() -> None:
    short, long = page("timeline/index.html", LONG), page("timeline/index.html", LONG + 1)
    assert short.find(class_="axis") is not None
    assert short.find(class_="letters") is None
    assert long.find(class_="axis") is None
    years = long.select(".letters a")
    assert [year.get_text() for year in years] == [str(1900 + n) for n in range(LONG // 2 + 1)]
    assert [year["href"] for year in years] == [f"#e-e{n}" for n in range(0, LONG + 1, 2)]


def test_a_long_list_of_quotations_says_each_once_and_briefly() -> None:
    short, long = page("quotes/index.html", LONG), page("quotes/index.html", LONG + 1)
    assert short.find(id="in_order") is not None
    assert len(short.select(".context")) == LONG
    assert long.find(id="in_order") is None
    assert not long.select(".context, .copy, .quotation .speaker")
    assert len(long.select("figure.quotation[id] .actions a")) == LONG + 1


def test_long_lists_leave_to_other_pages_what_they_say_to_machines() -> None:
    for path in ("timeline/index.html", "quotes/index.html"):
        assert page(path, LONG).find(type="application/ld+json") is not None
        assert page(path, LONG + 1).find(type="application/ld+json") is None


def test_many_names_stand_in_alphabetical_order() -> None:
    for path in ("timeline/index.html", "quotes/index.html"):
        assert choices(page(path, FEW, FEW)) == NAMES[:FEW]
        assert choices(page(path, FEW + 1, FEW + 1)) == NAMES[::-1]
