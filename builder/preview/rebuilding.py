"""When to build, and what a build that breaks comes to.

Wanting a build twice while one is waiting is wanting it once: so there is at most one build running
and one waiting, however many files are saved, and the last save is always in the last build.
"""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, NoReturn

from builder.ground.diagnostics import Diagnostic, Location, error
from builder.preview.built import Built, Rebuild
from builder.preview.overlay import overlay
from builder.preview.problems import problems

_LOG = logging.getLogger(__name__)


class Result(NamedTuple):
    """What a build came to, and the HTML that tells its problems."""

    built: Built
    overlay: str


async def keep_built(
    wanted: asyncio.Event, build: Callable[[], Result], publish: Callable[[Result], None]
) -> NoReturn:
    """Build, in a thread, whenever that is wanted, and publish each result; until cancelled."""
    while True:
        await wanted.wait()
        wanted.clear()
        publish(await asyncio.to_thread(build))


def attempt(rebuild: Rebuild, root: Path) -> Result:
    """Build once. Whatever the builder raises becomes a diagnostic: the preview goes on."""
    try:
        built = rebuild()
    except (Exception, SystemExit) as fault:
        _LOG.exception("The builder stopped on a fault of its own.")
        built = Built(ok=False, changed=frozenset(), diagnostics=(_own_fault(fault),))
    return Result(built, overlay(problems(root, built.diagnostics), ok=built.ok))


def _own_fault(fault: BaseException) -> Diagnostic:
    """The diagnostic for a fault of ours. Its own words can hold paths: the terminal has them."""
    return error(
        "internal-error",
        f"The builder stopped on a fault of its own ({type(fault).__name__}).",
        Location("site.yaml"),
        "Look into the terminal for what to report. The next save tries again.",
    )
