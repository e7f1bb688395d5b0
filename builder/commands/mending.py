"""`check --fix`: show what would change, ask, and change it."""

import sys

from builder.build.fixing import fixed
from builder.build.request import Request
from builder.commands.asking import agreed
from builder.commands.reports.cells import printable
from builder.commands.reports.progress import progress
from builder.commands.reports.style import style_for
from builder.commands.rewriting import show, write
from builder.commands.saying import say
from builder.ground.diagnostics import counted
from builder.ground.ways import place_below, way_to
from builder.pages.links.gone import Former


def mend(wanted: Request, former: Former | None, *, ask: bool) -> None:
    """Make the safe fixes in the files of the site; `former` is the site as it was before.

    All that is said goes to stderr: stdout is for what the check finds.

    Raises:
        Unable: a file has changed meanwhile, or cannot be written.
    """
    with progress() as begin:
        chosen, changed = fixed(wanted._replace(begin=begin), former)
    if not changed:
        say("There is nothing that can be fixed safely.", err=True)
        return
    root = wanted.root
    style, base = style_for(sys.stderr), way_to(root)
    for fix in chosen:
        where = place_below(base, fix.edits[0].location)
        say(f"{style('place', where)}: {printable(fix.title)}", err=True)
    show(changed, root)
    files = counted(len(changed), "file")
    if ask and not agreed(f"Change {files}?", "backstory check --fix --yes"):
        say("Nothing was changed.", err=True)
        return
    write(changed, root)
    say(f"Changed {files}.", err=True)
