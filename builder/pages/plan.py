"""The plan: every file of the site, as a value, before a byte of it is written."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache, partial
from urllib.parse import urlsplit

from builder.ground.diagnostics import Diagnostic, Location
from builder.ground.urls import output_path
from builder.ground.values import replaced
from builder.model.annotations import Linked
from builder.model.articles import FurtherPage
from builder.model.content import Content
from builder.model.entries import Named
from builder.model.pictures import image_path, path_from
from builder.model.refs import PAGED, Kind, Ref
from builder.pages.accent import accent_faults, is_colour, style
from builder.pages.addresses import (
    ARCHIVE,
    HOME,
    METHOD,
    NOT_FOUND,
    QUOTES,
    SEARCH,
    TIMELINE,
    entry_address,
    further_address,
    index_address,
    media_address,
)
from builder.pages.census import Census
from builder.pages.entry import EntryFrame, EntryFrames, entry_frame, relations
from builder.pages.files import ArticleFile, CommonFile, EntryFile, Shared
from builder.pages.front import archive_page, by_year, front_page, year_pages
from builder.pages.keys import Keys
from builder.pages.links.broken import broken
from builder.pages.links.collisions import collisions, within_search_index
from builder.pages.links.ids import ids_at
from builder.pages.links.redirects import redirect_pages
from builder.pages.links.resolving import sources
from builder.pages.lists import (
    further_page,
    index_page,
    method_page,
    quotes_page,
    timeline_page,
)
from builder.pages.machine.data import data_pages, map_pages
from builder.pages.material import Material, Reader, gather
from builder.pages.page import SETTINGS, Copy, Media, Page, ViewPage
from builder.pages.previews import PreviewOf, of_article, previewing
from builder.pages.site import head, site
from builder.pages.views.further import PlainPage

SITE_STYLE = "assets/site.css"
_TEMPLATES = {"term": "glossary.html", "acronym": "acronyms.html"}


def plan(
    content: Content,
    linked: Linked,
    media: Mapping[str, str],
    assets: Mapping[str, str],
    reader: Reader,
) -> tuple[tuple[Page, ...], tuple[Diagnostic, ...]]:
    """Every file of the site, and what cannot be: collisions, broken links.

    Args:
        content: What the editor wrote; drafts that are not to be published are not in it.
        linked: Its annotations.
        media: The digests of the pictures under content/, by path.
        assets: The digests of the theme's files, by path under templates/ (`assets/style.css`).
        reader: Reads an article again where its page must be made.
    """
    material = gather(content, linked, site(content), media, reader)
    mapped = tuple(_pages(material))
    pages = (*mapped, *map_pages(material, mapped), *_copies(material, assets))
    diagnostics = (
        *accent_faults(content.settings),
        *_card_faults(material),
        *collisions(pages),
        *(within_search_index(pages) if content.settings.search else ()),
        *broken(content, pages, ids_at(material)),
    )
    return pages, diagnostics


def _card_faults(material: Material) -> Iterator[Diagnostic]:
    if material.content.settings.social_cards:
        from builder.pages.socialcards import card_faults

        yield from card_faults(material)


def _pages(material: Material) -> Iterator[Page]:
    """Every page but the map of them and the copies."""
    preview_of = previewing(material)
    cards_of = lru_cache(1)(lambda slug: of_article(material, material.articles[slug], preview_of))
    census = Census(material)
    frames = _frames(material, preview_of, census)
    shared = Shared(material, census, Keys(material, census), preview_of, cards_of, frames)
    for article in material.content.articles:
        page = output_path(material.address(article))
        yield ArticleFile(page, "article.html", article, shared)
    for entry in material.content.of_type(Named):
        page = output_path(entry_address(entry.ref))
        yield EntryFile(page, "entry.html", entry.ref, shared)
    yield from _lists(shared)
    yield from _further(shared)
    yield ViewPage(output_path(NOT_FOUND), "404.html", partial(_missing, material))
    if material.content.settings.search:
        asked = material.content.settings.origin.at("search")
        yield ViewPage(output_path(SEARCH), "search.html", partial(_search, material), asked)
    yield from data_pages(material)
    if material.content.settings.social_cards:
        from builder.pages.socialcards import social_cards

        yield from social_cards(material)
    yield from redirect_pages(material)


def _frames(material: Material, preview_of: PreviewOf, census: Census) -> EntryFrames:
    """The pages of entries without the sentences that mention them, each made once."""
    named = {entry.ref: entry for entry in material.content.of_type(Named)}
    related = cache(partial(relations, material.content))

    @cache
    def frame(ref: Ref) -> EntryFrame:
        together = census.of(material.subject(ref)).together
        return entry_frame(material, named[ref], related().get(ref, ()), together, preview_of)

    return frame


def _missing(material: Material) -> PlainPage:
    """The page for addresses that lead nowhere; served at any depth, so it links from the top."""
    base = urlsplit(material.content.settings.url).path.rstrip("/") + "/"
    return PlainPage(replaced(head(material, NOT_FOUND, "Page not found"), base=base, canonical=""))


def _search(material: Material) -> PlainPage:
    """The page on which readers search; what it finds is no part of it."""
    return PlainPage(head(material, SEARCH, "Search"))


def _lists(shared: Shared) -> Iterator[Page]:
    material = shared.material
    content = material.content
    if len(content.articles) != 1:
        years = by_year(material)
        front = partial(front_page, material, years)
        yield CommonFile(output_path(HOME), "front.html", SETTINGS, shared, front)
        if years:
            archive = partial(archive_page, material, years)
            yield CommonFile(output_path(ARCHIVE), "archive.html", SETTINGS, shared, archive)
        for address, year in year_pages(material, years):
            yield CommonFile(output_path(address), "year.html", SETTINGS, shared, year)
    for kind in PAGED:
        if content.of_kind(kind.name):
            yield _index(shared, kind)
    if material.events:
        timeline, place = partial(timeline_page, material), Location("content/timeline.yaml")
        yield CommonFile(output_path(TIMELINE), "timeline.html", place, shared, timeline)
    if content.of_kind("quote"):
        quotes, place = partial(quotes_page, material), Location("content/quotes.yaml")
        yield CommonFile(output_path(QUOTES), "quotes.html", place, shared, quotes)


def _index(shared: Shared, kind: Kind) -> Page:
    """The list of the entries of a kind."""
    template = _TEMPLATES.get(kind.name, "index.html")
    path = output_path(index_address(kind.folder))
    origin = Location(kind.path)
    view = partial(index_page, shared.material, kind, shared.frames, shared.census)
    return CommonFile(path, template, origin, shared, view)


def _further(shared: Shared) -> Iterator[Page]:
    material = shared.material
    opening: FurtherPage | None = None
    for source in material.content.pages:
        address, place = further_address(source.slug), Location(source.path)
        if address == METHOD:
            opening = source
        else:
            view = partial(further_page, material, source)
            yield CommonFile(output_path(address), "page.html", place, shared, view)
    place = Location(opening.path) if opening else SETTINGS
    method = partial(method_page, material, opening)
    yield CommonFile(output_path(METHOD), "method.html", place, shared, method)


def _copies(material: Material, assets: Mapping[str, str]) -> Iterator[Page]:
    """The theme's files, and the pictures that some page shows."""
    for path, digest in assets.items():
        yield Copy(path, "", Media(f"templates/{path}", digest))
    accent = material.site.accent
    if is_colour(accent) and SITE_STYLE not in assets:
        yield ViewPage(SITE_STYLE, "site.css", partial(style, accent))
    for path in sorted(_pictures(material) & material.media.keys()):
        media = Media(path, material.media[path])
        yield Copy(media_address(path), "", media)


def _pictures(material: Material) -> set[str]:
    content = material.content
    shown = {
        path_from(prose.path, src) for _, _, prose in content.texts for _, src in sources(prose)
    }
    shown |= {picture.path for article in content.articles for picture in article.pictures}
    images = [entry.image for entry in content.entries.values()]
    images += [article.image for article in content.articles]
    return shown | {image_path(image) for image in images if image}
