"""Names of several words that the article also writes in small letters: Green Zone, green zone."""

from collections.abc import Callable, Iterator, Mapping

from builder.ground.automaton import Hit, finder
from builder.ground.diagnostics import Diagnostic, Related, warning
from builder.ground.intervals import intervals
from builder.ground.text import fold, is_edge
from builder.inspect.naming import every_name, names_of
from builder.model.annotations import Linked, Mention
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.entries import Named


def small_letters(content: Content, linked: Linked) -> Iterator[Diagnostic]:
    """`lower-case-name`: once for each name of each article, where both spellings stand.

    Names of one word are left alone: turkey and Turkey are two things.
    """
    taken = every_name(content)
    small = {
        name.text.lower(): name.text
        for entry in content.entries.values()
        if isinstance(entry, Named)
        for name in names_of(entry)
        if _is_proper(name.text) and name.text.lower() not in taken
    }
    if small:
        find = finder(small)
        for article in content.articles:
            yield from _in_article(article, linked, small, find)


def _in_article(
    article: Article, linked: Linked, small: Mapping[str, str], find: Callable[[str], list[Hit]]
) -> Iterator[Diagnostic]:
    """The first place of each of the names that stand in small letters, by these, and large too."""
    text = article.body.text
    mentions = linked.articles[article.slug].mentions
    mentioned = intervals((m.start, m.end) for m in mentions)
    several = (m for m in reversed(mentions) if len(text[m.start : m.end].split()) > 1)
    large = {_text(article, mention): mention for mention in several}
    left = {lowered: name for lowered, name in small.items() if name in large}
    if not left:
        return
    listed = list(small)
    folded = fold(text)
    for pattern, begin, end in find(folded.text):
        lowered, start, stop = listed[pattern], folded.start(begin), folded.end(end)
        whole = is_edge(text, start) and is_edge(text, stop)
        if lowered in left and whole and not mentioned.overlap(start, stop):
            name = left.pop(lowered)
            yield _told(article, (start, stop), name, large[name])


def _is_proper(text: str) -> bool:
    """Whether it has two words or more, each with a capital: not “Iraqi parliament”."""
    words = text.split()
    return len(words) > 1 and all(word[:1].isupper() and not word.isupper() for word in words)


def _text(article: Article, mention: Mention) -> str:
    return " ".join(fold(article.body.text[mention.start : mention.end]).text.split())


def _told(article: Article, span: tuple[int, int], name: str, first: Mention) -> Diagnostic:
    return warning(
        "lower-case-name",
        f"“{name.lower()}” stands in small letters here, and elsewhere as “{name}”.",
        article.body.locate(*span),
        f"If {first.ref} is meant, add “{name.lower()}” to its `other_names`, "
        "or write it with capitals.",
        Related(article.body.locate(first.start, first.end), "with capitals here"),
    )
