"""Dates of an article that contradict each other."""

from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, Related, warning
from builder.model.articles import Article


def publication(article: Article) -> Iterator[Diagnostic]:
    """`contradicting-dates`: what changed the article before it was published."""
    front = article.front
    changes = [("updated", front.updated, "The article was changed before it was published.")]
    for index, correction in enumerate(front.corrections):
        field = f"corrections[{index}].date"
        changes.append((field, correction.date, "This correction is older than the article."))
    for field, day, message in changes:
        if day and day.isoformat() < front.date[:10]:
            yield warning(
                "contradicting-dates",
                message,
                article.at(field),
                "Correct one of the two dates.",
                Related(article.at("date"), "the publication"),
            )
