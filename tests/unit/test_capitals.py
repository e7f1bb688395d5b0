"""What looks like an acronym."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.inspect.acronyms.capitals import KNOWN, acronyms
from builder.model.prose import Mark
from tests.samples import prose


def words(text: str, *marks: Mark) -> list[str]:
    """The acronyms of a text of paragraphs."""
    return [short.word for short in acronyms(prose(text, marks))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the FEC and the IZ", ["FEC", "IZ"]),
        ("CJTF-OIR left", ["CJTF-OIR"]),
        ("IEDs and IED", ["IED", "IED"]),
        ("the WHO’s PMF-led force", ["WHO", "PMF"]),
        ("then MI6, H1N1, COVID-19", ["MI6", "H1N1", "COVID-19"]),
        ("ЦРУ and ΕΕ", ["ЦРУ", "ΕΕ"]),
        ("MC, DC, MD and MI", ["MC", "DC", "MD", "MI"]),
        ("MLI, IL and LLX", ["MLI", "IL", "LLX"]),
        ("the US DOD CIO", ["DOD", "CIO"]),
        ("THE FBI and NOT PMF", ["FBI", "PMF"]),
        ("NATO and FEC, PA", ["NATO", "FEC", "PA"]),
        ("FEC and SEC: at the start", ["FEC", "SEC"]),
        ("so JS and NF: no", ["JS", "NF"]),
    ],
)
def test_words_in_capitals_are_taken_for_acronyms(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A plain text, I said.",
        "Louis XIV and John XXIII in MCMXC",
        "Super Bowl LV, LIX, XLV, LXX and LXXXVIII",
        "it did NOT happen, DON’T ask",
        "THIS IS ALL LARGE",
        "and then BREAKING NEWS TODAY NOW came",
        "WASHINGTON and Washington",
        "an F-35 and a B-52 on the A4",
        "flight MH370",
        "Springfield, IL and Boulder, CO",
        "README.md, docs/FAQ.md, AWS_KEY, user@EXAMPLE and TCP/IP",
        "MK: How did it begin?",
        "JS and NF: It began.\nAB, CD & EF: So it did.",
        "in NJ, from Washington DC and McLean, VA; in\nPA",
        "“NEVER AGAIN” and A NEW DAWN",
        "a PDF on the US-EU talks of the UK, the UN and the USA, on HIV, AIDS and DNA by HTTPS",
        "5 PM GMT, OK",
        "AFGHANISTAN",
    ],
)
def test_numerals_shouts_places_code_and_known_ones_are_no_acronyms(text: str) -> None:
    assert words(text) == []


def test_the_page_of_the_code_names_what_needs_no_explaining() -> None:
    page = Path(__file__).parents[2] / "docs" / "diagnostics" / "undefined-acronym.md"
    assert set(re.findall(r"\w+", page.read_text(encoding="utf-8"))) >= KNOWN


def test_code_and_what_forbids_links_are_left_out() -> None:
    assert words("HTML and NASA and IZ", Mark(0, 4, "code"), Mark(9, 13, "nolink")) == ["IZ"]


@given(st.text(alphabet="ABCdé .,-’\n1_XV", max_size=80))
def test_each_stands_where_it_is_said_to_stand(text: str) -> None:
    for short in acronyms(prose(text)):
        assert text[short.start : short.end] in (short.word, f"{short.word}s")
        assert short.word.isupper()
