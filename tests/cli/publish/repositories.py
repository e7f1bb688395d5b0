"""Sites in a Git repository of their own, with a real bare repository on disk as the remote."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from tests.smallsite import ROOT, backstory

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
