"""What looks like an acronym."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.inspect.capitals import acronyms
from builder.model.prose import Mark
from tests.samples import prose


def words(text: str, *marks: Mark) -> list[str]:
    """The acronyms of a text of paragraphs."""
    return [short.word for short in acronyms(prose(text, marks))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the US and the IZ", ["US", "IZ"]),
        ("CJTF-OIR left", ["CJTF-OIR"]),
        ("IEDs and IED", ["IED", "IED"]),
        ("the UN’s US-led force", ["UN", "US"]),
        ("then MI6, H1N1, COVID-19", ["MI6", "H1N1", "COVID-19"]),
        ("ЦРУ and ΕΕ", ["ЦРУ", "ΕΕ"]),
        ("CD, DC, MD and MI", ["CD", "DC", "MD", "MI"]),
        ("the US DOD CIO", ["US", "DOD", "CIO"]),
    ],
)
def test_found(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A plain text, I said.",
        "Louis XIV and John XXIII in MCMXC",
        "it did NOT happen, DON’T ask",
        "THIS IS ALL LARGE",
        "and then BREAKING NEWS TODAY NOW came",
        "WASHINGTON and Washington",
        "an F-35 and a B-52 on the A4",
        "flight MH370",
        "Springfield, IL and Boulder, CO",
        "README.md, docs/FAQ.md, AWS_KEY, user@EXAMPLE and TCP/IP",
        "MK: How did it begin?",
        "5 PM GMT, OK",
        "AFGHANISTAN",
    ],
)
def test_not_found(text: str) -> None:
    assert words(text) == []


def test_code_and_what_forbids_links_are_left_out() -> None:
    assert words("HTTP and NASA and US", Mark(0, 4, "code"), Mark(9, 13, "nolink")) == ["US"]


@given(st.text(alphabet="ABCdé .,-’\n1_XV", max_size=80))
def test_each_stands_where_it_is_said_to_stand(text: str) -> None:
    for word, start, end in acronyms(prose(text)):
        assert text[start:end] in (word, f"{word}s")
        assert word.isupper()
