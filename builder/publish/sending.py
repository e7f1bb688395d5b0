"""From finished files to a commit on the remote's branch, all or nothing.

The commit stands on top of what the remote has and on no branch here, and is pushed without force:
a branch that has moved on meanwhile refuses it. Nothing of the user's is touched, neither branches
nor index, and whatever ends this early leaves nothing but objects that Git tidies up.
"""

import os
import shutil
from collections.abc import Iterable, Iterator

from builder.publish.branch import DOMAIN, Branch, Published, tip
from builder.publish.changes import Blobs
from builder.publish.git import Repository, said
from builder.publish.temporary import temporary_folder
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


def stored(repo: Repository, folder: str) -> Blobs:
    """The object names of the files in a folder, which are stored in the repository as they are.

    Raises:
        Unable: Git does not store them.
    """
    paths = sorted(_files(folder))
    listed = os.fsencode("".join(os.path.join(folder, path) + "\n" for path in paths))
    # without the filters of the sources: no line ends are changed, no picture becomes a pointer
    names = repo.tell("hash-object", "-w", "--no-filters", "--stdin-paths", given=listed).split()
    return dict(zip(paths, names, strict=True))


def refuse_nameless(repo: Repository) -> None:
    """Refuse to commit where Git does not know who does.

    Raises:
        Refused: with Git's reason, and the commands that tell it.
    """
    for who in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
        answer = repo.ask("var", who)
        if answer.code:
            raise Refused(
                f"Git does not know who you are ({said(answer)}), and a commit names who made it.",
                'Tell it: git config user.name "Your Name", git config user.email you@example.org',
            )


def commit(repo: Repository, files: Blobs, now: Published, message: str) -> str:
    """A commit of these files on top of what is published; its name.

    Raises:
        Unable: Git does not make it.
    """
    listed = "".join(f"100644 {name}\t{path}\0" for path, name in files.items()).encode()
    with temporary_folder() as folder:
        aside = repo._replace(index_file=os.path.join(folder, "index"))
        aside.tell("update-index", "-z", "--index-info", given=listed)
        tree = aside.tell("write-tree")
    parents = ("-p", now.commit) if now.commit else ()
    return repo.tell("commit-tree", *parents, tree, given=message.encode())


def push(repo: Repository, branch: Branch, made: str, now: Published) -> None:
    """Send a commit to the branch, without force.

    Raises:
        Unable: the branch has moved on, or the remote does not take it; it is as it was.
    """
    answer = repo.ask("push", "--quiet", branch.remote, f"{made}:{branch.ref}")
    if not answer.code:
        return
    there = tip(repo, branch)
    if there == made:  # only its answer was lost
        return
    if there != now.commit:
        raise Unable(
            f"Somebody else has published on “{branch.name}” meanwhile. Nothing was sent, and "
            "theirs is untouched.",
            "Publish again to see what would change now.",
        )
    hooks = answer._replace(complaint=f"{answer.text}\n{answer.complaint}")  # they speak into both
    raise Unable(
        f"The remote “{branch.remote}” did not take the pages: {said(hooks)}.",
        "Check that you may write to it, and that no hook of yours objects (git push --dry-run).",
    )


def _files(folder: str) -> Iterator[str]:
    for directory, _, names in os.walk(folder):
        for name in names:
            yield os.path.relpath(os.path.join(directory, name), folder).replace(os.sep, "/")
