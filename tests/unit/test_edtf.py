"""EDTF: what is read, its bounds, what is refused with which words, and an oracle."""

import datetime
import warnings

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builder.load.dates.edtf import Refusal, parse_edtf
from builder.model.dates import Edtf

READ = {
    "2020": ("year", "2020-01-01", "2020-12-31"),
    "2020-01": ("month", "2020-01-01", "2020-01-31"),
    "2020-02": ("month", "2020-02-01", "2020-02-29"),
    "1900-02": ("month", "1900-02-01", "1900-02-28"),
    "2020-01-05": ("day", "2020-01-05", "2020-01-05"),
    "2020-02-29": ("day", "2020-02-29", "2020-02-29"),
    "2020-01-05T23:59:59": ("day", "2020-01-05", "2020-01-05"),
    "2020-01-05T10:00:00Z": ("day", "2020-01-05", "2020-01-05"),
    "2020-01-05T10:00:00+05:30": ("day", "2020-01-05", "2020-01-05"),
    "1979~": ("year", "1979-01-01", "1979-12-31"),
    "1979-11?": ("month", "1979-11-01", "1979-11-30"),
    "1979-11-04%": ("day", "1979-11-04", "1979-11-04"),
    "197X": ("decade", "1970-01-01", "1979-12-31"),
    "19XX": ("century", "1900-01-01", "1999-12-31"),
    "197X~": ("decade", "1970-01-01", "1979-12-31"),
    "1979-XX": ("year", "1979-01-01", "1979-12-31"),
    "1979-XX-XX": ("year", "1979-01-01", "1979-12-31"),
    "1979-01-XX": ("month", "1979-01-01", "1979-01-31"),
    "2001-21": ("season", "2001-03-01", "2001-05-31"),
    "2001-22": ("season", "2001-06-01", "2001-08-31"),
    "2001-23": ("season", "2001-09-01", "2001-11-30"),
    "2003-24": ("season", "2003-12-01", "2004-02-29"),
    "9999-24": ("season", "9999-12-01", "9999-12-31"),
    "0000": ("year", "0001-01-01", "0001-01-01"),
    "-0044-03-15": ("day", "0001-01-01", "0001-01-01"),
    "-019X": ("decade", "0001-01-01", "0001-01-01"),
    "Y17000": ("year", "9999-12-31", "9999-12-31"),
    "Y-17000": ("year", "0001-01-01", "0001-01-01"),
}


@pytest.mark.parametrize(("text", "expected"), READ.items())
def test_a_date_has_its_precision_and_the_days_it_spans(
    text: str, expected: tuple[str, str, str]
) -> None:
    date = parse_edtf(text)
    assert isinstance(date, Edtf)
    assert date.start is not None
    assert date.start == date.end
    assert (date.start.precision, str(date.lower), str(date.upper)) == expected


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [("1979", False, False), ("1979?", True, False), ("1979~", False, True), ("1979%", True, True)],
)
def test_marks_behind_a_date_say_how_sure_it_is(
    text: str, uncertain: bool, approximate: bool
) -> None:
    date = parse_edtf(text)
    assert isinstance(date, Edtf)
    assert date.start is not None
    assert (date.start.uncertain, date.start.approximate) == (uncertain, approximate)


@pytest.mark.parametrize(
    ("text", "start", "end", "open_start", "open_end"),
    [
        ("1979-11-04/1981-01-20", "1979-11-04", "1981-01-20", False, False),
        ("1979~/1981?", "1979~", "1981?", False, False),
        ("1979/..", "1979", None, False, True),
        ("../1979", None, "1979", True, False),
        ("1979/", "1979", None, False, False),
        ("/1979", None, "1979", False, False),
        ("1975/197X", "1975", "197X", False, False),
        ("2001-21/2001-23", "2001-21", "2001-23", False, False),
        ("-0044/0014", "-0044", "0014", False, False),
        ("2020/2020", "2020", "2020", False, False),
    ],
)
def test_an_interval_has_two_ends_of_which_one_may_be_open(
    text: str, start: str | None, end: str | None, open_start: bool, open_end: bool
) -> None:
    date = parse_edtf(text)
    assert isinstance(date, Edtf)
    assert (date.start and date.start.text) == start
    assert (date.end and date.end.text) == end
    assert (date.open_start, date.open_end) == (open_start, open_end)


