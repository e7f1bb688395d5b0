"""Previews: for every entry that a page links to in its texts, a card with what it is."""

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

from builder.link.sentences import sentences
from builder.model.articles import Article
from builder.model.entries import Named
from builder.model.prose import Prose
from builder.model.refs import Ref
from builder.pages.material import Material, one_line
from builder.pages.parts import picture
from builder.pages.roles import line, until
from builder.pages.views import ArticlePage, Preview, Text

SENTENCES = 2

Previews = Callable[[tuple[object, ...], Article | None], tuple[Preview, ...]]


def previews(material: Material) -> Previews:
    """A function from a view to the cards of all entries that its texts link to, each once.

    The page of an entry has none of itself.

    Where the view is an article's, its cards tell how often it names and quotes the entry. They
    leave the other articles out, so that a change in one does not make the pages of all anew.
    """

    @cache
    def made(ref: Ref) -> Preview | None:
        entry = material.content.entries.get(ref)
        return _preview(material, entry) if isinstance(entry, Named) else None

    def of(view: tuple[object, ...], article: Article | None) -> tuple[Preview, ...]:
        own = getattr(view, "ref", "")
        refs = [
            Ref(*ref.split(":", 1)) for ref in dict.fromkeys(_linked(_shown(view))) if ref != own
        ]
        cards = [(ref, card) for ref in refs if (card := made(ref))]
        if article is None:
            return tuple(card for _, card in cards)
        mentions, quotations = _counts(material, article)
        return tuple(
            _as_of(material, article, ref, card)._replace(
                mentions=mentions[material.subject(ref)], quotations=quotations[ref]
            )
            for ref, card in cards
        )

    return of


def _shown(view: tuple[object, ...]) -> tuple[object, ...]:
    """What a page shows of its view, in the order of reading; an article lists entries by name."""
    if isinstance(view, ArticlePage):
        return (view.standfirst, view.key_points, view.body)
    return view


def _linked(value: tuple[object, ...]) -> Iterator[str]:
    """The entries to which texts anywhere in a value link, in order."""
    for item in value:
        if type(item) is Text:
            yield from (s.ref for s in item.spans if s.role == "mention" and s.address)
        elif isinstance(item, tuple):
            yield from _linked(item)


def _counts(material: Material, article: Article) -> tuple[Counter[Ref], Counter[Ref]]:
    """How often an article names each subject, and how often it quotes each speaker."""
    mentions = Counter(m.subject for m in material.linked.articles[article.slug].mentions)
    quotations = Counter(
        speaker
        for speaker, quotes in material.said.items()
        for quote in quotes
        if (found := material.linked.quotes.get(quote.ref)) and found.article == article.slug
    )
    return mentions, quotations


def _as_of(material: Material, article: Article, ref: Ref, card: Preview) -> Preview:
    """A card with a person's role on the day of an article."""
    if ref.kind != "person":
        return card
    entry, day = material.content.entries[ref], article.anchor
    return card._replace(line=line(material, entry, day), until=until(entry, day))


def _preview(material: Material, entry: Named) -> Preview:
    described = getattr(entry, "summary", None) or getattr(entry, "definition", None)
    return Preview(
        ref=str(entry.ref),
        label=entry.label,
        line=line(material, entry, material.day),
        until=until(entry, material.day),
        summary=_opening(described) if isinstance(described, Prose) else "",
        picture=picture(material, entry.image),
        mentions=0,
        quotations=0,
    )


def _opening(prose: Prose) -> str:
    """The first sentences of a text, as plain words."""
    spans = islice(sentences(prose), SENTENCES)
    return " ".join(one_line(prose.text[start:end]) for start, end in spans)
