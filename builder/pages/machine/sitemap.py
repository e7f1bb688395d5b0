"""The map of the site for search engines."""

from collections.abc import Iterator
from urllib.parse import quote

from builder.ground.urls import Address
from builder.ground.values import name_of
from builder.pages.addresses import further_address
from builder.pages.material import Material
from builder.pages.page import Page
from builder.pages.site import absolute
from builder.pages.views.machine import Sitemap


class SitemapFile(Page, frozen=True):
    """`sitemap.xml`: the pages of the site for readers."""

    pages: tuple[Page, ...]
    material: Material

    @property
    def key(self) -> str:
        """The addresses, and on which days their pages changed."""
        url = self.material.content.settings.url
        return name_of(("sitemap", url, [*self._listed()], self._days()))

    @property
    def view(self) -> Sitemap:
        """The addresses in full."""
        settings, days = self.material.content.settings, self._days()
        # The format wants addresses of ASCII alone (sitemaps.org, "Entity escaping").
        return Sitemap(
            tuple(
                (absolute(settings, Address(quote(address))), days.get(address, ""))
                for address in self._listed()
            )
        )

    def _listed(self) -> Iterator[Address]:
        """The addresses of the pages that readers may want to find."""
        for planned in self.pages:
            if planned.path.endswith("index.html") and planned.template != "redirect.html":
                yield Address(planned.path.removesuffix("index.html"))

    def _days(self) -> dict[Address, str]:
        """The days on which articles and further pages changed last, by address."""
        content, titles = self.material.content, self.material.titles
        days = {titles[article.slug].address: article.changed[:10] for article in content.articles}
        for page in content.pages:
            if page.front.updated:
                days[further_address(page.slug)] = page.front.updated.isoformat()
        return days
