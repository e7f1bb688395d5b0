"""`backstory publish`: what it puts on the branch, shows and asks."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.publish.repositories import (
    ENVIRONMENT,
    committed,
    files,
    git,
    log,
    published,
    refs,
)
from tests.smallsite import backstory, put, tree
from tests.terminal import heard


def answered(root: Path, answer: str) -> subprocess.CompletedProcess[str]:
    """Publishes; this is what is typed when it asks."""
    return subprocess.run(
        [sys.executable, "-m", "builder", "publish"],
        cwd=root,
        env=ENVIRONMENT,
        input=answer,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_branch_holds_what_the_build_made_and_nothing_else(root: Path, remote: Path) -> None:
    before = refs(root)
    done = published(root, "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert "+ people/ada-lovelace/index.html" in done.stdout
    assert "Published on gh-pages of origin." in done.stdout
    made = {path: data for path, data in tree(root / "output").items() if path != ".backstory"}
    assert files(remote) == set(made)
    assert ".nojekyll" in files(remote)
    for path, data in made.items():
        shown = subprocess.run(
            ["git", "show", f"gh-pages:{path}"], cwd=remote, capture_output=True, check=True
        )
        assert shown.stdout == data
    assert refs(root) == before


def test_a_ref_whose_name_only_ends_as_the_branch_s_is_not_the_branch(
    root: Path, remote: Path
) -> None:
    git(root, "push", "--quiet", "origin", "HEAD:refs/backup/refs/heads/gh-pages")
    done = published(root, "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(log(remote)) == 1


def test_what_programs_read_holds_what_is_wrong_alone(root: Path, remote: Path) -> None:
    put(
        root,
        "content/people.yaml",
        "ada-lovelace:\n  name: Ada Lovelace\nnobody:\n  name: Jo Doe\n",
    )
    committed(root)
    for ending in ("Published on gh-pages of origin.", "holds exactly this already."):
        done = published(root, "--yes", "--format", "json")
        (told,) = map(json.loads, done.stdout.splitlines())
        assert (done.returncode, told["code"]) == (0, "unused-entry")
        assert ending in done.stderr
    assert len(log(remote)) == 1


def test_a_second_time_there_is_nothing_to_do(root: Path, remote: Path) -> None:
    published(root, "--yes")
    done = published(root, "--yes")
    assert done.returncode == 0
    assert done.stdout == "Nothing to publish: gh-pages on origin holds exactly this already.\n"
    assert len(log(remote)) == 1


def test_what_comes_changes_and_goes_is_shown(root: Path, remote: Path) -> None:
    published(root, "--yes")
    (root / "content/people.yaml").unlink()
    put(root, "content/glossary.yaml", "bridge:\n  term: bridge\n  definition: A way over.\n")
    committed(root)
    done = published(root, "--yes")
    assert "  + glossary/bridge/index.html\n" in done.stdout
    assert "  ~ index.html\n" in done.stdout
    assert "  - people/ada-lovelace/index.html\n" in done.stdout
    assert "people/ada-lovelace/index.html" not in files(remote)
    assert len(log(remote)) == 2


@pytest.mark.parametrize(("answer", "code", "commits"), [("y\n", 0, True), ("n\n", 2, False)])
def test_nothing_is_published_without_a_yes(
    root: Path, remote: Path, answer: str, code: int, commits: bool
) -> None:
    done = answered(root, answer)
    assert done.returncode == code, done.stderr
    assert "Publish this? [y/N]" in done.stderr
    assert bool(git(remote, "for-each-ref")) == commits


def test_a_no_is_taken_without_advice(root: Path) -> None:
    done = answered(root, "n\n")
    assert done.stderr == "\nPublish this? [y/N]: Nothing was published.\n"


def test_a_new_site_is_published_as_it_is(tmp_path: Path, remote: Path) -> None:
    assert backstory("new", "site", cwd=tmp_path).returncode == 0
    root = tmp_path / "site"
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "remote", "add", "origin", str(remote))
    assert backstory("build", "--strict", cwd=root).returncode == 0
    assert backstory("check", "--strict", cwd=root).returncode == 0
    committed(root)
    assert git(root, "ls-files", "output", ".cache") == ""
    done = published(root, "--yes", "--strict")
    assert (done.returncode, done.stderr) == (0, "")
    assert files(remote) == {path for path in tree(root / "output") if path != ".backstory"}
    assert git(root, "status", "--porcelain") == ""


def test_with_nobody_to_answer_nothing_is_published(root: Path, remote: Path) -> None:
    done = answered(root, "")
    assert done.returncode == 2
    assert done.stderr.endswith("To agree beforehand: --yes\nNothing was published.\n")
    assert git(remote, "for-each-ref") == ""


def test_a_published_page_that_would_be_gone_is_told(root: Path, remote: Path) -> None:
    published(root, "--yes")
    put(root, "content/people.yaml", "lovelace:\n  name: Ada Lovelace\n  summary: She opened it.\n")
    committed(root)
    backstory("build", cwd=root)  # what was built last no longer has the page; what is public has
    strict = published(root, "--yes", "--strict")
    assert (strict.returncode, "Nothing was published." in strict.stderr) == (1, True)
    assert "people/ada-lovelace/index.html" in files(remote)
    done = published(root, "--yes")
    assert done.returncode == 0
    assert "“/people/ada-lovelace/” would be gone" in done.stderr
    assert "people/ada-lovelace/index.html" not in files(remote)


def test_at_a_terminal_it_says_what_is_waited_for(root: Path, remote: Path) -> None:
    ours, theirs = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "builder", "publish", "--yes"],
        cwd=root,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        check=True,
    )
    os.close(theirs)
    told = heard(ours).split("\n")
    stays = [line.rpartition("\x1b[K")[2] for line in told]  # each part of the build was cleared
    assert stays == ["Asking origin for gh-pages …", "Sending gh-pages to origin …", ""]


def test_a_branch_that_held_another_site_is_not_compared_with(root: Path, remote: Path) -> None:
    other = root.parent / "other"
    git(root.parent, "clone", "--quiet", str(remote), "other")
    put(other, "old.html", "<p>Old")
    committed(other)
    git(other, "push", "--quiet", "origin", "HEAD:gh-pages")
    done = published(root, "--yes")
    assert (done.returncode, done.stderr) == (0, "")
