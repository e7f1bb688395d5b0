"""Sites in a Git repository of their own, with a real bare repository on disk as the remote."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.smallsite import ROOT, backstory, tree

IDENTITY = {
    "GIT_AUTHOR_NAME": "Ada",
    "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}
ENVIRONMENT = {**os.environ, **IDENTITY, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def git(folder: Path, *arguments: str) -> str:
    """Git's answer."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.strip()


def published(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return backstory("publish", *arguments, cwd=root, **{**IDENTITY, **environment})


def committed(root: Path, message: str = "Edit") -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message)


def files(remote: Path, branch: str = "gh-pages") -> set[str]:
    return set(git(remote, "ls-tree", "-r", "--name-only", branch).splitlines())


def log(remote: Path, branch: str = "gh-pages") -> list[str]:
    return git(remote, "log", "--format=%s", branch).splitlines()


def refs(folder: Path) -> str:
    return git(folder, "for-each-ref", "refs/heads")


def untouched(root: Path) -> dict[str, bytes]:
    """What no publishing may touch of .git: all but objects, and what is known of remotes."""
    known = ("objects/", "refs/remotes/", "logs/refs/remotes/", "FETCH_HEAD")
    there = tree(root / ".git")
    return {path: data for path, data in there.items() if not path.startswith(known)}


def is_as_built(root: Path, remote: Path) -> bool:
    """Whether the branch holds what the build made, byte for byte."""
    git(remote, "worktree", "add", "--quiet", "--force", str(root.parent / "there"), "gh-pages")
    there, made = tree(root.parent / "there"), tree(root / "output")
    del there[".git"], made[".backstory"]
    return there == made
