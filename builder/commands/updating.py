"""What `backstory build` does, once it is known what is wanted."""

import gc
import sys
from collections.abc import Sequence
from time import perf_counter

from builder.build.building import build
from builder.build.request import Request
from builder.commands.exits import CONTENT, DONE
from builder.commands.reports.progress import progress
from builder.commands.saying import say
from builder.commands.telling import Form, tell


def update(request: Request, form: Form = "text", *, timings: bool = False) -> int:
    """Bring the output up to date, and say what was done in this form. Returns the exit code.

    With `timings`, say too where the time went.
    """
    started, parts = perf_counter(), list[tuple[str, float]]()
    gc.disable()  # this process ends before it would pay: the collector walks all studies again
    with progress() as show:

        def begin(part: str) -> None:
            parts.append((part, perf_counter()))
            show(part)

        outcome = build(request._replace(begin=begin))
    tell(outcome.diagnostics, request.root, form)
    if outcome.explanations:
        from builder.commands.reports.explanations import why_made

        say(why_made(outcome.explanations), err=True)
    if timings:
        say(_timings(parts), err=True)
    if outcome.summary is None:
        say("Nothing was written; the output is as it was.", err=True)
        return CONTENT
    from builder.commands.reports.ending import ending
    from builder.commands.reports.style import style_for

    seconds, is_data = perf_counter() - started, form != "text"
    style = style_for(sys.stderr if is_data else sys.stdout)
    say(ending(outcome.summary, request.output, seconds, style), err=is_data)
    return DONE


def _timings(parts: Sequence[tuple[str, float]]) -> str:
    """Each part of a build, by when it began, with its milliseconds; the last goes on until now."""
    ends = [began for _, began in parts[1:]] + [perf_counter()]
    return "\n".join(
        f"{(end - began) * 1000:8.1f} ms  {part}"
        for (part, began), end in zip(parts, ends, strict=True)
    )
