"""Words of which too many may end at one place of a text, so that looking for them never ends."""

from collections.abc import Iterator, Mapping

MOST = 20
"""Words that may end at one place."""


def crowded(claims: Mapping[str, int]) -> Iterator[str]:
    """The words that are claimed, with all that they end with, more than MOST times.

    Turned round and sorted, each stands behind those that it ends with.

    Args:
        claims: How often each is claimed.
    """
    ends: list[str] = []
    for turned in sorted(words[::-1] for words in claims):
        while ends and not turned.startswith(ends[-1]):
            ends.pop()
        ends.append(turned)
        if sum(claims[end[::-1]] for end in ends) > MOST:
            ends.pop()
            yield turned[::-1]
