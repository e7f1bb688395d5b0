"""By what people are sorted on the page of them all, and for machines."""

from builder.pages.views.cards import IndexPage
from builder.pages.views.machine import Data
from tests.project import project


def sorted_people(sidecar: str) -> list[str]:
    """The names on /people/, in order."""
    files = {"a.md": "---\ntitle: T\ndate: 2020-01-07\n---\nText.\n", "people.yaml": sidecar}
    view = project(files).page("people/index.html").view
    assert isinstance(view, IndexPage)
    return [card.label for group in view.groups for card in group.cards]


def test_a_name_that_the_full_one_ends_with_stands_first() -> None:
    people = """
a: {name: Aaron Zuse, other_names: [A. Zuse, Zuse]}
b: {name: Zoë Abt, other_names: [Abt]}
c: {name: Mohammed bin Salman, other_names: [bin Salman]}
d: {name: Kim Jong Un, other_names: [Kim]}
e: {name: Berta Zuse, other_names: [Zuse]}
f: {name: Cher}
"""
    assert sorted_people(people) == [
        "Zoë Abt",
        "Mohammed bin Salman",
        "Cher",
        "Kim Jong Un",
        "Aaron Zuse",
        "Berta Zuse",
    ]


def test_what_is_written_to_sort_by_counts_before_it() -> None:
    people = """
a: {name: Ayad al-Zaidi, other_names: [al-Zaidi], sort_name: "Zaidi, Ayad"}
b: {name: Mo Blau, other_names: [Blau]}
"""
    assert sorted_people(people) == ["Mo Blau", "Ayad al-Zaidi"]


def test_machines_are_told_by_what_a_person_is_sorted() -> None:
    people = """
a: {name: Zoë Abt, other_names: [Abt]}
b: {name: Ayad al-Zaidi, other_names: [al-Zaidi], sort_name: "Zaidi, Ayad"}
c: {name: Cher}
"""
    files = {"a.md": "---\ntitle: T\ndate: 2020-01-07\n---\nText.\n", "people.yaml": people}
    view = project(files).page("data/people.json").view
    assert isinstance(view, Data)
    assert [one["sort_name"] for one in view.value] == ["Abt, Zoë", "Zaidi, Ayad", "Cher"]
