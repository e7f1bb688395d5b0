"""The keys of article and entry pages, made of the keys of their parts without making the pages.

An article's page is made of its file, its mentions, and the cards, events and quotations that stand
beside it. Each of these has a key of its own, made once; so the key of a page costs little. A page
has a second key that leaves its cards out: where that one stays, only the cards are made anew.
"""

from collections.abc import Callable
from functools import cache

from builder.ground.values import name_of, replaced
from builder.model.entries import Event, Named, Person
from builder.model.refs import Ref
from builder.model.studies import Met, Study
from builder.pages.census import Census
from builder.pages.entry import EntryFrame
from builder.pages.links.resolving import article_targets
from builder.pages.material import Material
from builder.pages.naming import link
from builder.pages.parts import described, event, picture
from builder.pages.previews import preview


class Keys:
    """The keys of the pages of articles and entries, and of what stands on them."""

    def __init__(self, material: Material, census: Census) -> None:
        """Keys for this material, of which this is the census."""
        content, settings = material.content, material.content.settings
        is_alone = len(content.articles) == 1  # it stands on the front page then
        self._material = material
        self._census = census
        about = (settings.url, settings.language, settings.social_cards)
        self._site = name_of((material.site, about, is_alone))
        self._cards = cache(self._card_of)
        self._names = cache(self._named_of)
        self._events = cache(self._event_of)

    def article(self, article: Study) -> str:
        """The key of an article's page."""
        return self._article(article, self._cards)

    def article_without_cards(self, article: Study) -> str:
        """The key of an article's page without its cards."""
        return self._article(article, self._names)

    def _article(self, article: Study, of_entries: Callable[[Met], str]) -> str:
        material = self._material
        quotes = material.quoted.get(article.slug, ())
        return name_of(
            (
                "article",
                article.slug,
                self._site,
                material.address(article),
                article.digest,
                article.mentions_digest,
                (article.date, article.changed),  # in the site's time zone
                article.anchor,
                [*map(of_entries, article.met)],
                [self._events(told.ref) for told in material.told.get(article.slug, ())],
                [(material.linked.quotes[q.ref], link(material, q.speaker)) for q in quotes],
                material.anchors(article),
                article_targets(material, article),
                picture(material, article.image),
            )
        )

    def entry(self, frame: EntryFrame) -> str:
        """The key of an entry's page."""
        return name_of(("entry", frame, self._site, self._census.of(frame.subject).sentences))

    def entry_without_cards(self, frame: EntryFrame) -> str:
        """The key of an entry's page without its cards."""
        return self.entry(replaced(frame, previews=()))

    def _card_of(self, one: Met) -> str:
        """The key of all that an article's page says of an entry: its name, role and card."""
        entry = self._entry(one)
        if entry is None:
            return ""
        prose = described(entry)
        shown = (prose.digest if prose else "", picture(self._material, entry.image))
        return name_of((self._names(one), shown))

    def _named_of(self, one: Met) -> str:
        """The key of what an article's page says of an entry outside its card: its name and role.

        A person's role is the post held on the day of the article: so all posts belong to it.
        """
        entry = self._entry(one)
        if entry is None:
            return ""
        shown = replaced(preview(self._material, entry, ""), picture=None)
        posts = entry.memberships if isinstance(entry, Person) else ()
        held = [(post, link(self._material, post.organization)) for post in posts]
        return name_of((shown, held))

    def _entry(self, one: Met) -> Named | None:
        """An entry with names, as studies name it; None for another."""
        content = self._material.content
        entry = content.entries.get(content.ref(one))
        return entry if isinstance(entry, Named) else None

    def _event_of(self, ref: Ref) -> str:
        entry = self._material.content.entries[ref]
        return name_of(event(self._material, entry)) if isinstance(entry, Event) else ""
