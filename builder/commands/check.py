"""`backstory check`: say everything that is wrong, and write nothing unless asked to."""

import sys

import click

from builder.build.checking import Finished, finished, planned_pages, shown_in
from builder.build.checking import check as run_check
from builder.build.request import judged
from builder.build.understanding import Understood
from builder.commands.exits import CONTENT, DONE
from builder.commands.options import output_folder, site_folder
from builder.commands.telling import Form, format_option, tell
from builder.ground.diagnostics import Diagnostic, failed


@click.command()
@click.argument("site", default=".")
@click.option("--output", "-o", metavar="DIR", help="The finished pages; default: SITE/output.")
@click.option("--drafts", is_flag=True, help="Check drafts too.")
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@click.option("--fix", is_flag=True, help="Make the safe fixes: shows them, and asks.")
@click.option("--yes", is_flag=True, help="With --fix: do not ask.")
@format_option
def check(
    site: str,
    output: str | None,
    form: Form,
    *,
    drafts: bool,
    strict: bool,
    fix: bool,
    yes: bool,
) -> int:
    """Check the site in the folder SITE (default: this one). Nothing is written.

    All that a build would say is said, and, where finished pages are there, what is wrong in these.
    """
    if yes and not fix:
        raise click.UsageError("--yes goes with --fix: there is nothing else to say yes to.")
    root = site_folder(site)
    understood = run_check(root, drafts=drafts)
    if fix:
        from builder.commands.mending import mend

        if mend(understood, root, ask=not yes):
            understood = run_check(root, drafts=drafts)
    told = judged((*understood.diagnostics, *_audited(root, output_folder(output, root))), strict)
    tell(told, root, form)
    mendable = sum(found.fix is not None for found in told)
    if mendable and form == "text":
        click.echo(f"To mend {mendable} of them: backstory check --fix", err=True)
    if failed(told):
        return CONTENT
    if form == "text":
        click.echo(_ending(understood, told))
    return DONE


def _audited(root: str, output: str) -> tuple[Diagnostic, ...]:
    """What is wrong in the finished pages, where they are whole and made of this content."""
    state = finished(root, output)
    if state is Finished.CURRENT:
        from builder.audit.auditing import audit

        return audit(*shown_in(root, output))
    if state is not Finished.NONE:
        click.echo(f"The pages in {output} were not looked at: {state}.", err=True)
    return ()


def _ending(understood: Understood, told: tuple[Diagnostic, ...]) -> str:
    """What was looked at, and that it may be built."""
    from builder.commands.reports.style import style_for

    pages, files = planned_pages(understood), len(understood.sources.texts)
    counted = f"{pages} page{'s' * (pages != 1)} from {files} file{'s' * (files != 1)}"
    if told:
        return f"Checked {counted}: it can be built."
    return style_for(sys.stdout)("good", f"Checked {counted}: nothing to remark.")
