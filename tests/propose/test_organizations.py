"""Organizations among the words that acronyms stand for."""

from collections import Counter

import pytest

from builder.model.refs import Ref
from builder.propose.organizations import proposed_organizations


@pytest.mark.parametrize(
    "words",
    [
        "General Services Administration",
        "Bureau of Land Management",
        "Office of the Chief Information Officer",
        "Office of Management and Budget",
        "National Institute of Standards and Technology",
        "National Advisory Committee for Aeronautics",
        "Joint Nature & Sea Committee",
        "People’s Democratic Party",
    ],
)
def test_what_is_an_organization(words: str) -> None:
    (proposal,) = proposed_organizations([words, words], {}, Counter()).values()
    assert (proposal.ref.kind, proposal.fields) == ("organization", (("name", words),))


@pytest.mark.parametrize(
    "words",
    [
        "Fellow of the Royal Academy",
        "Master of Business Administration",
        "Third Party",
        "Authority to Operate",
        "Windows Communication Foundation",
        "Program Management Office",
        "minimum viable party",
        "Office of the day",
        "Green Zone",
    ],
)
def test_what_is_none(words: str) -> None:
    assert proposed_organizations([words], {}, Counter()) == {}


def test_what_has_an_entry_is_left_out() -> None:
    known = {"Bureau of Land Management": [Ref("document", "plan")]}
    assert proposed_organizations(["Bureau of Land Management"], known, Counter()) == {}


def test_its_id_is_free() -> None:
    (one,) = proposed_organizations(
        ["Bureau of Land Management"], {}, Counter(["bureau-of-land-management"])
    ).values()
    assert one.ref.id == "bureau-of-land-management-2"
