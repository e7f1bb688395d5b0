"""What may have been meant by a word that is none of those known."""


def proposal(word: str, known: tuple[str, ...]) -> str:
    """A hint that offers the known word most like `word`, or names them all."""
    from difflib import get_close_matches  # only faulty files pay for it

    folded = {name.casefold(): name for name in reversed(known)}
    close = get_close_matches(word.casefold(), list(folded), 1, 0.6)
    if close:
        return f"Did you mean “{folded[close[0]]}”?"
    return f"Known are: {', '.join(known)}." if len(known) <= 40 else ""
