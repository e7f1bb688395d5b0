"""The plan: every file of the site, as a value, before a byte of it is written."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from builder.ground.diagnostics import Diagnostic, Location, Related, error
from builder.ground.urls import Address
from builder.model.annotations import Linked
from builder.model.articles import FurtherPage
from builder.model.content import Content
from builder.model.entries import Named
from builder.model.pictures import picture_path
from builder.model.refs import PAGED
from builder.model.settings import Settings
from builder.pages.accent import accent_faults, is_colour, style
from builder.pages.addresses import METHOD, QUOTES, TIMELINE, anchor, entry_address, index_address
from builder.pages.article import article_page, front_page
from builder.pages.broken import broken
from builder.pages.entry import entry_page, relations
from builder.pages.linkeddata import linked_data
from builder.pages.lists import (
    further_page,
    index_page,
    method_page,
    quotes_page,
    timeline_page,
)
from builder.pages.machine import data_pages, map_pages
from builder.pages.material import Material, gather
from builder.pages.previews import previews
from builder.pages.redirects import redirect_pages
from builder.pages.site import head, site
from builder.pages.together import companions
from builder.pages.views import ArticlePage, EntryPage, Media, Page, PlainPage

SITE_STYLE = "assets/site.css"
_TEMPLATES = {"term": "glossary.html", "acronym": "acronyms.html"}


def plan(
    content: Content, linked: Linked, media: Mapping[str, str], assets: Mapping[str, str]
) -> tuple[tuple[Page, ...], tuple[Diagnostic, ...]]:
    """Every file of the site, ordered by path, and what cannot be: collisions, broken links.

    Args:
        content: What the editor wrote; drafts that are not to be published are not in it.
        linked: Its annotations.
        media: The digests of the pictures under content/, by path.
        assets: The digests of the theme's files, by path under templates/ (`assets/style.css`).
    """
    material = gather(content, linked, site(content), media)
    owned = [
        (_with_data(page, content.settings), location)
        for page, location in _with_previews(material, _pages(material))
    ]
    readable = tuple(page for page, _ in owned)
    owned += [(page, Location("site.yaml")) for page in map_pages(material, readable)]
    owned += [(page, Location("site.yaml")) for page in _copies(material, assets)]
    pages = tuple(sorted((page for page, _ in owned), key=lambda page: page.path))
    diagnostics = (
        *accent_faults(content.settings),
        *_collisions(owned),
        *broken(content, pages, _anchors(material, pages)),
    )
    return pages, diagnostics


def _pages(material: Material) -> Iterator[tuple[Page, Location]]:
    """Every page, with the place in the sources that it comes from."""
    content = material.content
    settings = Location("site.yaml")
    for article in content.articles:
        path = material.address(article) + "index.html"
        yield Page(path, "article.html", article_page(material, article)), Location(article.path)
    if len(content.articles) != 1:
        yield Page("index.html", "front.html", front_page(material)), settings
    related, together = relations(material), companions(material)
    for entry in content.entries.values():
        if isinstance(entry, Named):
            near = together.get(material.subject(entry.ref), ())
            view = entry_page(material, entry, related.get(entry.ref, ()), near)
            path = entry_address(entry.ref) + "index.html"
            yield Page(path, "entry.html", view), entry.origin.location
    for page, sidecar in _lists(material):
        yield page, Location(sidecar)
    yield from _further(material)
    yield Page("404.html", "404.html", _missing(material)), settings
    for page in data_pages(material):
        yield page, settings
    yield from redirect_pages(material)


def _with_previews(
    material: Material, owned: Iterable[tuple[Page, Location]]
) -> Iterator[tuple[Page, Location]]:
    """The pages, those with linked texts with the cards of what these link to."""
    of = previews(material)
    articles = {article.slug: article for article in material.content.articles}
    for page, location in owned:
        if "previews" in page.view._fields:
            slug = page.view.slug if isinstance(page.view, ArticlePage) else ""
            cards = of(page.view, articles.get(slug))
            yield page._replace(view=page.view._replace(previews=cards)), location
        else:
            yield page, location


def _with_data(page: Page, settings: Settings) -> Page:
    """The page with what it says to machines."""
    data = linked_data(page.view, settings)
    if data is None:
        return page
    view: Any = page.view
    return page._replace(view=view._replace(head=view.head._replace(data=data)))


def _missing(material: Material) -> PlainPage:
    """The page for addresses that lead nowhere; served at any depth, so it links from the top."""
    settings = material.content.settings
    about = head(material.site, settings, Address("404.html"), "Page not found")
    return PlainPage(
        about._replace(base=urlsplit(settings.url).path.rstrip("/") + "/", canonical="")
    )


def _lists(material: Material) -> Iterator[tuple[Page, str]]:
    for kind in PAGED:
        if material.content.of_kind(kind.name):
            template = _TEMPLATES.get(kind.name, "index.html")
            path = index_address(kind.folder) + "index.html"
            yield Page(path, template, index_page(material, kind)), "content/" + kind.sidecar
    if material.content.of_kind("event"):
        path = TIMELINE + "index.html"
        yield Page(path, "timeline.html", timeline_page(material)), "content/timeline.yaml"
    if material.content.of_kind("quote"):
        path = QUOTES + "index.html"
        yield Page(path, "quotes.html", quotes_page(material)), "content/quotes.yaml"


def _further(material: Material) -> Iterator[tuple[Page, Location]]:
    opening: FurtherPage | None = None
    for page in material.content.pages:
        if f"{page.slug}/" == METHOD:
            opening = page
        else:
            path = f"{page.slug}/index.html"
            yield Page(path, "page.html", further_page(material, page)), Location(page.path)
    place = Location(opening.path) if opening else Location("site.yaml")
    yield Page(METHOD + "index.html", "method.html", method_page(material, opening)), place


def _copies(material: Material, assets: Mapping[str, str]) -> Iterator[Page]:
    """The theme's files, and the pictures that some page shows."""
    for path, digest in assets.items():
        yield Page(path, "", Media(f"templates/{path}", digest))
    accent = material.site.accent
    if is_colour(accent) and SITE_STYLE not in assets:
        yield Page(SITE_STYLE, "site.css", style(accent))
    for path in sorted(_pictures(material) & material.media.keys()):
        yield Page("media/" + path.removeprefix("content/"), "", Media(path, material.media[path]))


