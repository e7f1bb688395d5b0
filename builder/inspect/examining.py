"""Examining one article: remarks on its text, and what the checks of the whole site need of it."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from builder.ground.crowding import crowded
from builder.ground.diagnostics import Diagnostic
from builder.ground.intervals import Intervals, intervals
from builder.ground.text import is_english, one_form
from builder.ground.values import Value, name_of
from builder.inspect.acronyms.othermeanings import meant_otherwise
from builder.inspect.acronyms.unexplained import unexplained
from builder.inspect.headings import unmarked_headings
from builder.inspect.names.accents import Accented, accented, without_accents
from builder.inspect.names.firstnames import Surnames, misspelt_first_names, surnames
from builder.inspect.names.pairs import pairs
from builder.inspect.names.persons import unknown_persons
from builder.inspect.names.smallletters import in_small_letters, small_letters
from builder.inspect.names.spellings import (
    SOMEBODY_ELSE,
    Slip,
    Spelling,
    slips_told,
    spelled_otherwise,
    spellings,
)
from builder.inspect.names.standing import Finder, finding, standing, together
from builder.inspect.names.surnames import FirstNames, first_names, misspelt_surnames
from builder.inspect.ownheadline import repeated_title
from builder.inspect.pictures import shown_in
from builder.inspect.publication import publication
from builder.inspect.quotations.above import quoted_above
from builder.inspect.quotations.attribution import attributed
from builder.inspect.quotations.marked import between_marks, marked, unclosed
from builder.inspect.quotations.neighbours import with_neighbours
from builder.link.names.naming import every_name
from builder.model.annotations import Mention, Standing
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.refs import Ref
from builder.model.studies import Marked, Shown, Text


class KnownNames(Value, frozen=True, dict=True):
    """The names of all entries of a site, made comparable, its language, and how it spells them."""

    names: frozenset[str]
    language: str
    spellings: tuple[Spelling, ...]

    @cached_property
    def identity(self) -> str:
        """Equal identities, equal findings in the same article."""
        return name_of((sorted(self.names), self.language, self.spellings))

    @cached_property
    def spelling_of(self) -> dict[Ref, Spelling]:
        """How acronyms and people are spelt, by their entries."""
        return {spelling.ref: spelling for spelling in self.spellings}

    @cached_property
    def in_any_capitals(self) -> dict[str, Spelling]:
        """How acronyms are spelt, by their short forms in small letters."""
        return {one.short.lower(): one for one in self.spellings if one.ref.kind == "acronym"}

    @cached_property
    def surnames(self) -> Surnames:
        """The people of the site, by their surnames."""
        return surnames(self._people)

    @cached_property
    def first_names(self) -> FirstNames:
        """The people of the site, by their first names."""
        return first_names(self._people)

    @cached_property
    def accented(self) -> Accented:
        """The people of the site whose names have accents."""
        return accented(self._people, self.names)

    @cached_property
    def small(self) -> dict[str, str]:
        """Names of several words, by their small letters."""
        return in_small_letters(self.names)

    @cached_property
    def finder(self) -> Finder:
        """Finds all names."""
        return finding(sorted(self.names))

    @property
    def _people(self) -> Iterator[Spelling]:
        return (one for one in self.spellings if one.ref.kind == "person")


class Examined(Value, frozen=True):
    """What examining finds."""

    standing: Standing
    quoted: tuple[Marked, ...]
    pictures: tuple[Shown, ...]
    remarks: tuple[Diagnostic, ...]


def known_names(content: Content) -> KnownNames:
    """The names of a site, but for those that are too many."""
    names = frozenset(name.text for name in every_name(content))
    known = names.difference(crowded(names))
    return KnownNames(known, content.settings.language, spellings(content))


def examine(article: Article, texts: Sequence[Text], known: KnownNames) -> Examined:
    """Examine an article; `texts` are what its texts mention, the body's the last.

    A misspelt name counts as standing there: its entry is not told to be unused as well.
    """
    mentions = texts[-1].mentions
    mentioned = intervals((m.start, m.end) for m in mentions)
    between = between_marks(article.body)
    quoted = with_neighbours(marked(article.body, between), article.body.text)
    is_in_english = is_english(article.front.language or known.language)
    slips = tuple(_misspelt(article, mentioned, known)) if is_in_english else ()
    stands = (
        standing(prose.text, text.mentions, known.finder)
        for (_, prose), text in zip(article.texts, texts, strict=True)
    )
    meant = {one_form(slip.spelling.full) for slip in slips}
    return Examined(
        standing=together((*stands, Standing(tuple(sorted(meant)), ()))),
        quoted=tuple(attributed(quoted, article.body, mentions) if is_in_english else quoted),
        pictures=tuple(one for _, prose in article.texts for one in shown_in(prose)),
        remarks=(
            *unclosed(article.body, between),
            *quoted_above(article),
            *repeated_title(article),
            *unmarked_headings(article.body),
            *_remarks(article, mentions, mentioned, known),
            *(_names(article, mentioned, slips, known) if is_in_english else ()),
            *publication(article),
            *small_letters(article, mentions, mentioned, known.small),
        ),
    )


def _remarks(
    article: Article, mentions: Sequence[Mention], mentioned: Intervals, known: KnownNames
) -> Iterator[Diagnostic]:
    """What is said of acronyms, and of names behind which the article has other words."""
    yield from unexplained(article, mentioned, known.names, known.in_any_capitals)
    spelled = spelled_otherwise(article.body.text, mentions, known.spelling_of)
    yield from slips_told(article, spelled)
    yield from meant_otherwise(article, mentions, known.spelling_of)


def _misspelt(article: Article, mentioned: Intervals, known: KnownNames) -> Iterator[Slip]:
    """The names of people that an article in English misspells."""
    body = article.body
    yield from without_accents(body, mentioned, known.accented)
    found = tuple(pairs(body.text))
    yield from misspelt_first_names(body, found, mentioned, known.names, known.surnames)
    yield from misspelt_surnames(body, found, mentioned, known.names, known.first_names)


def _names(
    article: Article, mentioned: Intervals, slips: Sequence[Slip], known: KnownNames
) -> Iterator[Diagnostic]:
    """What is said of people in an article in English."""
    yield from slips_told(article, slips, SOMEBODY_ELSE)
    spans = ((slip.start, slip.end) for slip in slips)
    meant = intervals((*zip(mentioned.starts, mentioned.ends, strict=True), *spans))
    yield from unknown_persons(article, meant, known.names)
