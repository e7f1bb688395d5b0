"""Events: their words against their dates, and their passages."""

import datetime
import re
from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, Related, warning
from builder.ground.expressions import expression
from builder.ground.text import is_english
from builder.inspect.dates.calendarwords import Clash, calendar_clash, shown
from builder.inspect.dates.daywords import counts_from_another, day_clash, is_relative
from builder.inspect.dates.passagedays import has_date, passage_clash
from builder.inspect.dates.weekdays import weekday_clash
from builder.link.anchors.comparing import alike
from builder.link.anchors.finding import no_article
from builder.model.annotations import Linked
from builder.model.content import Content
from builder.model.entries import Event
from builder.model.studies import Study

_AHEAD = expression(
    r"\b(?:will|would|shall|going to|plan\w*|schedul\w*|due|next|coming|tomorrow|tonight|upcoming|"
    r"until|expect\w*|deadline|by|promis\w*|set to|later)\b",
    re.IGNORECASE,
)


def events(content: Content, linked: Linked) -> Iterator[Diagnostic]:
    """What is missing from an event, or does not fit its words or its article."""
    for event in content.of_type(Event):
        yield from _passages(event, content)
        article = _article(event, content, linked)
        if article:
            language = article.language or content.settings.language
            yield from _words(event, article, linked, language)
            if is_english(language):
                yield from _future(event, article, linked)


def _article(event: Event, content: Content, linked: Linked) -> Study | None:
    """The article that tells of the event, if it is one."""
    slugs = {place.article for place in linked.events.get(event.ref, ())} or {event.article}
    articles = [content.by_slug[slug] for slug in slugs if slug in content.by_slug]
    if not articles and not event.article and len(content.articles) == 1:
        return content.articles[0]
    return articles[0] if len(articles) == 1 else None


def _passages(event: Event, content: Content) -> Iterator[Diagnostic]:
    if event.passage:
        return
    if event.article and event.article not in content.by_slug:
        yield no_article(event.article, event.at("article"), content.by_slug)
    elif event.basis != "inferred" and not event.date_text:  # whose words ask for one already
        yield warning(
            "event-without-passage",
            f"The article is said to date “{event.title}”, but no passage shows where.",
            event.origin.location,
            "Add `passage:` with the article's words, or `basis: inferred` if they are not there.",
        )


def _words(event: Event, article: Study, linked: Linked, language: str) -> Iterator[Diagnostic]:
    """The date against the article's words for it, if these are not wrong: that is told already."""
    words = " ".join(event.date_text.split())
    passage = " … ".join(_told_in(event, article, linked))
    if words and event.passage and alike(words) not in alike(passage):
        return
    if is_english(language):
        yield from _english_words(event, words, passage, article)
    elif clash := weekday_clash(words, event.date, language):
        yield _unfit(words, event, clash)


def _english_words(event: Event, words: str, passage: str, article: Study) -> Iterator[Diagnostic]:
    """The date against the words for it; where these hold none, against the passage.

    Words that count from another date (“six days later”) hold none: where the article is said to
    state the date all the same, it must stand in the passage.
    """
    clash = words and (
        day_clash(words, event.date, article.anchor) or calendar_clash(words, event.date)
    )
    is_stated = bool(words) and event.basis == "stated"
    is_beside = is_stated and counts_from_another(words)
    if clash:
        yield _unfit(words, event, clash)
    elif is_stated and (is_beside or is_relative(words, event.date)) and not has_date(passage):
        source = "another date" if is_beside else "the article’s day"
        yield warning(
            "date-not-stated",
            f"The article states no date with “{words}”: it is counted from {source}.",
            event.at("date_text"),
            "Write `basis: resolved`.",
        )
    if (words and not is_beside) or event.basis == "inferred":
        return
    if clash := passage_clash(passage, event.date, article.anchor):
        message = f"The passage does not fit the date: {clash.why}."
        yield _contradicted("date-out-of-order", message, event, clash, "passage[0]")


def _unfit(words: str, event: Event, clash: Clash) -> Diagnostic:
    code = "weekday-contradicts" if clash.weekday else "date-contradicts"
    message = f"“{words}” does not fit the date: {clash.why}."
    return _contradicted(code, message, event, clash, "date_text")


def _contradicted(code: str, message: str, event: Event, clash: Clash, field: str) -> Diagnostic:
    meant = clash.meant and clash.meant.isoformat()
    return warning(
        code,
        message,
        event.at("date"),
        f"Write `date: {meant}` if that is the day, or correct the words."
        if meant
        else "Correct the date, or the words.",
        Related(event.at(field), "the words"),
    )


def _told_in(event: Event, article: Study, linked: Linked) -> Iterator[str]:
    """The article's words in the event's passages, each on one line."""
    for place in linked.events.get(event.ref, ()):
        if place.article == article.slug:
            yield from (" ".join(words.split()) for words in place.exact)


def _future(event: Event, article: Study, linked: Linked) -> Iterator[Diagnostic]:
    """An event after the day of its article, unless the words look ahead."""
    day = datetime.date.fromisoformat(article.date[:10])
    last = max(article.anchor, day)
    if event.basis == "inferred" or (event.date.lower - last).days <= 1:
        return
    words = " ".join((event.date_text, event.title, *_told_in(event, article, linked)))
    if not _AHEAD().search(words):
        yield warning(
            "event-after-article",
            f"The event lies after its article, which is of {shown(day)}.",
            event.at("date"),
            "Check the year; if the article looks ahead, add `ignore: [event-after-article]`.",
        )