REFUSED = {
    "2019-02-29": ("February 2019 has 28 days", "Correct"),
    "2020-04-31": ("April 2020 has 30 days", "Correct"),
    "2020-01-00": ("no day 0", "Correct"),
    "2020-13": ("no month 13", "01 to 12"),
    "2020-25": ("no month 25", "01 to 12"),
    "2020-24-01": ("no month 24", "01 to 12"),
    "1979-21-XX": ("no month 21", "01 to 12"),
    "2019-02-29/2020": ("February 2019", "Correct"),
    "2020-1-5": ("two digits", "2020-01-05"),
    "2020-1": ("two digits", "2020-01"),
    "07/01/2020": ("slashes", "year-month-day"),
    "7.1.2020": ("slashes or dots", "year-month-day"),
    "12/22/2015": ("slashes", "Write 2015-12-22."),
    "22.12.2015": ("slashes or dots", "Write 2015-12-22."),
    "3/3/2016": ("slashes", "Write 2016-03-03."),
    "31/2/2016": ("slashes", "year-month-day"),
    "22/12/15": ("slashes", "year-month-day"),
    "12-22-2015": ("year comes first", "Write 2015-12-22."),
    "07-01-2020": ("year comes first", "year-month-day"),
    "1979–1981": ("with a slash", "1979/1981"),
    "1979-1981": ("with a slash", "1979/1981"),
    "1979 to 1981": ("with a slash", "1979/1981"),
    "1979-11-04 – 1981-01-20": ("with a slash", "1979-11-04/1981-01-20"),
    "2020-01-05/07": ("whole date", "Write 2020-01-05/2020-01-07."),
    "2020-01-30/02-3": ("whole date", "Write 2020-01-30/2020-02-03."),
    "2020-01/3": ("whole date", "Write 2020-01/2020-03."),
    "2020-01/02-15": ("whole date", "Write 2020-01/2020-02-15."),
    "2020-01-05/03": ("whole date", "Write both dates in full"),
    "2020-01/25": ("whole date", "Write both dates in full"),
    "1981/1979": ("ends before it begins", "earlier"),
    "-0044/-0050": ("ends before it begins", "earlier"),
    "-0005-06/-0005-03": ("ends before it begins", "earlier"),
    "../..": ("one end", "1979"),
    "/": ("one end", "1979"),
    "c. 1979": ("tilde", "1979~"),
    "about 1979": ("tilde", "1979~"),
    "1970s": ("X", "197X"),
    "197x": ("capital X", "197X"),
    "XXXX": ("capital X", "197X"),
    "1979?~": ("per cent", "1979%"),
    "?1979": ("at the end", "1979?"),
    "1979?-11": ("at the end", "1979?"),
    "12345": ("begin with Y", "Y17000"),
    "79": ("four digits", "0079"),
    "44 BC": ("negative", "-0043"),
    "1 BC": ("negative", "Write 0000."),
    "0044 BC": ("negative", "-0043"),
    "0 BC": ("not a date", "2020-01-05"),
    "{1979, 1981}": ("level 2", "interval"),
    "on Sunday": ("digits", "2020-01-05"),
    "January 2020": ("digits", "Write 2020-01."),
    "March 12, 2024": ("digits", "Write 2024-03-12."),
    "Sunday, 5th of Sept. 2019": ("digits", "Write 2019-09-05."),
    "in the summer of 2019": ("digits", "2020-01-05"),
    "Summer 2019": ("digits", "Write 2019-22."),
    "2024–03–11": ("plain hyphens", "Write 2024-03-11."),
    "45 March 2020": ("digits", "2020-01-05"),
    "2024–03–45": ("not a date", "2020-01-05"),
    "2010–12": ("not a date", "2020-01-05"),
    "20240311": ("by hyphens", "Write 2024-03-11."),
    "2024-03-11T12:00": ("time of day", "2024-03-11."),
    "2024-03-11 9:30 pm": ("time of day", "2024-03-11."),
    "2020-W01": ("not a date", "2020-01-05"),
    "٢٠٢٠": ("not a date", "2020-01-05"),
    "1979/1980/1981": ("not a date", "2020-01-05"),
    "2020-01-05T25:00:00": ("time of day", "2020-01-05"),
    "": ("not a date", "2020-01-05"),
}


@pytest.mark.parametrize(("text", "expected"), REFUSED.items())
def test_what_is_no_date_is_told_with_what_to_write(text: str, expected: tuple[str, str]) -> None:
    refusal = parse_edtf(text)
    assert isinstance(refusal, Refusal)
    assert expected[0] in refusal.message
    assert expected[1] in refusal.hint


@given(st.text("0123456789-/.~?%XYxTZ: ", max_size=24) | st.text(max_size=200))
def test_whatever_is_read_as_a_date_is_kept_as_written_and_does_not_end_before_it_begins(
    text: str,
) -> None:
    date = parse_edtf(text)
    if isinstance(date, Edtf):
        assert date.text == text
        assert date.lower <= date.upper


def test_letters_that_fold_to_others_are_no_mistake_of_ours() -> None:
    for text in ("sprıng 2020", "5 ſept 2020"):
        assert isinstance(parse_edtf(text), Refusal)


@given(st.dates())
def test_every_day_of_the_calendar_is_read_as_itself(day: datetime.date) -> None:
    date = parse_edtf(day.isoformat())
    assert isinstance(date, Edtf)
    assert (date.lower, date.upper) == (day, day)


END = st.one_of(
    st.dates().map(str),
    st.from_regex(r"[12][0-9]{3}(-(0[1-9]|1[0-2]))?", fullmatch=True),
    st.from_regex(r"[12][0-9]{2}X|[12][0-9]XX|[12][0-9]{3}-XX", fullmatch=True),
    st.from_regex(r"[12][0-9]{3}-(0[1-9]|1[0-2])-XX", fullmatch=True),
    st.from_regex(r"[12][0-9]{3}-2[123]", fullmatch=True),
)


@settings(max_examples=60)  # the package is slow
@given(END, st.sampled_from(["", "?", "~", "%"]))
def test_the_edtf_package_agrees(end: str, mark: str) -> None:
    assume(not (mark and end[4:6] == "-2"))  # it knows no uncertain seasons
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from edtf import parse_edtf as parse_by_package

        other = parse_by_package(end + mark)
    date = parse_edtf(end + mark)
    assert isinstance(date, Edtf)
    assert date.lower.timetuple()[:3] == other.lower_strict()[:3]
    assert date.upper.timetuple()[:3] == other.upper_strict()[:3]


@given(END, END)
def test_an_interval_is_refused_only_when_it_ends_before_it_begins(first: str, second: str) -> None:
    start, end, both = parse_edtf(first), parse_edtf(second), parse_edtf(f"{first}/{second}")
    assert isinstance(start, Edtf)
    assert isinstance(end, Edtf)
    assert isinstance(both, Edtf) == (start.lower <= end.upper)
