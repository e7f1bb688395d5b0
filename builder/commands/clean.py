"""`backstory clean`: delete what builds made, and nothing else."""

import click

from builder.commands.exits import DONE
from builder.commands.options import output_folder, site_folder
from builder.write.cache import empty, room
from builder.write.files import remove_all
from builder.write.guard import take
from builder.write.lock import alone


@click.command()
@click.argument("site", default=".")
@click.option("--output", "-o", metavar="DIR", help="The output folder; default: SITE/output.")
def clean(site: str, output: str | None) -> int:
    """Delete the files that builds of SITE made in its output folder, and their cache."""
    root = site_folder(site)
    target = output_folder(output, root)
    take(target, root)
    with alone(room(root, target)):
        marker = take(target, root)
        removed = remove_all(target, marker) if marker else 0
    empty(root)
    files = "1 file" if removed == 1 else f"{removed} files"
    click.echo(f"Removed {files} from {target}, and the cache.")
    return DONE
