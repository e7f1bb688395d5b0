"""Addresses of the site as it was before, at which nothing would stand any more."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches

from builder.ground.urls import Address, output_path
from builder.ground.values import Value, replaced
from builder.load.layout import SITE
from builder.model.articles import FurtherPage
from builder.model.content import Content
from builder.model.entries import Named
from builder.model.refs import PAGED, Ref
from builder.model.studies import Study
from builder.pages.addresses import (
    NOT_FOUND,
    among_others,
    article_address,
    entry_address,
    further_address,
)
from builder.pages.page import Page

_ALIKE = 0.6
_FEW = 50
"""Among more new ids than these, that two are alike says little, and takes long to find out."""
_ARTICLES = "articles/"


class Former(Value, frozen=True):
    """The site as it was: its files, and what each entry was known by (`marks`)."""

    paths: frozenset[str]
    marks: Mapping[Ref, frozenset[str]]


class Gone(Value, frozen=True):
    """An address at which nothing would stand, the file it belongs to, and what became of it.

    `successor` is the one entry, article or page that seems to be meant, `alias` what to write
    there. It `is_certain` where an entry has kept its name or an identifier.
    """

    address: Address
    path: str
    successor: Named | FurtherPage | Study | None = None
    alias: str = ""
    is_certain: bool = False


class _New(Value, frozen=True):
    """The entries that had no page: by each of their marks, and by kind and id."""

    by_mark: Mapping[str, list[Named]]
    by_kind: Mapping[str, dict[str, Named]]


def gone(former: Former, content: Content, pages: Iterable[Page]) -> Iterator[Gone]:
    """Every page for readers that was there and is planned no longer, in order.

    What a build leaves out because it is a draft is not gone.
    """
    lost = {path for path in former.paths if path.endswith(".html")}
    lost -= {page.path for page in pages} | _withheld(content) | {NOT_FOUND}
    articles = sum(path.startswith(_ARTICLES) for path in lost)
    folders = {kind.folder: kind for kind in PAGED}
    new = _new(former, content)
    for path in sorted(lost):
        address = Address(path.removesuffix("index.html"))
        folder, _, old = address.rstrip("/").partition("/")
        if folder in folders and old:
            was = Ref(folders[folder].name, old)
            lost_here = Gone(address, folders[folder].path)
            yield _entry(lost_here, was, former.marks.get(was, frozenset()), new)
        else:
            yield _page(address, former, content, is_alone=articles == 1)


def marks(names: Iterable[str], identifiers: Mapping[str, str]) -> frozenset[str]:
    """What an entry is known by when its id has changed: its names, and `wikidata:Q42`."""
    ids = (f"{catalogue}:{value}" for catalogue, value in identifiers.items())
    return frozenset(filter(None, (*names, *ids)))


def _withheld(content: Content) -> set[str]:
    """The files of what is there and left out."""
    drafts = {entry_address(ref) for ref in content.withheld.entries}
    drafts |= {further_address(page.slug) for page in content.withheld.pages}
    drafts |= {among_others(article.slug) for article in content.withheld.articles}
    return {output_path(address) for address in drafts}


def _new(former: Former, content: Content) -> _New:
    by_mark: dict[str, list[Named]] = defaultdict(list)
    by_kind: dict[str, dict[str, Named]] = defaultdict(dict)
    for entry in content.of_type(Named):
        if output_path(entry_address(entry.ref)) not in former.paths:
            by_kind[entry.ref.kind][entry.ref.id] = entry
            names = (getattr(entry, name) for name in entry.NAME_FIELDS)
            for mark in marks(names, entry.identifiers):
                by_mark[mark].append(entry)
    return _New(by_mark, by_kind)


def _entry(lost: Gone, was: Ref, known: frozenset[str], new: _New) -> Gone:
    """What became of an entry's page: the new entry of the same name, else one of a similar id."""
    same = {entry.ref: entry for mark in known for entry in new.by_mark.get(mark, ())}
    akin = [entry for ref, entry in same.items() if ref.kind == was.kind]
    found = akin or list(same.values())
    if len(found) == 1:
        alias = was.id if akin else f"/{lost.address}"
        return replaced(lost, successor=found[0], alias=alias, is_certain=True)
    ids = new.by_kind.get(was.kind, {})
    near = _like(was.id, ids)
    return replaced(lost, successor=ids[near], alias=was.id) if near else lost


def _like(word: str, words: Collection[str]) -> str:
    """The one of few words that is like `word`; "" where none is, or several are."""
    near = get_close_matches(word, words, 2, _ALIKE) if len(words) <= _FEW else []
    return near[0] if len(near) == 1 else ""


def _page(address: Address, former: Former, content: Content, *, is_alone: bool) -> Gone:
    """What became of an article or a further page: the one of its slug, else of one like it.

    Where an article `is_alone` in being gone, and one alone is new, it is that one.
    """
    folder, _, slug = address.rstrip("/").rpartition("/")
    now: dict[str, tuple[FurtherPage | Study, Address]] = {}
    if folder == "articles":
        now = {page.slug: (page, article_address(page.slug, content)) for page in content.articles}
    elif not folder:
        now = {page.slug: (page, further_address(page.slug)) for page in content.pages}
    new = [slug for slug, (_, place) in now.items() if output_path(place) not in former.paths]
    near = slug if slug in now else _like(slug, new)
    if not near and folder == "articles" and is_alone and len(new) == 1:
        near = new[0]
    if not near:
        return Gone(address, SITE)
    successor, _ = now[near]
    return Gone(address, successor.path, successor, f"/{address}")
