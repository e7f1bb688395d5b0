"""Links that authors write must lead to a page and a place that the plan knows."""

from collections.abc import Callable, Container, Iterator, Set
from functools import cache
from urllib.parse import unquote

from builder.ground.diagnostics import Diagnostic, Location, error
from builder.ground.guess import Guess, did_you_mean
from builder.ground.slugs import fault
from builder.ground.urls import Address, is_internal, output_path
from builder.ground.values import Value
from builder.load.layout import SITE
from builder.model.content import Content
from builder.model.pictures import path_from
from builder.model.refs import ANY, KIND_WORDS, Ref
from builder.pages.addresses import among_others, article_address, further_address
from builder.pages.links.resolving import target, written
from builder.pages.page import Page

_USUAL = "Write a page as /timeline/, an article by its file, an entry as kind:id."
_USUAL_IN_SETTINGS = (
    "Write a page as /timeline/, an article by its file, such as content/article.md, "
    "an entry by its page, such as /people/mark-esper/."
)

IdsAt = Callable[[str], frozenset[str] | None]


class Authored(Value, frozen=True):
    """A link as an author wrote it, in the file `path`; `own` are the ids of its own text."""

    href: str
    path: str
    location: Location
    own: frozenset[str]


def broken(content: Content, pages: tuple[Page, ...], anchors: IdsAt) -> Iterator[Diagnostic]:
    """Links in texts and in the navigation that lead to no page or no anchor of the plan.

    `anchors` gives the ids that stand on the page at an address; None where they are not known.
    """
    paths = {page.path for page in pages}
    known = cache(lambda: _Known(paths, content.by_path))
    for link in _written(content, anchors):
        address, _, fragment = target(content, link.path, link.href).partition("#")
        if link.href.startswith("#"):
            if fragment not in link.own:
                yield known().no_anchor(link.location, "This text", fragment, link.own)
        elif output_path(Address(address)) not in paths:
            if _is_unread(content, address):
                continue
            file = path_from(link.path, link.href.partition("#")[0])
            yield _to_draft(content, address, file, link.location) or known().nowhere(link, address)
        elif fragment and (there := anchors(address)) and fragment not in there:
            yield known().no_anchor(link.location, f"The page “/{address}”", fragment, there)


def _written(content: Content, anchors: IdsAt) -> Iterator[Authored]:
    """Every internal link that authors wrote."""
    settings = content.settings
    for index, item in enumerate(settings.nav):
        if is_internal(item.url):
            where = settings.origin.at(f"nav[{index}].url")
            yield Authored(item.url, SITE, where, frozenset())
    for _, _, prose in content.texts:
        own = frozenset(prose.ids)
        for mark, href in written(prose):
            yield Authored(href, prose.path, prose.locate(mark.start, mark.end), own)
    for article in content.articles:
        for link in article.links:
            is_here = link.href[0] == "#"
            here = anchors(article_address(article.slug, content)) if is_here else None
            yield Authored(link.href, article.path, link.place, here or frozenset())


def _to_draft(content: Content, address: str, file: str, location: Location) -> Diagnostic | None:
    """An error for a link to a draft that this build leaves out."""
    drafts = content.withheld
    articles = ((a.path, among_others(a.slug), a.title) for a in drafts.articles)
    pages = ((page.path, further_address(page.slug), page.front.title) for page in drafts.pages)
    for path, its_address, title in (*articles, *pages):
        if file == path or address == its_address:
            return error(
                "draft-linked",
                f"The link leads to “{title}”, which is a draft.",
                location,
                f"Take `draft: true` out of {path}, or take out the link.",
            )
    return None


def _is_unread(content: Content, address: str) -> bool:
    """Whether a page is missing because what it shows could not be read: its own error says so."""
    page = _shown_at(address)
    if page.id == ANY:
        return any(ref.kind == page.kind for ref in content.unread)
    return not content.unread.isdisjoint((page, Ref(page.kind, ANY)))


def _shown_at(address: str) -> Ref:
    """What a page would show, going by its address, or by the file that a link names."""
    way = address.removesuffix("index.html").removesuffix("/")
    *folders, name = way.removesuffix(".md").split("/")
    match folders:
        case ["content" | "articles"]:
            return Ref("article", name)
        case [] if name in KIND_WORDS:
            return Ref(KIND_WORDS[name], ANY)
        case [] | ["content", "pages"]:
            return Ref("page", name)
        case [folder] if folder in KIND_WORDS:
            return Ref(KIND_WORDS[folder], name)
    return Ref("", ANY)


def _outside(href: str) -> str:
    """What to write where the address of a mailbox or a host lacks its scheme; else ""."""
    host, slash, _ = href.partition("/")
    if "@" in host and not slash:
        return f"Write mailto:{href}"
    is_host = "." in host.strip(".") and (slash or host.count(".") > 1)
    return f"Write https://{href}" if is_host else ""


class _Known:
    """What a link may have been meant for: the pages of the plan."""

    def __init__(self, paths: Set[str], files: Container[str]) -> None:
        self._guess = Guess()
        self._paths = paths
        self._files = files
        own = (path for path in paths if path.endswith("/index.html"))
        folders = sorted(path.removesuffix("index.html") for path in own)
        self._named = {page.split("/")[-2]: page for page in reversed(folders)}
        self._top = [page for page in folders if page.count("/") == 1]

    def no_anchor(
        self, location: Location, where: str, fragment: str, ids: frozenset[str]
    ) -> Diagnostic:
        """The error of a link to a place that a page does not have; it has the places `ids`."""
        near = self._guess.nearest(unquote(fragment), ids)
        hint = did_you_mean(near and f"#{near}") or "Link to a heading's id, or to the page alone."
        return error("broken-anchor", f"{where} has no place “#{fragment}”.", location, hint)

    def nowhere(self, link: Authored, address: str) -> Diagnostic:
        """The error of a link to a page that there is not."""
        message = f"The link “{link.href}” leads to no page of this site."
        hint = (
            f"Write /{address}/ with the slash."
            if f"{address}/index.html" in self._paths
            else self._filed(link) or _outside(link.href) or self._likely(address)
        )
        usual = _USUAL_IN_SETTINGS if link.path == SITE else _USUAL
        return error("broken-link", message, link.location, hint or usual)

    def _filed(self, link: Authored) -> str:
        """What to write for a file that is named in the settings as in an article; else ""."""
        file, mark, fragment = f"content/{link.href}".partition("#")
        is_meant = link.path == SITE and file in self._files
        return f"Write {file}{mark}{fragment}" if is_meant else ""

    def _likely(self, address: str) -> str:
        """“Did you mean …?” a page of this name elsewhere, or a top page like it; "" for none."""
        way = unquote(address).strip("/")  # in the settings perhaps as a browser shows it
        name = way.rpartition("/")[2].removesuffix(".md").removesuffix(".html").casefold()
        top = way + "/"
        near = (
            self._named.get(name)
            or self._guess.nearest(top, self._top)
            or self._named.get(self._guess.nearest(name, self._named))
        )
        is_refused = near and any(map(fault, near.rstrip("/").split("/")))  # a faulty alias
        return f"Did you mean /{near}?" if near and not is_refused else ""
