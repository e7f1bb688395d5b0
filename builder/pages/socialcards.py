"""Which articles have a social card, what stands on it, and which letters can be drawn."""

from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, warning
from builder.ground.urls import Address
from builder.ground.values import name_of
from builder.model.settings import Settings
from builder.model.studies import Study
from builder.pages.material import Material
from builder.pages.page import OfArticle
from builder.pages.site import absolute, direction
from builder.pages.views.machine import Inscription, SocialCard

LETTERS = {
    "Noto Serif": (
        (0x20, 0x3E1),  # Latin, Greek
        (0x3F0, 0x52F),  # Cyrillic
        (0x1E00, 0x1FFF),  # Vietnamese, old Greek
        (0x2000, 0x2028),  # punctuation
        (0x202F, 0x206F),
        (0x20A0, 0x20BF),  # currencies
        (0x2100, 0x214F),
    ),
    "Amiri": (
        (0x20, 0x17F),
        (0x606, 0x6FF),  # Arabic
        (0x750, 0x77F),
        (0x200C, 0x2015),
        (0x2018, 0x201E),
        (0x2020, 0x2022),
        (0x2026, 0x2026),
        (0x2039, 0x203A),
    ),
}
"""The fonts, and the first and last of each run of characters that are sure to be in them."""
_HINT = "The fonts have Latin, Greek and Cyrillic letters, or Arabic ones with Latin among them."


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
        return SocialCard(
            _inscription(self.article.title, self.article.language or settings.language),
            _inscription(settings.title, settings.language),
            _inscription(settings.url.partition("://")[2].strip("/"), "en"),
            self.material.site.accent,
        )


def social_cards(material: Material) -> Iterator[SocialCardFile]:
    """The cards of a site."""
    for article in material.content.articles:
        if has_card(material.content.settings, article):
            yield SocialCardFile(_address(article), "", article, material)


def card_faults(material: Material) -> Iterator[Diagnostic]:
    """Warnings of what cannot be drawn, whether the site has an address yet or not."""
    settings = material.content.settings
    if char := _missing(settings.title):
        place = settings.origin.at("title")
        sentence = f"Social cards leave out the name of the site: their font has no “{char}”."
        yield warning("card-undrawable", sentence, place, _HINT)
    for article in material.content.articles:
        if article.image is None and (char := _missing(article.title)):
            yield warning(
                "card-undrawable",
                f"This article is shared without a picture of its headline: no font has “{char}”.",
                material.reader.article(article.slug).at("title"),
                f"Give the article an `image`, and that is shared. {_HINT}",
            )


def has_card(settings: Settings, article: Study) -> bool:
    """Whether an article has a card: it has no picture, and the site has an address."""
    is_wanted = settings.social_cards and settings.url and article.image is None
    return bool(is_wanted) and not _missing(article.title)


def card_of(settings: Settings, article: Study) -> str:
    """The full address of an article's card; "" where it has none."""
    return absolute(settings, _address(article)) if has_card(settings, article) else ""


def _address(article: Study) -> Address:
    return Address(f"cards/{article.slug}.png")


def _inscription(text: str, language: str) -> Inscription:
    """A text with the font for it; nothing where no font has all of its letters."""
    drawable = "" if _missing(text) else " ".join(text.split())
    return Inscription(drawable, _font(text), direction(language))


def _missing(text: str) -> str:
    """The first character of a text that its font lacks; "" where it has them all."""
    runs, drawn = LETTERS[_font(text)], "".join(text.split())
    lacking = (c for c in drawn if not any(first <= ord(c) <= last for first, last in runs))
    return next(lacking, "")


def _font(text: str) -> str:
    return "Amiri" if any("\u0600" <= char <= "\u077f" for char in text) else "Noto Serif"
