"""Dates in words, in the site's language, as precise as they are known."""

from collections.abc import Callable, Mapping
from functools import cache

from builder.ground.values import Value
from builder.load.dates.edtf import parse_edtf
from builder.model.dates import Day, Edtf

Translate = Callable[[str], str]


class Calendar(Value, frozen=True):
    """How a language writes dates: a value that can be kept.

    Its patterns have fields as `%` has them, `%(d)s %(MMMM)s %(y)s`: those of CLDR (UTS 35, Date
    Field Symbol Table). `day` and `month` are for a date that is known so precisely. `intervals`
    are for two such dates, a half for each, by the precision and by the field that differs most.
    `words` are what fields that are no numbers hold in each month.
    """

    day: str
    month: str
    intervals: Mapping[str, Mapping[str, tuple[str, str]]]
    words: Mapping[str, tuple[str, ...]]


def wording(chosen: Calendar, translate: Translate) -> Callable[[str], str]:
    """A function from EDTF texts to words; a text that is no EDTF comes back as it is."""

    @cache
    def words(text: str) -> str:
        date = parse_edtf(text)
        return _words(date, chosen, translate) if isinstance(date, Edtf) else text

    return words


def machine_readable(text: str) -> str:
    """The value for `<time datetime>` (HTML, dates and times); "" where HTML has none."""
    date = parse_edtf(text)
    if not isinstance(date, Edtf) or date.is_interval or date.start is None:
        return ""
    day = date.start
    plain = not _is_far(day) and day.precision in ("day", "month", "year")
    return day.text.replace("-XX", "") if plain and not _marked(day) else ""


def _marked(day: Day) -> bool:
    return day.uncertain or day.approximate


def _is_far(day: Day) -> bool:
    """Whether it lies outside the years 1 to 9999, so that its bounds are not its own."""
    year = day.text[:4]
    return year == "0000" or not year.replace("X", "0").isdigit()


def _words(date: Edtf, chosen: Calendar, translate: Translate) -> str:
    start, end = date.start, date.end
    if not date.is_interval:
        return _day(start, chosen, translate) if start else date.text
    if start and end:
        return _interval(start, end, chosen, translate)
    if start:
        since = (
            translate("since %(date)s")
            if date.open_end
            else translate("from %(date)s, end unknown")
        )
        return since % {"date": _day(start, chosen, translate)}
    if end:
        until = (
            translate("until %(date)s")
            if date.open_start
            else translate("until %(date)s, start unknown")
        )
        return until % {"date": _day(end, chosen, translate)}
    return date.text


def _interval(start: Day, end: Day, chosen: Calendar, translate: Translate) -> str:
    """Both ends, what they share said once where the language does so."""
    if start.precision == end.precision and not any(_marked(d) or _is_far(d) for d in (start, end)):
        joined = _joined(start, end, chosen)
        if joined:
            return joined
    first, last = (_day(day, chosen, translate) for day in (start, end))
    return first if first == last else f"{first} – {last}"


def _joined(start: Day, end: Day, chosen: Calendar) -> str:
    """The interval by the language's own pattern (CLDR), with the month written out; or "".

    What differs most between two days decides how they are joined: the year, the month or the day.
    """
    patterns = chosen.intervals.get(start.precision, {})
    first, last = _fields(start, chosen), _fields(end, chosen)
    differing = next((field for field in "yMd" if first[field] != last[field]), "")
    halves = zip(patterns.get(differing, ()), (first, last), strict=False)
    joined = "".join(pattern % fields for pattern, fields in halves)
    return joined.replace("\u2009", " ")  # thin spaces are missing in many fonts


def _fields(day: Day, chosen: Calendar) -> dict[str, str]:
    """What the fields of the calendar's patterns hold."""
    year, month, number = day.lower.year, day.lower.month, day.lower.day
    digits = {"y": f"{year}", "M": f"{month}", "MM": f"{month:02}", "d": f"{number}"}
    words = {field: months[month - 1] for field, months in chosen.words.items()}
    return {**digits, "dd": f"{number:02}", **words}


def _day(day: Day, chosen: Calendar, translate: Translate) -> str:
    plain = _plain(day, chosen, translate)
    if day.uncertain and day.approximate:
        return translate("perhaps about %(date)s") % {"date": plain}
    if day.uncertain:
        return translate("perhaps %(date)s") % {"date": plain}
    return translate("about %(date)s") % {"date": plain} if day.approximate else plain


def _plain(day: Day, chosen: Calendar, translate: Translate) -> str:
    text = day.text.rstrip("?~%")
    if _is_far(day):
        return _far_year(text, translate)
    match day.precision:
        case "day":
            return chosen.day % _fields(day, chosen)
        case "month":
            return chosen.month % _fields(day, chosen)
        case "season":
            return _season(text[5:7], translate) % {"year": text[:4]}
        case "decade":
            return translate("the %(decade)ss") % {"decade": text[:3] + "0"}
        case "century":
            return translate("between %(first)s and %(last)s") % {
                "first": text[:2] + "00",
                "last": text[:2] + "99",
            }
        case _:
            return str(int(text[:4]))


def _season(code: str, translate: Translate) -> str:
    """The words for a season, EDTF level 1: 21 to 24."""
    match code:
        case "21":
            return translate("spring %(year)s")
        case "22":
            return translate("summer %(year)s")
        case "23":
            return translate("autumn %(year)s")
        case _:
            return translate("winter %(year)s")


def _far_year(text: str, translate: Translate) -> str:
    """A year before 1 or after 9999, where calendars of the library end: of any date the year."""
    number = text.removeprefix("Y")
    sign = "-" if number.startswith("-") else ""
    digits = number.removeprefix("-").partition("-")[0]
    if "X" in digits:  # the digits left open count away from the year 0
        ends = {"first": digits.replace("X", "9"), "last": digits.replace("X", "0")}
        years = {name: _far_year(sign + year, translate) for name, year in ends.items()}
        return translate("between %(first)s and %(last)s") % years
    year = int(sign + digits)
    return translate("%(year)s BCE") % {"year": 1 - year} if year <= 0 else str(year)
