"""The axis that stands beside a timeline."""

from builder.ground.values import Value


class AxisTick(Value, frozen=True):
    """A label of the axis: a day, month or year as EDTF."""

    y: int
    date: str


class AxisMark(Value, frozen=True):
    """An event on the axis, from `y` down over `height`.

    `shape` is point (a day), range (from one day to another), or within (some time in it).
    `doubtful` dates are uncertain, approximate, or open at an end.
    """

    id: str
    title: str
    date: str
    shape: str
    doubtful: bool
    x: int
    y: int
    height: int


class AxisBreak(Value, frozen=True):
    """A stretch of time that the axis leaves out; `years` is its length, 0 below one year."""

    y: int
    years: int


class Axis(Value, frozen=True):
    """The axis of a timeline, in pixels; labels end, and the line stands, at `spine`."""

    width: int
    height: int
    spine: int
    ticks: tuple[AxisTick, ...]
    marks: tuple[AxisMark, ...]
    breaks: tuple[AxisBreak, ...]
