"""`backstory publish`: put the site on a branch that GitHub Pages serves."""

import sys
from pathlib import Path

import click

from builder.audit.auditing import audit_folder
from builder.build.building import build
from builder.build.checking import check
from builder.build.former import former
from builder.build.gone import addresses_gone
from builder.build.request import Request, promoted
from builder.build.understanding import Understood
from builder.commands.asking import agreed
from builder.commands.exits import CONTENT, DONE, REFUSED
from builder.commands.options import (
    format_option,
    output_option,
    site_address,
    site_argument,
    site_folder,
    strict_option,
)
from builder.commands.places import output_folder, processors
from builder.commands.reports.cells import printable
from builder.commands.reports.progress import progress
from builder.commands.reports.published import what_changes
from builder.commands.reports.style import style_for
from builder.commands.saying import say
from builder.commands.telling import Form, tell
from builder.ground.diagnostics import Diagnostic, failed, in_order
from builder.ground.ways import way_to
from builder.publish.branch import (
    PAGES,
    Branch,
    Published,
    address,
    content,
    own_domain,
    published,
    refuse_sources,
    refuse_unfit,
)
from builder.publish.changes import Blobs, changes
from builder.publish.fitness import fit, refuse_uncommitted
from builder.publish.git import Repository, repository
from builder.publish.sending import commit, copy, push, refuse_nameless, stored
from builder.publish.temporary import temporary_folder
from builder.write.cache import cache_for
from builder.write.lock import alone


@click.command()
@site_argument
@output_option
@click.option("--url", metavar="URL", help="The address it is published at.")
@click.option("--remote", default="origin", show_default=True, help="The remote to push to.")
@click.option("--branch", default=PAGES, show_default=True, help="The branch to put it on.")
@strict_option
@click.option("--yes", is_flag=True, help="Do not ask.")
@format_option
def publish(
    site: str,
    output: str | None,
    url: str | None,
    remote: str,
    branch: str,
    form: Form,
    *,
    strict: bool,
    yes: bool,
) -> int:
    """Build the site and push it to a branch.

    SITE is its folder; default: this one. Shows what would change there, and asks. What has errors
    or is not committed is not published; nothing is ever pushed by force.
    """
    root = site_folder(site)
    folder = output_folder(output, root)
    is_data = form != "text"
    style = style_for(sys.stderr if is_data else sys.stdout)
    repo, to = repository(root), Branch(remote, branch)
    now = _published(repo, to, root)
    domain = own_domain(repo, now)
    understood = check(Request(root, folder))
    home = site_address(url) or _own_address(understood) or address(repo, to, domain)
    before = former(frozenset(now.files), lambda path: content(repo, now, path))
    request = Request(root, folder, home or None, strict=strict, clean=True, processes=processors())
    with temporary_folder() as pages:
        if not _made_ready(request, domain, pages, addresses_gone(understood, before), form):
            say("Nothing was published.", err=True)
            return CONTENT
        refuse_uncommitted(repo, root)  # while it was built, too
        files = stored(repo, pages)
        found = changes(now.files, files)
        if not found:
            say(
                f"Nothing to publish: {branch} on {remote} holds exactly this already.", err=is_data
            )
            return DONE
        say(what_changes(found, to, home, style), err=is_data)
        if not (yes or agreed("Publish this?", "--yes")):
            say("Nothing was published.", err=True)
            return REFUSED
    _send(repo, to, files, now)
    say(style("good", f"Published on {branch} of {remote}."), err=is_data)
    say(_next(home, is_new=not now.commit, branch=branch), err=is_data, nl=False)
    return DONE


def _published(repo: Repository, to: Branch, root: str) -> Published:
    """What is on the branch now. Raises Refused where the site in `root` may not go there."""
    refuse_unfit(repo, to)
    refuse_nameless(repo)
    refuse_uncommitted(repo, root)
    _underway(f"Asking {to.remote} for {to.name} …")
    now = published(repo, to)
    refuse_sources(repo, to, now, root)
    return now


def _send(repo: Repository, to: Branch, files: Blobs, now: Published) -> None:
    """Commit these files on top of what is on the branch, and push them."""
    source = repo.tell("rev-parse", "--short", "HEAD")
    made = commit(repo, files, now, f"Publish {source}")
    _underway(f"Sending {to.name} to {to.remote} …")
    push(repo, to, made, now)


def _underway(words: str) -> None:
    """Say to who sits at a terminal what is waited for: a remote may be slow, or silent."""
    if sys.stderr.isatty():
        say(words, err=True)


def _own_address(understood: Understood) -> str:
    """The address in site.yaml, "" where there is none."""
    return understood.planned.content.settings.url if understood.planned else ""


def _made_ready(
    request: Request, domain: str, pages: str, gone: tuple[Diagnostic, ...], form: Form
) -> bool:
    """Build all anew, copy it to `pages`, and judge it; whether it may be published.

    All faults are told. Raises Refused where what was built is not fit to be published.
    """
    with progress() as begin:
        outcome = build(request._replace(begin=begin))
    found = () if outcome.failed else _copied(request, domain, pages)
    all_told = in_order([*outcome.diagnostics, *promoted((*found, *gone), request.strict)])
    tell(all_told, request.root, form)
    return not outcome.failed and not failed(all_told)


def _copied(request: Request, domain: str, pages: str) -> tuple[Diagnostic, ...]:
    """What is wrong in the finished pages, read where they were copied to.

    So what is judged is what is pushed, whatever another build does to the output meanwhile.
    """
    with alone(cache_for(request.root, request.output)):
        copy(request.output, fit(request), domain, pages)
    return audit_folder(Path(pages), way_to(request.output, request.root))


def _next(home: str, *, is_new: bool, branch: str) -> str:
    """What the user does next, if anything."""
    look = f"In a minute or two: {printable(home)}\n" if home else ""
    if not is_new:
        return look
    return f"Once, on GitHub: Settings → Pages → Deploy from a branch → {branch}, / (root).\n{look}"
