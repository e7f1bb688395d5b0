"""The branch of our own on which the pages are committed: it stands while that is done.

If the process is killed it stays behind, and the next one deletes it. To know what was left, each
holds a lock on the repository's own folder (`flock`), which falls with its process: whoever has the
lock alone is the only one to publish. Where there are no such locks, what was left is kept.
"""

import contextlib
import os
import re
import secrets
from collections.abc import Iterator

from builder.publish.git import Repository

_NAME = "backstory-publishing-"
_OURS = re.compile(rf"{_NAME}[0-9a-f]{{16}}")


@contextlib.contextmanager
def own_branch(repo: Repository) -> Iterator[str]:
    """The name of a branch that was never there before. Afterwards it is deleted.

    What is committed on it stays until Git tidies up.
    """
    with _locked(repo):
        branch = f"{_NAME}{secrets.token_hex(8)}"
        try:
            yield branch
        finally:
            repo.ask("update-ref", "-d", f"refs/heads/{branch}")


@contextlib.contextmanager
def _locked(repo: Repository) -> Iterator[None]:
    """Hold the lock beside others; who has it alone at first deletes what was left."""
    if os.name != "posix":
        yield
        return
    import fcntl

    folder = os.path.join(repo.folder, repo.tell("rev-parse", "--git-common-dir"))
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # others publish, or the disk has no locks
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _delete_left(repo)
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_SH)
        yield
    finally:
        os.close(handle)


def _delete_left(repo: Repository) -> None:
    """Delete our branches; Git keeps one that somebody works on."""
    for name in repo.tell("for-each-ref", "--format=%(refname:short)", "refs/heads").split():
        if _OURS.fullmatch(name):
            repo.ask("branch", "--delete", "--force", name)
