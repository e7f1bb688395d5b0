"""What templates may call: pure functions of their argument and of the page they stand on."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache, wraps
from inspect import signature
from operator import call
from types import UnionType

from jinja2 import TemplateRuntimeError, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from builder.ground.urls import Address, relative
from builder.ground.values import replaced
from builder.model.prose import Prose
from builder.pages.views.articles import SideNote
from builder.pages.views.site import Head
from builder.pages.views.texts import Span, Text
from builder.render import coordinates
from builder.render.catalogues import Words
from builder.render.dates import Calendar, machine_readable, wording
from builder.render.pictures import Size
from builder.render.scripts import foreign
from builder.render.weave import Extras, weave

Filter = Callable[..., object]
_TEXT = Text | None, "a text of the page"
# What each filter must be given first, and how a message names that.
_TAKES: dict[str, tuple[type | UnionType, str]] = {
    "href": (str, "an address"),
    "prose": _TEXT,
    "prose_inline": _TEXT,
    "plain": _TEXT,
    "date": (str, "a date"),
    "coordinates": (str, "coordinates"),
    "datetime_attr": (str, "a date"),
    "size": (str, "an address"),
    "foreign": (str, "words"),
}
_FURTHER = {
    "dateline": (str, "words"),
    "notes": (SideNote, "notes of the page"),
    "numbered": (str, "ids"),
}
"""The types of the filters' further arguments; where one is a list, of its items."""
SHARED = 4096
"""Results of `once` that are kept at most."""


class Lent:
    """What filters need of the build at hand: texts by their digest, and the sizes of pictures.

    `once(macro, *values)` gives what a macro writes of these values, and calls it once in a build.
    """

    prose: Callable[[str], Prose]
    size: Callable[[Address], Size | None]

    def __init__(self) -> None:
        self.once = lru_cache(SHARED, typed=True)(call)


def filters(lent: Lent, language: str, chosen: Calendar, words: Words) -> dict[str, Filter]:
    """The filters by name.

    Args:
        lent: What the build at hand lends.
        language: The site's language.
        chosen: How it writes dates.
        words: The catalogue of the interface.
    """
    date = wording(chosen, words.gettext)

    def size(address: Address) -> Markup:
        found = lent.size(address)
        return Markup(f' width="{found.width}" height="{found.height}"') if found else Markup("")

    def plain(text: Text | None) -> str:
        return " ".join(lent.prose(text.digest).text.split()) if text else ""

    found: dict[str, Filter] = {
        "href": pass_context(_link),
        **_weaving(lent, size, date, words),
        "plain": plain,
        "date": _unfolded(date),
        "coordinates": _unfolded(coordinates.wording(words.gettext)),
        "datetime_attr": cache(machine_readable),
        "size": size,
        "foreign": _unfolded(cache(lambda text: foreign(text, language))),
    }
    return {name: _blaming(name, function) for name, function in found.items()}


def _weaving(
    lent: Lent, size: Callable[[Address], str], date: Callable[[str], str], words: Words
) -> dict[str, Filter]:
    """The filters that make HTML of a text: `prose`, and `prose_inline` of a single paragraph."""

    def footnote(number: str) -> str:
        return words.gettext("Footnote %(number)s") % {"number": number}

    def backlink(number: str, place: str) -> str:
        if place:
            said = words.gettext("Back to the text from footnote %(number)s, place %(place)s")
            return said % {"number": number, "place": place}
        return words.gettext("Back to the text from footnote %(number)s") % {"number": number}

    @pass_context
    def prose(
        context: Context,
        text: Text | None,
        dateline: str = "",
        notes: Sequence[SideNote] = (),
        numbered: Sequence[str] = (),
    ) -> Markup:
        margin = _margin(notes, date, words)
        extras = Extras(dateline, margin, _numbers(numbered), size, footnote, backlink)
        return woven(context, text, extras)

    @pass_context
    def prose_inline(context: Context, text: Text | None, numbered: Sequence[str] = ()) -> Markup:
        extras = Extras(numbers=_numbers(numbered), size=size, footnote=footnote, backlink=backlink)
        return woven(context, text, extras, inline=True)

    def woven(context: Context, text: Text | None, extras: Extras, inline: bool = False) -> Markup:
        if text is None:
            return Markup("")
        head: Head = context["page"].head
        spans = _without_self(text.spans, head.address)
        if head.language != head.site.language:
            extras = replaced(extras, names_in=head.site.language)
        return weave(lent.prose(text.digest), spans, lambda a: _link(context, a), extras, inline)

    return {"prose": prose, "prose_inline": prose_inline}


def _blaming(name: str, function: Filter) -> Filter:
    """The filter; where it fails on what it cannot take, that is the fault of the template."""

    @wraps(function)
    def filtered(*given: object, **named: object) -> object:
        try:
            return function(*given, **named)
        except (AttributeError, TypeError, ValueError) as failure:
            sentence = _mistaken(name, function, given, named)
            if not sentence:
                raise
            raise TemplateRuntimeError(sentence) from failure

    return filtered


def _mistaken(
    name: str, function: Filter, given: Sequence[object], named: Mapping[str, object]
) -> str:
    """What is wrong with the values that a filter was given: a sentence, "" where nothing is."""
    try:
        values = dict(signature(function).bind(*given, **named).arguments)
    except TypeError:
        return f"“{name}” was given more than it takes"
    further = {key: values.pop(key) for key in _FURTHER if key in values}
    kind, words = _TAKES[name]
    for value in values.values():
        if not isinstance(value, (Context, kind)):
            return f"“{name}” takes {words}, and was given “{type(value).__name__}”"
    for key, value in further.items():
        kind, words = _FURTHER[key]
        listed = value if key != "dateline" and isinstance(value, list | tuple) else [value]
        for item in listed:
            if not isinstance(item, kind):
                found = type(item).__name__
                return f"“{name}” takes {words} as “{key}”, and was given “{found}”"
    return ""


def _unfolded(function: Filter) -> Filter:
    """A filter whose answers depend on the site's language.

    Without `pass_context` jinja would call it for a constant while it compiles a template, and keep
    the answer in the compiled code, which outlasts the language.
    """
    return pass_context(lambda _, value: function(value))


def _link(context: Context, address: Address) -> str:
    """An address as a link from the page that is rendered."""
    head: Head = context["page"].head
    if head.base:
        return head.base + address
    return relative(head.address, address, head.site.style)


def _without_self(spans: tuple[Span, ...], here: Address) -> Sequence[Span]:
    """The spans; where a mention would link to the very page it stands on, it does not."""
    return [
        replaced(span, address="") if span.address == here and span.role == "mention" else span
        for span in spans
    ]


def _numbers(refs: Sequence[str]) -> dict[str, int]:
    return {ref: number for number, ref in enumerate(refs, 1)}


def _margin(
    notes: Sequence[SideNote], date: Callable[[str], str], words: Words
) -> dict[tuple[str, int], str]:
    """The notes in the margin, by role and start of their spans; those at one place are joined."""
    grades = {
        "verbatim": words.gettext("word for word"),
        "typographic": words.gettext("same words, other typography"),
    }
    margin: dict[tuple[str, int], str] = {}
    for note in notes:
        day, said = date(note.date) if note.date else "", note.words
        if said == day:
            said = ""
        elif note.role == "event" and said:
            said = words.gettext("“%(words)s”") % {"words": said}
        lines = (day, said, grades.get(note.grade, ""))
        place = (note.role, note.start)
        margin[place] = "\n".join(filter(None, (margin.get(place), *lines)))
    return margin
