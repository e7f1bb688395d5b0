"""Names of several words that the article also writes in small letters: Green Zone, green zone."""

from collections.abc import Iterator

from builder.ground.automaton import finder
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
        listed = list(small)
        find = finder(listed)
        for article in content.articles:
            mentions = linked.articles[article.slug].mentions
            first = {_text(article, mention): mention for mention in reversed(mentions)}
            found: set[str] = set()
            folded = fold(article.body.text)
            for pattern, begin, end in find(folded.text):
                name = small[listed[pattern]]
                span = folded.start(begin), folded.end(end)
                if name in first and name not in found and _stands(article, linked, *span):
                    found.add(name)
                    yield _told(article, span, name, first[name])


def _is_proper(text: str) -> bool:
    """Whether it has two words or more, each with a capital: not “Iraqi parliament”."""
    words = text.split()
    return len(words) > 1 and all(word[:1].isupper() and not word.isupper() for word in words)


def _text(article: Article, mention: Mention) -> str:
    return " ".join(fold(article.body.text[mention.start : mention.end]).text.split())


def _stands(article: Article, linked: Linked, start: int, end: int) -> bool:
    """Whether words begin and end there, outside every mention."""
    text = article.body.text
    mentioned = intervals((m.start, m.end) for m in linked.articles[article.slug].mentions)
    return is_edge(text, start) and is_edge(text, end) and not mentioned.overlap(start, end)


def _told(article: Article, span: tuple[int, int], name: str, first: Mention) -> Diagnostic:
    return warning(
        "lower-case-name",
        f"“{name.lower()}” stands in small letters here, and elsewhere as “{name}”.",
        article.body.locate(*span),
        f"If {first.ref} is meant, add “{name.lower()}” to its `other_names`, "
        "or write it with capitals.",
        Related(article.body.locate(first.start, first.end), "with capitals here"),
    )
