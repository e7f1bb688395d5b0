"""Answering requests: the site's files, and the preview's own two.

Every answer is checked against the list of hosts first, is never kept by the browser, and says
nothing of where the site lies on the disk. An address that cannot be answered is 4xx, never 5xx.
"""

from asyncio import get_running_loop
from concurrent.futures import Executor
from http import HTTPStatus
from pathlib import Path
from typing import Any, NamedTuple

from tornado.web import HTTPError, RequestHandler

from builder.build.shown import Shown
from builder.pages.addresses import NOT_FOUND
from builder.preview.access import Hosts, host_allowed
from builder.preview.edition import Edition
from builder.preview.files import HTML, content_type, find
from builder.preview.injection import OWN, injected, notice
from builder.preview.rebuilding import Unmade, made
from builder.preview.reception import Reception
from builder.preview.requests import Asked, Redirect, Refusal, answers, asked, with_query

OWN_FILES = {OWN + "client.js": ("renewal.js", "client.js"), OWN + "style.css": ("style.css",)}
_HERE = Path(__file__).parent


class Site(NamedTuple):
    """How the site is served: below which path, under which names; who makes its files."""

    base: str
    hosts: Hosts
    worker: Executor


class Guarded(RequestHandler):
    """A handler that answers only under the preview's own names, and in its manner."""

    site: Site
    reception: Reception

    def initialize(self, site: Site, reception: Reception) -> None:
        """Keep what the application hands to each request."""
        self.site = site
        self.reception = reception

    def set_default_headers(self) -> None:
        """Headers of every answer: keep nothing, guess nothing, lend nothing to other sites."""
        self.clear_header("Server")
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")

    def prepare(self) -> None:
        """Refuse a request under a name that is not the preview's: 421 (RFC 9110, 15.5.20)."""
        if not host_allowed(self.request.headers.get("Host", ""), self.site.hosts):
            raise HTTPError(HTTPStatus.MISDIRECTED_REQUEST)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """A line of text instead of a page."""
        if status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            self.set_header("Allow", "GET, HEAD")
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {HTTPStatus(status_code).phrase}\n")

    def compute_etag(self) -> None:
        """None: an answer that is never kept needs no name."""


class SiteHandler(Guarded):
    """The pages and files of the site."""

    async def get(self) -> None:
        """Answer with a file, a redirect, or the site's 404.html."""
        path = self.request.path or ""
        if path in OWN_FILES:
            parts = ((_HERE / name).read_bytes() for name in OWN_FILES[path])
            self._send(content_type(path), b"".join(parts))
            return
        match asked(path, self.site.base):
            case Redirect() as target:
                self._redirect(target)
            case Refusal(outside=True):
                self._outside()
            case Refusal(HTTPStatus.NOT_FOUND):
                await self._missing(())
            case Refusal(status):
                raise HTTPError(status)
            case place:
                await self._answer(place)

    head = get

    async def _answer(self, place: Asked) -> None:
        """A place in the site."""
        edition, found, data = await self._found(place)
        if isinstance(found, Redirect):
            self._redirect(found)
        elif found is None:
            await self._missing(answers(place))
        elif isinstance(data, Unmade):
            self._unmade(data, edition, answers(place))
        else:
            self._send_page(content_type(found), data, edition, answers(place))

    async def _found(self, place: Asked) -> tuple[Edition, str | Redirect | None, bytes | Unmade]:
        """The edition that is shown, the file in it that answers for a place, and its bytes."""
        while True:
            edition = self.reception.edition
            found = find(edition.files.paths, place, self.site.base)
            data = await self._bytes(edition.files, found) if isinstance(found, str) else b""
            if edition is self.reception.edition:  # else a save came meanwhile
                return edition, found, data

    async def _bytes(self, files: Shown, path: str) -> bytes | Unmade:
        """What a file holds; the builder's thread makes it where it is not at hand."""
        data = files.ready(path)
        if data is not None:
            return data
        return await get_running_loop().run_in_executor(self.site.worker, made, files, path)

    def _outside(self) -> None:
        """A page of ours for an address that is not below the base path."""
        self.set_status(HTTPStatus.NOT_FOUND)
        sentence = f"The site is at {self.site.base}, and this address is not below it."
        self._send(HTML, notice("Not on this site", sentence))

    async def _missing(self, files: tuple[str, ...]) -> None:
        """The site's own page for what is not there, or ours until it has one."""
        edition, found, data = await self._found(Asked((NOT_FOUND,), folder=False))
        if found is None or isinstance(data, Unmade):
            data = notice("Nothing here", "The site has no page at this address yet.")
        self.set_status(HTTPStatus.NOT_FOUND)
        self._send_page(HTML, data, edition, (*files, NOT_FOUND))

    def _unmade(self, why: Unmade, edition: Edition, files: tuple[str, ...]) -> None:
        """A page of ours in the place of one that cannot be made; the next save tries it again."""
        self.set_status(HTTPStatus.NOT_FOUND)
        page = notice("This page cannot be made", why.sentence)
        self._send_page(HTML, page, edition, files)

    def _send_page(self, kind: str, data: bytes, edition: Edition, files: tuple[str, ...]) -> None:
        """A file; to HTML the preview adds its own part, and heeds that somebody looks at it."""
        if kind == HTML:
            self.reception.served.append(files)
            data = injected(data, edition, files)
        self._send(kind, data)

    def _redirect(self, target: Redirect) -> None:
        """Lead to the address with the slash."""
        self.set_status(HTTPStatus.MOVED_PERMANENTLY)
        self.set_header("Location", with_query(target.path, self.request.query))

    def _send(self, kind: str, data: bytes) -> None:
        """The answer itself; Tornado leaves the body out for HEAD."""
        self.set_header("Content-Type", kind)
        self.finish(data)
