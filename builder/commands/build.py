"""`backstory build`: bring the output up to date."""

import gc
import sys
from time import perf_counter

import click

from builder.build.building import build as run_build
from builder.build.request import Request
from builder.commands.exits import CONTENT, DONE
from builder.commands.options import output_folder, processors, site_address, site_folder
from builder.commands.reports.making import Clock, why_made
from builder.commands.telling import Form, format_option, tell


@click.command()
@click.argument("site", default=".")
@click.option("--output", "-o", metavar="DIR", help="Where the pages go; default: SITE/output.")
@click.option("--url", metavar="URL", help="The address it will be published at.")
@click.option("--clean", is_flag=True, help="Forget earlier builds and make every page anew.")
@click.option("--drafts", is_flag=True, help="Build drafts too.")
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@click.option("--explain", is_flag=True, help="Say of each page why it was made.")
@click.option("--timings", is_flag=True, help="Say where the time went.")
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
    explain: bool,
    timings: bool,
) -> int:
    """Build the site in the folder SITE (default: this one) into its output folder.

    Only what changed is made anew. If the content has errors, all are told and nothing is written.
    """
    started = perf_counter()
    root = site_folder(site)
    target = output_folder(output, root)
    gc.disable()  # this process ends before it would pay: the collector walks all studies again
    clock = Clock()
    request = Request(root, target, site_address(url), drafts, strict, clean, processors())
    outcome = run_build(request._replace(explain=explain, begin=clock.begin))
    tell(outcome.diagnostics, root, form)
    if outcome.explanations:
        click.echo(why_made(outcome.explanations), err=True)
    if timings:
        click.echo(clock.table(), err=True)
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
