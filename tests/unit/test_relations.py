"""Which entries belong together: those of which one refers to the other."""

from collections import defaultdict

from bs4 import BeautifulSoup

from builder.model.entries import Named
from builder.model.refs import Ref
from builder.pages.entry import relations
from tests.project import project
from tests.test_sample_site import sample


def test_an_entry_belongs_to_all_that_it_refers_to_in_any_field() -> None:
    content = sample().planned.content
    paged = {entry.ref for entry in content.of_type(Named)}
    expected: dict[Ref, set[Ref]] = defaultdict(set)
    for here in paged:
        for _, there in content.entries[here].references:
            if there in paged and there != here:
                expected[here].add(there)
                expected[there].add(here)
    assert len(expected) > 20
    assert {ref: set(others) for ref, others in relations(content).items()} == expected


def shown(count: int) -> list[str]:
    """What stands under “Related” on the page of a bridge that so many people refer to."""
    made = project(
        {
            "a.md": "Words.\n",
            "people.yaml": "".join(
                f"p{n}: {{name: {chr(ord('Z') - n)} Smith, see_also: [place:bridge]}}\n"
                for n in range(count)
            ),
            "places.yaml": "bridge: {name: Bridge, see_also: [place:river]}\n"
            "river: {name: River}\n",
        }
    )
    page = BeautifulSoup(made.html("places/bridge/index.html"), "html.parser")
    return [link.get_text() for link in page.select("[aria-labelledby=all_related] li a")]


def test_what_an_entry_refers_to_comes_before_what_refers_to_it() -> None:
    assert shown(2) == ["River", "Z Smith", "Y Smith"]


def test_among_many_one_is_found_by_its_name() -> None:
    found = shown(24)
    assert len(found) == 25
    assert found == sorted(found)
