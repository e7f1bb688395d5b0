"""What may have been meant by a word that is not known."""

from collections.abc import Collection

COMPARISONS = 50_000
"""How many words are compared in all, in about a tenth of a second."""
_ALIKE = 0.6
_MANY = 40
"""More known words than these are not all named."""


def most_like(word: str, known: Collection[str], alike: float = _ALIKE) -> str:
    """The known word that is most like `word`, if it is `alike` at least, from 0 to 1; else ""."""
    if not any(_may_be(word, one, alike) for one in known):
        return ""
    from difflib import get_close_matches  # only faulty sites pay for it

    return next(iter(get_close_matches(word, known, 1, alike)), "")


def _may_be(word: str, other: str, alike: float) -> bool:
    """Whether two words share letters enough to be alike; quicker to ask than difflib."""
    least = alike * (len(word) + len(other)) / 2
    return min(len(word), len(other)) >= least and (
        sum(min(word.count(letter), other.count(letter)) for letter in set(word)) >= least
    )


def did_you_mean(word: str) -> str:
    """The question whether this word was meant; "" where there is none."""
    return f"Did you mean “{word}”?" if word else ""


def closest(word: str, known: tuple[str, ...]) -> str:
    """The known word that is most like `word`, whatever their capitals; "" where none is."""
    folded = {name.casefold(): name for name in reversed(known)}
    return folded.get(most_like(word.casefold(), folded), "")


def proposal(word: str, known: tuple[str, ...], meant: str = "") -> str:
    """A hint: `meant`, or the known word most like `word`, or all known words if not too many."""
    near = meant or closest(word, known)
    return did_you_mean(near) or (f"Known are: {', '.join(known)}." if len(known) <= _MANY else "")


class Guess:
    """Proposes known words for wrong ones, until COMPARISONS have been made.

    Whoever has thousands of wrong words does not read thousands of proposals.
    """

    def __init__(self) -> None:
        self._left = COMPARISONS

    def nearest(self, word: str, known: Collection[str], alike: float = _ALIKE) -> str:
        """The known word that is most like it; "" where none is, or too many were compared."""
        self._left -= len(known)
        return most_like(word, known, alike) if self._left >= 0 else ""
