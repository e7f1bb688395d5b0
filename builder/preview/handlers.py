"""Answering requests: the site's files, and the preview's own two.

Every answer is checked against the list of hosts first, is never kept by the browser, and says
nothing of where the site lies on the disk. An address that cannot be answered is 4xx, never 5xx.
"""

from http import HTTPStatus
from pathlib import Path
from typing import Any, NamedTuple

from tornado.web import HTTPError, RequestHandler

from builder.preview.access import Hosts, host_allowed
from builder.preview.desk import Desk
from builder.preview.files import HTML, content_type, find, read
from builder.preview.injection import OWN, injected, notice
from builder.preview.requests import Asked, Redirect, Refusal, answers, asked, with_query

OWN_FILES = {OWN + "client.js": ("renewal.js", "client.js"), OWN + "style.css": ("style.css",)}
_HERE = Path(__file__).parent
_NOT_FOUND = "404.html"


class Site(NamedTuple):
    """What is served: the output folder, below which path, and under which names."""

    output: Path
    base: str
    hosts: Hosts


class Guarded(RequestHandler):
    """A handler that answers only under the preview's own names, and in its manner."""

    site: Site
    desk: Desk

    def initialize(self, site: Site, desk: Desk) -> None:
        """Keep what the application hands to each request."""
        self.site = site
        self.desk = desk

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

    def get(self) -> None:
        """Answer with a file, a redirect, or the site's 404.html."""
        path = self.request.path or ""
        if path in OWN_FILES:
            self._send(content_type(path), b"".join(read(_HERE / name) for name in OWN_FILES[path]))
            return
        place = asked(path, self.site.base)
        if isinstance(place, Redirect):
            self._redirect(place)
        elif isinstance(place, Refusal) and place.status != HTTPStatus.NOT_FOUND:
            raise HTTPError(place.status)
        elif isinstance(place, Refusal):
            self._refuse(place)
        else:
            self._answer(place)

    head = get

    def _answer(self, place: Asked) -> None:
        """A place in the site."""
        found = find(self.site.output, place, self.site.base)
        if isinstance(found, Redirect):
            self._redirect(found)
            return
        data = _bytes(found)
        if found is None or data is None:
            self._missing(answers(place))
        else:
            self._send_page(content_type(found.name), data, answers(place))

    def _refuse(self, refusal: Refusal) -> None:
        """An address that no file can answer."""
        if refusal.outside:
            self.set_status(HTTPStatus.NOT_FOUND)
            sentence = f"The site is at {self.site.base}, and this address is not below it."
            self._send(HTML, notice("Not on this site", sentence))
        else:
            self._missing(())

    def _missing(self, files: tuple[str, ...]) -> None:
        """The site's own page for what is not there, or ours until it has one."""
        self.set_status(HTTPStatus.NOT_FOUND)
        found = find(self.site.output, Asked((_NOT_FOUND,), folder=False), self.site.base)
        data = _bytes(found if isinstance(found, Path) else None)
        sentence = "The site has no page at this address yet."
        page = notice("Nothing here", sentence) if data is None else data
        self._send_page(HTML, page, (*files, _NOT_FOUND))

    def _send_page(self, kind: str, data: bytes, files: tuple[str, ...]) -> None:
        """A file; to HTML the preview adds its own part."""
        self._send(kind, injected(data, self.desk.edition, files) if kind == HTML else data)

    def _redirect(self, target: Redirect) -> None:
        """Lead to the address with the slash."""
        self.set_status(HTTPStatus.MOVED_PERMANENTLY)
        self.set_header("Location", with_query(target.path, self.request.query))

    def _send(self, kind: str, data: bytes) -> None:
        """The answer itself; Tornado leaves the body out for HEAD."""
        self.set_header("Content-Type", kind)
        self.finish(data)


def _bytes(path: Path | None) -> bytes | None:
    """What a file holds; None where it is gone or cannot be read."""
    if path is None:
        return None
    try:
        return read(path)
    except OSError:
        return None
