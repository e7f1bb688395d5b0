"""The article's page."""

import math
from collections.abc import Iterator
from itertools import groupby

from builder.ground.urls import Address, relative
from builder.ground.values import replaced
from builder.model.annotations import Anchor, Anchors, Mention, mention_anchor
from builder.model.articles import Article, FrontMatter
from builder.model.entries import Named
from builder.model.prose import Prose
from builder.model.studies import Study
from builder.pages.addresses import HOME, anchor, entry_address
from builder.pages.corrections import numbers
from builder.pages.links.resolving import Targets, article_targets, resolved
from builder.pages.material import Material
from builder.pages.naming import entry_link
from builder.pages.parts import brief, event, grades, mention_spans, picture
from builder.pages.previews import refs
from builder.pages.site import absolute, head, words
from builder.pages.views.articles import ArticlePage, CorrectionItem, OutlineItem, SideNote
from builder.pages.views.cards import Brief
from builder.pages.views.links import Link
from builder.pages.views.pictures import Picture
from builder.pages.views.previews import Preview
from builder.pages.views.site import Head
from builder.pages.views.texts import Span, Text

WORDS_A_MINUTE = 230
"""Silent reading of English non-fiction: 238 words a minute (Brysbaert, 2019), rounded down."""
_LONGEST_ON_AVERAGE = 20
"""Characters a word, its space too: where words are longer, nothing sets them apart."""
_AFTER_DATELINE = " :：-–—"
"""What editors set after the place, where the page sets a colon."""


def article_page(material: Material, study: Study, previews: tuple[Preview, ...]) -> ArticlePage:
    """An article with everything that explains it; `previews` are the cards of what it links to."""
    article, close = material.reader.article(study.slug), material.reader.close(study.slug)
    front, targets = article.front, article_targets(material, study)
    shown, quotes = picture(material, study.image), material.quoted.get(study.slug, ())
    texts = {
        text.field: Text(prose.digest, mention_spans(text.mentions) + resolved(prose, targets))
        for text, (_, prose) in zip(close.texts, article.texts, strict=True)
    }
    return ArticlePage(
        head=_head(material, study, article, shown),
        slug=article.slug,
        standfirst=texts.get("standfirst"),
        byline=front.byline,
        source=Link(front.source.name, url=front.source.url) if front.source else None,
        dateline=front.dateline.rstrip(_AFTER_DATELINE),
        date=front.date,
        updated=front.updated.isoformat() if front.updated else "",
        minutes=_minutes(article.body.text),
        key_points=tuple(text for field, text in texts.items() if field.startswith("key_points")),
        picture=shown,
        people=tuple(_briefs(material, study, "person")),
        documents=tuple(_briefs(material, study, "document")),
        events=tuple(event(material, entry) for entry in material.told.get(study.slug, ())),
        outline=_outline(article.body),
        body=_body(article.body, close.body, material.anchors(study), targets),
        corrections=_corrections(front),
        grades=grades(material.linked.quotes[q.ref] for q in quotes),
        draft=front.draft,
        notes=tuple(_notes(material, study)),
        previews=refs(previews),
    )


def _minutes(text: str) -> int:
    """How long it takes to read; 0 where words are not set apart, so that nobody can count them."""
    words = len(text.split())
    if len(text) > _LONGEST_ON_AVERAGE * words:
        return 0
    return max(1, math.ceil(words / WORDS_A_MINUTE))


def _head(material: Material, study: Study, article: Article, shown: Picture | None) -> Head:
    """The head of an article's page: in its language, and with a picture of it to be shared."""
    settings, front = material.content.settings, article.front
    image = absolute(settings, Address(relative(HOME, shown.address))) if shown else ""
    if settings.social_cards and not image:
        from builder.pages.socialcards import card_of

        image = card_of(settings, study)
    about = words(front.standfirst) or article.body.text
    plain = head(material, material.address(study), study.title, about)
    return replaced(plain, image=image, language=front.language or plain.language)


def _corrections(front: FrontMatter) -> tuple[CorrectionItem, ...]:
    """The corrections in the order of the front matter."""
    counted = numbers([item.date.isoformat() for item in front.corrections])
    return tuple(
        CorrectionItem(item.date.isoformat(), item.text, number)
        for number, item in zip(counted, front.corrections, strict=True)
    )


def _briefs(material: Material, article: Study, kind: str) -> Iterator[Brief]:
    """The entries of a kind that the article names, in the order in which it does."""
    named = dict.fromkeys(place for n in article.names for place in (n.subject, n.entry))
    met = material.content.met(article)
    for ref in (met[place] for place in named):
        entry = material.content.entries.get(ref) if ref.kind == kind else None
        if isinstance(entry, Named):
            yield brief(material, entry, article.anchor)


def _notes(material: Material, article: Study) -> Iterator[SideNote]:
    """What the margin says: when the events were, and who speaks."""
    linked = material.linked
    for entry in material.told.get(article.slug, ()):
        places = [p for p in linked.events[entry.ref] if p.article == article.slug]
        starts = [
            (start, said) for p in places for (start, _), said in zip(p.spans, p.exact, strict=True)
        ]
        dated = (start for start, said in starts if entry.date_text in said)
        start = next(dated, starts[0][0])
        yield SideNote("event", start, entry.date.text, entry.date_text, "")
    for quote in material.quoted.get(article.slug, ()):
        if quote.speaker:
            found, speaker = linked.quotes[quote.ref], entry_link(material, quote.speaker)
            yield SideNote("quote", found.spans[0][0], "", speaker.title, found.grade)


def _outline(body: Prose) -> tuple[OutlineItem, ...]:
    return tuple(
        OutlineItem(h.id, h.level, " ".join(body.text[h.start : h.end].split()))
        for h in body.headings
    )


def _body(body: Prose, mentions: tuple[Mention, ...], anchors: Anchors, targets: Targets) -> Text:
    """The body with every annotation as the page shows it."""
    spans = tuple(
        Span(
            start=m.start,
            end=m.end,
            role="mention",
            ref=str(m.ref),
            id=mention_anchor(m.ref, m.n),
            address=entry_address(m.ref) if m.choice.links else "",
        )
        for m in mentions
    )
    quotations = tuple(
        Span(a.start, a.end, "quote", a.ref.id, "" if a.piece else anchor(a.ref))
        for a in anchors.quotations
    )
    passages = _passages(anchors.passages)
    return Text(body.digest, spans + quotations + passages + resolved(body, targets))


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
