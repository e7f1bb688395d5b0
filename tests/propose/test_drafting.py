"""Entries for an article, beside those that the site has."""

from collections import Counter

from builder.propose.drafting import proposed_names, proposed_passages
from tests.project import project


def names(text: str, **sidecars: str) -> dict[str, dict[str, object]]:
    """The people and acronyms of a text, each with the fields that hold something."""
    files = {f"{name}.yaml": sidecar for name, sidecar in sidecars.items()}
    site = project({"a.md": text, **files})
    proposed = proposed_names(*site.read("a"), site.content, ["Iran", "United Arab Emirates"])
    return {str(one.ref): {k: v for k, v in one.fields if v} for one in proposed}


def test_ids_differ_from_those_of_their_kind_by_more_than_capitals() -> None:
    people = "Mary-Roe:\n  name: Somebody Else\n"
    expected = {"name": "Mary Roe", "sort_name": "Roe, Mary"}
    assert names("Mary Roe came.", people=people) == {"person:mary-roe-2": expected}
    assert names("Mary Roe came.", places=people) == {"person:mary-roe": expected}


def test_who_has_a_name_of_any_kind_is_left_out() -> None:
    assert names("Mary Roe came.", organizations="ship:\n  name: Mary Roe\n") == {}


def test_the_words_of_an_acronym_are_nobodys_name() -> None:
    text = "Nobody saw Madge Aid Watch, who came. The Madge Aid Watch (MAW) left."
    assert names(text) == {"acronym:MAW": {"expansion": "Madge Aid Watch"}}


def test_an_acronym_stands_for_its_organization() -> None:
    assert names("The Bureau of Land Management (BLM) met.") == {
        "acronym:BLM": {
            "expansion": "Bureau of Land Management",
            "stands_for": "organization:bureau-of-land-management",
        },
        "organization:bureau-of-land-management": {"name": "Bureau of Land Management"},
    }


def test_an_acronym_may_stand_for_a_place() -> None:
    assert names("They met in the United Arab Emirates (UAE).") == {
        "acronym:UAE": {
            "expansion": "United Arab Emirates",
            "stands_for": "place:united-arab-emirates",
        },
        "place:united-arab-emirates": {"name": "United Arab Emirates"},
    }


def test_places_are_found_in_any_language() -> None:
    text = "---\ntitle: Reise\ndate: 2020-01-07\nlanguage: de\n---\nIn Iran war Mary Roe."
    assert names(text) == {"place:iran": {"name": "Iran"}}


def test_there_are_only_so_many_quotations_and_events() -> None:
    quotations = (f"“We went home {n} times”." for n in range(250))
    events = (f"Number {n} fell on {n % 28 + 1} May 1979." for n in range(250))
    site = project({"a.md": " ".join((*quotations, *events))})
    proposed = proposed_passages(*site.read("a"), site.content, site.linked)
    assert Counter(one.ref.kind for one in proposed) == {"quote": 200, "event": 200}
