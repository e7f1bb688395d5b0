"""Which full names of a text are one person's, and whom a surname alone means."""

from collections.abc import Iterable, Mapping, Sequence

from builder.ground.grouping import grouped
from builder.inspect.names.accents import plain
from builder.propose.runs import Run

Key = tuple[str, str]
"""The first word of a full name, and the last, without accents."""
_MOST = 50
"""People with one surname whose names are compared: each is with each."""


def same_people(full: Iterable[tuple[Key, Run]]) -> dict[Key, list[Run]]:
    """The runs that may be full names, by whom they name; each person's in order.

    Otto Jespersen is Jens Otto Jespersen, where he alone has such a longer name.
    """
    named = grouped(full)
    for sharing in grouped((key[1], key) for key in named).values():
        for key in sharing if 1 < len(sharing) <= _MOST else ():
            others = (other for other in sharing if other != key and other in named)
            longer = [other for other in others if _is_longer(named[other], named[key][0])]
            if len(longer) == 1:
                together = (*named[longer[0]], *named.pop(key))
                named[longer[0]] = sorted(together, key=lambda run: run.start)
    return named


def spellings(runs: Sequence[Run]) -> list[str]:
    """A person's names as the text spells them: the first one first, or it with its accents."""
    first, *others = dict.fromkeys(run.name for run in runs)
    name = next((one for one in others if plain(one) == first), first)
    return [name, *(one for one in (first, *others) if one != name)]


def called_alone(named: Mapping[Key, Sequence[Run]], found: Iterable[Run], title: str) -> set[Key]:
    """The people whom their surname alone means.

    Nobody else has it; or nobody else of that surname was named in full before it first stands
    alone; or nobody else of that surname is named in the title.

    Args:
        named: The people by their names, with the runs that name them in full.
        found: All runs of the text.
        title: The article's.
    """
    first: dict[str, int] = {}
    for run in found:
        if len(run.words) == 1 and not run.has_article:
            first.setdefault(plain(run.words[0]), run.start)
    called = set[Key]()
    for last, sharing in grouped((key[1], key) for key in named).items():
        before = [key for key in sharing if named[key][0].start < first.get(last, 0)]
        titled = [key for key in sharing if any(run.name in title for run in named[key])]
        called.update(next((one for one in (sharing, before, titled) if len(one) == 1), ()))
    return called


def _is_longer(runs: Sequence[Run], short: Run) -> bool:
    """Whether any of the names has all words of a shorter one, in order."""
    return any(_has_all(run.words, short.words) for run in runs)


def _has_all(words: Sequence[str], others: Sequence[str]) -> bool:
    left = iter(words)
    return all(other in left for other in others)
