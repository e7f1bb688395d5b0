"""The preview as a whole: watch, build, serve, tell; until cancelled.

    watcher's thread ──changes──▶ event loop ──wanted, asked for──▶ builder's thread
                                      ▲                               │
            browsers ◀──news, files───┴───────── result, file ◀───────┘

All state is the event loop's: the reception with the edition that is shown. Threads hand it values.
"""

import asyncio
import secrets
import socket
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import NamedTuple

from tornado.httpserver import HTTPServer
from tornado.web import Application

from builder.build.shown import NOTHING
from builder.preview.access import hosts
from builder.preview.edition import Edition, following, states
from builder.preview.folders import Watched
from builder.preview.handlers import Site, SiteHandler
from builder.preview.injection import OWN
from builder.preview.live import LONGEST_FRAME, LiveHandler
from builder.preview.rebuilding import Rebuild, Result, attempt, keep_built
from builder.preview.reception import Reception
from builder.preview.watching import watch

LONGEST_HEADER = 8_192
LONGEST_BODY = 1_024
"""Bytes: nothing is ever sent to the preview but questions."""
IDLE = 60
"""Seconds after which a silent connection is closed, and between two pings of a socket."""


class Preview(NamedTuple):
    """What a preview needs to know.

    `outdated` tells whether the builder's own code is another than this process runs.
    """

    root: str
    host: str
    base: str
    watched: Watched
    rebuild: Rebuild
    outdated: Callable[[], bool] = lambda: False
    polling: bool = False


async def serve(
    preview: Preview, sockets: Sequence[socket.socket], ready: Callable[[], None]
) -> None:
    """Serve on these sockets until the builder's own code has changed, or until cancelled.

    In the end the sockets are closed; a build that runs is not waited for. `ready` is called once,
    after the first build.
    """
    loop = asyncio.get_running_loop()
    wanted, outdated = asyncio.Event(), asyncio.Event()
    reception = Reception(Edition(secrets.token_hex(8), 0, NOTHING, {}, {}), preview.base)
    worker = ThreadPoolExecutor(1, "builder")
    server = http_server(preview, reception, worker)

    def changed() -> None:
        loop.call_soon_threadsafe((outdated if preview.outdated() else wanted).set)

    async def build() -> Result:
        what = (preview.rebuild, preview.root, reception.edition.files, reception.begin())
        result = await loop.run_in_executor(worker, attempt, *what)
        opened = reception.attended() - result.states.keys()  # while it ran
        if not opened:
            return result
        further = await loop.run_in_executor(worker, states, result.built.site, opened)
        return result._replace(states={**result.states, **further})

    def publish(result: Result) -> None:
        shown = result.built.site, result.states, result.overlay
        reception.publish(following(reception.edition, *shown))
        if reception.edition.number == 1:
            server.add_sockets(sockets)
            ready()

    builder = asyncio.create_task(keep_built(wanted, build, publish))
    restart = asyncio.create_task(outdated.wait())
    stop_watching = watch(preview.watched, changed, polling=preview.polling)
    try:
        await asyncio.wait((restart, builder), return_when=asyncio.FIRST_COMPLETED)
        if not restart.done():
            builder.result()  # raises what ended it
    finally:
        builder.cancel()
        restart.cancel()
        await _close(server, sockets, reception)
        await asyncio.to_thread(stop_watching)
        worker.shutdown(wait=False, cancel_futures=True)


def http_server(preview: Preview, reception: Reception, worker: Executor) -> HTTPServer:
    """The server with our handlers alone, none of LiveReload's, and with bounds on everything."""
    site = Site(preview.base, hosts(preview.host, socket.gethostname()), worker)
    shared = {"site": site, "reception": reception}
    application = Application(
        [(OWN + "live", LiveHandler, shared), (".*", SiteHandler, shared)],
        log_function=lambda handler: None,
        websocket_max_message_size=LONGEST_FRAME,
        websocket_ping_interval=IDLE,
    )
    return HTTPServer(
        application,
        max_header_size=LONGEST_HEADER,
        max_body_size=LONGEST_BODY,
        idle_connection_timeout=IDLE,
        body_timeout=IDLE,
    )


async def _close(
    server: HTTPServer, sockets: Sequence[socket.socket], reception: Reception
) -> None:
    """Free the port, and let every page go."""
    server.stop()
    for listening in sockets:
        listening.close()
    reception.dismiss()
    await server.close_all_connections()