def _pictures(material: Material) -> set[str]:
    shown = {
        picture_path(prose.path, dict(atom.attributes)["src"])
        for _, _, prose in material.content.texts()
        for atom in prose.atoms
        if atom.element == "img"
    }
    images = [entry.image for entry in material.content.entries.values()]
    images += [article.front.image for article in material.content.articles]
    return shown | {"content/" + image.src for image in images if image}


def _collisions(owned: list[tuple[Page, Location]]) -> Iterator[Diagnostic]:
    """Two pages at one address, also where only case or normal form tells them apart."""
    taken: dict[str, tuple[Page, Location]] = {}
    for page, location in owned:
        key = unicodedata.normalize("NFC", page.path).casefold()
        if key in taken:
            first, place = taken[key]
            if place.path == location.path and isinstance(page.view, EntryPage):
                continue  # two ids of one sidecar: said when it was read, as `id-collision`
            yield error(
                "address-taken",
                f"Two pages would stand at “/{page.path.removesuffix('index.html')}”.",
                location,
                "Give one of them another id, slug or alias.",
                Related(place, f"“/{first.path.removesuffix('index.html')}” is made from here"),
            )
        else:
            taken[key] = page, location
    yield from _inside_files(taken)


def _inside_files(taken: Mapping[str, tuple[Page, Location]]) -> Iterator[Diagnostic]:
    """A page whose folder would be another page's file: an alias such as /robots.txt/."""
    for key, (_, location) in taken.items():
        end = key.rfind("/")
        while end > 0:
            if key[:end] in taken:
                file, place = taken[key[:end]]
                yield error(
                    "address-taken",
                    f"A page would stand inside “/{file.path}”, which is a file.",
                    location,
                    "Give it another id, slug or alias.",
                    Related(place, f"“/{file.path}” is made from here"),
                )
            end = key.rfind("/", 0, end)


def _anchors(material: Material, pages: tuple[Page, ...]) -> dict[str, frozenset[str]]:
    """The ids on the pages to which authors link with a fragment."""
    known = {
        str(page.view.head.address): frozenset(
            [span.id for span in page.view.body.spans] + [item.id for item in page.view.outline]
        )
        for page in pages
        if isinstance(page.view, ArticlePage)
    }
    known[TIMELINE] = frozenset(anchor(e.ref) for e in material.content.of_kind("event"))
    known[QUOTES] = frozenset(anchor(q.ref) for q in material.content.of_kind("quote"))
    return known
