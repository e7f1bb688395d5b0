"""What names an article's page, without making it: the keys of all that it is made of.

An article's page is made of its file, its mentions, and the cards, events and quotations that stand
beside it. Each of these has a key of its own, made once; so what names a page costs little.
"""

from functools import cache
from typing import Any

from builder.ground.values import name_of
from builder.model.annotations import Anchors
from builder.model.entries import Event, Person
from builder.model.refs import Ref
from builder.model.studies import Study
from builder.pages.links import leading
from builder.pages.material import Material
from builder.pages.parts import event, link, picture
from builder.pages.previews import Made


class Keys:
    """The keys of what stands on the pages of articles."""

    def __init__(self, material: Material, made: Made) -> None:
        """Keys for this material, with the cards of its entries."""
        settings = material.content.settings
        self._material = material
        self._made = made
        self._site = name_of((material.site, settings.url, settings.language))
        self._card: Any = cache(self._card_of)
        self._event: Any = cache(self._event_of)

    def article(self, article: Study) -> str:
        """What names the page of an article."""
        material = self._material
        entries = dict.fromkeys(ref for n in article.names for ref in (n.ref, n.subject))
        quotes = material.quoted.get(article.slug, ())
        return name_of(
            (
                "article",
                article.slug,
                self._site,
                material.address(article),
                article.digest,
                article.marks,
                article.anchor,
                [self._card(ref) for ref in (*entries, *article.linked)],
                [self._event(told.ref) for told in material.told.get(article.slug, ())],
                [(material.linked.quotes[q.ref], link(material, q.speaker)) for q in quotes],
                material.linked.anchors.get(article.slug, Anchors()),
                leading(material, article),
                picture(material, article.image),
            )
        )

    def _card_of(self, ref: Ref) -> str:
        """Of a person also the posts: which of them counts, the day of the article decides."""
        entry = self._material.content.entries.get(ref)
        posts = entry.memberships if isinstance(entry, Person) else ()
        held = [(post, link(self._material, post.organization)) for post in posts]
        return name_of((self._made(ref), held))

    def _event_of(self, ref: Ref) -> str:
        told = self._material.content.entries[ref]
        return name_of(event(self._material, told)) if isinstance(told, Event) else ""
