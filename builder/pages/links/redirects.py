"""Pages at old addresses, which lead to where things stand now."""

from collections.abc import Iterator

from builder.ground.diagnostics import Location
from builder.ground.urls import Address, output_path
from builder.ground.values import replaced
from builder.model.entries import Named
from builder.model.refs import Ref
from builder.pages.addresses import entry_address, further_address
from builder.pages.material import Material
from builder.pages.page import Page, ViewPage
from builder.pages.site import absolute, head
from builder.pages.views.further import RedirectPage


def redirect_pages(material: Material) -> Iterator[Page]:
    """A page at every old address."""
    for alias, target, place in _aliases(material):
        yield _redirect(material, alias, target, place)


def _aliases(material: Material) -> Iterator[tuple[Address, Address, Location]]:
    """Each old address, the one it leads to, and where it is written.

    The address that an article has among others may be given to it as soon as it stands alone.
    """
    content = material.content
    for article in content.articles:
        address = material.address(article)
        for alias, place in article.aliases:
            if (old := _old(alias)) != address:
                yield old, address, place
    for further in content.pages:
        for index, alias in enumerate(further.front.aliases):
            address = further_address(further.slug)
            yield _old(alias), address, further.at(f"aliases[{index}]")
    for entry in content.of_type(Named):
        for index, alias in enumerate(entry.aliases):
            old = former_address(entry.ref.kind, alias)
            yield old, entry_address(entry.ref), entry.at(f"aliases[{index}]")


def former_address(kind: str, alias: str) -> Address:
    """The address that an alias of an entry means: a former id of its kind, or a whole address."""
    return _old(alias) if "/" in alias else entry_address(Ref(kind, alias))


def _old(alias: str) -> Address:
    """The address that an alias of a page means; without a file's ending it is a folder."""
    old = alias.strip("/")
    return Address(old if old.endswith(".html") else f"{old}/")


def _redirect(material: Material, old: Address, target: Address, place: Location) -> Page:
    settings = material.content.settings

    def make() -> RedirectPage:
        about = head(material, old, "Moved")
        return RedirectPage(replaced(about, canonical=absolute(settings, target)), target)

    return ViewPage(output_path(old), "redirect.html", make, origin=place)
