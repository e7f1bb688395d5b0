"""All names in one pass over a text, however many names there are (Aho and Corasick, 1975)."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

import ahocorasick_rs

Hit: TypeAlias = tuple[int, int, int]
"""The pattern with this index stands at text[start:end]: (pattern, start, end)."""


def finder(patterns: Iterable[str]) -> Callable[[str], list[Hit]]:
    """A function that finds every pattern everywhere in a text, overlapping ones too.

    Hits come ordered by their end. Edges of words and the choice among overlapping hits are the
    caller's: a matcher that chooses first loses valid short names inside invalid long ones.
    """
    listed = list(patterns)
    if not listed:
        return lambda text: []
    # A DFA takes quadratic time to build where a pattern is long, and is not quicker to search.
    kind = ahocorasick_rs.Implementation.ContiguousNFA
    automaton = ahocorasick_rs.AhoCorasick(listed, store_patterns=False, implementation=kind)

    def find(text: str) -> list[Hit]:
        return automaton.find_matches_as_indexes(text, overlapping=True)

    return find
