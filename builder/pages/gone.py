"""Addresses of the site as it was before, at which nothing would stand any more."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import NamedTuple

from builder.ground.urls import Address, output_path
from builder.model.articles import FurtherPage
from builder.model.content import Content
from builder.model.entries import Named
from builder.model.refs import PAGED, Ref
from builder.model.studies import Study
from builder.pages.addresses import article_address, entry_address
from builder.pages.views import Page

_ALIKE = 0.6
_MISSING_PAGE = "404.html"


class Former(NamedTuple):
    """The site as it was: its files, and what each entry was known by (`marks`)."""

    paths: frozenset[str]
    marks: Mapping[Ref, frozenset[str]]


class Gone(NamedTuple):
    """An address at which nothing would stand, the file it belongs to, and what became of it.

    `successor` is the one entry, article or page that seems to be meant, `alias` what to write
    there. It `is_certain` where an entry has kept its name or an identifier.
    """

    address: Address
    path: str
    successor: Named | FurtherPage | Study | None = None
    alias: str = ""
    is_certain: bool = False


def gone(former: Former, content: Content, pages: Iterable[Page]) -> Iterator[Gone]:
    """Every page for readers that was there and is planned no longer, in order.

    What a build leaves out because it is a draft is not gone.
    """
    lost = {path for path in former.paths if path.endswith(".html")}
    lost -= {page.path for page in pages} | _withheld(content) | {_MISSING_PAGE}
    folders = {kind.folder: kind for kind in PAGED}
    for path in sorted(lost):
        address = Address(path.removesuffix("index.html"))
        folder, _, old = address.rstrip("/").partition("/")
        if folder in folders and old:
            yield _entry(address, Ref(folders[folder].name, old), former, content)
        else:
            yield _page(address, former, content)


def marks(names: Iterable[str], identifiers: Mapping[str, str]) -> frozenset[str]:
    """What an entry is known by when its id has changed: its names, and `wikidata:Q42`."""
    ids = (f"{catalogue}:{value}" for catalogue, value in identifiers.items())
    return frozenset(filter(None, (*names, *ids)))


def _withheld(content: Content) -> set[str]:
    """The files of what is there and left out."""
    drafts = {entry_address(ref) for ref in content.withheld.entries}
    drafts |= {Address(f"{page.slug}/") for page in content.withheld.pages}
    drafts |= {Address(f"articles/{article.slug}/") for article in content.withheld.articles}
    return {output_path(address) for address in drafts}


def _entry(address: Address, was: Ref, former: Former, content: Content) -> Gone:
    """What became of an entry's page: the entry of its name, else the one whose id is like it."""
    path = next(f"content/{kind.sidecar}" for kind in PAGED if kind.name == was.kind)
    lost = Gone(address, path)
    new = [
        entry
        for entry in content.entries.values()
        if isinstance(entry, Named) and output_path(entry_address(entry.ref)) not in former.paths
    ]
    akin = {entry.ref.id: entry for entry in new if entry.ref.kind == was.kind}
    known = former.marks.get(was, frozenset())
    for candidates in (akin.values(), new):
        same = [entry for entry in candidates if known & _marks(entry)]
        if len(same) == 1:
            alias = was.id if same[0].ref.kind == was.kind else f"/{address}"
            return lost._replace(successor=same[0], alias=alias, is_certain=True)
    near = get_close_matches(was.id, akin, 2, _ALIKE)
    return lost._replace(successor=akin[near[0]], alias=was.id) if len(near) == 1 else lost


def _marks(entry: Named) -> frozenset[str]:
    return marks((getattr(entry, name) for name in entry.NAME_FIELDS), entry.identifiers)


def _page(address: Address, former: Former, content: Content) -> Gone:
    """What became of an article or a further page: the one of its slug, else of one like it."""
    folder, _, slug = address.rstrip("/").rpartition("/")
    now: dict[str, tuple[FurtherPage | Study, Address]] = {}
    if folder == "articles":
        now = {page.slug: (page, article_address(page.slug, content)) for page in content.articles}
    elif not folder:
        now = {page.slug: (page, Address(f"{page.slug}/")) for page in content.pages}
    new = [slug for slug, (_, place) in now.items() if output_path(place) not in former.paths]
    near = [slug] if slug in now else get_close_matches(slug, new, 2, _ALIKE)
    if len(near) != 1:
        return Gone(address, "site.yaml")
    successor, _ = now[near[0]]
    return Gone(address, successor.path, successor, f"/{address}")
