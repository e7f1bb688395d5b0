"""The article's page, and the front page of several."""

import math
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from builder.model.annotations import Anchor, Annotations
from builder.model.articles import Article
from builder.model.entries import Event, Named, Quote
from builder.model.prose import Prose
from builder.pages.addresses import HOME, anchor, entry_address, mention_anchor
from builder.pages.links import resolved
from builder.pages.material import Material, by_date
from builder.pages.parts import card, event, link, picture, text, texts
from builder.pages.site import head, words
from builder.pages.views import (
    ArticleCard,
    ArticlePage,
    Card,
    CorrectionItem,
    EventItem,
    FrontPage,
    Link,
    OutlineItem,
    SideNote,
    Span,
    Tally,
    Text,
)

WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction: 238 words a minute (Brysbaert, 2019), rounded down."""


def article_page(material: Material, article: Article) -> ArticlePage:
    """An article with everything that explains it."""
    front = article.front
    annotations = material.linked.articles[article.slug]
    page_head = head(
        material.site,
        material.content.settings,
        material.address(article),
        front.title,
        words(front.standfirst) or article.body.text,
    )
    return ArticlePage(
        head=page_head._replace(language=front.language or page_head.language),
        slug=article.slug,
        standfirst=text(material, article.owner, "standfirst", front.standfirst),
        byline=front.byline,
        source=Link(front.source.name, url=front.source.url) if front.source else None,
        dateline=front.dateline,
        date=front.date.isoformat(),
        updated=front.updated.isoformat() if front.updated else "",
        minutes=max(1, math.ceil(len(article.body.text.split()) / WORDS_A_MINUTE)),
        key_points=texts(material, article.owner, "key_points", front.key_points),
        picture=picture(material, front.image),
        people=_cards(material, article, "person"),
        documents=_cards(material, article, "document"),
        events=_events(material, article),
        outline=_outline(article.body),
        body=Text(article.body.digest, _spans(material, article, annotations)),
        corrections=tuple(CorrectionItem(c.date.isoformat(), c.text) for c in front.corrections),
        grades=grades(material, article.slug),
        draft=front.draft,
        notes=tuple(_notes(material, article)),
    )


def front_page(material: Material) -> FrontPage:
    """The front page of a site with several articles, the newest first."""
    settings = material.content.settings
    return FrontPage(
        head=head(material.site, settings, HOME, settings.title, settings.tagline),
        articles=tuple(_article_card(material, a) for a in reversed(material.content.articles)),
    )


def grades(material: Material, slug: str = "") -> tuple[Tally, ...]:
    """How many quotations of an article (or of all) were found in which grade."""
    counted = Counter(
        found.grade for found in material.linked.quotes.values() if slug in ("", found.article)
    )
    return tuple(Tally(grade, counted[grade]) for grade in sorted(counted, reverse=True))


def _article_card(material: Material, article: Article) -> ArticleCard:
    front = article.front
    return ArticleCard(
        title=front.title,
        address=material.address(article),
        byline=front.byline,
        date=front.date.isoformat(),
        standfirst=text(material, article.owner, "standfirst", front.standfirst),
        picture=picture(material, front.image),
        draft=front.draft,
    )


def _cards(material: Material, article: Article, kind: str) -> tuple[Card, ...]:
    """The entries of a kind that the article names, in the order in which it does."""
    mentions = material.linked.articles[article.slug].mentions
    named = dict.fromkeys(ref for m in mentions for ref in (m.subject, m.ref) if ref.kind == kind)
    entries = (material.content.entries.get(ref) for ref in named)
    return tuple(
        card(material, entry, article.anchor) for entry in entries if isinstance(entry, Named)
    )


def _events(material: Material, article: Article) -> tuple[EventItem, ...]:
    """The events with a passage in this article, by date."""
    return tuple(
        event(material, entry)
        for entry in by_date(material.content)
        if any(f.article == article.slug for f in material.linked.events.get(entry.ref, ()))
    )


def _notes(material: Material, article: Article) -> Iterator[SideNote]:
    """What the margin says: when the events were, and who speaks."""
    for ref, passages in material.linked.events.items():
        entry = material.content.entries.get(ref)
        here = [span for p in passages if p.article == article.slug for span in p.spans]
        if isinstance(entry, Event) and here:
            start = _dated(article.body.text, here, entry.date_text)
            yield SideNote("event", start, entry.date.text, entry.date_text, "")
    for ref, found in material.linked.quotes.items():
        entry = material.content.entries.get(ref)
        if isinstance(entry, Quote) and found.article == article.slug and entry.speaker:
            speaker = link(material, entry.speaker)
            words = speaker.title if speaker else ""
            yield SideNote("quote", found.spans[0][0], "", words, found.grade)


def _dated(text: str, spans: list[tuple[int, int]], words: str) -> int:
    """Where the passage begins that has the words for the date, or the first one."""
    return next((start for start, end in spans if words in text[start:end]), spans[0][0])


def _outline(body: Prose) -> tuple[OutlineItem, ...]:
    return tuple(
        OutlineItem(h.id, h.level, " ".join(body.text[h.start : h.end].split()))
        for h in body.headings
    )


def _spans(material: Material, article: Article, annotations: Annotations) -> tuple[Span, ...]:
    """Every annotation of the body as the page shows it."""
    mentions = tuple(
        Span(
            start=m.start,
            end=m.end,
            role="mention",
            ref=str(m.ref),
            id=mention_anchor(m.ref, m.n),
            address=entry_address(m.ref) if m.choice.links else "",
        )
        for m in annotations.mentions
        if m.ref in material.content.entries
    )
    quotations = tuple(
        Span(a.start, a.end, "quote", a.ref.id, "" if a.piece else anchor(a.ref))
        for a in annotations.quotations
    )
    return (
        mentions + quotations + _passages(annotations.passages) + resolved(material, article.body)
    )


def _passages(passages: tuple[Anchor, ...]) -> tuple[Span, ...]:
    """Passages; those over the same words become one span that names all their events.

    An event's id stands once, on its first passage; where that passage is shared, the ids of the
    further events stand on empty spans before it.
    """
    spans: list[Span] = []
    for (start, end), group in groupby(passages, key=lambda a: (a.start, a.end)):
        shared = list(group)
        ids = [anchor(a.ref) for a in shared if a.piece == 0]
        spans += [Span(start, start, "event", "", id_) for id_ in ids[1:]]
        refs = " ".join(a.ref.id for a in shared)
        spans.append(Span(start, end, "event", refs, ids[0] if ids else ""))
    return tuple(spans)
