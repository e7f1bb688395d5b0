"""Decoders of dates: EDTF for what happened, plain ISO days and times for publication."""

import datetime

from builder.ground.expressions import expression
from builder.ground.values import replaced
from builder.load.dates.edtf import Refusal, parse_edtf
from builder.load.schema.context import Context, refuse, wrong_shape
from builder.load.yaml.nodes import Node, Scalar
from builder.model.dates import Edtf, Single

_TIME = expression(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]"
    r"(?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)"
    r" ?(?P<offset>[Zz]|[+-][0-9]{2}:?[0-9]{2})?"
)
_DAY_HINT = "Write year-month-day, such as 2020-01-07."


def edtf(node: Node, path: str, context: Context) -> object:
    """A date in EDTF, level 0 or 1."""
    if not isinstance(node, Scalar):
        return wrong_shape(context, "a date", node)
    value = parse_edtf(node.text.strip())
    if isinstance(value, Refusal):
        return refuse(context, "bad-date", value.message, node, value.hint)
    return value


def single(node: Node, path: str, context: Context) -> object:
    """A date in EDTF that is no interval."""
    value = edtf(node, path, context)
    if not isinstance(value, Edtf):
        return value
    if not value.is_interval:
        return Single(value.text, value.start, value.end)
    message = "One date is wanted here, and no interval."
    return refuse(context, "bad-date", message, node, _apart(value, path))


def _apart(interval: Edtf, path: str) -> str:
    """What to write instead: the two ends in the fields that are there for them, or one date."""
    if path.rpartition(".")[2] not in ("start_date", "end_date"):
        return "Write the date alone; about 1964 is 1964~, and the 1960s are 196X."
    ends = {"start_date": interval.start, "end_date": interval.end}
    fields = (f"`{field}: {end.text}`" for field, end in ends.items() if end)
    return f"Write {' and '.join(fields)}."


def day(node: Node, path: str, context: Context) -> object:
    """A day of the calendar, YYYY-MM-DD."""
    value = edtf(node, path, context)
    if not isinstance(value, Edtf):
        return value
    if value.start is None or value.start.lower.isoformat() != value.text:
        return refuse(context, "bad-date", "A single day is wanted here.", node, _DAY_HINT)
    return value.start.lower


def moment(node: Node, path: str, context: Context) -> object:
    """A day, or a time of day with its offset from UTC (RFC 3339)."""
    if not isinstance(node, Scalar) or not (match := _TIME().fullmatch(node.text.strip())):
        found = day(node, path, context)
        return found.isoformat() if isinstance(found, datetime.date) else found
    if match["offset"] is None:
        hint = f"Add the offset: {match[0]}+00:00 for UTC, or give the day alone."
        return refuse(context, "bad-date", "A time of day needs its offset from UTC.", node, hint)
    found = day(replaced(node, text=match["day"]), path, context)
    if not isinstance(found, datetime.date):
        return found
    try:
        return datetime.datetime.fromisoformat(
            f"{match['day']}T{match['time']}{match['offset'].upper()}"
        ).isoformat()
    except ValueError:
        hint = "Hours go to 23, minutes and seconds to 59."
        return refuse(context, "bad-date", "There is no such time of day.", node, hint)
