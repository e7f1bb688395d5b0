"""Files of the site that a command writes: shown as a diff, and written."""

import os
import sys
from collections.abc import Iterable, Iterator
from difflib import unified_diff

from builder.commands.reports.cells import printable
from builder.commands.reports.style import style_for
from builder.commands.saying import say
from builder.ground.ways import below, way_to
from builder.sources.troubles import Unable
from builder.write.replacing import Rewrite, replace

_ROLES = {"+": "good", "-": "error", "@": "gutter"}


def show(changed: Iterable[Rewrite], root: str) -> None:
    """Show on stderr the lines that change in the files of the site in `root`, as `diff -u` does.

    Three lines stand around them.
    """
    for path, before, after in changed:
        name = below(way_to(root), path)
        lines = unified_diff(_lines(before or b""), _lines(after), name, name, lineterm="")
        say("\n" + "".join(_painted(lines)), err=True, nl=False)


def _lines(data: bytes) -> list[str]:
    return data.decode().removesuffix("\n").split("\n") if data else []


def _painted(lines: Iterable[str]) -> Iterator[str]:
    style = style_for(sys.stderr)
    for number, line in enumerate(lines):
        role = "place" if number < 2 else _ROLES.get(line[:1], "")
        shown = printable(line.removesuffix("\r"))
        yield (style(role, shown) if role else shown) + "\n"


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
