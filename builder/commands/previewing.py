"""The preview put together: the real build, the real disk, the user's terminal."""

import asyncio
import gc
import os
import platform
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from threading import Thread
from time import perf_counter

import click

from builder.build.building import build
from builder.build.keeping import Kept
from builder.build.request import Request
from builder.commands.options import way_to
from builder.commands.wishes import OUTPUT, Options
from builder.ground.diagnostics import Diagnostic, Location, error
from builder.preview.built import Built, Rebuild
from builder.preview.folders import Watched, watched
from builder.preview.own_code import outdated
from builder.preview.server import Ending, Preview, serve
from builder.sources.theme import code_folder, theme_folder
from builder.sources.troubles import Trouble, Unsteady
from builder.write.marker import Marker, read_marker

POLLING = "WATCHFILES_FORCE_POLLING"
TRIES = 3
"""Builds in a row; that a save came in the middle of each is told only then."""


def run(options: Options, sockets: list[socket], *, browse: bool) -> bool:
    """Preview until stopped. True where the builder's own code has changed, and it must restart."""
    root, in_checkout = Path(options.site), _in_checkout()
    preview = Preview(
        root=root,
        output=root / OUTPUT,
        host=options.host,
        base=options.base,
        watched=_watched(options.site, in_checkout),
        rebuild=rebuilding(request(options)),
        outdated=outdated(Path(code_folder())) if in_checkout else lambda: False,
        polling=_must_poll(options.site),
    )

    def ready(stop: Callable[[], None]) -> None:
        click.echo(f"Preview: {options.address}  (Ctrl-C ends it)")
        if browse:
            import webbrowser

            Thread(target=webbrowser.open, args=[options.address], daemon=True).start()

    return asyncio.run(serve(preview, sockets, ready)) is Ending.RESTART


def request(options: Options) -> Request:
    """The build that a preview asks for; the preview's own address is the site's."""
    output = os.path.join(options.site, OUTPUT)
    return Request(options.site, output, url=options.address, drafts=options.drafts)


def rebuilding(wanted: Request) -> Rebuild:
    """A function that builds, says in the terminal what came of it, and returns it."""
    kept = Kept()
    said: tuple[Diagnostic, ...] = ()
    sure = True

    def rebuild() -> Built:
        for _ in range(TRIES - 1):
            try:
                return once()
            except Unsteady:
                continue
        return once(last=True)

    def once(*, last: bool = False) -> Built:
        nonlocal sure, said
        started = perf_counter()
        was_sure, sure = sure, False
        with _undisturbed():
            built, whole = _attempt(wanted, kept, last=last)
        if built.ok and not was_sure:
            built = built._replace(changed=_all(wanted.output))
        sure = whole and (built.ok or was_sure)
        if built.diagnostics != said:
            said = built.diagnostics
            _report(said, wanted.root)
        if built.changed:
            click.echo(
                f"{_files(len(built.changed))} in {perf_counter() - started:.2f} s", err=True
            )
        return built

    return rebuild


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let no garbage be collected meanwhile: each time, all that is kept is walked through."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _attempt(wanted: Request, kept: Kept, *, last: bool) -> tuple[Built, bool]:
    """Build once; and whether it is sure what became of the output.

    Raises:
        Unsteady: a file changed meanwhile, and this is not the last try.
    """
    try:
        outcome = build(wanted, kept)
    except Trouble as trouble:
        if isinstance(trouble, Unsteady) and not last:
            raise
        return Built(ok=False, changed=frozenset(), diagnostics=(_told(trouble),)), False
    return Built(not outcome.failed, outcome.changed, outcome.diagnostics), True


def _all(output: str) -> frozenset[str]:
    """Every file of the output: after a build that broke off, any of them may be another."""
    marker = read_marker(output)
    return marker.files if isinstance(marker, Marker) else frozenset()


def _told(trouble: Trouble) -> Diagnostic:
    """A trouble as a diagnostic; its sentence can hold paths, and is for the terminal alone."""
    click.echo(f"{trouble}\n{trouble.hint}".rstrip(), err=True)
    sentence = "The site could not be built; the terminal says why."
    return error("cannot-build", sentence, Location("site.yaml"), trouble.hint)


def _report(diagnostics: tuple[Diagnostic, ...], root: str) -> None:
    """The diagnostics on stderr."""
    from builder.commands.reports.excerpt import lines_in
    from builder.commands.reports.style import style_for
    from builder.commands.reports.text import report

    text = report(diagnostics, lines_in(root), way_to(root), style_for(sys.stderr))
    click.echo(text or "All problems are mended.\n", err=True, nl=False)


def _files(count: int) -> str:
    """`1 file changed`, `2 files changed`."""
    return "1 file changed" if count == 1 else f"{count} files changed"


def _in_checkout() -> bool:
    """Whether the builder runs from its repository, where its own code is worked on."""
    return os.path.exists(os.path.join(os.path.dirname(code_folder()), "pyproject.toml"))


def _watched(site: str, in_checkout: bool) -> Watched:
    """What to watch: the site, and in a checkout the default theme and the code."""
    return watched(site, *((theme_folder(), code_folder()) if in_checkout else ()))


def _must_poll(site: str) -> bool:
    """Whether the system cannot tell of changes: a Windows disk in WSL, or the user says so."""
    in_wsl = "microsoft" in platform.release().lower()
    return bool(os.environ.get(POLLING)) or (in_wsl and os.path.realpath(site).startswith("/mnt/"))
