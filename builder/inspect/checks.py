"""All checks of content, in one call."""

from collections.abc import Mapping

from builder.ground.diagnostics import Diagnostic
from builder.inspect.dates.events import events
from builder.inspect.dates.lives import lives
from builder.inspect.dates.repeated import repeated_events
from builder.inspect.identifiers import identifiers
from builder.inspect.names.everyday import everyday_names
from builder.inspect.names.rivals import rivals
from builder.inspect.names.scripts import mixed_scripts
from builder.inspect.names.unused import unused
from builder.inspect.pictures import pictures
from builder.inspect.publication import without_articles
from builder.inspect.quotations.marked import quotations
from builder.inspect.quotations.speakers import speakers
from builder.inspect.references import references
from builder.inspect.sourcing import unsourced
from builder.model.annotations import Linked
from builder.model.content import Content


def inspect(content: Content, linked: Linked, media: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """What a careful colleague would remark on, once everything is read and linked.

    Args:
        content: The site, without the drafts that are left out.
        linked: Its annotations.
        media: The digests of the pictures under content/, by path.
    """
    return (
        *without_articles(content),
        *references(content),
        *rivals(content),
        *quotations(content, linked),
        *speakers(content, linked),
        *(remark for article in content.articles for remark in article.remarks),
        *unused(content, linked),
        *mixed_scripts(content),
        *everyday_names(content),
        *events(content, linked),
        *repeated_events(content),
        *lives(content),
        *unsourced(content),
        *identifiers(content),
        *pictures(content, media),
    )
