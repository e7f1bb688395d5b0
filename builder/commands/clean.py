"""`backstory clean`: delete what builds made, and nothing else."""

import click

from builder.commands.exits import DONE
from builder.commands.options import site_argument, site_folder
from builder.commands.places import output_folder
from builder.commands.reports.cells import printable
from builder.commands.saying import say
from builder.ground.diagnostics import counted
from builder.write.cache import cache_for
from builder.write.emptying import empty
from builder.write.files import remove_all
from builder.write.guard import take
from builder.write.lock import alone


@click.command()
@site_argument
@click.option("--output", "-o", metavar="DIR", help="The output folder; default: SITE/output.")
def clean(site: str, output: str | None) -> int:
    """Delete what builds have made, and nothing else.

    That is their files in the output folder of SITE (default: this one), and their cache.
    """
    root = site_folder(site)
    target = output_folder(output, root)
    removed = _removed(target, root)
    empty(root)
    say(f"Removed {counted(removed, 'file')} from {printable(target)}, and the cache.")
    return DONE


def _removed(output: str, root: str) -> int:
    """Delete what builds made in one output folder; how many files there were."""
    take(output, root)
    with alone(cache_for(root, output)):
        marker = take(output, root)
        return remove_all(output, marker) if marker else 0
