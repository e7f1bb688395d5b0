"""Whether articles are published: dates that contradict each other, and drafts alone."""

from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, Location, Related, warning
from builder.inspect.dates.lives import contradiction
from builder.model.articles import Article
from builder.model.content import Content


def publication(article: Article) -> Iterator[Diagnostic]:
    """`contradicting-dates`: what changed the article before it was published."""
    front = article.front
    changes = [("updated", front.updated, "The article was changed before it was published.")]
    for index, correction in enumerate(front.corrections):
        field = f"corrections[{index}].date"
        changes.append((field, correction.date, "This correction is older than the article."))
    for field, day, message in changes:
        if day and day.isoformat() < front.date[:10]:
            published = Related(article.at("date"), "the publication")
            yield contradiction(message, article.at(field), published)


def only_drafts(content: Content) -> Iterator[Diagnostic]:
    """`only-drafts`: all articles are left out, and readers find none."""
    drafts = content.withheld.articles
    is_all_read = all(ref.kind != "article" for ref in content.unread)
    if drafts and not content.articles and is_all_read:
        yield warning(
            "only-drafts",
            "Every article is a draft, so the front page is empty.",
            Location(min(draft.path for draft in drafts)),
            "Take out `draft: true` to publish it; --drafts builds drafts too.",
        )
