"""A title for an event, cut out of the sentence that tells of it: the words stay the article's."""

from collections.abc import Sequence

from builder.ground.expressions import expression

_MOST = 12
"""Words of a sentence that make a title, at most."""
_LEAST = 5
"""Words that stay, whatever they lead over to."""
_FEWEST = 3
"""Words that tell of something without the date."""
_BEHIND_DATE = expression(
    r",\s|\s(?=(?:an?|he|her|his|it|its|my|our|she|some|the|their|they|two|three|we)\s|[A-Z])"
)
_SAID = expression(r"“[^”]*”|\"[^\"]*\"")
_LEADING = frozenset(
    "a an and as at but by for from in into its of on or that the then to when where which who "
    "with".split()
)
"""What ends no title: it leads over to the next word."""


def telling(sentence: str, date_text: str) -> list[str]:
    """The words of a sentence, without the quotation or the date that it begins with.

    Of “On Sunday, the parliament voted”: `The parliament voted`, for the date stands beside the
    title. It stays where what follows may belong to it: “On Sunday morning”.
    """
    said = _SAID().match(sentence)
    words = " ".join(sentence[said.end() if said else 0 :].lstrip(" ,").split())
    behind = words.startswith(date_text) and _BEHIND_DATE().match(words, len(date_text))
    words = words[behind.end() :] if behind else words
    return f"{words[:1].upper()}{words[1:]}".split()


def title(words: Sequence[str], date_text: str) -> str:
    """A title of these words: all, or of many the first, up to one that may end a title, and “…”.

    Without what follows a semicolon, the stop at the end, and the date before it.
    """
    parted = [index for index, word in enumerate(words, 1) if word.endswith(";")]
    words = words[: parted[0]] if parted and parted[0] >= _LEAST else words
    if len(words) <= _MOST:
        return " ".join(_undated(words, date_text)).rstrip(".;")
    kept = _undated(words[:_MOST], date_text)
    while len(kept) > _LEAST and kept[-1].strip(",").lower() in _LEADING:
        kept.pop()
    return f"{' '.join(kept).rstrip(',;:')}…"


def _undated(words: Sequence[str], date_text: str) -> list[str]:
    """The words without the date that ends them, where enough are left."""
    told = " ".join(words).rstrip(".,;:")
    rest = told.removesuffix(f" {date_text}").split()
    return rest if len(rest) >= _FEWEST and rest != told.split() else list(words)
