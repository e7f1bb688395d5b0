"""What a build says when it is done."""

import os

from builder.build.request import Summary
from builder.commands.reports.cells import printable
from builder.commands.reports.style import Style
from builder.ground.diagnostics import counted


def ending(summary: Summary, output: str, seconds: float, style: Style) -> str:
    """Two lines: what was done, and where to look."""
    pages = counted(summary.pages, "page")
    changes = [
        f"{count} {word}"
        for count, word in (
            (summary.written, "written"),
            (summary.unchanged, "unchanged"),
            (summary.removed, "removed"),
        )
        if count
    ]
    deed = f"Built {pages}" if summary.written or summary.removed else f"Up to date: {pages}"
    done = style("good", f"{deed} in {seconds:.2f} s")
    index = printable(os.path.join(output, "index.html"))
    return (
        f"{done} (files: {', '.join(changes) or 'none'}).\n"
        f"Look at it: {index} – or preview while you write: backstory serve"
    )
