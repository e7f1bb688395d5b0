"""`backstory build`: bring the output up to date."""

import click

from builder.build.request import Request
from builder.commands.options import (
    format_option,
    output_option,
    site_address,
    site_argument,
    site_folder,
    strict_option,
)
from builder.commands.places import output_folder, processors
from builder.commands.telling import Form
from builder.commands.updating import update


@click.command()
@site_argument
@output_option
@click.option("--url", metavar="URL", help="The address it will be published at.")
@click.option("--clean", is_flag=True, help="Forget earlier builds and make every page anew.")
@click.option("--drafts", is_flag=True, help="Build drafts too.")
@strict_option
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
    """Build the site: only what changed is made anew.

    SITE is its folder; default: this one. If the content has errors, all are told and nothing is
    written.
    """
    root = site_folder(site)
    request = Request(
        root=root,
        output=output_folder(output, root),
        url=site_address(url),
        drafts=drafts,
        strict=strict,
        clean=clean,
        processes=processors(),
        explain=explain,
    )
    return update(request, form, timings=timings)
