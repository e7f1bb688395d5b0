"""What `backstory build` does, once it is known what is asked for."""

import gc
import os
import sys
from time import perf_counter
from typing import NamedTuple

from builder.build.building import build as run_build
from builder.build.request import Request
from builder.commands.exits import CONTENT, DONE
from builder.commands.places import output_folder, processors
from builder.commands.reports.clock import Clock
from builder.commands.saying import say
from builder.commands.telling import Form, tell


class Asked(NamedTuple):
    """What the user asked for; the site is there, and `url` is an address."""

    site: str = os.curdir
    output: str | None = None
    url: str | None = None
    form: Form = "text"
    clean: bool = False
    drafts: bool = False
    strict: bool = False
    explain: bool = False
    timings: bool = False


def build(asked: Asked) -> int:
    """Bring the output up to date, and say what was done. Returns the exit code."""
    started = perf_counter()
    root, target = asked.site, output_folder(asked.output, asked.site)
    gc.disable()  # this process ends before it would pay: the collector walks all studies again
    clock = Clock()
    request = Request(
        root, target, asked.url, asked.drafts, asked.strict, asked.clean, processors()
    )
    outcome = run_build(request._replace(explain=asked.explain, begin=clock.begin))
    tell(outcome.diagnostics, root, asked.form)
    if outcome.explanations:
        from builder.commands.reports.making import why_made

        say(why_made(outcome.explanations), err=True)
    if asked.timings:
        say(clock.table(), err=True)
    if outcome.summary is None:
        say("Nothing was written; the output is as it was.", err=True)
        return CONTENT
    from builder.commands.reports.ending import ending
    from builder.commands.reports.style import style_for

    seconds, is_data = perf_counter() - started, asked.form != "text"
    style = style_for(sys.stderr if is_data else sys.stdout)
    say(ending(outcome.summary, target, seconds, style), err=is_data)
    return DONE
