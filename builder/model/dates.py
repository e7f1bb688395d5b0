"""Dates as the timeline knows them: EDTF levels 0 and 1 (Library of Congress, 2019; ISO 8601-2).

And the English words for months, weekdays and seasons, for messages and for reading English texts.
"""

import datetime
from typing import Literal

from builder.ground.values import Value

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""As English has them, for messages and for checks of English texts."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""As English has them, too."""
MONTH = f"(?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in MONTHS)}|Sept)"
"""A month in an expression, written out or short."""
ORDINAL = r"(?:st|nd|rd|th)?\b"
"""What ends the number of a day in an expression."""
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""As English has them, and what stands for each in the place of a month."""

Precision = Literal["day", "month", "season", "year", "decade", "century"]
_BEGINNINGS = [name[:3] for name in MONTHS]


def month_of(word: str) -> int:
    """The number of a month by its English name, in full or short."""
    return _BEGINNINGS.index(word[:3].title()) + 1


class Day(Value, frozen=True):
    """One end of a date: its text in EDTF, how precise it is (`197X`: decade), and its bounds.

    Years outside 1 to 9999 have clamped bounds, for sorting only.
    """

    text: str
    precision: Precision
    lower: datetime.date
    upper: datetime.date

    @property
    def uncertain(self) -> bool:
        """Whether it is marked so: `1979?` or, approximate as well, `1979%`."""
        return self.text.endswith(("?", "%"))

    @property
    def approximate(self) -> bool:
        """Whether it is marked so: `1979~` or, uncertain as well, `1979%`."""
        return self.text.endswith(("~", "%"))


class Edtf(Value, frozen=True):
    """A date or an interval. An end that is open (`..`) or unknown (nothing is written) is None.

    `start` and `end` are one value for a plain date.
    """

    text: str
    start: Day | None
    end: Day | None

    @property
    def open_start(self) -> bool:
        """Whether it began at no certain time: `../1979`."""
        return self.text.startswith("..")

    @property
    def open_end(self) -> bool:
        """Whether it goes on: `1979/..`."""
        return self.text.endswith("..")

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
