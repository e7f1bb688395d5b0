"""Names are found where a reader would find them, and nowhere else."""

from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ground.text import is_edge
from builder.ground.values import replaced
from builder.link.beginnings import begins_sentence
from builder.link.names.matching import matches, names
from tests.samples import form


def found(text: str, *forms: str) -> list[str]:
    """The stretches of the text that match one of the forms."""
    known = names(form(f) for f in forms)
    return [text[m.start : m.end] for m in matches(text, known)]


@pytest.mark.parametrize("normal_form", ["NFC", "NFD"])
def test_korean_particles_may_follow_in_either_normal_form(
    normal_form: Literal["NFC", "NFD"],
) -> None:
    text = normalize(normal_form, "문재인에게서 문재인은 문재인당 문재인간 말했다")
    assert [normalize("NFC", name) for name in found(text, "문재인")] == ["문재인", "문재인"]


@pytest.mark.parametrize(
    ("text", "forms", "expected"),
    [
        ("CJTF-OIR will move", ["CJTF"], []),
        ("CJTF-OIR will move", ["CJTF", "CJTF-OIR"], ["CJTF-OIR"]),
        ("the US-led coalition", ["US"], []),
        ("tell us about the US", ["US"], ["US"]),
        ("Iraqi and Iraq", ["Iraq"], ["Iraq"]),
        ("Esper’s and Esper's", ["Esper"], ["Esper", "Esper"]),
        (
            "Sanctions came. Sanctions again; more Sanctions",
            ["sanctions"],
            ["Sanctions", "Sanctions"],
        ),
        ("he said: “Sanctions work”", ["sanctions"], ["Sanctions"]),
        (
            "Il dit : « Sanctions », et\u00a0: «\u00a0Sanctions\u00a0»",
            ["sanctions"],
            ["Sanctions"] * 2,
        ),
        ("« Sanctions », »erst« Sanctions", ["sanctions"], ["Sanctions"]),
        ("the Green Zone, a green zone", ["Green Zone"], ["Green Zone"]),
        ("Green\nZone", ["Green Zone"], ["Green\nZone"]),
        ("Green\n\nZone", ["Green Zone"], []),
        ("ab cd", ["ab", "ab c"], ["ab"]),
        ("US Marine Corps", ["US", "US Marine Corps"], ["US Marine Corps"]),
        ("Task Force–Operation", ["Task Force-Operation"], ["Task Force–Operation"]),
        ("Nguyê\u0303n", ["Nguyễn"], ["Nguyê\u0303n"]),
        ("Jose\u0301 went", ["Jose"], []),
        ("習近平は東京に", ["東京"], ["東京"]),
        ("문재인은 말했다", ["문재인"], ["문재인"]),
        ("문재인당 말했다", ["문재인"], []),
        ("K팝은 왔다", ["K팝"], ["K팝"]),
        ("NATO는 F-16을 NATO에서 NATO화", ["NATO", "F-16"], ["NATO", "F-16", "NATO"]),
        ("가가는 힣힣은 왔다", ["가가", "힣힣"], ["가가", "힣힣"]),
        ("Ann O’Neil, Ann O'Neil, D’Neil", ["Neil"], []),
        ("Ann O’Neil and Neil’s", ["Neil", "O'Neil"], ["O’Neil", "Neil"]),
        ("l’Iran, d'Orsay", ["Iran", "Orsay"], ["Iran", "Orsay"]),
        ("L’Iran. Dell’Iran. ‘Iran’", ["Iran"], ["Iran", "Iran", "Iran"]),
        ("Lorsqu’Ann vint. Puisqu’Ann. Quell’Ann, Quest’Ann", ["Ann"], ["Ann"] * 4),
        ("D’Angelo sang. Ann D’Angelo sang.", ["Angelo"], []),
        ("Neil@nasa.org, ann.Neil@nasa.org, ann@Neil.org, @Neil.", ["Neil"], []),
        ("www.Neil.org, Neil.org’s, https://nasa.org/Neil?q=Neil", ["Neil"], []),
        ("@Neil Armstrong spoke", ["Neil Armstrong", "Armstrong"], ["Armstrong"]),
        ("Neil.org is of @neil: ask Neil.", ["Neil.org", "@neil"], ["Neil.org", "@neil"]),
        ("Neil/Ann, (Neil): Neil…", ["Neil"], ["Neil", "Neil", "Neil"]),
    ],
)
def test_names_are_found_as_whole_words_the_longest_first(
    text: str, forms: list[str], expected: list[str]
) -> None:
    assert found(text, *forms) == expected


