"""Entries that drafts alone lead to: their pages would tell what is not to be known yet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from builder.ground.urls import Address, output_path
from builder.link.names.naming import names_of
from builder.model.annotations import Standing, TextKey, mentioned
from builder.model.content import Content
from builder.model.entries import Named
from builder.model.refs import Ref
from builder.model.studies import Searched
from builder.pages.addresses import entry_address
from builder.pages.links.redirects import former_address
from builder.pages.links.resolving import written

_MEANT_ALONE = "unused-entry"
"""An entry that ignores this is to be published though nothing names it."""

_Ways = Mapping[str, set[Ref]]
"""From the owner of a text, or an entry as `kind:id`, to the entries that it leads to."""


def only_drafts_lead_to(
    content: Content, texts: Mapping[TextKey, Searched], waiting: frozenset[Ref]
) -> frozenset[Ref]:
    """The entries with names that a draft leads to, and nothing that is published.

    What names an entry, refers to it or links to its page leads to it, and so to all that the entry
    leads to. A name that stands in a draft unlinked counts as well: a page is withheld rather once
    too often.

    Args:
        content: The site with its drafts.
        texts: What is in the texts of entries and further pages.
        waiting: The quotations and events that are withheld with a draft.
    """
    drafts = _drafts(content, texts)
    ways = _ways(content, texts)
    named = content.of_type(Named)
    standing = {name for found in drafts.values() for name in found.names}
    held = {e.ref for e in named if any(name.text in standing for name in names_of(e))}
    hidden = {*drafts, *map(str, waiting)}
    reached = held | _reached(hidden | set(map(str, held)), ways)
    doubtful = {e.ref for e in named if e.ref in reached and _MEANT_ALONE not in e.ignore}
    published = ways.keys() - hidden - set(map(str, doubtful))
    return frozenset(doubtful - _reached(published, ways))


def _drafts(content: Content, texts: Mapping[TextKey, Searched]) -> dict[str, Standing]:
    """The names that stand in drafts, by what names these."""
    articles = {article.owner: article.standing for article in content.articles if article.draft}
    pages = (page.owner for page in content.pages if page.front.draft)
    return articles | {owner: texts[TextKey(owner, "body")].standing for owner in pages}


def _reached(start: Iterable[str], ways: _Ways) -> set[Ref]:
    """All entries that these lead to, directly or through other entries."""
    found: set[Ref] = set()
    todo = list(start)
    while todo:
        new = ways.get(todo.pop(), set()) - found
        found |= new
        todo.extend(map(str, new))
    return found


def _ways(content: Content, texts: Mapping[TextKey, Searched]) -> _Ways:
    ways: dict[str, set[Ref]] = defaultdict(set)
    at = _by_path(content)
    for item in content.settings.nav:
        ways["site.yaml"].update(_linked([item.url], at))
    for article in content.articles:
        ways[article.owner].update(
            content.met(article), _linked((a.href for a in article.links), at)
        )
    for key, found in texts.items():
        ways[key.owner].update(mentioned(found.mentions))
    for key, _, prose in content.texts:
        ways[key.owner].update(_linked((href for _, href in written(prose)), at))
    for entry in content.entries.values():
        ways[str(entry.ref)].update(ref for _, ref in entry.references)
    return ways


def _by_path(content: Content) -> Mapping[str, Ref]:
    """The entries by the files of their pages, and by those of the redirects to them."""
    former = {
        output_path(former_address(entry.ref.kind, alias)): entry.ref
        for entry in content.of_type(Named)
        for alias in entry.aliases
    }
    return former | {output_path(entry_address(ref)): ref for ref in content.entries}


def _linked(hrefs: Iterable[str], at: Mapping[str, Ref]) -> Iterator[Ref]:
    """The entries to whose pages these addresses lead."""
    addresses = (Address(href.partition("#")[0].lstrip("/")) for href in hrefs)
    return (at[path] for path in map(output_path, addresses) if path in at)
