"""What may have been meant by a word that is not known."""

from collections.abc import Collection

COMPARISONS = 50_000
"""How many words are compared in all, in about a tenth of a second."""
_ALIKE = 0.6


class Guess:
    """Proposes known words for wrong ones, as long as that takes no time.

    Whoever has thousands of wrong words does not read thousands of proposals.
    """

    def __init__(self) -> None:
        self._left = COMPARISONS

    def nearest(self, word: str, known: Collection[str]) -> str:
        """The known word that is most like it; "" where none is, or too many were compared."""
        from difflib import get_close_matches  # only faulty sites pay for it

        self._left -= len(known)
        near = get_close_matches(word, known, 1, _ALIKE) if self._left >= 0 else []
        return near[0] if near else ""
