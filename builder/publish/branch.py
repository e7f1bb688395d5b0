"""The published branch as the remote has it now."""

import os
from typing import NamedTuple

from builder.ground.urls import home_refusal
from builder.publish.changes import Blobs
from builder.publish.git import Repository, said
from builder.sources.troubles import Refused, Unable

DOMAIN = "CNAME"
"""The file in which a branch tells GitHub Pages of a domain of the publisher's own."""
PAGES = "gh-pages"
"""The branch for the pages, where none is named."""
_CHOOSE = f"Choose a branch for the pages alone, such as {PAGES}: --branch NAME"


class Branch(NamedTuple):
    """A branch of a remote, by their names."""

    remote: str
    name: str

    @property
    def ref(self) -> str:
        """Its full name on the remote."""
        return f"refs/heads/{self.name}"


class Published(NamedTuple):
    """What stands on the branch: its last commit ("" where there is no branch), and its files."""

    commit: str
    files: Blobs


def refuse_unfit(repo: Repository, branch: Branch) -> None:
    """Refuse a branch that cannot be published on, before anything is done.

    Raises:
        Refused: no such remote, or of several addresses; not a name of a branch, or the branch one
            is working on.
    """
    known_as = repo.ask("check-ref-format", "--branch", branch.name)
    if known_as.code or known_as.text != branch.name:  # `@{-1}` is known as another
        raise Refused(f"“{branch.name}” cannot be the name of a branch.")
    if branch.remote not in repo.tell("remote").split():
        raise Refused(
            f"This repository has no remote called “{branch.remote}”.",
            f"Give the address a name: git remote add pages {branch.remote}, then --remote pages."
            if "/" in branch.remote
            else f"Add it (git remote add {branch.remote} ADDRESS), or name another with --remote.",
        )
    addresses = repo.ask("remote", "get-url", "--push", "--all", branch.remote).text.splitlines()
    if len(addresses) > 1:  # one may take the pages, and the next refuse them
        raise Refused(
            f"“{branch.remote}” pushes to {len(addresses)} addresses; pages go to one, so that all "
            "is published or nothing.",
            f"Give one its own name: git remote add pages {addresses[0]}, then --remote pages.",
        )
    for line in repo.tell("worktree", "list", "--porcelain").splitlines():
        if line == f"branch {branch.ref}":
            raise Refused(
                f"You are working on the branch “{branch.name}”; publishing replaces all of it.",
                "Switch to the branch that holds the site, such as main."
                if branch.name == PAGES
                else _CHOOSE,
            )


def refuse_sources(repo: Repository, branch: Branch, now: Published, site: str) -> None:
    """Refuse a branch that holds the site's sources: its pages would take their place.

    Raises:
        Refused: it has a site.yaml where this site has it.
    """
    top = os.path.relpath(os.path.realpath(site), repo.folder).replace(os.sep, "/")
    if f"{top}/site.yaml".removeprefix("./") in now.files:
        raise Refused(
            f"The branch “{branch.name}” holds the sources of this site; publishing replaces "
            "all that is on it.",
            _CHOOSE,
        )


def published(repo: Repository, branch: Branch) -> Published:
    """What the remote has on the branch now; its objects are fetched, no local branch is touched.

    Raises:
        Unable: the remote cannot be reached, or does not answer.
    """
    commit = tip(repo, branch)
    if not commit:
        return Published("", {})
    fetch = ("fetch", "--quiet", "--no-tags", branch.remote)
    fetched = repo.inquire(*fetch, commit)
    if fetched.code:  # a server that gives no single commits
        fetched = repo.inquire(*fetch, branch.ref)
    if fetched.code:
        raise Unable(f"Git could not fetch: {said(fetched)}.")
    return Published(commit, _files_of(repo, commit))


def tip(repo: Repository, branch: Branch) -> str:
    """The last commit of the branch on the remote, "" where there is none. Raises Unable."""
    answer = repo.inquire("ls-remote", branch.remote, branch.ref)
    if answer.code:
        raise Unable(
            f"The remote “{branch.remote}” cannot be reached: {said(answer)}.",
            "Check the network, the address (git remote -v) and that you may read it.",
        )
    tips = (line.partition("\t") for line in answer.text.splitlines())
    return next((commit for commit, _, ref in tips if ref == branch.ref), "")


def _files_of(repo: Repository, commit: str) -> Blobs:
    """The files of a commit."""
    listing = repo.ask("ls-tree", "-r", "-z", "--full-tree", commit)
    if listing.code:
        raise Unable(f"The published branch cannot be read: {said(listing)}.")
    files: dict[str, str] = {}
    for record in listing.output.split(b"\0")[:-1]:
        about, _, path = record.partition(b"\t")
        files[path.decode("utf-8", "surrogateescape")] = about.split()[2].decode()
    return files


def own_domain(repo: Repository, now: Published) -> str:
    """The domain that the branch names, with its line end as it stands; "" for none."""
    if DOMAIN not in now.files:
        return ""
    return content(repo, now, DOMAIN).decode("utf-8", "replace")


def content(repo: Repository, now: Published, path: str) -> bytes:
    """The bytes of a published file; none where Git does not give them."""
    return repo.ask("cat-file", "blob", now.files[path]).output


def address(repo: Repository, branch: Branch, domain: str) -> str:
    """Where GitHub Pages serves what is pushed to this remote; "" where that cannot be told.

    Rules: a domain of one's own, else https://OWNER.github.io/, with /NAME/ after it unless the
    repository is called OWNER.github.io (docs.github.com, "What is GitHub Pages?").
    """
    if domain.strip():
        home = f"https://{domain.split(maxsplit=1)[0]}/"
        return "" if home_refusal(home) else home
    return pages_address(repo.tell("remote", "get-url", branch.remote))


def pages_address(remote: str) -> str:
    """The address on github.io that belongs to the address of a remote; "" for another host."""
    for start in ("https://github.com/", "git@github.com:", "ssh://git@github.com/"):
        if remote.startswith(start):
            owner, _, name = remote.removeprefix(start).removesuffix("/").partition("/")
            name = name.removesuffix(".git")
            if not owner or not name or "/" in name:
                return ""
            host = f"{owner.lower()}.github.io"
            return f"https://{host}/" if name.lower() == host else f"https://{host}/{name}/"
    return ""
