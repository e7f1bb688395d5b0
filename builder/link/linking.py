"""Linking a whole site: the mentions in every text, every quotation's and event's place."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from builder.ground.diagnostics import Diagnostic, error
from builder.ground.grouping import grouped
from builder.ground.text import is_whole
from builder.ground.values import Value
from builder.link.anchors.anchoring import TextQuoteSelector, occurrences
from builder.link.anchors.comparing import alike, comparable
from builder.link.anchors.finding import find
from builder.link.anchors.seeking import key_of
from builder.link.anchors.sightings import Sightings
from builder.link.anchors.words import cue_of, words_of
from builder.link.names.ambiguity import ambiguities
from builder.link.names.lexicon import Lexicon
from builder.model.annotations import Anchor, Anchored, Anchors, Linked, Near, TextKey
from builder.model.content import Content
from builder.model.entries import Event, Quote
from builder.model.refs import Ref
from builder.model.studies import Searched

# Where more is wrong than this, the nearest words are no longer looked for: it takes its time.
_ADVISED = 100


class _Anchors(Value, frozen=True):
    quotes: dict[Ref, Anchored]
    events: dict[Ref, tuple[Anchored, ...]]
    near: list[Near]
    diagnostics: list[Diagnostic]


def link(
    content: Content, lexicon: Lexicon, texts: Mapping[TextKey, Searched], sightings: Sightings
) -> tuple[Linked, tuple[Diagnostic, ...]]:
    """All that is annotated over the texts of the site, and what could not be found or decided.

    Args:
        content: The site; its articles have been studied.
        lexicon: Its names.
        texts: What is in the texts of entries and further pages.
        sightings: Where the words of its quotations and events stand.
    """
    anchors = _anchors(content, sightings)
    diagnostics = [*anchors.diagnostics]
    if not sightings.slugs:  # that there is no article at all is one fault
        del diagnostics[1:]
    shown = {key: texts[key] for key, _, _ in content.texts}
    doubts = [doubt for article in content.articles for doubt in article.doubts]
    doubts += (doubt for found in shown.values() for doubt in found.doubts)
    diagnostics += ambiguities(doubts, lexicon)
    linked = Linked(
        anchors=_by_article(anchors),
        texts={key: found.mentions for key, found in shown.items()},
        standing={key: found.standing for key, found in shown.items()},
        quotes=anchors.quotes,
        events=anchors.events,
        near=tuple(anchors.near),
        subjects=lexicon.subjects,
        doubted=frozenset(ref for doubt in doubts for ref, _ in doubt.rivals),
    )
    return linked, tuple(diagnostics)


def _anchors(content: Content, sightings: Sightings) -> _Anchors:
    anchors = _Anchors({}, {}, [], [])
    is_all_read = all(ref.kind != "article" for ref in content.unread)
    for entry in content.entries.values():
        if not isinstance(entry, Quote | Event):
            continue
        advise = len(anchors.diagnostics) < _ADVISED
        found = [find(words, sightings, advise=advise) for words in words_of(entry)]
        places = tuple(one.place for one in found if one.place)
        if is_all_read:  # else an article that could not be read may hold the words
            anchors.diagnostics.extend(told for one in found for told in one.diagnostics)
        if isinstance(entry, Quote):
            anchors.near.extend(near for one in found for near in one.near)
            anchors.quotes.update((entry.ref, place) for place in places)
            anchors.diagnostics.extend(_cue(entry, places, sightings))
        else:
            anchors.events[entry.ref] = places
            anchors.diagnostics.extend(_date_text(entry, places))
    return anchors


def _cue(quote: Quote, places: Iterable[Anchored], sightings: Sightings) -> Iterator[Diagnostic]:
    """The words that introduce a quotation must stand in its article."""
    if not quote.cue:
        return
    introduced = {found.article for found in sightings.places.get(key_of(cue_of(quote)), ())}
    if any(place.article not in introduced for place in places):
        yield error(
            "cue-missing",
            f"“{quote.cue}” does not stand in the article of this quotation.",
            quote.at("cue"),
            "Copy the article's words that introduce the quotation, or take `cue` out.",
        )


def _date_text(event: Event, passages: tuple[Anchored, ...]) -> Iterator[Diagnostic]:
    """The article's words for the date must stand in one of the event's passages."""
    if not event.date_text or len(passages) < len(event.passage):
        return
    said = [words for place in passages for words in place.exact]
    if any(_holds(words, event.date_text) for words in said):
        return
    written = next(filter(None, (_in_other_capitals(event.date_text, one) for one in said)), "")
    yield error(
        "date-text-missing",
        f"“{event.date_text}” stands in a passage of this event in other capitals."
        if written
        else f"“{event.date_text}” does not stand in a passage of this event.",
        event.at("date_text"),
        f"Write it as the article does: {written}"
        if written
        else "Copy the article's words for the date, and let a passage hold them.",
    )


def _holds(passage: str, words: str) -> bool:
    """Whether the words stand in the passage as whole words: “May 1” is no day of “May 12”."""
    found = occurrences(TextQuoteSelector((words,)), comparable(passage))
    return next(found, None) is not None


def _in_other_capitals(words: str, passage: str) -> str:
    """The words as a passage has them, large or small; "" where it has none like them."""
    compared = comparable(passage)
    found = re.finditer(re.escape(alike(words)), compared.text, re.IGNORECASE)
    spans = (match.span() for match in found if is_whole(compared.text, *match.span()))
    start, end = next((compared.origin(*span) for span in spans), (0, 0))
    return " ".join(passage[start:end].split())


def _by_article(anchors: _Anchors) -> dict[str, Anchors]:
    """The quotations and passages in each article, by its slug, in the order of its text."""
    quotations, passages = _sorted(_quotations(anchors.quotes)), _sorted(_passages(anchors.events))
    return {
        slug: Anchors(quotations.get(slug, ()), passages.get(slug, ()))
        for slug in quotations.keys() | passages.keys()
    }


def _quotations(quotes: Mapping[Ref, Anchored]) -> Iterator[tuple[str, Anchor]]:
    """The pieces of the quotations, with the slug of their article."""
    for ref, place in quotes.items():
        for piece, (start, end) in enumerate(place.spans):
            yield place.article, Anchor(start, end, ref, piece)


def _passages(events: Mapping[Ref, tuple[Anchored, ...]]) -> Iterator[tuple[str, Anchor]]:
    """The passages of the events, with the slug of their article; an event counts its own there."""
    counted: Counter[tuple[str, Ref]] = Counter()
    for ref, places in events.items():
        for place in places:
            piece = counted[place.article, ref]
            counted[place.article, ref] += 1
            yield place.article, Anchor(*place.spans[0], ref, piece)


def _sorted(found: Iterable[tuple[str, Anchor]]) -> dict[str, tuple[Anchor, ...]]:
    return {slug: tuple(sorted(anchors)) for slug, anchors in grouped(found).items()}
