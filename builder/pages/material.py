"""The material pages are made of: content, annotations, and indexes of both, computed once."""

import datetime
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from builder.ground.urls import Address
from builder.link.sentences import sentences
from builder.model.annotations import Linked, Mention
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.entries import Entry, Event, Quote
from builder.model.refs import Ref
from builder.pages.addresses import article_address, at, mention_anchor
from builder.pages.views import Sentence, Site

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class Material:
    """What every page may draw on.

    `mentioned`: by subject, the articles and mentions that name it, in reading order.
    `said`: by speaker, the quotations. `happened`: by subject, the events about it, by date.
    `media`: the digests of pictures, by path. `day`: the newest article's; roles are told as of it.
    """

    content: Content
    linked: Linked
    site: Site
    media: Mapping[str, str]
    mentioned: Mapping[Ref, tuple[tuple[Article, Mention], ...]]
    said: Mapping[Ref, tuple[Quote, ...]]
    happened: Mapping[Ref, tuple[Event, ...]]
    sentences: Mapping[str, tuple[tuple[int, int], ...]]
    day: datetime.date

    def subject(self, ref: Ref) -> Ref:
        """The entry that `ref` is one with."""
        return self.linked.subjects.get(ref, ref)

    def address(self, article: Article) -> Address:
        """The page of an article."""
        return article_address(article.slug, self.content)

    def sentence(self, article: Article, start: int, end: int, place: Address) -> Sentence:
        """The sentence (or sentences) around `text[start:end]`, on one line."""
        text, spans = article.body.text, self.sentences[article.slug]
        first, _ = spans[max(0, bisect_right(spans, (start, len(text))) - 1)]
        _, last = spans[max(0, bisect_right(spans, (end - 1, len(text))) - 1)]
        return Sentence(
            one_line(text[first:start]), one_line(text[start:end]), one_line(text[end:last]), place
        )

    def mention_sentence(self, article: Article, mention: Mention) -> Sentence:
        """The sentence of a mention, with the address of that very place."""
        place = at(self.address(article), mention_anchor(mention.ref, mention.n))
        return self.sentence(article, mention.start, mention.end, place)


def gather(content: Content, linked: Linked, site: Site, media: Mapping[str, str]) -> Material:
    """The material of a site."""
    return Material(
        content=content,
        linked=linked,
        site=site,
        media=media,
        mentioned=_mentioned(content, linked),
        said=_said(content),
        happened=_happened(content, linked),
        sentences={a.slug: tuple(sentences(a.body)) or ((0, 0),) for a in content.articles},
        day=max((a.anchor for a in content.articles), default=datetime.date.max),
    )


def one_line(text: str) -> str:
    """`text` with its line ends as spaces; space at its edges stays, for it separates words."""
    return text.replace("\n", " ")


def _mentioned(content: Content, linked: Linked) -> dict[Ref, tuple[tuple[Article, Mention], ...]]:
    found: dict[Ref, list[tuple[Article, Mention]]] = defaultdict(list)
    for article in content.articles:
        for mention in linked.articles[article.slug].mentions:
            found[mention.subject].append((article, mention))
    return {ref: tuple(places) for ref, places in found.items()}


def _said(content: Content) -> dict[Ref, tuple[Quote, ...]]:
    found: dict[Ref, list[Quote]] = defaultdict(list)
    for entry in content.of_kind("quote"):
        if isinstance(entry, Quote) and entry.speaker is not None:
            found[entry.speaker].append(entry)
    return {ref: tuple(quotes) for ref, quotes in found.items()}


def _happened(content: Content, linked: Linked) -> dict[Ref, tuple[Event, ...]]:
    found: dict[Ref, list[Event]] = defaultdict(list)
    for event in by_date(content):
        for subject in dict.fromkeys(linked.subjects.get(ref, ref) for ref in event.about):
            found[subject].append(event)
    return {ref: tuple(events) for ref, events in found.items()}


def by_date(content: Content) -> list[Event]:
    """All events, by the earliest day each may mean, then the latest, then the sidecar's order."""
    events = [entry for entry in content.of_kind("event") if isinstance(entry, Event)]
    return sorted(events, key=lambda event: (event.date.lower, event.date.upper))
