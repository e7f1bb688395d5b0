"""Previews: for every entry that a page links to in its texts, a card with what it is."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice

from builder.ground.values import Value, contents, replaced
from builder.link.sentences import one_line, sentences
from builder.model.entries import Named, Person
from builder.model.prose import Prose
from builder.model.refs import Ref
from builder.model.studies import Study
from builder.pages.material import Material
from builder.pages.parts import described, picture
from builder.pages.roles import role
from builder.pages.views.links import Link
from builder.pages.views.previews import Preview
from builder.pages.views.quotations import QuoteItem
from builder.pages.views.site import Head
from builder.pages.views.texts import Text

SENTENCES = 2

_BARE = (str, Head, Link, QuoteItem)
"""Types of which views are full, and in which no text stands that could link."""

_NESTED = (Value, tuple)

PreviewOf = Callable[[Ref], Preview | None]
"""From an entry to its card; None for one without names."""


def previewing(material: Material) -> PreviewOf:
    """A function from entries to their cards, each made once."""

    @cache
    def preview_of(ref: Ref) -> Preview | None:
        entry = material.content.entries.get(ref)
        if not isinstance(entry, Named):
            return None
        prose = described(entry)
        return preview(material, entry, _opening(prose) if prose else "")

    return preview_of


def refs(previews: Iterable[Preview]) -> tuple[str, ...]:
    """The entries that cards are of."""
    return tuple(card.ref for card in previews)


def of_view(view: Value, preview_of: PreviewOf) -> tuple[Preview, ...]:
    """The cards of all entries that the texts of a view link to, but not that of its own entry."""
    own = getattr(view, "ref", "")
    refs = (Ref.parse(ref) for ref in dict.fromkeys(_linked(view)) if ref != own)
    return tuple(card for ref in refs if (card := preview_of(ref)))


def of_article(material: Material, article: Study, preview_of: PreviewOf) -> tuple[Preview, ...]:
    """The cards of all entries that an article links to, with how often it names and quotes them.

    They leave the other articles out, so that a change in one does not make the pages of all anew.
    """
    met = material.content.met(article)
    mentions: Counter[Ref] = Counter()
    for naming in article.names:
        mentions[met[naming.subject]] += naming.times
    quotations = Counter(quote.speaker for quote in material.quoted.get(article.slug, ()))
    linked = [met[place] for place in article.linked]
    return tuple(
        replaced(
            _as_of(material, article, ref, card),
            mentions=mentions[material.subject(ref)],
            quotations=quotations[ref],
        )
        for ref in linked
        if (card := preview_of(ref))
    )


def _as_of(material: Material, article: Study, ref: Ref, card: Preview) -> Preview:
    """A card with a person's role on the day of an article; no other role depends on a day."""
    entry, day = material.content.entries[ref], article.anchor
    if not isinstance(entry, Person) or not entry.memberships:
        return card
    line, until = role(material, entry, day)
    return replaced(card, line=line, until=until)


def _linked(value: Value | tuple[object, ...]) -> Iterator[str]:
    """The entries to which texts anywhere in a value link, in order."""
    for item in contents(value) if isinstance(value, Value) else value:
        if not item or type(item) in _BARE:  # by far the most
            continue
        if type(item) is Text:
            yield from (s.ref for s in item.spans if s.role == "mention" and s.address)
        elif isinstance(item, _NESTED):
            yield from _linked(item)


def preview(material: Material, entry: Named, summary: str) -> Preview:
    """The card of an entry, with this summary."""
    line, until = role(material, entry, material.day)
    return Preview(
        ref=str(entry.ref),
        label=entry.label,
        line=line,
        until=until,
        summary=summary,
        picture=picture(material, entry.image),
        mentions=0,
        quotations=0,
    )


def _opening(prose: Prose) -> str:
    """The first sentences of a text, as plain words."""
    spans = islice(sentences(prose), SENTENCES)
    return " ".join(one_line(prose.text[start:end]) for start, end in spans)
