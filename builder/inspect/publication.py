"""Whether articles are published: dates that contradict each other, drafts alone, none."""

from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, Location, Related, warning
from builder.inspect.dates.lives import contradiction
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.entries import Event, Quote


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


def without_articles(content: Content) -> Iterator[Diagnostic]:
    """`only-drafts` or `no-article`: readers find no article.

    Where quotations or events look for their words, these have asked for one (`unknown-article`).
    """
    drafts = content.withheld.articles
    is_all_read = all(ref.kind != "article" for ref in content.unread)
    if content.articles or not is_all_read:
        return
    if not drafts and not content.of_type(Quote) and not content.of_type(Event):
        yield warning(
            "no-article",
            "The site has no article, so its front page is empty.",
            Location("site.yaml"),
            "Put one into content/, in a file whose name ends in .md.",
        )
    if drafts:
        yield warning(
            "only-drafts",
            "Every article is a draft, so the front page is empty.",
            Location(min(draft.path for draft in drafts)),
            "Take out `draft: true` to publish it; --drafts builds drafts too.",
        )
