"""Dates as the timeline knows them: EDTF levels 0 and 1 (Library of Congress, 2019; ISO 8601-2)."""

import datetime
from typing import Literal

from builder.ground.values import Value

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""As English has them, for messages and for checks of English texts."""

Precision = Literal["day", "month", "season", "year", "decade", "century"]


class Day(Value, frozen=True):
    """One end of a date: its words in EDTF, its bounds, and how sure it is.

    `1979?` is uncertain, `1979~` approximate, `1979%` both; `197X` has precision decade.
    Bounds are ISO dates; years outside 1 to 9999 are clamped, for sorting only.
    """

    text: str
    precision: Precision
    lower: datetime.date
    upper: datetime.date
    uncertain: bool = False
    approximate: bool = False


class Edtf(Value, frozen=True):
    """A date or an interval. An end that is open (`..`) or unknown (``) is None.

    `start` and `end` are one value for a plain date. `open_start` and `open_end` tell `..` from
    an unknown end.
    """

    text: str
    start: Day | None
    end: Day | None
    open_start: bool = False
    open_end: bool = False

    @property
    def is_interval(self) -> bool:
        """Whether the date was written with a slash."""
        return "/" in self.text

    @property
    def lower(self) -> datetime.date:
        """The earliest day it may mean: what a timeline sorts by."""
        if self.start is not None:
            return self.start.lower
        return self.end.lower if self.end is not None else datetime.date.min

    @property
    def upper(self) -> datetime.date:
        """The latest day it may mean."""
        if self.end is not None:
            return self.end.upper
        return datetime.date.max


class Single(Edtf, frozen=True):
    """A date that is no interval."""
