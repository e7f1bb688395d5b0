"""Names of several words that the article also writes in small letters: Green Zone, green zone."""

from collections.abc import Iterator, Mapping, Sequence

from builder.ground.diagnostics import Diagnostic, Related, warning
from builder.ground.intervals import Intervals
from builder.ground.text import fold, is_whole, one_form
from builder.inspect.names.standing import Finder, places
from builder.model.annotations import Mention
from builder.model.articles import Article

_FEW = 20


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
    known: Finder,
) -> Iterator[Diagnostic]:
    """`lower-case-name`: once for each name that stands in small letters too.

    Args:
        article: The article.
        mentions: Those of its body.
        mentioned: Where they stand.
        small: The names, by their small letters.
        known: Finds these.
    """
    text = article.body.text
    several = (m for m in reversed(mentions) if len(text[m.start : m.end].split()) > 1)
    large = {_text(article, mention): mention for mention in several}
    left = {name.lower(): name for name in large if small.get(name.lower()) == name}
    folded = fold(text)
    if len(left) < _FEW:  # looking for these costs less than looking for all
        left = {lowered: name for lowered, name in left.items() if lowered in folded.text}
    if not left:
        return
    for lowered, start, stop in places(folded, known):
        if lowered in left and is_whole(text, start, stop) and not mentioned.overlap(start, stop):
            name = left.pop(lowered)
            yield _in_small_letters(article, (start, stop), name, large[name])


def _is_proper(text: str) -> bool:
    """Whether it has two words or more, each with a capital: not “Iraqi parliament”."""
    words = text.split()
    return len(words) > 1 and all(word[:1].isupper() and not word.isupper() for word in words)


def _text(article: Article, mention: Mention) -> str:
    return one_form(article.body.text[mention.start : mention.end])


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
