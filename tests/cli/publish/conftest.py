"""A site that may be published, and where it goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.publish.repositories import committed, git
from tests.smallsite import site


@pytest.fixture
def remote(tmp_path: Path) -> Path:
    folder = tmp_path / "remote.git"
    folder.mkdir()
    git(folder, "init", "--quiet", "--bare", "--initial-branch", "main")
    return folder


@pytest.fixture
def root(tmp_path: Path, remote: Path) -> Path:
    """A site that is committed, with a remote that has no branch yet."""
    folder = site(tmp_path / "site", {".gitignore": "/output/\n/.cache/\n"})
    git(folder, "init", "--quiet", "--initial-branch", "main")
    git(folder, "remote", "add", "origin", str(remote))
    committed(folder)
    return folder
