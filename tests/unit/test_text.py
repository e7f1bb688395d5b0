"""Folding keeps length and the way back; words end where readers see them end; language tags."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ground.text import UNSEEN, fold, is_edge, primary_subtag


@given(st.text() | st.text(alphabet=f"{UNSEEN}aé "))
def test_folding_nfc_text_keeps_length(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert len(fold(composed).text) == len(composed) - sum(map(composed.count, UNSEEN))


@given(st.text(alphabet="aeé\u0301\u0327한\u1112\u1161\u11ab \n’", max_size=30))
def test_folding_any_normal_form_gives_the_same_text(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    composed = unicodedata.normalize("NFC", text)
    assert fold(decomposed).text == fold(composed).text


@given(st.text(alphabet="aeé\u0301\u0327한 ’\u00ad\u200b", max_size=30), st.data())
def test_a_folded_place_leads_back_to_whole_characters(text: str, data: st.DataObject) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    folded = fold(decomposed)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.origin(start, end)
    original = decomposed[first:last]
    assert folded.text[start:end] in fold(original).text


@pytest.mark.parametrize(
    ("one", "other"),
    [("O’Neil", "O'Neil"), ("Task Force–Operation", "Task Force-Operation"), ("a\u00a0b", "a b")],
)
def test_marks_dashes_and_spaces_are_one(one: str, other: str) -> None:
    assert fold(one).text == fold(other).text


@pytest.mark.parametrize(
    ("text", "edge"),
    [
        ("US|-led", False),
        ("US|–led", True),
        ("Esper|’s", True),
        ("Esper|s", False),
        ("Esper|", True),
        ("|Esper", True),
        ("G|7", False),
        ("東|京", True),
        ("กรุง|เทพ", True),
        ("タイ|で", True),
        ("首相|タイ", True),
        ("タイ|トル", False),
        ("タイ|・トル", True),
        ("e|\u0301", False),
        ("東|\u3099", False),
        ("(|US", True),
        ("co‑|op", False),
        ("US-| and UK-led", True),
        ("US|- and UK-led", False),
        ("Esper|--he", True),
        ("Esper--|he", True),
        ("Esper|--", True),
        ("-|Esper", True),
        ("went. -|Esper", True),
    ],
)
def test_a_word_ends_where_readers_see_it_end(text: str, edge: bool) -> None:
    before, after = text.split("|")
    assert is_edge(before + after, len(before)) is edge


@pytest.mark.parametrize("tag", ["ar", "AR", "ar-EG", "Ar-arab-EG"])
def test_a_language_is_the_same_whatever_its_script_region_and_capitals(tag: str) -> None:
    assert primary_subtag(tag) == "ar"
