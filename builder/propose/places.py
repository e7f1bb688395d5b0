"""Countries and well-known cities that an article names, in any language whose names are known."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from builder.ground.automaton import finder
from builder.ground.intervals import Intervals
from builder.ground.slugs import free_slug
from builder.ground.text import is_whole, one_form
from builder.model.prose import Leaf, Prose
from builder.model.refs import Ref
from builder.propose.entries import Known, Proposal
from builder.propose.runs import OPENINGS

_ADDRESS = tuple("#./@_")
_STOPS = tuple(".,:;!?…")
_WHERE = frozenset("across around at from in into near outside to toward towards".split())
# What begins sentences with a capital, and no name, in other languages than English.
_OPENINGS = OPENINGS.union(
    "Au Aus Aux Das Dem Den Der Die El En Im La Las Le Les Los Na No".split()
)
_BEFORE = 40
"""Characters in which the word before a name begins."""


class _Named(NamedTuple):
    """A name of a place at `text[start:end]`, and the word before it, if a space is between."""

    name: str
    start: int
    end: int
    before: str

    @property
    def ends_another(self) -> bool:
        """Whether a longer name may end with it: “Jack London”."""
        before = self.before
        return before[:1].isupper() and before not in _OPENINGS and not before.endswith(_STOPS)


def proposed_places(
    body: Prose,
    gazetteer: Collection[str],
    mentioned: Intervals,
    known: Known,
    taken: Counter[str],
) -> dict[str, Proposal]:
    """An entry for each country and city that the text names, by its name made comparable.

    Where a longer name ends with one, Jack London's, that alone may be his surname: unless
    something is told to be in London.

    Args:
        body: The text.
        gazetteer: The names of countries and cities.
        mentioned: Where the text mentions entries.
        known: The entries by their names.
        taken: The ids of the places that there are, in small letters; those of these are added.
    """
    closed = body.under("code", "nolink")
    named = [
        one
        for one in _named(body, [name for name in gazetteer if one_form(name) not in known])
        if not (mentioned.overlap(one.start, one.end) or closed.overlap(one.start, one.end))
    ]
    surnames = {one.name for one in named if one.ends_another}
    surnames -= {one.name for one in named if one.before.lower() in _WHERE}
    alone = [one.name for one in named if not one.ends_another and one.name not in surnames]
    return {
        one_form(name): Proposal(Ref("place", free_slug(name, taken, "place")), (("name", name),))
        for name in dict.fromkeys(alone)
    }


def _named(body: Prose, names: Sequence[str]) -> Iterator[_Named]:
    """Where these names stand in the text, the longest of those that overlap."""
    find = finder(names)
    for leaf in (leaf for leaf in body.leaves if leaf.zone == "text"):
        hits = find(body.text[leaf.start : leaf.end])
        done = leaf.start
        for first, last, name in sorted((s, -e, names[number]) for number, s, e in hits):
            start, end = leaf.start + first, leaf.start - last
            if start >= done and _is_whole(body.text, start, end, leaf):
                done = end
                before = body.text[max(leaf.start, start - _BEFORE) : start]
                yield _Named(name, start, end, before.split()[-1] if before[-1:] == " " else "")


def _is_whole(text: str, start: int, end: int, leaf: Leaf) -> bool:
    """Whether words stand there, and no more of a name behind them, nor an address around them."""
    behind = text[end : min(leaf.end, end + 4)]
    after = behind.removeprefix("’s").removeprefix("'s")
    return (
        is_whole(text, start, end)
        and not text[max(leaf.start, start - 1) : start].endswith(_ADDRESS)
        and not (behind.startswith(_ADDRESS) and behind[1:2].isalnum())
        and not (after[:1].isspace() and after[1:2].isupper())
    )