def test_endings_stay_outside_the_match() -> None:
    known = names([form("IED", plurals=("s",)), form("sanction", plurals=("s", "es"))])
    text = "IEDs, IED’s and sanctions but not sanctioned"
    assert [text[m.start : m.end] for m in matches(text, known)] == ["IED", "IED", "sanction"]


def test_a_phrase_in_which_a_name_is_not_meant() -> None:
    known = names([form("Washington", not_in=("pay Washington",))])
    text = "pay Washington in Washington"
    assert [m.start for m in matches(text, known)] == [18]


def test_where_one_claimant_is_not_meant_the_others_are() -> None:
    marsh = form("Marsh", "person:tom", not_in=("Marsh Lane",))
    known = names([marsh, form("Marsh", "person:jane")])
    lane, after = matches("Marsh Lane is closed. Marsh said so.", known)
    assert [str(claimant.ref) for claimant in lane.claimants] == ["person:jane"]
    assert [str(claimant.ref) for claimant in after.claimants] == ["person:tom", "person:jane"]


def test_where_an_acronym_is_not_meant_neither_is_what_it_stands_for() -> None:
    zone = form("Zone", "place:zone", not_in=("Zone Street",))
    same = replaced(form("Zone", "acronym:IZ"), subject=zone.subject)
    (match,) = matches("Zone Street in the Zone", names([same, zone]))
    assert match.start == 19


def test_every_claimant_of_a_shared_form_is_told() -> None:
    known = names([form("Johnson", "person:a"), form("Johnson", "person:b")])
    (match,) = matches("Johnson said", known)
    assert [str(claimant.ref) for claimant in match.claimants] == ["person:a", "person:b"]


def test_a_form_as_written_beats_one_with_its_first_letter_raised() -> None:
    known = names([form("Letter", "person:a"), form("letter", "term:b")])
    (match,) = matches("Letter said", known)
    assert [str(claimant.ref) for claimant in match.claimants] == ["person:a"]


WORDS = st.sampled_from(["ab", "ab cd", "cd", "cd ef", "ab cd ef", "Ab", "x-ab", "ef"])


@given(
    st.lists(WORDS, unique=True),
    st.lists(st.sampled_from(["ab", "cd", "ef", "Ab", "x-", ".", " "])),
)
def test_the_automaton_finds_what_a_naive_search_finds(forms: list[str], parts: list[str]) -> None:
    text = " ".join(parts)
    expected: list[tuple[int, int]] = []
    start = 0
    while start < len(text):
        fits = [f for f in forms if naive(text, start, f)]
        if fits:
            longest = max(map(len, fits))
            expected.append((start, start + longest))
            start += longest
        else:
            start += 1
    known = names(form(f) for f in forms)
    assert [(m.start, m.end) for m in matches(text, known)] == expected


def naive(text: str, start: int, wanted: str) -> bool:
    """Whether a form stands at `start`, by trying it there."""
    end = start + len(wanted)
    raised = wanted[0].islower() and begins_sentence(text, start)
    same = text[start:end] == wanted or (
        raised and text[start:end] == wanted[0].upper() + wanted[1:]
    )
    return same and is_edge(text, start) and is_edge(text, end)
