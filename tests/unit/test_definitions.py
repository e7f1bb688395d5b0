"""Acronyms that a text explains itself, and words that they may stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.inspect.acronyms.capitals import Short, acronyms
from builder.inspect.acronyms.definitions import expansion, is_defined, spelled
from tests.samples import prose


def defined(text: str, word: str) -> bool:
    """Whether the first place of the word in the text explains it."""
    start = text.index(word)
    return is_defined(text, Short(word, start, start + len(word)), (0, len(text)))


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("IZ", "in the International Zone (IZ) of Baghdad"),
        ("IZ", "in the International Zone (the “IZ”)"),
        ("IZ", "in the International Zone (or IZ), where"),
        ("IZ", "the IZ (International Zone) is closed"),
        ("CJTF-OIR", "CJTF-OIR stands for Combined Joint Task Force–Operation Inherent Resolve."),
        ("FEC", "The FEC, short for Federal Election Commission, met"),
        ("FEC", "the Federal Election Commission, or FEC, met"),
        ("FEC", "the Federal Election Commission, known as the FEC, met"),
        ("FEC", "the Federal Election Commission or FEC met"),
        ("FEC", "the Federal Election Commission — FEC — met"),
        ("FEC", "the FEC, or Federal Election Commission, met"),
        ("DOJ", "the Department of Justice (DOJ) said"),
        ("DOJ", "the DOJ – the Department of Justice – said"),
        ("OMS", "the World Health Organization (OMS) said"),
        ("ACV", "présidente de l’Association des commerçants de Valmerle (ACV)"),
    ],
)
def test_an_acronym_beside_its_words_is_explained(word: str, text: str) -> None:
    assert defined(text, word)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("IZ", "the IZ is closed"),
        ("IZ", "it was closed (IZ) on Sunday"),
        ("IZ", "the IZ (closed since Sunday) is quiet"),
        ("FEC", "the Federal Election Commission met, and the FEC voted"),
        ("FEC", "the ministry, or FEC, met"),
        ("FEC", "the FEC, or something else, met"),
    ],
)
def test_an_acronym_without_its_words_beside_it_is_not_explained(word: str, text: str) -> None:
    assert not defined(text, word)


@pytest.mark.parametrize(
    ("word", "text", "words"),
    [
        ("FEC", "The Federal Election Commission met.", "Federal Election Commission"),
        ("DOJ", "the Department of Justice", "Department of Justice"),
        ("DJ", "the Department of Justice", "Department of Justice"),
        ("DJ", "the Department\u00a0of\u00a0Justice", "Department of Justice"),
        (
            "CJTF-OIR",
            "Combined Joint Task Force-Operation Inherent Resolve",
            "Combined Joint Task Force-Operation Inherent Resolve",
        ),
        ("FEC", "federal election commission", ""),
        ("FEC", "The Federal. Election Commission", ""),
        ("FEC", "the FEC Election Commission", ""),
    ],
)
def test_the_words_with_the_letters_of_an_acronym_are_proposed(
    word: str, text: str, words: str
) -> None:
    assert expansion(text, word) == words


def test_the_first_letter_must_begin_a_word() -> None:
    assert spelled("IZ", "the International Zone")
    assert not spelled("NZ", "the International Zone")
    assert spelled("NZ", "New Zealand of old", from_start=True)
    assert not spelled("NZ", "in New Zealand", from_start=True)
    assert not spelled("NZ", "New York", from_start=True)
    assert spelled("IZ", "iron, interior and zinc", from_start=True)


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("CO2", "the CEOs of the IMF and the Central Office"),
        ("CO", "the CEOs of the IMF, and the Chief of it"),
        ("TO", "The Office is closed"),
        ("NC", "the NATO Command"),
        ("DBE", "In 2012, she was made a Dame by Elizabeth II"),
    ],
)
def test_unlikely_words_are_not_proposed(word: str, text: str) -> None:
    assert expansion(text, word) == ""


def test_behind_unlikely_words_likely_ones_are_found() -> None:
    assert expansion("the CEOs of the Central Office", "CO") == "Central Office"


@given(st.text(alphabet="AB cd(),’—\n-.or1", max_size=60))
def test_any_text_has_an_answer(text: str) -> None:
    for short in acronyms(prose(text.replace("\n", " "))):
        is_defined(text, short, (0, len(text)))
        expansion(text, short.word)


def test_no_words_are_looked_for_behind_an_endless_acronym() -> None:
    assert expansion("Alpha " * 100, "A-" * 20_000 + "A") == ""
