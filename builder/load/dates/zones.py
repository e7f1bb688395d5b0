"""Time zones by name (IANA), and the day it is somewhere."""

import datetime

from builder.ground.expressions import expression
from builder.ground.guess import proposal

_UTC = "UTC"
_QUARTER = datetime.timedelta(minutes=15)
_NAME = expression(r"[A-Za-z0-9_+-]{1,30}(?:/[A-Za-z0-9_+-]{1,30}){0,2}")  # IANA, theory.html


def zone_fault(name: str) -> tuple[str, str] | None:
    """Message and hint where there is no time zone of that name."""
    if _zone(name) is not None:
        return None
    import zoneinfo

    known = tuple(sorted(zoneinfo.available_timezones()))
    near = "" if any(map(str.isdigit, name)) else proposal(name, known)  # another offset is no help
    hint = near or "Write a name such as Europe/London or America/New_York."
    return f"There is no time zone “{name}”.", hint


def moment(text: str) -> datetime.date | datetime.datetime:
    """The day, or the time, that a text in ISO 8601 stands for (`builder.model.values.Moment`)."""
    kind = datetime.date if len(text) == len("2020-01-05") else datetime.datetime
    return kind.fromisoformat(text)


def local(text: str, zone: str) -> str:
    """A time in ISO 8601 as it is in the zone (UTC where there is no such zone); a day as it is.

    Seconds are not split, and offsets are of whole quarters of an hour, which those of old times
    were not: else the text would be no EDTF, or no date that HTML's checkers know.
    """
    time = moment(text)
    if not isinstance(time, datetime.datetime):
        return text
    try:
        offset = time.astimezone(_zone(zone) or datetime.UTC).utcoffset() or datetime.timedelta()
        time = time.astimezone(datetime.timezone(round(offset / _QUARTER) * _QUARTER))
    except OverflowError:  # within a day of the ends of the calendar
        pass
    return time.isoformat(timespec="seconds")


def rfc3339(date: str, zone: str) -> str:
    """An ISO day or time in UTC, as RFC 3339 has it; a day begins at midnight in the zone."""
    time = moment(date)
    if not isinstance(time, datetime.datetime):
        time = datetime.datetime.combine(time, datetime.time(), _zone(zone) or datetime.UTC)
    try:
        time = time.astimezone(datetime.UTC)
    except OverflowError:  # within a day of the ends of the calendar
        time = time.replace(tzinfo=datetime.UTC)
    return time.isoformat().replace("+00:00", "Z")


def _zone(name: str) -> datetime.tzinfo | None:
    if name == _UTC:
        return datetime.UTC
    if not _NAME().fullmatch(name):  # a name becomes part of a path, and of a module to import
        return None
    import zoneinfo  # it reads files: only sites with another zone pay for it

    try:
        return zoneinfo.ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # not found, not a name, a folder of zones
        return None
