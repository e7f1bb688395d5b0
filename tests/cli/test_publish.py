"""`backstory publish` against a real bare repository on disk."""

from __future__ import annotations

import os
import pty
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.publish.branch import Branch, tip
from builder.publish.git import Answer, Repository, said
from builder.sources.troubles import Unable
from tests.smallsite import ROOT, backstory, put, site, tree

IDENTITY = {
    "GIT_AUTHOR_NAME": "Ada",
    "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}


def git(folder: Path, *arguments: str) -> str:
    """Git's answer."""
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **IDENTITY},
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


def files(remote: Path, branch: str = "gh-pages") -> set[str]:
    return set(git(remote, "ls-tree", "-r", "--name-only", branch).splitlines())


def log(remote: Path, branch: str = "gh-pages") -> list[str]:
    return git(remote, "log", "--format=%s", branch).splitlines()


def refs(folder: Path) -> str:
    return git(folder, "for-each-ref", "refs/heads")


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


def test_no_branch_of_the_users_is_taken_for_ours(root: Path) -> None:
    git(root, "branch", "backstory-publishing")
    before = refs(root)
    assert published(root, "--yes").returncode == 0
    assert refs(root) == before


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
def test_it_asks(root: Path, remote: Path, answer: str, code: int, commits: bool) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "builder", "publish"],
        cwd=root,
        env={**os.environ, **IDENTITY, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        input=answer,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert "Publish this? [y/N]" in done.stdout
    assert bool(git(remote, "for-each-ref")) == commits


def test_a_no_is_taken_without_advice(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "builder", "publish"],
        cwd=root,
        env={**os.environ, **IDENTITY, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        input="n\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr == "backstory: Nothing was published.\n"


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
    done = subprocess.run(
        [sys.executable, "-m", "builder", "publish"],
        cwd=root,
        env={**os.environ, **IDENTITY, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert "--yes" in done.stderr
    assert git(remote, "for-each-ref") == ""


# ---- the remote has moved on


def elsewhere(root: Path, remote: Path, path: str = "theirs.txt") -> str:
    """Another clone puts a commit on the branch; its name."""
    other = root.parent / "other"
    git(root.parent, "clone", "--quiet", "--branch", "gh-pages", str(remote), str(other))
    put(other, path, "kept")
    committed(other, "Theirs")
    git(other, "push", "--quiet", "origin", "gh-pages")
    return git(other, "rev-parse", "HEAD")


def test_what_others_published_is_shown_and_stays_in_the_history(root: Path, remote: Path) -> None:
    published(root, "--yes")
    theirs = elsewhere(root, remote)
    done = published(root, "--yes")
    assert "  - theirs.txt\n" in done.stdout
    assert git(remote, "rev-parse", "gh-pages~1") == theirs


def test_a_branch_that_moves_meanwhile_is_left_alone(root: Path, remote: Path) -> None:
    published(root, "--yes")
    put(root, "content/people.yaml", "ada-lovelace:\n  name: Ada Lovelace\n  summary: Other.\n")
    committed(root)
    # A hook of the user's own, run by Git before it sends: here it publishes from another clone.
    other = root.parent / "other"
    hook = put(
        root,
        ".git/hooks/pre-push",
        "#!/bin/sh\nunset GIT_DIR\n"
        f"git clone -q -b gh-pages '{remote}' '{other}' && cd '{other}' && echo kept > theirs.txt"
        " && git add . && git commit -q -m Theirs && git push -q origin gh-pages\n",
    )
    hook.chmod(0o755)
    before = refs(root)
    done = published(root, "--yes")
    assert done.returncode == 3
    assert "Somebody else has published on “gh-pages” meanwhile." in done.stderr
    assert log(remote)[0] == "Theirs"
    assert refs(root) == before
    hook.unlink()
    again = published(root, "--yes")
    assert again.returncode == 0
    assert [subject.split()[0] for subject in log(remote)] == ["Publish", "Theirs", "Publish"]


def test_a_domain_of_ones_own_stays(root: Path, remote: Path) -> None:
    published(root, "--yes")
    elsewhere(root, remote, "CNAME")
    published(root, "--yes")
    assert git(remote, "show", "gh-pages:CNAME") == "kept"
    assert published(root, "--yes").stdout.startswith("Nothing to publish")


# ---- what is refused


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
    (no_repository, (), 2, "not in a Git repository"),
    (remote_gone, (), 3, "cannot be reached"),
    (lambda _: None, ("--branch", "a..b"), 2, "cannot be the name of a branch"),
    (lambda _: None, ("--remote", "--upload-pack=x"), 2, "no remote called"),
    (lambda _: None, ("--url", "example.org"), 2, "--url"),
    (lambda _: None, ("--output", "content"), 2, "it lies in content/"),
]


@pytest.mark.parametrize(("spoil", "arguments", "code", "words"), REFUSALS)
def test_what_is_not_published(
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


UNFINISHED = """from builder.write.marker import encode
    open('output/.backstory', 'wb').write(encode(False, []))"""

# Something happens between two steps of publishing: the command's own build, or its own reading of
# the pages, is replaced by one after which it happens.
MEANWHILE = """
import sys
import builder.commands.publish as command
build, audit_folder = command.build, command.audit_folder
def spoiled(request):
    outcome = build(request)
    {after_build}
    return outcome
def overtaken(*pages):
    found = audit_folder(*pages)
    {after_audit}
    return found
command.build, command.audit_folder = spoiled, overtaken
from builder.commands.cli import run
sys.exit(run(["publish", "--yes"]))
"""


def meanwhile(
    root: Path, after_build: str = "pass", after_audit: str = "pass"
) -> subprocess.CompletedProcess[str]:
    """Publishes, while somebody else does this."""
    code = MEANWHILE.format(after_build=after_build, after_audit=after_audit)
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        env={**os.environ, **IDENTITY, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("deed", "words"),
    [
        ("open('content/people.yaml', 'a').write('\\n# edited')", "have changed since"),
        ("open('output/index.html', 'a').write('x')", "have changed since"),
        ("import os; os.unlink('output/index.html')", "have changed since"),
        (UNFINISHED, "interrupted"),
        ("open('output/.backstory', 'w').write('{}')", "interrupted"),
        ("build(request._replace(drafts=True))", "built with other options"),
        ("build(request._replace(url='https://b.example/'))", "built with other options"),
    ],
    ids=[
        *("stale", "changed by hand", "incomplete", "unfinished", "damaged marker"),
        *("with drafts", "for another address"),
    ],
)
def test_a_build_that_is_not_whole_is_not_published(
    root: Path, remote: Path, deed: str, words: str
) -> None:
    done = meanwhile(root, deed)
    assert done.returncode == 2, done.stderr
    assert "are not fit to be published" in done.stderr
    assert words in done.stderr
    assert git(remote, "for-each-ref") == ""


def test_what_is_built_of_an_edit_meanwhile_is_not_published(root: Path, remote: Path) -> None:
    edit = "open('content/people.yaml', 'a').write('\\n# edited')"
    done = meanwhile(root, f"{edit}; build(request)")
    assert done.returncode == 2, done.stderr
    assert "not committed, such as “content/people.yaml”" in done.stderr
    assert git(remote, "for-each-ref") == ""


def test_what_is_pushed_is_what_was_judged(root: Path, remote: Path) -> None:
    put(root, "content/plan.md", "---\ntitle: P\ndate: 2020-01-01\ndraft: true\n---\n\nNot yet.\n")
    committed(root)
    drafts = "build(command.Request('.', 'output', drafts=True))"
    done = meanwhile(root, after_audit=drafts)
    assert (done.returncode, done.stderr) == (0, "")
    assert (root / "output/articles/plan/index.html").exists()
    assert "index.html" in files(remote)
    assert "articles/plan/index.html" not in files(remote)


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


def test_a_remote_that_never_answers_is_given_up(root: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:  # connects, and says nothing
        address = f"git://127.0.0.1:{silent.getsockname()[1]}/x"
        git(root, "remote", "set-url", "origin", address)
        with pytest.raises(Unable, match=r"did not answer within 0\.1 seconds") as trouble:
            tip(Repository(str(root), patience=0.1), Branch("origin", "gh-pages"))
    assert trouble.value.hint.endswith(": git ls-remote origin refs/heads/gh-pages")


def test_at_a_terminal_it_says_what_is_waited_for(root: Path, remote: Path) -> None:
    ours, theirs = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "builder", "publish", "--yes"],
        cwd=root,
        env={**os.environ, **IDENTITY, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        check=True,
    )
    os.close(theirs)
    told = os.read(ours, 4096).decode().splitlines()
    os.close(ours)
    assert told == ["Asking origin for gh-pages …", "Sending gh-pages to origin …"]


def test_a_branch_that_held_another_site_is_not_compared_with(root: Path, remote: Path) -> None:
    other = root.parent / "other"
    git(root.parent, "clone", "--quiet", str(remote), "other")
    put(other, "old.html", "<p>Old")
    committed(other)
    git(other, "push", "--quiet", "origin", "HEAD:gh-pages")
    done = published(root, "--yes")
    assert (done.returncode, done.stderr) == (0, "")


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
        ("odd\n", "odd"),
        ("", "exit code 128"),
    ],
)
def test_of_a_complaint_the_reason_is_told(complaint: str, words: str) -> None:
    assert said(Answer(128, b"", complaint)) == words
