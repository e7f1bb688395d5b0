"""How a language writes dates: a value that can be kept."""

from collections.abc import Mapping

from builder.ground.values import Value


class Calendar(Value, frozen=True):
    """Patterns whose fields stand as `%` has them, `%(d)s %(MMMM)s %(y)s`, and what fields hold.

    Fields are those of CLDR (UTS 35, Date Field Symbol Table). `day` and `month` are the patterns
    of a date that is known so precisely. `intervals` are those of two such dates, a half for each,
    by the precision and by the field that differs most. `words` are what fields that are no numbers
    hold in each month.
    """

    day: str
    month: str
    intervals: Mapping[str, Mapping[str, tuple[str, str]]]
    words: Mapping[str, tuple[str, ...]]
