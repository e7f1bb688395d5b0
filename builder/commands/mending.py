"""`check --fix`: show what would change, ask, and change it."""

import sys

from builder.build.fixing import fixes, rewrites
from builder.build.understanding import Understood
from builder.commands.asking import agreed
from builder.commands.reports.cells import printable
from builder.commands.reports.style import style_for
from builder.commands.rewriting import show, write
from builder.commands.saying import say
from builder.ground.diagnostics import counted
from builder.ground.ways import place_below, way_to


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
    style, base = style_for(sys.stderr), way_to(root)
    for fix in chosen:
        where = place_below(base, fix.edits[0].location)
        say(f"{style('place', where)}: {printable(fix.title)}", err=True)
    show(changed, root)
    files = counted(len(changed), "file")
    if ask and not agreed(f"Change {files}?", "backstory check --fix --yes"):
        say("Nothing was changed.", err=True)
        return False
    write(changed, root)
    say(f"Changed {files}.", err=True)
    return True
