"""An article's corrections: their numbers, and when they changed it last."""

from collections.abc import Iterable, Sequence


def numbers(dates: Sequence[str]) -> tuple[int, ...]:
    """The number of each correction, from 1 for the oldest, whichever end of the list is new.

    They are part of addresses, so none may move. Those of one day are counted in the order of the
    list, from its older end.
    """
    places = list(range(len(dates)))
    if dates and dates[0] > dates[-1]:  # the newest stands first
        places.reverse()
    in_time = sorted(places, key=lambda place: dates[place])
    ranks = {place: rank for rank, place in enumerate(in_time, 1)}
    return tuple(ranks[place] for place in range(len(dates)))


def changed(published: str, updated: str, corrected: Iterable[str]) -> str:
    """The day or time of the last update or correction after publication, "" where none was."""
    changes = (updated, *corrected)
    return max((change for change in changes if change > published[:10]), default="")
