"""When to build, and what a build that breaks comes to.

Wanting a build twice while one is waiting is wanting it once: so there is at most one build running
and one waiting, however many files are saved, and the last save is always in the last build.
"""

import asyncio
import gc
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import NamedTuple, NoReturn

from builder.build.shown import Renewed, Shown
from builder.ground.diagnostics import Diagnostic, Location, error
from builder.preview.edition import states
from builder.preview.overlay import overlay
from builder.sources.lines import lines_in
from builder.sources.troubles import Flawed, Trouble, Unsteady

REST = 0.5
"""Seconds without a save after which the preview rests: its pages have been fetched."""
MOST = 20
"""Builds after which garbage is collected in any case."""
_LOG = logging.getLogger(__name__)

Rebuild = Callable[[Iterable[str]], Renewed]
"""Builds the site as it stands now, first of all the files given, which somebody looks at. It runs
in the builder's thread, one call at a time."""


class Result(NamedTuple):
    """What a build came to, the states of files (`edition.states`), and its problems as HTML."""

    built: Renewed
    states: Mapping[str, str]
    overlay: str


class Unmade(NamedTuple):
    """A file that cannot be made: why, in a sentence."""

    sentence: str


async def keep_built(
    wanted: asyncio.Event,
    build: Callable[[], Awaitable[Result]],
    publish: Callable[[Result], None],
) -> NoReturn:
    """Build whenever that is wanted, and publish each result; until cancelled.

    Garbage is collected when nothing has been wanted for a while, and after many builds in a row.
    """
    untidy = 0
    while True:
        if untidy and not (untidy < MOST and await _soon(wanted)):
            gc.collect()
            untidy = 0
        await wanted.wait()
        wanted.clear()
        publish(await build())
        untidy += 1


async def _soon(wanted: asyncio.Event) -> bool:
    """Whether a build is wanted before the preview has rested."""
    try:
        async with asyncio.timeout(REST):
            await wanted.wait()
    except TimeoutError:
        return False
    return True


def attempt(rebuild: Rebuild, root: str, last: Shown, attended: Iterable[str]) -> Result:
    """Build once. Whatever the builder raises becomes a diagnostic: the preview goes on."""
    try:
        built = rebuild(attended)
    except (Exception, SystemExit) as fault:
        _LOG.exception("The builder stopped on a fault of its own.")
        built = Renewed(ok=False, site=last, diagnostics=(_own_fault(fault),))
    overlaid = overlay(built.diagnostics, lines_in(root), ok=built.ok)
    return Result(built, states(built.site, attended), overlaid)


def made(site: Shown, path: str) -> bytes | Unmade:
    """The bytes of a file. Whatever the builder raises becomes a sentence."""
    try:
        return site.read(path)
    except Flawed as flaw:
        place = flaw.diagnostic.location
        return Unmade(f"{place.path}:{place.line}: {flaw.diagnostic.message}")
    except Unsteady:
        return Unmade("A file that it is made of has just changed. The next build will show it.")
    except Trouble as trouble:
        return Unmade(f"{trouble} {trouble.hint}".rstrip())
    except Exception as fault:
        _LOG.exception("The builder stopped on a fault of its own.")
        return Unmade(_own_fault(fault).message)


def _own_fault(fault: BaseException) -> Diagnostic:
    """The diagnostic for a fault of ours. Its own words can hold paths: the terminal has them."""
    return error(
        "internal-error",
        f"The builder stopped on a fault of its own ({type(fault).__name__}).",
        Location("site.yaml"),
        "Look into the terminal for what to report. The next save tries again.",
    )
