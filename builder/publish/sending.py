"""From finished files to a commit on the remote's branch, all or nothing.

The commit is made by ghp-import on a branch of our own, on top of what the remote has, and pushed
without force: a branch that has moved on meanwhile refuses it. No branch of the user's is touched.
"""

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator

from builder.publish.branch import DOMAIN, Branch, Published, tip
from builder.publish.changes import Blobs
from builder.publish.git import Repository, said
from builder.publish.ours import own_branch
from builder.sources.troubles import Refused, Unable, unable


def copy(output: str, files: Iterable[str], domain: str, folder: str) -> None:
    """Put exactly these files of the output into `folder`; with the domain, if there is one.

    Raises:
        Unable: the disk says no.
    """
    try:
        for path in files:
            target = os.path.join(folder, path)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copyfile(os.path.join(output, path), target, follow_symlinks=False)
        if domain:
            with open(os.path.join(folder, DOMAIN), "x", encoding="utf-8", newline="") as file:
                file.write(domain)
    except OSError as failure:
        raise unable("copy the finished pages", failure) from failure


def blobs(repo: Repository, folder: str) -> Blobs:
    """The object names of the files in a folder, as Git would store them."""
    paths = sorted(_files(folder))
    listed = "".join(os.path.join(folder, path) + "\n" for path in paths).encode()
    names = repo.tell("hash-object", "--no-filters", "--stdin-paths", given=listed).split()
    return dict(zip(paths, names, strict=True))


def refuse_nameless(repo: Repository) -> None:
    """Refuse to commit where Git does not know who does.

    Raises:
        Refused: with the commands that tell it.
    """
    if repo.ask("var", "GIT_COMMITTER_IDENT").code:
        raise Refused(
            "Git does not know who you are, and a commit names who made it.",
            'Tell it: git config user.name "Your Name", git config user.email you@example.org',
        )


def commit(repo: Repository, folder: str, now: Published, message: str) -> str:
    """A commit of the files in `folder` on top of what is published; its name.

    Raises:
        Unable: the commit cannot be made.
    """
    from ghp_import import GhpError, ghp_import

    try:
        with own_branch(repo) as ours, contextlib.chdir(repo.folder):
            if now.commit:
                repo.tell("update-ref", f"refs/heads/{ours}", now.commit)
            # No remote is of that name, so it takes our branch as it stands.
            ghp_import(folder, branch=ours, mesg=message, remote=os.devnull)
            made = repo.ask("rev-parse", "--verify", "--quiet", f"refs/heads/{ours}").text
    except (GhpError, OSError, TypeError) as failure:
        raise Unable(f"The pages could not be committed: {failure}.") from failure
    if not made or made == now.commit:
        raise Unable("The pages could not be committed.")
    return made


def push(repo: Repository, branch: Branch, made: str, now: Published) -> None:
    """Send a commit to the branch, without force.

    Raises:
        Unable: the branch has moved on, or the remote does not take it; it is as it was.
    """
    answer = repo.ask("push", "--quiet", branch.remote, f"{made}:{branch.ref}")
    if not answer.code:
        return
    if tip(repo, branch) != now.commit:
        raise Unable(
            f"Somebody else has published on “{branch.name}” meanwhile. Nothing was sent, and "
            "theirs is untouched.",
            "Publish again to see what would change now.",
        )
    raise Unable(
        f"The remote “{branch.remote}” did not take the pages: {said(answer)}.",
        "Check that you may write to it (git push --dry-run).",
    )


def _files(folder: str) -> Iterator[str]:
    for directory, _, names in os.walk(folder):
        for name in names:
            yield os.path.relpath(os.path.join(directory, name), folder).replace(os.sep, "/")
