"""The answers of `why`, as text: a place in the sources, an excerpt, and what decided."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from builder.build.understanding import Planned
from builder.commands.reports.cells import printable
from builder.commands.reports.style import Style
from builder.ground.diagnostics import Diagnostic, Location
from builder.ground.ways import place_below
from builder.inspect.dates.daywords import counts_from_another, is_relative
from builder.link.anchors.likeness import Likeness
from builder.link.names.explaining import Reason
from builder.link.names.naming import names_of
from builder.model.annotations import Anchored
from builder.model.entries import Entry, Event, Named, Quote
from builder.model.prose import Prose

_AROUND = 35
_GRADES = {
    "verbatim": "verbatim: the article has these very words",
    "typographic": "typographic: the article has these words, with other marks or dashes",
}
_BASES = {
    "stated": "the article gives the date",
    "resolved": "worked out from the article’s words",
    "inferred": "known from elsewhere",
}


class Telling(NamedTuple):
    """What answers are made from: the site, what is wrong with it, the way to it, the look."""

    planned: Planned
    diagnostics: Sequence[Diagnostic]
    base: str
    style: Style

    def place(self, location: Location) -> str:
        """`file:line:column`."""
        return self.style("place", printable(place_below(self.base, location)))


def on_words(reason: Reason, telling: Telling) -> str:
    """Why words link at one place, or do not."""
    prose, start, end, ref, links, why, related = reason
    if ref is None:
        verdict = f"no name: {why}"
    else:
        verdict = f"links to {ref}: {why}" if links else f"names {ref}, without a link: {why}"
    lines = [f"{telling.place(prose.locate(start))}: {_excerpt(prose, start, end, telling.style)}"]
    lines.append(f"  {telling.style('hint', printable(verdict))}")
    lines += [f"  › {telling.place(place)}: {printable(note)}" for place, note in related]
    return "\n".join(lines)


def on_unnamed(entry: Named, telling: Telling) -> str:
    """That no article names an entry, and by which names it was looked for."""
    names = ", ".join(f"“{printable(name.written)}”" for name in names_of(entry))
    return (
        f"{telling.place(entry.origin.location)}: {entry.ref}\n"
        f"  {telling.style('hint', 'no article names it')}\n"
        f"  its names: {names}"
    )


def on_quote(quote: Quote, telling: Telling) -> str:
    """Whether a quotation stands in its article, how exactly, and where."""
    found = telling.planned.linked.quotes.get(quote.ref)
    lines = [f"{telling.place(quote.origin.location)}: {quote.ref}"]
    if found is None:
        return "\n".join([*lines, *_faults(quote, telling)])
    lines.append(f"  {telling.style('hint', _GRADES[found.grade])}")
    lines += _found(found, telling)
    if found.grade == "typographic":
        lines.append(f"  the entry has: “{printable(quote.label)}”")
        lines.append("  To take the article’s: backstory check --fix")
    if quote.speaker:
        lines.append(f"  said by {quote.speaker}")
    return "\n".join(lines)


def on_likeness(alike: Likeness, telling: Telling) -> Iterator[str]:
    """What is like words that stand nowhere: a passage, quotations; and how they differ."""
    if alike.passage:
        near, difference = alike.passage
        prose = telling.planned.reader.article(near.article).body
        place = telling.place(prose.locate(near.start))
        nearest = f"the nearest words: “{_line(prose.text[near.start : near.end])}”"
        yield f"{place}: {nearest}\n  {telling.style('hint', printable(difference))}"
    for quote, difference in alike.quotes:
        said = on_quote(quote, telling)
        yield f"{said}\n  {printable(difference)}" if difference else said


def on_event(event: Event, telling: Telling) -> str:
    """The date of an event, and how it is known."""
    from builder.render.cldr import calendar_of
    from builder.render.dates import wording

    settings = telling.planned.content.settings
    shown = wording(calendar_of(settings.language), lambda text: text)(event.date.text)
    passages = telling.planned.linked.events.get(event.ref, ())
    words = event.date_text or " … ".join(piece for found in passages for piece in found.exact)
    is_resolved = event.basis == "resolved"
    is_from_article = is_resolved and is_relative(words, event.date)
    basis = "counted from the day of the article" if is_from_article else _BASES[event.basis]
    lines = [
        f"{telling.place(event.at('date'))}: {event.ref}: {printable(event.title)}",
        f"  {telling.style('hint', f'{shown} ({event.date.text})')}",
        f"  {event.basis}: {basis}",
    ]
    if event.date_text:
        lines.append(f"  the article’s words for it: “{printable(event.date_text)}”")
    if is_resolved and not counts_from_another(words):
        lines += _anchor_days(passages, telling)
    if event.reckoning:
        lines.append(f"  reckoning: {printable(event.reckoning)}")
    for passage in passages:
        lines += _found(passage, telling)
    return "\n".join([*lines, *_faults(event, telling)])


def _anchor_days(passages: tuple[Anchored, ...], telling: Telling) -> Iterator[str]:
    for article in telling.planned.content.articles:
        if article.slug in {passage.article for passage in passages}:
            day = article.anchor
            yield f"  the day of “{article.slug}” is {day.isoformat()}, a {day:%A}"


def _found(found: Anchored, telling: Telling) -> Iterator[str]:
    """The words as they stand in the article, with their places."""
    prose = telling.planned.reader.article(found.article).body
    for start, end in found.spans:
        words = " ".join(prose.text[start:end].split())
        yield f"  {telling.place(prose.locate(start))}: “{printable(words)}”"


def _faults(entry: Entry, telling: Telling) -> Iterator[str]:
    """What is said of the places of an entry."""
    places = {entry.origin.location, *entry.origin.fields.values()}
    for diagnostic in telling.diagnostics:
        if diagnostic.location in places:
            yield f"  {printable(diagnostic.message)} [{diagnostic.code}]"
            if diagnostic.hint:
                yield f"  = {printable(diagnostic.hint)}"


def _excerpt(prose: Prose, start: int, end: int, style: Style) -> str:
    """The words with some of what stands around them in their block."""
    leaf = next((leaf for leaf in prose.leaves if leaf.start <= start < leaf.end), None)
    first = max(start - _AROUND, leaf.start if leaf else 0)
    last = min(end + _AROUND, leaf.end if leaf else len(prose.text))
    before, after = prose.text[first:start], prose.text[end:last]
    head = "…" if leaf and first > leaf.start else ""
    tail = "…" if leaf and last < leaf.end else ""
    words = style("error", _line(prose.text[start:end]))
    return f"{head}{_line(before)}{words}{_line(after)}{tail}"


def _line(text: str) -> str:
    return printable(text.replace("\n", " "))
