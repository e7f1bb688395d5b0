"""Dates that words give: what is plain is read, and what is in doubt is left."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.load.dates.edtf import parse_edtf
from builder.model.dates import Edtf
from builder.propose.dates import dates
from tests.project import project

TUESDAY = datetime.date(2020, 1, 7)


def read(text: str, anchor: datetime.date = TUESDAY) -> list[tuple[str, str]]:
    """The dates of a text, each with the words that give it."""
    body = project({"a.md": text}).read("a")[0].body
    return [(body.text[one.start : one.end], one.date.text) for one in dates(body, anchor)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 4 November 1979.", "1979-11-04"),
        ("It was the 4th of November, 1979.", "1979-11-04"),
        ("It was Sunday, November 4, 1979.", "1979-11-04"),
        ("It was Nov. 4, 1979.", "1979-11-04"),
        ("It was 4\nNovember\n1979.", "1979-11-04"),
        ("It was on 1979-11-04.", "1979-11-04"),
        ("It was in December\u00a01979.", "1979-12"),
        ("It was in November 1979.", "1979-11"),
        ("It was in May, 1979.", "1979-05"),
        ("It was in early May of 1979.", "1979-05"),
        ("It was in the spring of 1979.", "1979-21"),
        ("It was in 1979.", "1979"),
        ("In 1979 armies met.", "1979"),
        ("It was about 1979.", "1979~"),
        ("It was circa May 1979.", "1979-05~"),
        ("It was in the 1970s.", "197X"),
        ("It ran from 1978 to 1980.", "1978/1980"),
        ("It ran 1978–80.", "1978/1980"),
        ("It ran 1978-1980.", "1978/1980"),
        ("It ran between May 1978 and June 1979.", "1978-05/1979-06"),
        ("He lived (8 February 1700 – 17 March 1782).", "1700-02-08/1782-03-17"),
    ],
)
def test_dates_in_full(text: str, expected: str) -> None:
    assert [date for _, date in read(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was on Sunday.", "2020-01-05"),
        ("It was late on Friday on his orders.", "2020-01-03"),
        ("He said on Tuesday that it was so.", "2020-01-07"),
        ("It was yesterday.", "2020-01-06"),
        ("It was early this morning.", "2020-01-07"),
        ("It was two days ago.", "2020-01-05"),
        ("It was the day before\nyesterday.", "2020-01-05"),
        ("It was on 27 December.", "2019-12-27"),
        ("It was on January 3.", "2020-01-03"),
        ("It was on 7 January.", "2020-01-07"),
        ("It was in December.", "2019-12"),
        ("It was last month.", "2019-12"),
        ("It was last year.", "2019"),
        ("It was in March of last year.", "2019-03"),
    ],
)
def test_dates_that_are_counted_from_the_articles_day(text: str, expected: str) -> None:
    assert [date for _, date in read(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2003 it began. It ended on 5 June.", ["2003", "2003-06-05"]),
        ("In 2003 it began. That same year it ended.", ["2003", "2003"]),
        ("It began in May 1979. In June it ended.", ["1979-05", "1979-06"]),
        ("In 2003, as in the 1970s, it began. It ended on 5 June.", ["2003", "197X", "2003-06-05"]),
        ("In 2018 it began. It ended on 27 December.", ["2018", "2018-12-27"]),
    ],
)
def test_a_date_takes_its_year_from_the_one_before_it(text: str, expected: list[str]) -> None:
    assert [date for _, date in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "It was last night.",  # the day it began on, or the next
        "It will be on the next Sunday.",
        "It was the Sunday before.",
        "It is by Sunday.",
        "It was Good Friday.",
        "It was Good\nFriday.",
        "It was this Sunday.",
        "It is still so today.",
        "It will be tomorrow.",
        "It is on 15 January.",  # in a week, or a year ago
        "It was on 30 February.",
        "It was two years later.",
        "There were 1500 people, 2,000 horses and 1984’s best book.",
        "They paid $1500 and 1200% more.",
        "March on, May said, and so did 3 Marchs.",
        "It was that year.",
        "It was 1979x, pre-1979 or x1979-11-04.",
        "## In 1979",
    ],
)
def test_what_is_in_doubt_is_no_date(text: str) -> None:
    assert read(text) == []


def test_a_year_told_before_is_none_of_a_day_of_another_week() -> None:
    begun = "In 1979 it began, on"
    assert [date for _, date in read(f"{begun} Monday 1 May.")] == ["1979"]
    assert [date for _, date in read(f"{begun} Tuesday 1 May.")] == ["1979", "1979-05-01"]


def test_a_year_told_in_an_earlier_paragraph_leaves_a_doubt() -> None:
    assert read("In 1832 he fought.\n\nHe died on 2 January.") == [("1832", "1832")]
    assert read("In 2019 he fought.\n\nHe died on 2 January.")[1:] == [("2 January", "2020-01-02")]


def test_a_year_told_last_leaves_a_doubt_where_the_articles_day_gives_another() -> None:
    told = "They cut it in July 2019. "
    assert read(f"{told}It rose in December.")[1:] == [("in December", "2019-12")]
    assert read(f"{told}They meet on 4 February.")[1:] == []


@pytest.mark.parametrize("text", ["It was so in 1979 and 1981.", "It went from 1981 to 1979."])
def test_two_dates_are_one_only_where_they_are_the_ends_of_one_time(text: str) -> None:
    assert sorted(date for _, date in read(text)) == ["1979", "1981"]


WORDS = st.lists(
    st.sampled_from(
        "on in the of from to between and May 5 5th 12 1979 1978–80 197 2020-01-05 Sunday last "
        "this year month yesterday about early spring 1970s same that , . – ( )".split()
    ),
    max_size=12,
)


@given(WORDS)
def test_whatever_the_words_dates_are_in_order_apart_and_real(words: list[str]) -> None:
    text = "x " + " ".join(words)
    body = project({"a.md": text}).read("a")[0].body
    end = 0
    for one in dates(body, TUESDAY):
        assert end <= one.start < one.end <= len(body.text)
        assert isinstance(parse_edtf(one.date.text), Edtf)
        end = one.end
