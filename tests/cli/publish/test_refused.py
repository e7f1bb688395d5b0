"""`backstory publish`: what is refused, and what Git and the remote say no to."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.publish.branch import Branch, tip
from builder.publish.git import Answer, Repository, said
from builder.sources.troubles import Unable
from tests.cli.publish.repositories import committed, git, log, published
from tests.smallsite import backstory, put


def uncommitted(root: Path) -> None:
    put(root, "content/people.yaml", "ada-lovelace:\n  name: Ada\n")


def untracked(root: Path) -> None:
    put(root, "content/glossary.yaml", "bridge:\n  term: bridge\n  definition: A way over.\n")


def faulty(root: Path) -> None:
    put(root, "content/people.yaml", "ada-lovelace:\n  nmae: Ada\n")
    committed(root)


def doubtful(root: Path) -> None:
    put(root, "content/notes.txt", "x")
    committed(root)


def unlinked(root: Path) -> None:
    put(root, "templates/404.html", '<!doctype html><a href="nowhere/">x</a><b id="a"><i id="a">')
    put(root, "templates/page.html", "x")
    put(root, "templates/index.html", '<!doctype html><a href="nowhere/">x</a>')
    put(root, "templates/article.html", '<!doctype html><a href="nowhere/">x</a>')
    committed(root)


def among_it(root: Path) -> None:
    backstory("build", cwd=root)
    put(root, "output/secret.txt", "x")


def among_it_below_a_dot(root: Path) -> None:
    backstory("build", cwd=root)
    put(root, "output/.well-known/security.txt", "x")


def linked_in(root: Path) -> None:
    backstory("build", cwd=root)
    (root / "output/people/link").symlink_to("/etc")


def left_out(root: Path) -> None:
    put(root, "content/plan.md", "---\ntitle: Plan\ndate: 2020-01-01\n---\n\nNot for anyone.\n")
    put(root, ".git/info/exclude", "plan.md\n")


def unreadable_index(root: Path) -> None:
    uncommitted(root)
    put(root, ".git/index", "x")


def on_the_branch(root: Path) -> None:
    git(root, "switch", "--quiet", "--create", "gh-pages")


def no_remote(root: Path) -> None:
    git(root, "remote", "remove", "origin")


def two_addresses(root: Path) -> None:
    for name in ("remote.git", "mirror.git"):
        git(root, "remote", "set-url", "--add", "--push", "origin", str(root.parent / name))


def no_work_tree(root: Path) -> None:
    git(root, "config", "core.bare", "true")


def unreadable_settings(root: Path) -> None:
    put(root, ".git/config", "[core\n")


def nothing_remembered(root: Path) -> None:
    put(root, ".cache", "in the way")


def two_lines(root: Path) -> None:
    put(root, "templates/assets/a\nb.css", "x")
    committed(root)


def no_repository(root: Path) -> None:
    (root / ".git").rename(root.parent / "away")


def remote_gone(root: Path) -> None:
    (root.parent / "remote.git").rename(root.parent / "gone.git")


REFUSALS: list[tuple[Callable[[Path], None], tuple[str, ...], int, str]] = [
    (uncommitted, (), 2, "not committed, such as “content/people.yaml”"),
    (untracked, (), 2, "not committed, such as “content/glossary.yaml”"),
    (left_out, (), 2, "“content/plan.md” is part of the site, but Git is told to ignore it"),
    (unreadable_index, (), 3, "Git could not say what is committed"),
    (faulty, (), 1, "content/people.yaml:2:3: error"),
    (doubtful, ("--strict",), 1, "content/notes.txt:1:1: error"),
    (unlinked, (), 1, "broken-link"),
    (among_it, (), 2, "secret.txt” was not made by the build"),
    (among_it_below_a_dot, (), 2, "“output/.well-known/security.txt” was not made by the build"),
    (linked_in, (), 2, "link” was not made by the build"),
    (on_the_branch, (), 2, "You are working on the branch “gh-pages”"),
    (on_the_branch, (), 2, "Switch to the branch that holds the site, such as main."),
    (lambda _: None, ("--branch", "main"), 2, "Choose a branch for the pages alone, such as gh-"),
    (no_remote, (), 2, "no remote called “origin”"),
    (lambda _: None, ("--remote", "https://a.example/b.git"), 2, "git remote add pages https://a."),
    (two_addresses, (), 2, "“origin” pushes to 2 addresses"),
    (no_repository, (), 2, "not in a Git repository"),
    (no_work_tree, (), 3, "this operation must be run in a work tree"),
    (unreadable_settings, (), 3, "Git does not read this repository: bad config line 1"),
    (nothing_remembered, (), 2, ".cache/ can be written to"),
    (two_lines, (), 2, "assets/a\\nb.css' cannot be published"),
    (remote_gone, (), 3, "cannot be reached"),
    (lambda _: None, ("--branch", "a..b"), 2, "cannot be the name of a branch"),
    (lambda _: None, ("--branch", "HEAD"), 2, "cannot be the name of a branch"),
    (lambda _: None, ("--branch", ""), 2, "cannot be the name of a branch"),
    (lambda _: None, ("--remote", "--upload-pack=x"), 2, "no remote called"),
    (lambda _: None, ("--url", "example.org"), 2, "--url"),
    (lambda _: None, ("--output", "content"), 2, "it lies in content/"),
]


@pytest.mark.parametrize(("spoil", "arguments", "code", "words"), REFUSALS)
def test_what_is_unfit_is_refused_and_nothing_is_published(
    root: Path,
    remote: Path,
    spoil: Callable[[Path], None],
    arguments: tuple[str, ...],
    code: int,
    words: str,
) -> None:
    spoil(root)
    done = published(root, "--yes", *arguments)
    assert done.returncode == code, done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    if remote.exists():
        assert git(remote, "for-each-ref") == ""


def test_what_git_ignores_and_no_build_reads_is_no_matter(root: Path) -> None:
    put(root, ".git/info/exclude", "*.docx\n*.bak\n.*\n")
    put(root, "content/notes.docx", "x")
    put(root, "content/people.yaml.bak", "x")
    put(root, "content/.plan.md", "x")
    assert published(root, "--yes").returncode == 0


def test_a_branch_with_the_sources_is_not_published_on(root: Path, remote: Path) -> None:
    git(root, "push", "--quiet", "origin", "main")
    git(root, "switch", "--quiet", "--detach")
    before = log(remote, "main")
    done = published(root, "--yes", "--branch", "main")
    assert done.returncode == 2
    assert "“main” holds the sources of this site" in done.stderr
    assert log(remote, "main") == before
    assert published(root, "--yes").returncode == 0


def test_a_folder_that_git_does_not_trust_is_not_said_to_be_no_repository(root: Path) -> None:
    done = published(root, "--yes", GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
    assert done.returncode == 3
    assert "detected dubious ownership" in done.stderr
    assert "git init" not in done.stderr


def test_no_repository_that_a_stranger_committed_runs_a_program(root: Path) -> None:
    fired = root.parent / "fired"
    git(root, "rm", "--quiet", "--cached", "-r", ".")
    (root / ".git").rename(root.parent / ".git")  # the site lies in a folder of its repository
    put(root, "HEAD", "ref: refs/heads/main\n")
    put(root, "objects/keep", "")
    put(root, "refs/keep", "")
    settings = f'bare = false\nworktree = .\nfsmonitor = "touch {fired}; false"\n'
    put(root, "config", f"[core]\nrepositoryformatversion = 0\n{settings}")
    committed(root.parent)
    done = published(root, "--yes")
    assert not fired.exists()
    assert done.returncode == 2
    assert "would be taken for a Git repository" in done.stderr


def test_git_has_to_know_who_commits(root: Path) -> None:
    nobody = {"GIT_COMMITTER_NAME": "", "GIT_COMMITTER_EMAIL": "", "EMAIL": ""}
    done = published(root, "--yes", **nobody)
    assert done.returncode == 2
    assert "Git does not know who you are" in done.stderr


def test_a_remote_that_takes_nothing_is_told(root: Path, remote: Path) -> None:
    put(remote, "hooks/pre-receive", "#!/bin/sh\necho error: Protected. >&2\nexit 1\n").chmod(0o755)
    done = published(root, "--yes")
    assert done.returncode == 3
    assert "did not take the pages: Protected" in done.stderr
    assert git(remote, "for-each-ref") == ""


def test_a_hook_of_ones_own_says_why_it_objects(root: Path, remote: Path) -> None:
    hook = "#!/bin/sh\necho Tests failed.\necho Two of five. >&2\nexit 1\n"
    put(root, ".git/hooks/pre-push", hook).chmod(0o755)
    done = published(root, "--yes")
    assert done.returncode == 3
    assert "did not take the pages: Tests failed. Two of five.\n" in done.stderr
    assert git(remote, "for-each-ref") == ""


def test_a_remote_that_never_answers_is_given_up(root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:  # connects, and says nothing
        address = f"git://127.0.0.1:{silent.getsockname()[1]}/x"
        git(root, "remote", "set-url", "origin", address)
        with pytest.raises(Unable, match=r"did not answer within 0\.1 seconds") as trouble:
            tip(Repository(str(root), patience=0.1), Branch("origin", "gh-pages"))
    assert trouble.value.hint.endswith(": git ls-remote origin refs/heads/gh-pages")


PROTECTED = """remote: error: GH006: Protected branch update failed.
remote: error: Changes must be made through a pull request.
remote:
To github.com:a/b.git
 ! [remote rejected] x -> y (protected branch hook declined)
