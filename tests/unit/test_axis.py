"""The axis of the timeline: to scale, with room for a finger, breaks where nothing happens."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ground.diagnostics import Location
from builder.load.dates.edtf import parse_edtf
from builder.model.dates import Edtf
from builder.model.entries import Event
from builder.model.refs import Ref
from builder.model.values import Origin
from builder.pages.axis import LANE, ROW, SEGMENT, axis
from builder.pages.views.axis import Axis, AxisMark

SAMPLE = ["1979", "1979-11-04/1981-01-20", "2020-01-03", "2020-01-04", "2020-01-04", "2020-01-07"]


def events(*dates: str) -> list[Event]:
    """Events on these dates, in their order."""
    made = []
    for n, text in enumerate(dates):
        date = parse_edtf(text)
        assert isinstance(date, Edtf)
        origin = Origin(Location("content/timeline.yaml"), {})
        made.append(
            Event(
                ref=Ref("event", f"e{n}"), origin=origin, date=date, title=f"E{n}", basis="stated"
            )
        )
    return sorted(made, key=lambda event: (event.date.lower, event.date.upper))


def drawn(*dates: str) -> Axis:
    made = axis(events(*dates))
    assert made is not None
    return made


def mark(made: Axis, n: int) -> AxisMark:
    return next(m for m in made.marks if m.id == f"e{n}")


@pytest.mark.parametrize("dates", [[], ["2020-01-03"], ["2020-01-03", "2020-01-03"]])
def test_one_day_needs_no_axis(dates: list[str]) -> None:
    assert axis(events(*dates)) is None


@pytest.mark.parametrize(
    ("date", "shape", "doubtful"),
    [
        ("2020-01-03", "point", False),
        ("2020-01-03~", "point", True),
        ("1979", "within", False),
        ("1979?", "within", True),
        ("2020-01", "within", False),
        ("1979-11-04/1981-01-20", "range", False),
        ("1979-11-04~/1981-01-20", "range", True),
        ("2019-11-04/..", "range", True),
    ],
)
def test_a_date_is_a_point_a_range_or_somewhere_within_and_may_be_doubtful(
    date: str, shape: str, doubtful: bool
) -> None:
    found = mark(drawn(date, "2020-02-07"), 0)
    assert (found.shape, found.doubtful) == (shape, doubtful)


def test_the_long_silence_is_a_break() -> None:
    (only,) = drawn(*SAMPLE).breaks
    assert only.years == 39
    assert mark(drawn(*SAMPLE), 1).y < only.y < mark(drawn(*SAMPLE), 2).y


def test_every_silence_longer_than_the_rest_is_a_break() -> None:
    made = drawn("1831-07-14", "1832-05-30", "1950-10-31", "1976", "1993", "2016-03-31")
    assert [gap.years for gap in made.breaks] == [0, 118]


def test_without_a_break_days_are_drawn_to_scale() -> None:
    made = drawn("2019-01-01", "2019-07-01", "2020-01-01", "2020-07-01")
    first, *_, last = (mark(made, number).y for number in range(4))
    assert last - first == SEGMENT


@pytest.mark.parametrize(
    "dates",
    [
        ["2020-01-03", "2020-02-20"],  # short
        ["2019-01-01", "2019-07-01", "2020-01-01", "2020-07-01"],  # none longer than the others
    ],
)
def test_other_silences_are_drawn(dates: list[str]) -> None:
    assert drawn(*dates).breaks == ()


def test_events_of_a_day_stand_side_by_side() -> None:
    made = drawn(*SAMPLE)
    assert mark(made, 3).y == mark(made, 4).y
    assert abs(mark(made, 3).x - mark(made, 4).x) == LANE


@pytest.mark.parametrize(
    "date", ["-0044-03-15", "0000", "00XX", "-0044/0014", "-0044/..", "Y10000", "../Y10000"]
)
def test_what_the_calendar_cannot_hold_is_left_out(date: str) -> None:
    made = drawn(date, "0014-08-19", "1979-11-04")
    assert [tick.date for tick in made.ticks] == ["0014-08-19", "1979-11-04"]
    assert {mark.title for mark in made.marks}.isdisjoint({"E0"})
    assert axis(events(date, "1979-11-04")) is None


@pytest.mark.parametrize("date", ["0001", "0001-01-01~", "9999", "999X", "9999-12-31"])
def test_what_the_calendar_just_holds_is_drawn(date: str) -> None:
    assert len(drawn(date, "1978", "1979").marks) == 3


def test_a_bar_reaches_to_its_last_day() -> None:
    made = drawn("2020-01-01/2020-01-05", "2020-01-05")
    bar, point = mark(made, 0), mark(made, 1)
    assert bar.y + bar.height == point.y


def test_labels_are_as_fine_as_time_is_short() -> None:
    assert [tick.date for tick in drawn(*SAMPLE).ticks] == [
        *("1979", "1981"),
        *("2020-01-03", "2020-01-04", "2020-01-07"),
    ]


DATES = st.dates(datetime.date(1900, 1, 1), datetime.date(2030, 12, 31)).map(str)
SPANS = st.tuples(DATES, DATES).map(lambda two: "/".join(sorted(two)))


@given(st.lists(st.one_of(DATES, SPANS, DATES.map(lambda d: d[:4])), max_size=25))
def test_every_mark_can_be_hit_and_stands_inside(dates: list[str]) -> None:
    made = axis(events(*dates))
    if made is None:
        return
    assert len(made.marks) == len(dates)
    for one in made.marks:
        assert made.spine < one.x < made.width
        assert 0 < one.y <= one.y + one.height < made.height
    for n, one in enumerate(made.marks):
        for other in made.marks[n + 1 :]:
            apart = max(abs(one.x - other.x), abs(one.y - other.y))
            assert apart >= 24


@given(st.lists(st.one_of(DATES, SPANS, DATES.map(lambda d: d[:4])), max_size=25))
def test_nothing_stands_in_a_bar(dates: list[str]) -> None:
    made = axis(events(*dates))
    marks = made.marks if made else ()
    for bar in marks:
        covered = range(bar.y + 1, bar.y + bar.height + 1)
        assert [mark.id for mark in marks if mark.x == bar.x and mark.y in covered] == []


@given(st.lists(st.one_of(DATES, SPANS), max_size=25))
def test_later_stands_lower(dates: list[str]) -> None:
    made = axis(events(*dates))
    if made is None:
        return
    starts = {event.ref.id: event.date.lower for event in events(*dates)}
    for one in made.marks:
        for other in made.marks:
            if starts[one.id] < starts[other.id]:
                assert one.y + ROW <= other.y
