"""What of a sentence tells of an event, and a title made of it: the words stay the article's."""

from collections.abc import Sequence

from builder.ground.expressions import expression

_MOST = 12
"""Words of a sentence that make a title, at most."""
_LEAST = 5
"""Words that stay, whatever they lead over to."""
_SAID = expression(r"“[^”]*”|\"[^\"]*\"")
_LEADING = frozenset(
    "a an and as at but by for from in into its of on or that the then to when which who "
    "with".split()
)
"""What ends no title: it leads over to the next word."""


def telling(sentence: str) -> list[str]:
    """The words of a sentence without a quotation that begins it."""
    said = _SAID().match(sentence)
    return sentence[said.end() if said else 0 :].lstrip(" ,").split()


def title(words: Sequence[str]) -> str:
    """The words without a stop behind them; of many the first, up to one that may end a title."""
    if len(words) <= _MOST:
        return " ".join(words).rstrip(".")
    kept = list(words[:_MOST])
    while len(kept) > _LEAST and kept[-1].lower() in _LEADING:
        kept.pop()
    return f"{' '.join(kept).rstrip(',;:')} …"
