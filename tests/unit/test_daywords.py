"""What words say of a date, against the date."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.inspect.dates.calendarwords import calendar_clash
from builder.inspect.dates.daywords import counts_from_another, day_clash
from builder.load.dates.edtf import parse_edtf
from builder.model.dates import Edtf

TUESDAY = datetime.date(2020, 1, 7)


def edtf(text: str) -> Edtf:
    """A date."""
    date = parse_edtf(text)
    assert isinstance(date, Edtf)
    return date


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("on Sunday", "2020-01-05"),
        ("on Tuesday", "2020-01-07"),
        ("this Friday", "2020-01-10"),
        ("last Sunday", "2019-12-29"),
        ("yesterday", "2020-01-06"),
        ("yesterday", "2020-01"),
        ("last night", "2020-01-06"),
        ("last night", "2020-01-07"),
        ("early this morning", "2020-01-07"),
        ("tomorrow", "2020-01-08"),
        ("two days ago", "2020-01-05"),
        ("10 days ago", "2019-12-28"),
        ("between Friday and Sunday", "2020-01-01"),
        ("Good Friday", "2020-01-06"),
        ("on Cyber Monday", "2019-12-03"),
        ("after Super Bowl Sunday", "2020-02-03"),
        ("the Derry Bloody Sunday", "1972-01-01"),
        ("on the night of Casual Friday", "2020-01-06"),
        ("about Sunday", "2020-01-06~"),
        ("on Sunday", "2020-01-06?"),
        ("from Sunday", "2020-01-05/.."),
        ("last month", "2019-12"),
        ("earlier", "2019"),
        ("", "2019"),
        ("yeſterday", "2020-01-01"),
        ("last nıght", "2020-01-01"),
    ],
)
def test_words_that_fit_the_date_are_let_pass(words: str, date: str) -> None:
    assert day_clash(words, edtf(date), TUESDAY) is None


@pytest.mark.parametrize(
    ("words", "date", "meant"),
    [
        ("on Sunday", "2020-01-06", "2020-01-05"),
        ("on SUNDAY night", "2020-01-06", "2020-01-05"),
        ("Late Sunday", "2020-01-06", "2020-01-05"),
        ("He voted. Then, Last Sunday", "2020-01-06", "2020-01-05"),
        ("Parliament Voted On Sunday", "2020-01-06", "2020-01-05"),
        ("in Mr Trump’s Sunday speech", "2020-01-06", "2020-01-05"),
        ("on Good Friday, not on Sunday", "2020-01-06", "2020-01-05"),
        ("on Sunday", "2019-12-22", "2020-01-05"),
        ("on Tuesday", "2020-01-06", "2020-01-07"),
        ("on Sunday", "2019-12-23", "2020-01-05"),
        ("last Sunday", "2019-12-30", "2019-12-29"),
        ("on Friday", "2020-01-11", "2020-01-10"),
        ("on Friday", "2020-01-07", "2020-01-03"),
        ("on Wednesday", "2020-01-06", "2020-01-01"),
        ("next Friday", "2020-01-07", "2020-01-10"),
        ("the coming Wednesday", "2020-01-06", "2020-01-08"),
        ("next Friday", "2020-01-16", "2020-01-17"),
        ("this Thursday", "2020-01-10", "2020-01-09"),
        ("on Friday, 8 November 2019", "2019-11-07", "2019-11-08"),
        ("on Friday, January 10, 2020", "2020-01-11", "2020-01-10"),
        ("yesterday", "2020-01-05", "2020-01-06"),
        ("yesterday", "2019", "2020-01-06"),
        ("the day before yesterday", "2020-01-06", "2020-01-05"),
        ("three days ago", "2020-01-05", "2020-01-04"),
        ("this morning", "2020-01-06", "2020-01-07"),
    ],
)
def test_words_that_do_not_fit_the_date_clash_and_tell_the_day_that_is_meant(
    words: str, date: str, meant: str
) -> None:
    clash = day_clash(words, edtf(date), TUESDAY)
    assert clash is not None
    assert clash.meant == datetime.date.fromisoformat(meant)


def test_no_day_is_proposed_that_the_words_contradict() -> None:
    clash = day_clash("on Friday, 8 November 2019", edtf("2019-11-20"), TUESDAY)
    assert clash is not None
    assert clash.meant is None


@pytest.mark.parametrize(
    ("words", "date", "clashes"),
    [
        ("on 4 November 1979", "1979-11-04", False),
        ("November 4th", "1979-11-04", False),
        ("the 4th of November", "1979-11-04", False),
        ("on 5 November", "1979-11-04", True),
        ("in November", "1979-11-04", False),
        ("in December", "1979-11-04", True),
        ("in May", "1979-11", True),
        ("they may vote", "1979-11", False),
        ("in 1979", "1979-11-04", False),
        ("in 1978", "1979-11-04", True),
        ("from 1978 to 1980", "1978/1980", False),
        ("in the 1980s", "1979", False),
        ("1,979 people", "1980", False),
        ("in December", "1979/1981", False),
        ("in 1978", "1979~", False),
        ("from 5 to 7 January", "2024-01-05", False),
        ("from 5 to 7 January", "2024-01-06", False),
        ("from 5 to 7 January", "2024-01-08", True),
        ("between January 5 and 8", "2024-01-08", False),
        ("between January 5 and 8", "2024-01-04", True),
        ("5–7 January 2024", "2024-01-06", False),
        ("on 5 and 9 January", "2024-01-09", False),
        ("on 5 and 9 January", "2024-01-07", True),
        ("January 5th or 6th, 2024", "2024-01-05", False),
        ("from 30 December to 2 January", "2023-12-31", False),
        ("from 30 December to 2 January", "2024-01-03", True),
        ("from December to 2 January", "2023-12-20", False),
        ("from March to May 2024", "2024-04-10", False),
        ("from March to May 2024", "2024-06", True),
        ("4 November 1979 – 20 January 1981", "1980-06-01", False),
        ("between 1978 and 1980", "1979", False),
        ("between 1978 and 1980", "1981", True),
        ("on 15 March", "-0043-03-15", False),
        ("on 15 March", "0000-03-15", False),
    ],
)
def test_days_months_and_years_by_name_are_held_against_the_date(
    words: str, date: str, clashes: bool
) -> None:
    assert (calendar_clash(words, edtf(date)) is not None) is clashes


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("Six days later", True),
        ("a week later", True),
        ("hours afterwards", True),
        ("The next day", True),
        ("on the morning of the following day", True),
        ("early the same morning", True),
        ("later that night", True),
        ("the day before", True),
        ("two days before Christmas", False),
        ("the day before yesterday", False),
        ("the day after tomorrow", False),
        ("last week", False),
        ("later", False),
        ("Six days later, on 10 August", False),
        ("the next day, Sunday", False),
        ("on Sunday after noon", False),
        ("", False),
    ],
)
def test_words_that_count_from_another_date_are_told_from_those_that_do_not(
    words: str, counts: bool
) -> None:
    assert counts_from_another(words) is counts


def test_without_an_anchor_weekdays_alone_speak() -> None:
    assert day_clash("yesterday", edtf("2020-01-01"), None) is None
    assert day_clash("on Sunday", edtf("2020-01-06"), None) is not None


@pytest.mark.parametrize("anchor", [datetime.date.min, datetime.date.max])
@pytest.mark.parametrize("words", ["yesterday", "tomorrow", "on Sunday", "9999 days ago"])
def test_no_words_lead_beyond_the_ends_of_the_calendar(anchor: datetime.date, words: str) -> None:
    day_clash(words, edtf("2020-01-06"), anchor)


PIECES = ("on ", "Sunday", "5 ", "January", " ", "1979", "yesterday", "99", "days ago", "٣", "²")


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), st.dates())
def test_any_words_have_an_answer(words: str, anchor: datetime.date) -> None:
    day_clash(words, edtf("2020-01-06"), anchor)
    calendar_clash(words, edtf("2020-01-06"))
