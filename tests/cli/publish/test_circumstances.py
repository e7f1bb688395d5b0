"""`backstory publish`: whatever Git is told, and however the repository lies."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.publish.repositories import (
    ENVIRONMENT,
    IDENTITY,
    committed,
    git,
    is_as_built,
    published,
    untouched,
)
from tests.smallsite import backstory, put, tree

ADA = "Ada <ada@example.org>"


def test_of_the_repository_nothing_is_touched(root: Path, remote: Path) -> None:
    os.utime(root / "site.yaml", (0, 0))  # Git would note in the index what it sees of it
    before = untouched(root)
    assert published(root, "--yes").returncode == 0
    assert untouched(root) == before


@pytest.mark.parametrize("who", ["user", "committer"])
def test_the_commit_names_whom_git_would_name(root: Path, remote: Path, who: str) -> None:
    for name in {who, who.replace("committer", "author")}:
        git(root, "config", f"{name}.name", "Ada")
        git(root, "config", f"{name}.email", "ada@example.org")
    assert named(root, remote) == f"{ADA}, {ADA}"


def test_an_address_for_post_is_one_for_commits(root: Path, remote: Path) -> None:
    git(root, "config", "user.name", "Ada")
    assert named(root, remote, EMAIL="ada@example.org") == f"{ADA}, {ADA}"


def named(root: Path, remote: Path, **variables: str) -> str:
    """Publishes where the variables say no more of who does; who made the commit."""
    nowhere = {name: value for name, value in IDENTITY.items() if "CONFIG" in name}
    done = backstory("publish", "--yes", cwd=root, **nowhere, **variables)
    assert done.returncode == 0, done.stderr
    return git(remote, "log", "-1", "--format=%an <%ae>, %cn <%ce>", "gh-pages")


SETTINGS = [
    ("core.autocrlf", "true"),
    ("core.attributesFile", "attributes"),
    ("core.splitIndex", "true"),
    ("commit.gpgSign", "true"),
    ("core.hooksPath", "hooks"),
    ("push.default", "nothing"),
    ("i18n.commitEncoding", "ISO-8859-1"),
    ("status.showUntrackedFiles", "no"),
    ("color.ui", "always"),
]


@pytest.mark.parametrize(("name", "value"), SETTINGS, ids=[name for name, _ in SETTINGS])
def test_whatever_is_set_what_was_built_is_published(
    root: Path, remote: Path, name: str, value: str
) -> None:
    put(root, "hooks/pre-commit", "#!/bin/sh\nexit 1\n").chmod(0o755)
    put(root, "attributes", "* text eol=crlf filter=broken\n")
    committed(root)
    git(root, "config", "gpg.program", "false")
    git(root, "config", "filter.broken.clean", "false")
    git(root, "config", name, str(root / value) if (root / value).exists() else value)
    done = published(root, "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert is_as_built(root, remote)


def test_names_with_joiners_and_quotes_are_published(root: Path, remote: Path) -> None:
    name = "می\u200cخواهم"
    put(root, "content/people.yaml", f"{name}:\n  name: {name}\n  summary: A name.\n")
    put(root, 'templates/assets/"a" b.css', "x")
    committed(root)
    done = published(root, "--yes")
    assert done.returncode == 0, done.stderr
    assert is_as_built(root, remote)


def test_the_variables_of_a_hook_lead_to_no_other_repository(root: Path, remote: Path) -> None:
    other = root.parent / "other"
    git(root.parent, "clone", "--quiet", str(root), str(other))
    before = tree(other / ".git")
    variables = {"GIT_DIR": str(other / ".git"), "GIT_INDEX_FILE": str(other / ".git/index")}
    done = published(root, "--yes", **variables)
    assert done.returncode == 0, done.stderr
    assert is_as_built(root, remote)
    assert tree(other / ".git") == before


def test_whether_the_disk_is_full_is_told_before_the_question(root: Path, remote: Path) -> None:
    for number in range(256):  # no new object finds a place
        folder = root / f".git/objects/{number:02x}"
        if not folder.exists():
            folder.write_text("")
    done = published(root)
    assert done.returncode == 3
    assert done.stderr.startswith("backstory: “git hash-object” failed: ")
    assert "Traceback" not in done.stderr
    assert git(remote, "for-each-ref") == ""
    assert not [path for path in untouched(root) if "crash" in path]


def test_where_nothing_more_can_be_written_that_is_told(root: Path, remote: Path) -> None:
    backstory("build", cwd=root)
    command = f"ulimit -f 0; exec '{sys.executable}' -m builder publish --yes"
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=root,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 3
    assert "No folder for temporary files can be written to." in done.stderr
    assert git(remote, "for-each-ref") == ""
