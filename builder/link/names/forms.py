"""Forms: the words by which a text may call an entry. None is guessed; each is listed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from builder.ground.diagnostics import Location
from builder.ground.text import is_english, one_form
from builder.ground.values import Value
from builder.model.entries import Acronym, Named, Term
from builder.model.refs import Ref


class Form(Value, frozen=True):
    """One form of one entry.

    `ref` is where the form leads, `subject` what it means: an acronym and what it stands for are
    one subject. `capital`: the form is written small, and at the start of a sentence matches with
    a capital too. `plurals` are endings that may follow the form, outside the link. `not_in` are
    phrases in which the form stands and is not meant.
    """

    text: str
    ref: Ref
    subject: Ref
    location: Location
    capital: bool
    plurals: tuple[str, ...]
    not_in: tuple[str, ...]


def subjects(entries: Sequence[Named]) -> dict[Ref, Ref]:
    """For every entry with names, the entry it is one with."""
    own = {entry.ref: entry.ref for entry in entries}
    acronyms = (entry for entry in entries if isinstance(entry, Acronym))
    return own | {a.ref: a.stands_for for a in acronyms if a.stands_for and a.stands_for in own}


def forms(entries: Iterable[Named], subject_of: Mapping[Ref, Ref], language: str) -> Iterator[Form]:
    """Every form that is looked for, in the order of the entries; plurals are the language's."""
    english = is_english(language)
    for entry in entries:
        yield from _forms(entry, subject_of[entry.ref], english)


def _forms(entry: Named, subject: Ref, english: bool) -> Iterator[Form]:
    not_in = tuple(map(one_form, entry.not_in))
    for field, text, match in entry.names():
        if match == "never":
            continue
        is_smart = match == "smart"
        yield Form(
            text=one_form(text),
            ref=subject if isinstance(entry, Acronym) and field == "expansion" else entry.ref,
            subject=subject,
            location=entry.at(field),
            capital=is_smart and text[:1].islower(),
            plurals=_plurals(entry, text, english) if is_smart else (),
            not_in=not_in,
        )


def _plurals(entry: Named, text: str, english: bool) -> tuple[str, ...]:
    """An s after capitals (IEDs); in English also s and es after terms (sanctions, boxes)."""
    if text.isupper():
        return ("s",)
    return ("s", "es") if english and isinstance(entry, Term) else ()
