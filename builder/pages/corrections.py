"""The numbers of an article's corrections. They are part of addresses, so none may move."""

from collections.abc import Sequence


def numbers(dates: Sequence[str]) -> tuple[int, ...]:
    """The number of each correction, from 1 for the oldest, whichever end of the list is new.

    Those of one day are counted in the order of the list, from its older end.
    """
    places = list(range(len(dates)))
    if dates and dates[0] > dates[-1]:  # the newest stands first
        places.reverse()
    in_time = sorted(places, key=lambda place: dates[place])
    ranks = {place: rank for rank, place in enumerate(in_time, 1)}
    return tuple(ranks[place] for place in range(len(dates)))
