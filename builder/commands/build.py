"""`backstory build`: bring the output up to date."""

import sys
from time import perf_counter

import click

from builder.build.building import build as run_build
from builder.build.request import Request
from builder.commands.exits import CONTENT, DONE
from builder.commands.options import output_folder, site_address, site_folder
from builder.commands.telling import Form, format_option, tell


@click.command()
@click.argument("site", default=".")
@click.option("--output", "-o", metavar="DIR", help="Where the pages go; default: SITE/output.")
@click.option("--url", metavar="URL", help="The address it will be published at.")
@click.option("--clean", is_flag=True, help="Forget earlier builds and make every page anew.")
@click.option("--drafts", is_flag=True, help="Build drafts too.")
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@format_option
def build(
    site: str,
    output: str | None,
    url: str | None,
    form: Form,
    *,
    clean: bool,
    drafts: bool,
    strict: bool,
) -> int:
    """Build the site in the folder SITE (default: this one) into its output folder.

    Only what changed is made anew. If the content has errors, all are told and nothing is written.
    """
    started = perf_counter()
    root = site_folder(site)
    target = output_folder(output, root)
    outcome = run_build(Request(root, target, site_address(url), drafts, strict, clean))
    tell(outcome.diagnostics, root, form)
    if outcome.summary is None:
        click.echo("Nothing was written; the output is as it was.", err=True)
        return CONTENT
    from builder.commands.reports.ending import ending
    from builder.commands.reports.style import style_for

    seconds = perf_counter() - started
    for_people = sys.stdout if form == "text" else sys.stderr
    words = ending(outcome.summary, target, seconds, style_for(for_people))
    click.echo(words, file=for_people)
    return DONE
