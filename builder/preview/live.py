"""The socket: LiveReload's handler, with its faults closed.

A page says `hello`, then `info` with what it shows; it is told what changed since. Frames and the
number of sockets are bounded, anything malformed ends the connection, and a page that does not
read what it was sent is let go: it comes back and is told the latest.
"""

import json
from asyncio import Future
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from tornado.web import HTTPError
from tornado.websocket import WebSocketClosedError, WebSocketHandler

from builder.preview.access import origin_allowed
from builder.preview.edition import Message, Seen
from builder.preview.handlers import Guarded

if TYPE_CHECKING:  # livereload has no types; its handler is one of Tornado's
    LiveReloadHandler = WebSocketHandler
else:
    from livereload.handlers import LiveReloadHandler

LONGEST_FRAME = 65_536
"""Bytes: room for what a page at the longest address says of itself."""
MOST_FILES = 4
POLICY_VIOLATION = 1008
"""Close code for a message that is against the rules (RFC 6455, 7.4.1)."""


class LiveHandler(Guarded, LiveReloadHandler):
    """One page in a browser."""

    seen: Seen | None = None
    sent: "Future[None] | None" = None

    def prepare(self) -> None:
        """Refuse pages that the preview did not serve, and more pages than it can keep."""
        super().prepare()
        headers = self.request.headers
        if not origin_allowed(headers.get("Origin"), headers.get("Host", "")):
            raise HTTPError(HTTPStatus.FORBIDDEN)
        if self.reception.full:
            raise HTTPError(HTTPStatus.TOO_MANY_REQUESTS)

    def open(self, *args: str, **kwargs: str) -> None:
        """Take the page among those that wait."""
        self.reception.waiters.add(self)

    def on_close(self) -> None:
        """Forget the page."""
        self.reception.waiters.discard(self)

    def on_message(self, message: str | bytes) -> None:
        """Answer a greeting, or take down what the page shows and tell it what has changed."""
        fields = _decoded(message)
        if fields.get("command") == "hello":
            super().on_message(message)
            return
        self.seen = _seen(fields)
        if self.seen is None:
            self.close(POLICY_VIOLATION)
        else:
            self.reception.inform(self)

    def tell(self, messages: tuple[Message, ...]) -> None:
        """Send these messages, unless the page has not read the last ones yet."""
        if self.sent is not None and not self.sent.done():
            self.close()
            return
        try:
            for message in messages:
                self.sent = self.write_message(json.dumps(message))
        except WebSocketClosedError:
            self.on_close()


def _decoded(message: str | bytes) -> dict[str, Any]:
    """A message as a mapping; an empty one for anything else."""
    try:
        value = json.loads(message)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _seen(fields: dict[str, Any]) -> Seen | None:
    """What the page shows, from its `info`; None where that is malformed."""
    run, number, files = fields.get("run"), fields.get("edition"), fields.get("files")
    if fields.get("command") != "info" or not isinstance(run, str) or not isinstance(number, int):
        return None
    if not isinstance(files, list) or not 0 < len(files) <= MOST_FILES:
        return None
    if not all(isinstance(path, str) for path in files):
        return None
    return Seen(run, number, tuple(files))
