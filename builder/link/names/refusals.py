"""Why words that stand in a text are no name there: each rule of matching, as a sentence."""

from collections.abc import Sequence

from builder.ground.diagnostics import Location
from builder.ground.text import fold, is_edge, is_word, one_form
from builder.link.names.naming import Name
from builder.link.names.wholes import whole
from builder.model.prose import Prose

_CLOSED = {
    "code": "it stands in code",
    "nolink": "the author forbids it here ({.nolink})",
    "mention": "it stands in a link that the author made by hand",
}
_MANY = 3
_LONGER = 4
"""How many times as long as in NFC a phrase may stand in a text, its accents apart (UAX #15)."""


def refusal(
    prose: Prose, start: int, end: int, known: Sequence[Name], elides: bool
) -> tuple[str, Location | None]:
    """The rule by which `text[start:end]` names nothing, and where the form that is like it stands.

    `known` are the names of all entries; `elides` as in `whole`.
    """
    if why := closed(prose, start, end):
        return why, None
    words = one_form(prose.text[start:end])
    same = [form for form in known if form.text.casefold() == words.casefold()]
    if not same:
        return _unlisted(words, known), None
    form = next((form for form in same if _phrase(form, prose.text, start, end)), same[0])
    return _ruled_out(prose.text, start, end, form, elides), form.location


def closed(prose: Prose, start: int, end: int) -> str:
    """Why names are not looked for at `text[start:end]` at all; "" where they are."""
    for mark in prose.marks:
        if mark.element in _CLOSED and mark.start < end and start < mark.end:
            return _CLOSED[mark.element]
    return ""


def _ruled_out(text: str, start: int, end: int, form: Name, elides: bool) -> str:
    words, ref = one_form(text[start:end]), form.entry.ref
    if not form.is_sought:
        return f"{ref} has the form “{form.text}”, but it is never looked for (match: never)"
    if phrase := _phrase(form, text, start, end):
        return f"it stands in “{phrase}”, where {ref} is not meant (not_in)"
    word = _whole_word(text, start, end)
    if word != text[start:end]:
        return f"it stands inside the word “{word}”"
    first, last = whole(text, start, end, elides)
    if (first, last) != (start, end):
        return f"it is part of “{text[first:last]}”"
    if words != form.text:
        return f"the form of {ref} is “{form.text}”: capitals must be the same"
    return f"too many names are like that of {ref}, so it is not looked for (crowded-names)"


def _phrase(form: Name, text: str, start: int, end: int) -> str:
    """The phrase that holds these words and in which the entry is not meant; "" without one."""
    return next((p for p in form.entry.not_in if _stands_in(p, text, start, end)), "")


def _stands_in(phrase: str, text: str, start: int, end: int) -> bool:
    wanted = one_form(phrase)
    near = max(0, start - len(wanted) * _LONGER)
    places = fold(text[near : end + len(wanted) * _LONGER]).places(wanted)
    return any(near + first <= start and end <= near + last for first, last in places)


def _whole_word(text: str, start: int, end: int) -> str:
    """The words with what runs on before and after, where no word may begin or end."""
    if not is_edge(text, start):
        while start and is_word(text[start - 1]):
            start -= 1
    if not is_edge(text, end):
        while end < len(text) and is_word(text[end]):
            end += 1
    return text[start:end]


def _unlisted(words: str, known: Sequence[Name]) -> str:
    inside = [form for form in known if words.casefold() in form.text.casefold().split()]
    listed = ", ".join(f"“{form.text}” ({form.entry.ref})" for form in inside[:_MANY])
    holds = f"; names that hold it: {listed}" if listed else ""
    return f"no entry lists it as a name{holds}"
