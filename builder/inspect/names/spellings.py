"""Names that the article writes, or spells out, otherwise than their entries do."""

from collections.abc import Iterable, Iterator, Mapping

from builder.ground.diagnostics import Diagnostic, warning
from builder.ground.expressions import expression
from builder.ground.guess import most_like
from builder.ground.text import one_form
from builder.ground.values import Value
from builder.model.annotations import Mention
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.entries import Acronym, Named, Person
from builder.model.refs import Ref

_NEAR = 400
"""Characters before a bracket that may spell out what it holds."""
ALIKE = 0.75
"""How alike two words are, from 0 to 1, if one may be the other misspelt."""
_WORD = expression(r"\S+")
_AROUND = "\"',;:"
SOMEBODY_ELSE = ", or if it is somebody else, give them an entry"
"""What else to do about a name that may be another person’s."""


class Spelling(Value, frozen=True):
    """An acronym and the words that it stands for, or a person's name; and the further names.

    `field` is that of the `full` form, which has several words.
    """

    ref: Ref
    short: str
    field: str
    full: str
    others: tuple[str, ...]


class Slip(Value, frozen=True):
    """Where the text has nearly a full form, and that form with the one word of the text."""

    start: int
    end: int
    spelling: Spelling
    corrected: str


def spellings(content: Content) -> tuple[Spelling, ...]:
    """How the entries of a site spell its acronyms, and its people."""
    acronyms, people = content.of_type(Acronym), content.of_type(Person)
    return (
        *(_spelling(acronym, _names_meant(acronym, content)) for acronym in acronyms),
        *(_spelling(person) for person in people),
    )


def _names_meant(acronym: Acronym, content: Content) -> Iterator[str]:
    """The names of what an acronym stands for: the two are one."""
    meant = content.entries.get(acronym.stands_for) if acronym.stands_for else None
    return (written for _, written, _ in meant.names()) if isinstance(meant, Named) else iter(())


def _spelling(entry: Acronym | Person, more: Iterable[str] = ()) -> Spelling:
    field = entry.NAME_FIELDS[-1]
    others = (*(other.name for other in entry.other_names), *more)
    return Spelling(entry.ref, entry.label, field, getattr(entry, field), others)


def with_other_capitals(article: Article, word: str, start: int, spelling: Spelling) -> Diagnostic:
    """`name-differs`: an acronym that its entry writes with other capitals."""
    return warning(
        "name-differs",
        f"“{word}” has other capitals than its entry, “{spelling.short}”.",
        article.body.locate(start, start + len(word)),
        f"Write “short: {word}” in {spelling.ref}, or add it to its `other_names`.",
    )


def slips_told(article: Article, slips: Iterable[Slip], other: str = "") -> Iterator[Diagnostic]:
    """`name-differs`, once of each entry; `other` is what else to do where it is no slip."""
    told = set[Ref]()
    for slip in slips:
        spelling = slip.spelling
        if spelling.ref not in told:
            told.add(spelling.ref)
            yield warning(
                "name-differs",
                f"“{slip.corrected}” is “{spelling.full}” in {spelling.ref}.",
                article.body.locate(slip.start, slip.end),
                f"Write “{spelling.field}: {slip.corrected}” there, or correct the article; "
                f"if both are right, add the article’s to `other_names`{other}.",
            )


def spelled_otherwise(
    text: str, mentions: Iterable[Mention], spelling_of: Mapping[Ref, Spelling]
) -> Iterator[Slip]:
    """Every place with nearly the full form, before an acronym in brackets or up to a surname."""
    for mention in mentions:
        if spelling := spelling_of.get(mention.ref):
            is_person = mention.ref.kind == "person"
            if slip := (_around if is_person else _before)(text, mention, spelling):
                yield slip


def _around(text: str, mention: Mention, spelling: Spelling) -> Slip | None:
    """A surname behind the first names of the entry; with others it may be another person."""
    first, _, last = spelling.full.rpartition(" ")
    start = max(0, mention.start - len(first) - 1)
    if not first or one_form(text[start : mention.start]) != one_form(first):
        return None
    surname = text[mention.start : mention.end]
    if surname == last or not _is_like(surname, last):
        return None
    return Slip(start, mention.end, spelling, f"{first} {surname}")


def _before(text: str, mention: Mention, spelling: Spelling) -> Slip | None:
    """Words before an acronym in brackets that are those of its entry but for one, which is alike.

    A further name, a common noun in the plural and other capitals are no slip, nor is the plural of
    an acronym that has one too: “Innovation Labs (ILs)”.
    """
    if text[mention.start - 1 : mention.start] != "(":
        return None
    wanted = spelling.full.split()
    begin = max(0, mention.start - _NEAR)
    words = list(_WORD().finditer(text, begin, mention.start - 1))[-len(wanted) :]
    bare = [bare_form(word[0]) for word in words]
    others_bare = (list(map(bare_form, other.split())) for other in spelling.others)
    if len(words) != len(wanted) or bare in others_bare:
        return None
    pairs = enumerate(zip(bare, map(bare_form, wanted), strict=True))
    others = [index for index, (one, other) in pairs if one.casefold() != other.casefold()]
    if len(words) == 1 or len(others) != 1 or not _is_like(bare[others[0]], wanted[others[0]]):
        return None
    is_plural = text.startswith("s", mention.end) and others[0] == len(wanted) - 1
    if is_plural and bare[-1].casefold() == f"{wanted[-1]}s".casefold():
        return None
    wanted[others[0]] = bare[others[0]]
    return Slip(words[0].start(), words[-1].end(), spelling, " ".join(wanted))


def _is_like(word: str, known: str) -> bool:
    is_noun = known.islower() or word.islower()
    is_plural = is_noun and known.lower() in (f"{word}s".lower(), word.lower().removesuffix("s"))
    return not is_plural and bool(most_like(word.casefold(), (known.casefold(),), ALIKE))


def bare_form(word: str) -> str:
    """A word to be compared, without the marks around it and the s of a genitive."""
    return one_form(word).strip(_AROUND).removesuffix("'s")
