"""The page of one entry: what it is, who speaks of it, what it said and did."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from builder.ground.values import Value, replaced
from builder.model.content import Content
from builder.model.entries import Named, Person
from builder.model.refs import Ref
from builder.model.studies import Said
from builder.pages.addresses import entry_address
from builder.pages.material import Material
from builder.pages.naming import links
from builder.pages.parts import (
    described,
    elsewhere,
    entry_text,
    event,
    picture,
    quotation,
    references,
    sentence,
    summary,
)
from builder.pages.previews import PreviewOf, of_view, refs
from builder.pages.roles import facts, role
from builder.pages.site import head
from builder.pages.sorting import findable
from builder.pages.views.entries import EntryPage
from builder.pages.views.mentions import Mentions
from builder.pages.views.previews import Preview

Relations = Mapping[Ref, tuple[Ref, ...]]


class EntryFrame(Value, frozen=True):
    """The page of an entry without the sentences about its `subject`, which may be many.

    `previews` are the cards of what its texts link to.
    """

    page: EntryPage
    subject: Ref
    previews: tuple[Preview, ...]


EntryFrames = Callable[[Ref], EntryFrame]
"""From an entry that has a page to the frame of it, which is made once."""


def entry_frame(
    material: Material,
    entry: Named,
    related: tuple[Ref, ...],
    together: tuple[Ref, ...],
    preview_of: PreviewOf,
) -> EntryFrame:
    """All of an entry's page but the sentences.

    `related` are the entries it refers to or that refer to it, `together` the people that are
    mentioned with it.
    """
    subject = material.subject(entry.ref)
    line, until = role(material, entry, material.day)
    prose = described(entry)
    about = prose.text if prose else getattr(entry, "expansion", "")
    known = facts(material, entry)
    told = {fact.value.address for fact in known}
    page = EntryPage(
        head=head(material, entry_address(entry.ref), entry.label, about),
        ref=str(entry.ref),
        kind=entry.ref.kind,
        label=_titled(entry),
        line=line,
        until=until,
        other_names=tuple((other.name, other.note) for other in entry.other_names),
        facts=known,
        picture=picture(material, entry.image),
        summary=summary(material, entry),
        body=entry_text(material, entry, "body"),
        mentions=(),
        quotations=tuple(quotation(material, quote) for quote in material.said.get(entry.ref, ())),
        events=tuple(event(material, happened) for happened in material.happened.get(subject, ())),
        together=links(material, together),
        related=tuple(
            one for one in links(material, findable(material, related)) if one.address not in told
        ),
        links=elsewhere(entry),
        identifiers=tuple(entry.identifiers.items()),
        sources=references(entry.sources),
    )
    previews = of_view(page, preview_of)
    return EntryFrame(replaced(page, previews=refs(previews)), subject, previews)


def entry_page(material: Material, frame: EntryFrame, articles: Sequence[str]) -> EntryPage:
    """The page of one entry, with the sentences of all articles, by slug, that mention it."""
    found = zip(articles, material.reader.said(articles, frame.subject), strict=True)
    return replaced(
        frame.page,
        mentions=tuple(_mentions(material, slug, said) for slug, said in found),
    )


def _mentions(material: Material, slug: str, said: Iterable[Said]) -> Mentions:
    title = material.titles[slug]
    sentences = tuple(sentence(one, title.address) for one in said)
    return Mentions(title, material.articles[slug].date, sentences)


def _titled(entry: Named) -> str:
    prefix = entry.honorific_prefix if isinstance(entry, Person) else ""
    return f"{prefix} {entry.label}" if prefix else entry.label


def relations(content: Content) -> Relations:
    """For every entry, first the entries it refers to, then those that refer to it, each once."""
    related: dict[Ref, dict[Ref, None]] = defaultdict(dict)
    named = content.of_type(Named)
    paged = {entry.ref for entry in named}
    pairs = [
        (entry.ref, other)
        for entry in named
        for _, other in entry.references
        if other in paged and other != entry.ref
    ]
    for one, other in (*pairs, *((other, one) for one, other in pairs)):
        related[one].setdefault(other)
    return {ref: tuple(others) for ref, others in related.items()}
