"""Files of the site that a command writes: shown as a diff, and written."""

import os
import sys
from collections.abc import Iterable

from builder.commands.reports.diff import diff
from builder.commands.reports.style import style_for
from builder.commands.saying import say
from builder.ground.ways import below, way_to
from builder.sources.troubles import Unable
from builder.write.replacing import Rewrite, replace


def show(changed: Iterable[Rewrite], root: str) -> None:
    """Show on stderr the lines that change in the files of the site in `root`."""
    style, base = style_for(sys.stderr), way_to(root)
    for path, before, after in changed:
        shown = diff((before or b"").decode(), after.decode(), below(base, path), style)
        say("\n" + shown, err=True, nl=False)


def write(changed: Iterable[Rewrite], root: str) -> None:
    """Write the files in order, each at once or not at all.

    Raises:
        Unable: one has changed meanwhile, or cannot be written; it tells which are written already.
    """
    written: list[str] = []
    for path, before, after in changed:
        try:
            replace(os.path.join(root, path), before, after)
        except Unable as trouble:
            so_far = f" Written already: {', '.join(written)}." if written else ""
            raise Unable(f"{trouble}{so_far}", trouble.hint) from trouble
        written.append(path)
