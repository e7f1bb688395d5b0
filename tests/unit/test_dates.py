"""Dates in words."""

import datetime
import re

import pytest
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.localedata import locale_identifiers

from builder.render.cldr import calendar_of
from builder.render.dates import machine_readable, wording

NAMELESS = re.compile(r"M\d\d")
KNOWN = [
    identifier
    for identifier in locale_identifiers()
    if not any(map(NAMELESS.match, Locale.parse(identifier).months["format"]["wide"].values()))
]
"""The languages whose months CLDR knows."""
CASES = {
    "2020-01-03": "3 January 2020",
    "2020-01": "January 2020",
    "1979": "1979",
    "1979~": "about 1979",
    "1979?": "perhaps 1979",
    "1979-11%": "perhaps about November 1979",
    "1979-11-04/1981-01-20": "4 November 1979 – 20 January 1981",
    "2020-01-03/2020-01-05": "3–5 January 2020",
    "2020-01/2020-03": "January – March 2020",
    "1979/1981": "1979 – 1981",
    "1834~/1837?": "about 1834 – perhaps 1837",
    "2020-21": "spring 2020",
    "2020-22": "summer 2020",
    "2020-23": "autumn 2020",
    "2020-24": "winter 2020",
    "197X": "the 1970s",
    "19XX": "between 1900 and 1999",
    "1979-XX": "1979",
    "1979-XX-XX": "1979",
    "1985-04-XX": "April 1985",
    "1985-04-XX/1985-06": "April – June 1985",
    "../2020": "until 2020",
    "2020-01-01/..": "since 1 January 2020",
    "2020/": "from 2020, end unknown",
    "Y17000": "17000",
    "-0043": "44 BCE",
    "-0043-03": "44 BCE",
    "-0043-03-15": "44 BCE",
    "-0043-03-15~": "about 44 BCE",
    "0000": "1 BCE",
    "0000-03": "1 BCE",
    "0000-03-15": "1 BCE",
    "0000-21": "1 BCE",
    "0000-03-15/0000-04-01": "1 BCE",
    "-0043-03-15/0020-03-15": "44 BCE – 15 March 20",
    "-019X": "between 200 BCE and 191 BCE",
    "on Sunday": "on Sunday",
}


@pytest.mark.parametrize(("edtf", "words"), CASES.items())
def test_a_date_is_told_in_words(edtf: str, words: str) -> None:
    # Releases of the CLDR differ in the space around the dash between two days.
    assert re.sub(r"\s–\s", "–", wording(calendar_of("en-GB"), str)(edtf)) == words.replace(
        " – ", "–"
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "January 3, 2020"),
        ("de", "3. Januar 2020"),
        ("ar", "3 يناير 2020"),
        ("zh", "2020年1月3日"),
        ("tlh", "3 January 2020"),
    ],
)
def test_a_date_is_told_in_the_language_of_the_site(language: str, words: str) -> None:
    assert wording(calendar_of(language), str)("2020-01-03").replace("\u200f", "") == words


@pytest.mark.parametrize(
    ("language", "edtf", "words"),
    [
        ("fi", "2020-01-03/2020-03-05", ["3. tammikuuta – 5. maaliskuuta 2020"]),
        ("uk", "2020-01/2020-03", ["січень–березень 2020 р.", "січень — березень 2020 р."]),
        ("mn", "2020-01/2020-03", ["2020 оны 1 – 3 сар", "2020 оны I – III сар"]),
        ("fa", "2020-01/2020-03", ["ژانویهٔ 2020 – مارس 2020", "ژانویه تا مارس 2020"]),
    ],
)
def test_intervals_are_those_of_the_language(language: str, edtf: str, words: list[str]) -> None:
    """In the words of one release of the CLDR or the next."""
    assert " ".join(wording(calendar_of(language), str)(edtf).split()) in words


def test_days_and_months_are_written_as_babel_writes_them() -> None:
    for identifier in KNOWN:
        words = wording(calendar_of(identifier.replace("_", "-")), str)
        names = Locale.parse(identifier).months["format"]["wide"]
        for number in range(1, 13):
            day = datetime.date(2020, number, number)
            month = day.replace(day=1)
            long = format_date(day, "long", locale=identifier)
            short = format_skeleton("yMMMM", month, locale=identifier)
            assert words(str(day)) == NAMELESS.sub(names[number], long)
            assert words(str(day)[:7]) == NAMELESS.sub(names[number], short)


def test_no_language_leaves_a_month_without_its_name() -> None:
    for identifier in locale_identifiers():
        words = wording(calendar_of(identifier.replace("_", "-")), str)
        for edtf in (
            "2020-01-03",
            "2020-01-03/2020-03-05",
            "2019-11-03/2020-03-05",
            "2020-02/2020-04",
        ):
            assert not NAMELESS.search(words(edtf)), identifier


@pytest.mark.parametrize(
    ("edtf", "value"),
    [
        ("2020-01-03", "2020-01-03"),
        ("2020-01", "2020-01"),
        ("1979", "1979"),
        ("0000-03-15", ""),
        ("-0043-03-15", ""),
        ("1985-04-XX", "1985-04"),
        ("1985-XX-XX", "1985"),
        ("1979~", ""),
        ("197X", ""),
        ("2020-21", ""),
        ("1979/1981", ""),
        ("Y17000", ""),
    ],
)
def test_a_date_that_html_does_not_know_has_no_datetime(edtf: str, value: str) -> None:
    assert machine_readable(edtf) == value
