"""Acronyms that a text spells out, with the words for them."""

from collections import Counter

import pytest

from builder.ground.intervals import intervals
from builder.model.refs import Ref
from builder.propose.acronyms import proposed_acronyms, spelled_out
from builder.propose.entries import Known
from tests.project import project


def proposed(
    text: str, *taken: str, known: Known | None = None, mentioned: tuple[int, int] = (0, 0)
) -> list[tuple[str, dict[str, object]]]:
    """The acronyms of a text by their ids, with the fields that hold something."""
    article = project({"a.md": text}).read("a")[0]
    words = spelled_out(article, intervals([mentioned]), known or {})
    entries = proposed_acronyms(words, known or {}, Counter(taken))
    return [(one.ref.id, {k: v for k, v in one.fields if v}) for one in entries]


@pytest.mark.parametrize(
    ("text", "short", "words"),
    [
        ("The International Zone (IZ) is shut.", "IZ", "International Zone"),
        ("The IZ (International Zone) is shut.", "IZ", "International Zone"),
        ("IZ stands for the International Zone, they say.", "IZ", "International Zone"),
        (
            "The Office of Management and Budget (OMB) met.",
            "OMB",
            "Office of Management and Budget",
        ),
        ("The Department of Labor’s (DOL) work.", "DOL", "Department of Labor"),
        ("Innovation Labs (ILs) opened.", "IL", "Innovation Lab"),
        ("Path Analyses (PAs) help.", "PA", "Path Analyses"),
        ("The IZ is shut. The International Zone is large.", "IZ", "International Zone"),
        (
            "de l’Association des commerçants de Valmerle (ACV)",
            "ACV",
            "Association des commerçants de Valmerle",
        ),
        ("la Asociación de Vecinos del Puerto (AVP)", "AVP", "Asociación de Vecinos del Puerto"),
        ("der Verein für Obst und Gemüse (VOG)", "VOG", "Verein für Obst und Gemüse"),
    ],
)
def test_the_words_of_an_acronym(text: str, short: str, words: str) -> None:
    assert proposed(text) == [(short, {"expansion": words})]


@pytest.mark.parametrize(
    "text",
    ["The IZ is shut.", "The US and the EU met.", "`International Zone (IZ)`", "MPs met Mrs Pine."],
)
def test_what_is_not_spelled_out_is_not_proposed(text: str) -> None:
    assert proposed(text) == []


def test_an_id_that_is_taken_or_cannot_be_one_leaves_the_short_form_as_it_is() -> None:
    text = "The International Zone (IZ) is shut."
    assert proposed(text, "iz") == [
        ("iz-2", {"short": "IZ", "expansion": "International Zone"}),
    ]


def test_each_is_proposed_once_by_the_first_words_that_spell_it() -> None:
    text = "The IZ is shut. The International Zone (IZ) is large; the Inner Zone (IZ) is not."
    assert proposed(text) == [("IZ", {"expansion": "International Zone"})]


def test_words_that_are_the_name_of_one_entry_are_not_claimed_besides() -> None:
    text = "The International Zone (IZ) is shut."
    zone, other = Ref("place", "zone"), Ref("organization", "zone")
    ((_, fields),) = proposed(text, known={"International Zone": [zone]})
    assert fields == {"expansion": "International Zone", "stands_for": "place:zone"}
    ((_, fields),) = proposed(text, known={"International Zone": [zone, other]})
    assert fields == {"expansion": "International Zone"}
    assert proposed(text, known={"IZ": [zone]}) == []


def test_what_mentions_an_entry_is_left_out() -> None:
    text = "The International Zone (IZ) is shut."
    assert proposed(text, mentioned=(text.index("IZ"), text.index("IZ") + 2)) == []


def test_words_elsewhere_are_looked_for_only_so_often() -> None:
    others = " ".join(f"The Q{first}{last} met." for first in "ABCDEFG" for last in "ABCDEFGH")
    text = f"{others} The IZ is shut. The International Zone is large."
    assert proposed(text) == []


def test_an_id_that_another_of_them_has_is_taken() -> None:
    text = "A Cat Ran Over New York Mats (ACRONYM). The Con On Now (CON) met."
    assert [id_ for id_, _ in proposed(text)] == ["ACRONYM", "acronym-2"]
