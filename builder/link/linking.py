"""Linking a whole site: every text's mentions, every quotation's and event's place."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from builder.ground.diagnostics import Diagnostic, error
from builder.link.choosing import mentions
from builder.link.comparing import alike
from builder.link.forms import forms, subjects
from builder.link.found import Found, find, searched_in
from builder.link.matching import names
from builder.link.wanted import event_words, quote_words
from builder.model.annotations import Anchor, Anchored, Annotations, Linked, Mention, Near, TextKey
from builder.model.content import Content
from builder.model.entries import Event, Quote
from builder.model.refs import Ref

BODY = "body"
# Where more is wrong than this, the nearest words are no longer looked for: it takes its time.
_ADVISED = 100


class _Anchors(NamedTuple):
    quotes: dict[Ref, Anchored]
    events: dict[Ref, tuple[Anchored, ...]]
    near: list[Near]
    diagnostics: list[Diagnostic]


def link(content: Content) -> tuple[Linked, tuple[Diagnostic, ...]]:
    """All annotations over all texts of the site, and what could not be found or decided."""
    subject_of = subjects(content.entries)
    settings = content.settings
    known = names(forms(content.entries.values(), subject_of, settings.language))
    anchors = _anchors(content)
    diagnostics = list(anchors.diagnostics)
    found: dict[TextKey, tuple[Mention, ...]] = {}
    for key, host, prose in content.texts():
        found[key], said = mentions(prose, known, subject_of, settings.linking, host)
        diagnostics += said
    quotations, passages = _quotations(anchors.quotes), _passages(anchors.events)
    articles = {
        article.slug: Annotations(
            mentions=found.pop(TextKey(article.owner, BODY)),
            quotations=quotations.get(article.slug, ()),
            passages=passages.get(article.slug, ()),
        )
        for article in content.articles
    }
    linked = Linked(
        articles, found, anchors.quotes, anchors.events, tuple(anchors.near), subject_of
    )
    return linked, tuple(diagnostics)


def _anchors(content: Content) -> _Anchors:
    quotes = [entry for entry in content.entries.values() if isinstance(entry, Quote)]
    events = [entry for entry in content.entries.values() if isinstance(entry, Event)]
    if not quotes and not events:
        return _Anchors({}, {}, [], [])
    searched = searched_in(content.articles)
    texts = {article.slug: article.body.text for article in content.articles}
    anchors = _Anchors({}, {}, [], [])
    for quote in quotes:
        advise = len(anchors.diagnostics) < _ADVISED
        result = find(quote_words(quote), searched, advise=advise)
        anchors.diagnostics.extend(_certain(result, content))
        anchors.near.extend(result.near)
        if result.place is not None:
            anchors.quotes[quote.ref] = result.place
    for event in events:
        advise = len(anchors.diagnostics) < _ADVISED
        results = [find(words, searched, advise=advise) for words in event_words(event)]
        anchors.diagnostics.extend(d for found in results for d in _certain(found, content))
        anchors.events[event.ref] = tuple(result.place for result in results if result.place)
        anchors.diagnostics.extend(_date_text(event, texts, anchors.events[event.ref]))
    return anchors


def _certain(found: Found, content: Content) -> tuple[Diagnostic, ...]:
    """What is wrong with the words, unless an article that could not be read may hold them."""
    return () if any(ref.kind == "article" for ref in content.unread) else found.diagnostics


def _date_text(
    event: Event, texts: Mapping[str, str], passages: tuple[Anchored, ...]
) -> Iterator[Diagnostic]:
    """The article's words for the date must stand in one of the event's passages."""
    if not event.date_text or len(passages) < len(event.passage):
        return
    said = [texts[place.article][start:end] for place in passages for start, end in place.spans]
    if not any(alike(event.date_text) in alike(words) for words in said):
        yield error(
            "date-text-missing",
            f"“{event.date_text}” does not stand in a passage of this event.",
            event.at("date_text"),
            "Copy the article's words for the date, and let a passage hold them.",
        )


def _quotations(quotes: Mapping[Ref, Anchored]) -> dict[str, tuple[Anchor, ...]]:
    """The pieces of the quotations in each article, by its slug."""
    return _by_article(
        (place.article, Anchor(start, end, ref, piece))
        for ref, place in quotes.items()
        for piece, (start, end) in enumerate(place.spans)
    )


def _passages(events: Mapping[Ref, tuple[Anchored, ...]]) -> dict[str, tuple[Anchor, ...]]:
    """The passages of the events in each article, by its slug; an event counts its own there."""
    counted: Counter[tuple[str, Ref]] = Counter()
    found: list[tuple[str, Anchor]] = []
    for ref, places in events.items():
        for place in places:
            piece = counted[place.article, ref]
            counted[place.article, ref] += 1
            found.append((place.article, Anchor(*place.spans[0], ref, piece)))
    return _by_article(found)


def _by_article(found: Iterable[tuple[str, Anchor]]) -> dict[str, tuple[Anchor, ...]]:
    """What stands in each article, in the order of its text."""
    anchors: dict[str, list[Anchor]] = defaultdict(list)
    for slug, anchor in found:
        anchors[slug].append(anchor)
    return {slug: tuple(sorted(listed)) for slug, listed in anchors.items()}
