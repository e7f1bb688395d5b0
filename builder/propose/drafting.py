"""Entries that an article asks for, and that its site does not have yet.

First its names. What asks who said a quotation knows people by their entries: so quotations and
events are proposed when the site has these.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from builder.ground.intervals import intervals
from builder.ground.slugs import free_slug
from builder.ground.text import is_english
from builder.ground.values import replaced
from builder.inspect.names.naming import every_name
from builder.inspect.quotations.marked import uncovered
from builder.inspect.quotations.proposing import quotation_fields, quotation_id
from builder.link.anchors.anchoring import TextQuoteSelector, occurrences
from builder.link.anchors.comparing import Comparable, comparable
from builder.model.annotations import Anchors, Linked
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.refs import Ref
from builder.model.studies import Close, Marked, Study
from builder.propose.acronyms import proposed_acronyms
from builder.propose.entries import Proposal
from builder.propose.events import proposed_events
from builder.propose.people import people


def proposed_names(article: Article, close: Close, content: Content) -> Iterator[Proposal]:
    """The acronyms that an article spells out, and the people whom it names in full.

    Args:
        article: The article.
        close: What its texts mention.
        content: All that the site has.
    """
    known = every_name(content)
    mentioned = intervals((mention.start, mention.end) for mention in close.body)
    yield from proposed_acronyms(article, mentioned, known, _taken(content, "acronym"))
    if _is_english(article, content):
        taken = _taken(content, "person")
        for person in people(article, known):
            id_ = free_slug(person.name, taken, "person")
            yield Proposal(
                Ref("person", id_),
                (
                    ("name", person.name),
                    ("sort_name", person.sort_name),
                    ("other_names", person.other_names),
                    ("memberships", [{"role": person.post}] if person.post else ""),
                ),
            )


def proposed_passages(article: Article, content: Content, linked: Linked) -> Iterator[Proposal]:
    """The quotations of an article, with who said them where that is plain, and what it dates.

    Args:
        article: The article.
        content: All that the site has, the people whom the article names among them.
        linked: What linking found in it.
    """
    which = article.slug if len(content.articles) > 1 else ""
    taken = _taken(content, "quote")
    compared = comparable(article.body.text)
    for found in uncovered(content.by_slug[article.slug], linked):
        if not _is_found(found, article.body.text, compared):
            continue
        fields = quotation_fields(found, which, "")
        yield Proposal(Ref("quote", quotation_id(found, taken)), tuple(fields.items()))
    if _is_english(article, content):
        passages = linked.anchors.get(article.slug, Anchors()).passages
        told = intervals((passage.start, passage.end) for passage in passages)
        yield from proposed_events(article, told, _taken(content, "event"), which)


def with_source(
    proposals: Iterable[Proposal], article: Study, content: Content
) -> Iterator[Proposal]:
    """The proposals, with the article as their source where the site asks for one."""
    source = {"title": article.title, "date": article.date[:10]}
    asked = content.settings.check.require_sources
    for one in proposals:
        yield replaced(one, fields=(*one.fields, ("sources", [source]))) if asked else one


def _is_found(quoted: Marked, text: str, compared: Comparable) -> bool:
    """Whether its entry would find the quotation, and no other words: else it would be an error."""
    selector = TextQuoteSelector((quoted.words,), quoted.prefix, quoted.suffix)
    return len(list(islice(occurrences(selector, text, compared), 2))) == 1


def _is_english(article: Article, content: Content) -> bool:
    return is_english(article.front.language or content.settings.language)


def _taken(content: Content, kind: str) -> Counter[str]:
    """The ids of the entries of a kind, in small letters."""
    return Counter(ref.id.casefold() for ref in content.entries if ref.kind == kind)
