"""Quotations in the article that no entry covers, and entries without a speaker."""

from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, warning
from builder.ground.intervals import intervals
from builder.link.marks import quoted
from builder.model.annotations import Linked
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.entries import Quote

SHORTEST = 4
"""Words between marks from which on they count as a quotation, not as a term or a nickname."""


def quotations(content: Content, linked: Linked) -> Iterator[Diagnostic]:
    """Quotations that are not indexed, or not attributed."""
    for article in content.articles:
        yield from _unindexed(article, linked)
    for entry in content.of_kind("quote"):
        if isinstance(entry, Quote) and entry.speaker is None:
            yield warning(
                "quote-unattributed",
                "This quotation has no speaker.",
                entry.origin.location,
                "Add `speaker: person:id`, organization:id or document:id.",
            )


def _unindexed(article: Article, linked: Linked) -> Iterator[Diagnostic]:
    """Quotations without an entry; one whose entry is faulty is told there."""
    body = article.body
    anchors = linked.articles[article.slug].quotations
    near = [(place.start, place.end) for place in linked.near if place.article == article.slug]
    covered = intervals([*((anchor.start, anchor.end) for anchor in anchors), *near])
    for start, end in quoted(body):
        words = body.text[start:end].split()
        if len(words) >= SHORTEST and not covered.overlap(start, end):
            yield warning(
                "quote-unindexed",
                f"No entry covers this quotation: “{_shortened(words)}”",
                body.locate(start, end),
                "Add it to content/quotes.yaml with its speaker.",
            )


def _shortened(words: list[str]) -> str:
    return " ".join(words) if len(words) <= 12 else " ".join(words[:12]) + " …"
