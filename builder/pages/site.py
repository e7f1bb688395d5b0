"""What every page knows of its site, and the head of each page."""

from collections.abc import Iterator

from builder.ground.text import is_edge, is_spaceless, primary_subtag
from builder.ground.urls import Address, is_internal, relative
from builder.load.layout import SITE
from builder.model.content import Content
from builder.model.prose import Prose
from builder.model.refs import PAGED
from builder.model.settings import Settings
from builder.pages.addresses import (
    HOME,
    METHOD,
    QUOTES,
    SEARCH,
    TIMELINE,
    index_address,
    section,
)
from builder.pages.links.resolving import target
from builder.pages.material import Material
from builder.pages.views.links import Link
from builder.pages.views.site import Head, Site

# Scripts written from right to left, and the languages commonly written in them (CLDR 46).
_RIGHT_TO_LEFT = frozenset(
    "adlm arab armi hebr mand nkoo rohg syrc thaa ar arc ckb dv fa he ks ps sd syr ug ur yi".split()
)
_SCRIPT = 4
"""Letters of a script, which stands after the language (RFC 5646, 2.2.3)."""
DESCRIPTION_LENGTH = 160

TITLES = {
    "people": "People",
    "organizations": "Organizations",
    "places": "Places",
    "documents": "Documents",
    "glossary": "Glossary",
    "acronyms": "Acronyms",
}


def site(content: Content) -> Site:
    """The site as every page knows it."""
    settings = content.settings
    return Site(
        title=settings.title,
        tagline=settings.tagline,
        language=settings.language,
        direction=direction(settings.language),
        style=settings.urls,
        publisher=Link(settings.publisher.name, url=settings.publisher.url),
        licence_code=settings.licence.code,
        licence_content=settings.licence.content,
        accent=settings.theme.accent,
        font=settings.theme.font,
        menu=tuple(_menu(content)),
        feed=bool(settings.url and settings.feeds and content.articles),
    )


def direction(language: str) -> str:
    """`rtl` or `ltr`: by the script in a BCP 47 tag (`ku-Arab`), else by the language's own."""
    second = language.lower().split("-")[1:2]
    written = second[0] if second and len(second[0]) == _SCRIPT else primary_subtag(language)
    return "rtl" if written in _RIGHT_TO_LEFT else "ltr"


def _menu(content: Content) -> Iterator[Link]:
    """The sections that exist, then the editor's own links. Titles of kind `menu` are our words."""
    yield _section("Article" if len(content.articles) == 1 else "Articles", HOME)
    for kind in PAGED:
        if content.of_kind(kind.name):
            yield _section(TITLES[kind.folder], index_address(kind.folder))
    if content.of_kind("event"):
        yield _section("Timeline", TIMELINE)
    if content.of_kind("quote"):
        yield _section("Quotations", QUOTES)
    yield _section("Method", METHOD)
    if content.settings.search:
        yield _section("Search", SEARCH)
    for item in content.settings.nav:
        inside = is_internal(item.url)
        address = target(content, SITE, item.url) if inside else Address("")
        yield Link(item.title, address, "" if inside else item.url, internal=inside)


def _section(title: str, address: Address) -> Link:
    return Link(title, address, "", "menu", internal=True)


def head(material: Material, address: Address, title: str, about: str = "") -> Head:
    """The head of a page; `about` is the text its description is cut from."""
    settings = material.content.settings
    return Head(
        site=material.site,
        address=address,
        title=title,
        description=shortened(about),
        section=section(address),
        canonical=absolute(settings, address),
        language=settings.language,
    )


def absolute(settings: Settings, address: Address) -> str:
    """The full address of a page; "" while the site's own is not known."""
    return settings.url.rstrip("/") + "/" + address if settings.url else ""


def iri_of(settings: Settings, here: Address, there: Address) -> str:
    """The full address of a place; while site.yaml has no url, the relative one from `here`."""
    return absolute(settings, there) or relative(here, there)


def words(prose: Prose | None) -> str:
    """The words of a text; "" where there is none."""
    return prose.text if prose is not None else ""


def shortened(text: str) -> str:
    """The first words of a text, on one line, as many as search engines show."""
    line = " ".join(text.split())
    if len(line) <= DESCRIPTION_LENGTH:
        return line
    ends = (n for n in range(DESCRIPTION_LENGTH - 1, 0, -1) if line[n] == " " or _begins(line, n))
    return line[: next(ends, DESCRIPTION_LENGTH)].rstrip(" ,;:，；：、") + "…"


def _begins(text: str, at: int) -> bool:
    """Whether a word may begin here without a space before it."""
    return is_spaceless(text[at]) and is_edge(text, at)
