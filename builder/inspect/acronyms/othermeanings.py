"""Acronyms for which the article has other words than their entry: the link would mislead."""

from collections.abc import Iterator, Mapping, Sequence

from builder.ground.diagnostics import Diagnostic, warning
from builder.ground.guess import most_like
from builder.inspect.acronyms.definitions import SMALL, spelled_before
from builder.inspect.names.spellings import ALIKE, Spelling, bare_form
from builder.model.annotations import Mention
from builder.model.articles import Article
from builder.model.refs import Ref


def meant_otherwise(
    article: Article, mentions: Sequence[Mention], spelling_of: Mapping[Ref, Spelling]
) -> Iterator[Diagnostic]:
    """`name-differs`, once for each acronym: “content management system (CMS)”, another CMS.

    Words that are nearly those of the entry are misspelt, and told elsewhere (`spellings`).
    """
    text, told = article.body.text, set[Ref]()
    for mention in mentions:
        spelling = spelling_of.get(mention.ref)
        if mention.ref.kind != "acronym" or spelling is None or mention.ref in told:
            continue
        start, end = spelled_before(text, mention.start, spelling.short)
        words = " ".join(text[start:end].split()).removesuffix("’s").removesuffix("'s")
        if words and not _is_said(words, (spelling.full, *spelling.others)):
            told.add(mention.ref)
            yield warning(
                "name-differs",
                f"“{spelling.short}” is “{words}” here, and “{spelling.full}” in {spelling.ref}.",
                article.body.locate(start, end),
                "If it is the same, add these words to its `other_names`; "
                f"if not, give it an entry of its own, with “short: {spelling.short}”.",
            )


def _is_said(words: str, names: Sequence[str]) -> bool:
    """Whether each of the words, but for the small ones, stands in the names, or nearly so."""
    known = tuple(word for name in names for word in _words(name))
    return all(word in known or most_like(word, known, ALIKE) for word in _words(words))


def _words(text: str) -> list[str]:
    words = (bare_form(word).casefold() for word in text.replace("-", " ").split())
    return [word for word in words if word not in SMALL]
