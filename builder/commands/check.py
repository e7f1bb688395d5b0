"""`backstory check`: say everything that is wrong, and write nothing unless asked to."""

import gc
import sys

import click

from builder.build.checking import Finished, finished
from builder.build.checking import check as run_check
from builder.build.former import last_build
from builder.build.judging import judge
from builder.build.request import Request, page_count, promoted
from builder.build.understanding import Planned
from builder.commands.exits import CONTENT, DONE
from builder.commands.offering import offer_draft, offer_fixes
from builder.commands.options import format_option, site_argument, site_folder, strict_option
from builder.commands.places import output_folder
from builder.commands.reports.cells import printable
from builder.commands.reports.progress import JUDGE, progress
from builder.commands.reports.style import style_for
from builder.commands.saying import say
from builder.commands.telling import Form, tell
from builder.ground.diagnostics import counted, failed, in_order


@click.command()
@site_argument
@click.option(
    "--output", "-o", metavar="DIR", help="Where the last build is; default: SITE/output."
)
@click.option("--drafts", is_flag=True, help="Check drafts too.")
@strict_option
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
    """Say everything that is wrong with the site, and write nothing.

    SITE is its folder; default: this one. All that a build would say is said; then what is wrong in
    the finished pages, which are made for it where they are not there; and which pages of the last
    build would be gone.
    """
    if yes and not fix:
        raise click.UsageError("--yes goes with --fix: there is nothing else to say yes to.")
    root = site_folder(site)
    folder = output_folder(output, root)
    wanted = Request(root, folder, drafts=drafts)
    before = last_build(folder)
    gc.disable()  # all that is read here is kept
    if fix:
        from builder.commands.mending import mend

        mend(wanted, before, ask=not yes)
    with progress() as begin:
        understood = run_check(wanted._replace(begin=begin), before)
    gc.freeze()
    gc.enable()  # finished pages are read one after the other, and let go
    state = finished(wanted)
    with progress() as begin:
        begin(JUDGE)
        pages = judge(understood, wanted, state)
    diagnostics = promoted(in_order([*understood.diagnostics, *pages.diagnostics]), strict)
    tell(diagnostics, root, form, pages.made)
    if form == "text":
        offer_fixes(diagnostics, root)
    if state is Finished.UNFINISHED:
        say(f"The pages in {printable(folder)} are not whole: {state}.", err=True)
    planned = understood.planned
    if planned is None or failed(diagnostics):
        return CONTENT
    if form == "text":
        offer_draft(diagnostics, root)
        files = counted(len(understood.sources.texts), "file")
        say(_ending(planned, files, is_clean=not diagnostics))
    return DONE


def _ending(planned: Planned, files: str, *, is_clean: bool) -> str:
    """What was looked at, and that it may be built."""
    pages = counted(page_count(page.path for page in planned.pages), "page")
    checked, found = f"Checked {pages} from {files}", _found(planned)
    if is_clean:
        return style_for(sys.stdout)("good", f"{checked}: nothing to report.") + found
    return f"{checked}: it can be built.{found}"


def _found(planned: Planned) -> str:
    """What stands in the articles, each looked for in their words, as a line of its own; or ""."""
    content, linked = planned.content, planned.linked
    totals = {
        "quotation": len(linked.quotes),
        "event": sum(map(bool, linked.events.values())),
        "mention": sum(article.mention_count for article in content.articles),
    }
    words = ", ".join(counted(total, name) for name, total in totals.items() if total)
    return f"\nFound in the articles: {words}." if words else ""
