"""The preview put together: the real build, the real disk, the user's terminal."""

import asyncio
import gc
import os
import platform
import signal
from collections.abc import Coroutine, Iterable
from socket import socket
from threading import Thread
from time import perf_counter
from typing import Any, NamedTuple

from builder.build.request import Request, page_count
from builder.build.showing import Showing
from builder.build.shown import NOTHING, Renewed
from builder.commands.saying import say
from builder.commands.telling import tell_people
from builder.ground.diagnostics import Diagnostic, Location, error
from builder.ground.ways import way_to
from builder.preview.access import WILDCARDS
from builder.preview.folders import watched
from builder.preview.own_code import outdated
from builder.preview.rebuilding import Rebuild
from builder.preview.server import Preview, serve
from builder.sources.theme import code_folder, theme_folder
from builder.sources.troubles import Trouble

POLLING = "WATCHFILES_FORCE_POLLING"
OFTEN = 200_000
"""New objects after which Python collects garbage: more than one save makes.

Mostly it is collected while nobody saves (`builder.preview.rebuilding`).
"""


class ServeOptions(NamedTuple):
    """What the user asked for; `port` is the one that is listened on."""

    site: str
    port: int
    host: str
    base: str
    drafts: bool

    @property
    def address(self) -> str:
        """Where to look."""
        host = "localhost" if self.host in WILDCARDS else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}{self.base}"


def run(options: ServeOptions, sockets: list[socket], *, browse: bool) -> None:
    """Preview until the builder's own code has changed, and it must restart.

    Raises:
        KeyboardInterrupt: the user has ended it.
    """
    gc.set_threshold(OFTEN)
    in_checkout = _in_checkout()
    preview = Preview(
        root=os.path.realpath(options.site),
        host=options.host,
        base=options.base,
        watched=watched(options.site, *((theme_folder(), code_folder()) if in_checkout else ())),
        rebuild=rebuilding(options),
        outdated=outdated(code_folder()) if in_checkout else lambda: False,
        polling=_must_poll(options.site),
    )

    def ready() -> None:
        say(f"Preview: {options.address}  (Ctrl-C ends it)")
        if browse:
            import webbrowser

            Thread(target=webbrowser.open, args=[options.address], daemon=True).start()

    try:
        asyncio.run(_interruptible(serve(preview, sockets, ready)))
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None


async def _interruptible(serving: Coroutine[Any, Any, None]) -> None:
    """Serve; Ctrl-C cancels it.

    Where the loop can (not on Windows) it hears of the signal itself: asyncio's own way misses one
    that comes just before the loop begins to wait.
    """
    task = asyncio.current_task()
    if task and os.name == "posix":
        asyncio.get_running_loop().add_signal_handler(signal.SIGINT, task.cancel)
    await serving


def rebuilding(options: ServeOptions) -> Rebuild:
    """A function that builds, says in the terminal what came of it, and returns it.

    The preview's own address is the site's. The folder is known by its full path: that of the
    process could be deleted, and another be put in its place.
    """
    root, way = os.path.realpath(options.site), way_to(options.site)
    showing = Showing(Request(root, url=options.address, drafts=options.drafts))
    last = Renewed(False, NOTHING, ())

    def rebuild(attended: Iterable[str]) -> Renewed:
        nonlocal last
        started = perf_counter()
        renewed = _renewed(showing, last, attended)
        if renewed.diagnostics != last.diagnostics:
            _report(renewed.diagnostics, last.diagnostics, root, way)
        if renewed.ok and renewed.site is not last.site:
            pages = page_count(renewed.site.paths)
            say(f"{pages} pages, ready in {perf_counter() - started:.2f} s", err=True)
        last = renewed
        return renewed

    return rebuild


def _renewed(showing: Showing, last: Renewed, attended: Iterable[str]) -> Renewed:
    """What is shown now; where the disk is in the way, what was shown last."""
    try:
        return showing.renew(attended)
    except Trouble as trouble:
        return Renewed(False, last.site, (_shown_trouble(trouble),))


def _shown_trouble(trouble: Trouble) -> Diagnostic:
    """A trouble as a diagnostic; its sentence can hold paths, and is for the terminal alone."""
    say(f"{trouble}\n{trouble.hint}".rstrip(), err=True)
    sentence = "The site could not be built; the terminal says why."
    return error("cannot-build", sentence, Location("site.yaml"), trouble.hint)


def _report(
    diagnostics: tuple[Diagnostic, ...], told: tuple[Diagnostic, ...], root: str, way: str
) -> None:
    """The diagnostics of the site in `root`, to which `way` leads, on stderr; some were `told`."""
    if diagnostics:
        tell_people(diagnostics, root, way, told=told)
    else:
        say("All problems are mended.", err=True)


def _in_checkout() -> bool:
    """Whether the builder runs from its repository, where its own code is worked on."""
    return os.path.exists(os.path.join(os.path.dirname(code_folder()), "pyproject.toml"))


def _must_poll(site: str) -> bool:
    """Whether the system cannot tell of changes: a Windows disk in WSL, or the user says so."""
    in_wsl = "microsoft" in platform.release().lower()
    return bool(os.environ.get(POLLING)) or (in_wsl and os.path.realpath(site).startswith("/mnt/"))