error: failed to push some refs to 'github.com:a/b.git'
"""
DENIED = """git@github.com: Permission denied (publickey).
fatal: Could not read from remote repository.

Please make sure you have the correct access rights
"""
AWAY = """ssh: connect to host example.org port 22: Connection refused
fatal: Could not read from remote repository.
"""
HOOK = """Testing.
two of five failed
error: failed to push some refs to 'github.com:a/b.git'
"""
BEHIND = """To github.com:a/b.git
 ! [rejected] x -> y (non-fast-forward)
error: failed to push some refs to 'github.com:a/b.git'
hint: Updates were rejected because a pushed branch tip is behind its remote
hint: counterpart.
"""
SHALLOW = """To github.com:a/b.git
 ! [remote rejected] x -> y (shallow update not allowed)
error: failed to push some refs to 'github.com:a/b.git'
"""


@pytest.mark.parametrize(
    ("complaint", "words"),
    [
        (
            PROTECTED,
            "GH006: Protected branch update failed. Changes must be made through a pull request",
        ),
        (DENIED, "git@github.com: Permission denied (publickey)"),
        (AWAY, "connect to host example.org port 22: Connection refused"),
        (AWAY.splitlines()[1], "Could not read from remote repository"),
        ("warning: x\nfatal: bad object HEAD\n", "bad object HEAD"),
        (HOOK, "Testing. two of five failed"),
        (BEHIND, "! [rejected] x -> y (non-fast-forward)"),
        (SHALLOW, "! [remote rejected] x -> y (shallow update not allowed)"),
        ("error: failed to push some refs to 'x'\n", "failed to push some refs to 'x'"),
        ("odd\n", "odd"),
        ("", "exit code 128"),
    ],
)
def test_of_a_complaint_the_reason_is_told(complaint: str, words: str) -> None:
    assert said(Answer(128, b"", complaint)) == words
