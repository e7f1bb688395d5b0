"""`check --fix`: show what would change, ask, and change it."""

import os
import sys
from collections.abc import Sequence

import click

from builder.build.fixing import Rewrite, fixes, rewrites
from builder.build.understanding import Understood
from builder.commands.reports.cells import printable
from builder.commands.reports.diff import diff
from builder.commands.reports.style import style_for
from builder.commands.saying import say
from builder.ground.diagnostics import Fix, counted
from builder.ground.ways import below, place_below, way_to
from builder.write.replacing import replace


def mend(understood: Understood, root: str, *, ask: bool) -> bool:
    """Make the safe fixes in the files of the site; whether anything was changed.

    All that is said goes to stderr: stdout is for what the check finds.

    Raises:
        Unable: a file has changed meanwhile, or cannot be written.
    """
    chosen = fixes(understood)
    changed = rewrites(chosen, understood.sources)
    if not changed:
        say("There is nothing that can be fixed safely.", err=True)
        return False
    _show(chosen, changed, root)
    if ask and not _agreed(changed):
        say("Nothing was changed.", err=True)
        return False
    for path, before, after in changed:
        replace(os.path.join(root, path), before, after)
    say(f"Changed {counted(len(changed), 'file')}.", err=True)
    return True


def _show(chosen: Sequence[Fix], changed: Sequence[Rewrite], root: str) -> None:
    """What each fix is for, then the lines that change."""
    style, base = style_for(sys.stderr), way_to(root)
    for fix in chosen:
        where = place_below(base, fix.edits[0].location)
        say(f"{style('place', where)}: {printable(fix.title)}", err=True)
    for path, before, after in changed:
        shown = diff(before.decode(), after.decode(), below(base, path), style)
        say("\n" + shown, err=True, nl=False)


def _agreed(changed: Sequence[Rewrite]) -> bool:
    try:
        return click.confirm(f"\nChange {counted(len(changed), 'file')}?", err=True)
    except click.Abort:  # nobody is there to answer
        say("\nTo agree beforehand: backstory check --fix --yes", err=True)
        return False
