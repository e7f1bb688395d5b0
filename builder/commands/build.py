"""`backstory build`: bring the output up to date."""

import click

from builder.commands import building
from builder.commands.building import Asked
from builder.commands.options import format_option, site_address, site_folder
from builder.commands.telling import Form


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
    return building.build(
        Asked(
            site=site_folder(site),
            output=output,
            url=site_address(url),
            form=form,
            clean=clean,
            drafts=drafts,
            strict=strict,
            explain=explain,
            timings=timings,
        )
    )
