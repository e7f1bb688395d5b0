"""Names of several words that the article also writes in small letters: Green Zone, green zone."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from builder.ground.diagnostics import Diagnostic, Related, warning
from builder.ground.intervals import Intervals
from builder.ground.text import fold, is_whole, one_form
from builder.model.annotations import Mention
from builder.model.articles import Article

_MOST = 100
"""Names of an article that are looked for in small letters: for each the text is read through."""


def in_small_letters(names: frozenset[str]) -> dict[str, str]:
    """Names of several words by their small letters, where these are no name themselves.

    Names of one word are left alone: turkey and Turkey are two things.
    """
    proper = {name.lower(): name for name in sorted(names) if _is_proper(name)}
    return {small: name for small, name in proper.items() if small not in names}


def small_letters(
    article: Article,
    mentions: Sequence[Mention],
    mentioned: Intervals,
    small: Mapping[str, str],
) -> Iterator[Diagnostic]:
    """`lower-case-name`: once for each name that stands in small letters too.

    Args:
        article: The article.
        mentions: Those of its body.
        mentioned: Where they stand.
        small: The names, by their small letters.
    """
    text = article.body.text
    several = (m for m in reversed(mentions) if len(text[m.start : m.end].split()) > 1)
    large = {one_form(text[mention.start : mention.end]): mention for mention in several}
    proper = (name for name in large if small.get(name.lower()) == name)
    folded = fold(text)
    for name in islice(proper, _MOST):
        for span in folded.places(name.lower()):
            if is_whole(text, *span) and not mentioned.overlap(*span):
                yield _in_small_letters(article, span, name, large[name])
                break


def _is_proper(text: str) -> bool:
    """Whether it has two words or more, each with a capital: not “Iraqi parliament”."""
    words = text.split()
    return len(words) > 1 and all(word[:1].isupper() and not word.isupper() for word in words)


def _in_small_letters(
    article: Article, span: tuple[int, int], name: str, first: Mention
) -> Diagnostic:
    return warning(
        "lower-case-name",
        f"“{name.lower()}” stands in small letters here, and elsewhere as “{name}”.",
        article.body.locate(*span),
        f"If {first.ref} is meant, add “{name.lower()}” to its `other_names`, "
        "or write it with capitals.",
        Related(article.body.locate(first.start, first.end), "with capitals here"),
    )
