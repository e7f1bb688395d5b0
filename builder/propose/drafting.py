"""Entries that an article asks for, and that its site does not have yet.

In two steps: first names; then, with their entries in the site, quotations and events, for speakers
are known by their entries.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice

from builder.ground.grouping import grouped
from builder.ground.intervals import intervals
from builder.ground.slugs import free_slug
from builder.ground.text import is_english, one_form
from builder.ground.values import replaced
from builder.inspect.quotations.marked import uncovered
from builder.link.anchors.comparing import comparable
from builder.link.names.naming import names_of
from builder.model.annotations import Anchors, Linked
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.entries import Named
from builder.model.refs import Ref
from builder.model.studies import Close, Study
from builder.propose.acronyms import proposed_acronyms, spelled_out
from builder.propose.entries import Known, Proposal
from builder.propose.events import proposed_events
from builder.propose.organizations import proposed_organizations
from builder.propose.people import people
from builder.propose.places import proposed_places
from builder.propose.quotations import proposed_quotations

MOST = 200
"""Quotations, or events, that are proposed at once: for each the text is read through."""


def proposed_names(
    article: Article, close: Close, content: Content, gazetteer: Collection[str]
) -> Iterator[Proposal]:
    """The acronyms that an article spells out, with organizations, places, people named in full.

    Args:
        article: The article.
        close: What its texts mention.
        content: All that the site has.
        gazetteer: The names of countries and cities.
    """
    known = _known(content)
    mentioned = intervals((mention.start, mention.end) for mention in close.body)
    words = spelled_out(article, mentioned, known)
    places = proposed_places(article.body, gazetteer, mentioned, known, _taken(content, "place"))
    yield from places.values()
    named = {**known, **_refs(places)}
    if not is_read_whole(article, content):
        yield from proposed_acronyms(words, named, _taken(content, "acronym"))
        return
    bodies = proposed_organizations(words.values(), named, _taken(content, "organization"))
    named |= _refs(bodies)
    yield from proposed_acronyms(words, named, _taken(content, "acronym"))
    yield from bodies.values()
    taken = _taken(content, "person")
    for person in people(article, (*named, *map(one_form, words.values()))):
        yield Proposal(
            Ref("person", free_slug(person.name, taken, "person")),
            (
                ("name", person.name),
                ("sort_name", person.sort_name),
                ("other_names", person.other_names),
                ("memberships", [{"role": person.post}] if person.post else ""),
            ),
        )


def proposed_passages(
    article: Article, close: Close, content: Content, linked: Linked
) -> Iterator[Proposal]:
    """The quotations of an article, with who said them where that is plain, and what it dates.

    Args:
        article: The article.
        close: What its texts mention.
        content: All that the site has, the people whom the article names among them.
        linked: What linking found in it.
    """
    which = article.slug if len(content.articles) > 1 else ""
    compared = comparable(article.body.text)
    quoted = uncovered(content.by_slug[article.slug], linked)
    quotes = proposed_quotations(quoted, compared, _taken(content, "quote"), which)
    yield from islice(quotes, MOST)
    if is_read_whole(article, content):
        passages = linked.anchors.get(article.slug, Anchors()).passages
        told = intervals((passage.start, passage.end) for passage in passages)
        taken = _taken(content, "event")
        events = proposed_events(article, close.body, compared, told, taken, which)
        yield from islice(events, MOST)


def is_read_whole(article: Article, content: Content) -> bool:
    """Whether an article is in English: in other languages no people and no events are found."""
    return is_english(article.front.language or content.settings.language)


def _known(content: Content) -> Known:
    pairs = ((name.text, entry.ref) for entry in content.of_type(Named) for name in names_of(entry))
    return grouped(dict.fromkeys(pairs))


def _refs(proposals: Mapping[str, Proposal]) -> dict[str, tuple[Ref, ...]]:
    return {name: (one.ref,) for name, one in proposals.items()}


def with_source(
    proposals: Iterable[Proposal], article: Study, content: Content
) -> Iterator[Proposal]:
    """The proposals, with the article as their source where the site asks for one."""
    source = {"title": article.title, "date": article.date[:10]}
    asked = content.settings.check.require_sources
    for one in proposals:
        yield replaced(one, fields=(*one.fields, ("sources", [source]))) if asked else one


def _taken(content: Content, kind: str) -> Counter[str]:
    """The ids of the entries of a kind, in small letters."""
    return Counter(ref.id.casefold() for ref in content.entries if ref.kind == kind)
