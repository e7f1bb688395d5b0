"""The axis beside the timeline: where each event is drawn, as values.

Days are drawn to scale, but never closer than a finger needs (24 px, WCAG 2.2, 2.5.8). A long
stretch in which nothing happens is drawn as a break, so that the days near the story have room.
All measures are whole pixels; x counts from the edge where lines begin.
"""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from builder.ground.grouping import grouped
from builder.ground.values import Value
from builder.model.dates import Edtf
from builder.model.entries import Event
from builder.pages.views.axis import Axis, AxisBreak, AxisMark, AxisTick

Day = datetime.date

EDGE, ROW, LANE, BREAK = 16, 28, 26, 52
LABELS, LANES = 132, 4
SEGMENT = 160
"""The height to which a stretch of time without a break is drawn, where its rows allow."""
SHORTEST_BREAK = 60
"""Days. A shorter stretch without events is never left out."""


class _Span(Value, frozen=True):
    """The days an event may cover, with open ends drawn as far as the axis goes."""

    event: Event
    first: Day
    last: Day


def axis(events: Sequence[Event]) -> Axis | None:
    """The axis for these events, which are in order; None where they have fewer than two days.

    They are a hundred at most (`lists.LONG`): a longer timeline has none.
    An event that the calendar cannot hold is left out: drawn where it is clamped, it would lie.
    """
    spans = _spans([event for event in events if _is_held(event.date)])
    if len({day for span in spans for day in (span.first, span.last)}) < 2:
        return None
    segments = list(_segments(sorted(spans, key=lambda span: (span.first, span.last))))
    ticks: list[AxisTick] = []
    marks: list[AxisMark] = []
    breaks: list[AxisBreak] = []
    y = EDGE
    for index, segment in enumerate(segments):
        if index:
            days = (segment[0].first - _last(segments[index - 1])).days
            breaks.append(AxisBreak(y + BREAK // 2, round(days / 365.25) if days >= 365 else 0))
            y += BREAK
        rows, drawn, y = _draw(segment, y)
        marks += drawn
        ticks += _ticks(segment, rows)
    width = max(mark.x for mark in marks) + EDGE
    return Axis(width, y + EDGE, LABELS, tuple(ticks), tuple(marks), tuple(breaks))


def _is_held(date: Edtf) -> bool:
    """Whether the ends are days as they are, of the years 1 to 9999, and were not clamped."""
    return not any(
        (end.lower == Day.min and end.text[:4] != "0001")
        or (end.upper == Day.max and end.text[:2] != "99")
        for end in (date.start, date.end)
        if end
    )


def _spans(events: Sequence[Event]) -> list[_Span]:
    """The days of every event; an end that is open or unknown reaches as far as any other."""
    known = [
        day
        for event in events
        for end in (event.date.start, event.date.end)
        if end
        for day in (end.lower, end.upper)
    ]
    if not known:
        return []
    first, last = min(known), max(known)
    return [
        _Span(
            event,
            event.date.lower if event.date.start else first,
            event.date.upper if event.date.end else last,
        )
        for event in events
    ]


def _last(spans: Sequence[_Span]) -> Day:
    return max(span.last for span in spans)


def _segments(spans: Sequence[_Span]) -> Iterator[Sequence[_Span]]:
    """The spans, parted where an empty stretch takes up over half of the time."""
    last = spans[0].last
    emptiest, at = 0, 0
    for index, span in enumerate(spans[1:], 1):
        empty = (span.first - last).days
        if empty > emptiest:
            emptiest, at = empty, index
        last = max(last, span.last)
    if emptiest > SHORTEST_BREAK and emptiest * 2 > (last - spans[0].first).days:
        yield from _segments(spans[:at])
        yield from _segments(spans[at:])
    else:
        yield spans


def _draw(spans: Sequence[_Span], top: int) -> tuple[Mapping[Day, int], list[AxisMark], int]:
    """The height of every day that matters, the marks, and where the lowest of them stands."""
    days = sorted({day for span in spans for day in (span.first, span.last)})
    scale = SEGMENT / max((days[-1] - days[0]).days, 1)
    rows: dict[Day, int] = {}
    places: list[tuple[_Span, int, int]] = []
    beginning = grouped((span.first, span) for span in spans)
    taken: dict[int, Day] = {}
    y = top
    for before, day in zip([None, *days[:-1]], days, strict=True):
        if before:
            y = max(y + ROW, rows[before] + round((day - before).days * scale))
        rows[day] = y
        lane = 0
        for span in beginning.get(day, ()):
            lane, first = _free(taken, day, lane), _free(taken, day)
            if first < lane >= LANES:
                lane, y = first, y + LANE
            places.append((span, lane, y))
            if span.last > day:
                taken[lane] = span.last
            lane += 1
    marks = [_mark(span, lane, at, rows[span.last]) for span, lane, at in places]
    return rows, marks, y


def _free(taken: Mapping[int, Day], day: Day, lane: int = 0) -> int:
    """The first lane from `lane` on with no bar on a day; `taken` has the last day of each bar."""
    return next(n for n in count(lane) if n not in taken or taken[n] < day)


def _mark(span: _Span, lane: int, y: int, end: int) -> AxisMark:
    date = span.event.date
    shape = "point" if span.first == span.last else "range" if date.is_interval else "within"
    return AxisMark(
        id=span.event.ref.id,
        title=span.event.title,
        date=date.text,
        shape=shape,
        doubtful=_doubtful(date),
        x=LABELS + EDGE + lane * LANE,
        y=y,
        height=max(0, end - y),
    )


def _doubtful(date: Edtf) -> bool:
    """Whether any end is uncertain, approximate, open or unknown."""
    return any(day is None or day.uncertain or day.approximate for day in (date.start, date.end))


def _ticks(spans: Sequence[_Span], rows: Mapping[Day, int]) -> Iterator[AxisTick]:
    """The labels, as fine as the stretch of time is short; none twice."""
    length = (_last(spans) - spans[0].first).days
    letters = 4 if length > 730 else 7 if length > 62 else 10
    said = ""
    for day, y in sorted(rows.items()):
        label = day.isoformat()[:letters]
        if label != said:
            yield AxisTick(y, label)
            said = label
