"""Which articles have a social card, and what stands on it."""

from collections.abc import Iterator

from builder.ground.urls import Address
from builder.ground.values import name_of
from builder.model.settings import Settings
from builder.model.studies import Study
from builder.pages.material import Material
from builder.pages.page import OfArticle
from builder.pages.site import absolute
from builder.pages.views.machine import SocialCard


class SocialCardFile(OfArticle, frozen=True):
    """`cards/<slug>.png`."""

    material: Material

    @property
    def key(self) -> str:
        """What stands on it."""
        return name_of(("card", self.view))

    @property
    def view(self) -> SocialCard:
        """The headline, the site, and where that is."""
        settings = self.material.content.settings
        address = settings.url.partition("://")[2].strip("/")
        accent = self.material.site.accent
        return SocialCard(self.article.title, settings.title, address, accent, self.article.path)


def social_cards(material: Material) -> Iterator[SocialCardFile]:
    """The cards of a site."""
    for article in material.content.articles:
        if has_card(material.content.settings, article):
            yield SocialCardFile(_address(article), "", article, material)


def has_card(settings: Settings, article: Study) -> bool:
    """Whether an article has one: it has no picture of its own, and networks can be told where."""
    return bool(settings.social_cards and settings.url) and article.image is None


def card_of(settings: Settings, article: Study) -> str:
    """The full address of an article's card; "" where it has none."""
    return absolute(settings, _address(article)) if has_card(settings, article) else ""


def _address(article: Study) -> Address:
    return Address(f"cards/{article.slug}.png")
