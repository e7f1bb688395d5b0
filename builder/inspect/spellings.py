"""Acronyms that the article writes, or spells out, otherwise than their entries do."""

from collections.abc import Iterator, Mapping, Sequence

from builder.ground.diagnostics import Diagnostic, warning
from builder.ground.guess import most_like
from builder.ground.text import one_form
from builder.ground.values import Value
from builder.model.annotations import Mention
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.entries import Acronym
from builder.model.refs import Ref

_NEAR = 400
"""Characters before a bracket that may spell out what it holds."""
_ALIKE = 0.75
"""How alike two words are, from 0 to 1, if one may be the other misspelt."""
_AROUND = "\"',;:"


class Spelling(Value, frozen=True):
    """An acronym as its entry has it, the words that it stands for, and its further names."""

    ref: Ref
    short: str
    expansion: str
    others: tuple[str, ...]


def spellings(content: Content) -> tuple[Spelling, ...]:
    """How the entries of a site spell its acronyms."""
    return tuple(
        Spelling(entry.ref, entry.label, entry.expansion, tuple(o.name for o in entry.other_names))
        for entry in content.of_kind("acronym")
        if isinstance(entry, Acronym)
    )


def with_other_capitals(article: Article, word: str, start: int, spelling: Spelling) -> Diagnostic:
    """`name-differs`: an acronym that its entry writes with other capitals."""
    return warning(
        "name-differs",
        f"“{word}” has other capitals than its entry, “{spelling.short}”.",
        article.body.locate(start, start + len(word)),
        f"Write “short: {word}” in {spelling.ref}, or add it to its `other_names`.",
    )


def spelled_otherwise(
    article: Article, mentions: Sequence[Mention], spelling_of: Mapping[Ref, Spelling]
) -> Iterator[Diagnostic]:
    """`name-differs`: before an acronym in brackets stand nearly the words of its entry.

    It is told once of each.
    """
    text, told = article.body.text, set[Ref]()
    for mention in mentions:
        spelling, opened = spelling_of.get(mention.ref), mention.start - 1
        if spelling is None or mention.ref in told or text[opened : mention.start] != "(":
            continue
        begin = max(0, opened - _NEAR)
        words = text[begin:opened].split()[-len(spelling.expansion.split()) :]
        if corrected := _corrected(spelling, words):
            told.add(mention.ref)
            start = text.rindex(words[0], begin, opened)
            yield warning(
                "name-differs",
                f"“{corrected}” is “{spelling.expansion}” in the entry of “{spelling.short}”.",
                article.body.locate(start, begin + len(text[begin:opened].rstrip())),
                f"Write “expansion: {corrected}” in {spelling.ref}, or correct the article.",
            )


def _corrected(spelling: Spelling, words: Sequence[str]) -> str:
    """The expansion with the one word that is nearly, but not quite, the article's; else "".

    Also where the words are a further name, where a common noun is in the plural, and where
    capitals alone differ.
    """
    wanted = spelling.expansion.split()
    if len(words) != len(wanted) or one_form(" ".join(words)) in map(one_form, spelling.others):
        return ""
    bare = list(map(_bare, words))
    others = [
        index
        for index, (one, other) in enumerate(zip(bare, map(_bare, wanted), strict=True))
        if one.casefold() != other.casefold()
    ]
    if len(words) == 1 or len(others) != 1 or not _is_like(bare[others[0]], wanted[others[0]]):
        return ""
    wanted[others[0]] = bare[others[0]]
    return " ".join(wanted)


def _is_like(word: str, known: str) -> bool:
    is_plural = known.islower() and known in (f"{word}s", word.removesuffix("s"))
    return not is_plural and bool(most_like(word.casefold(), (known.casefold(),), _ALIKE))


def _bare(word: str) -> str:
    """A word to be compared, without the marks around it and the s of a genitive."""
    return one_form(word).strip(_AROUND).removesuffix("'s")
