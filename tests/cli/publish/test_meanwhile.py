"""`backstory publish`: others publish, edit and build between its steps."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.publish.repositories import (
    ENVIRONMENT,
    committed,
    files,
    git,
    is_as_built,
    log,
    published,
    refs,
    untouched,
)
from tests.smallsite import put


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


# Git, but whoever called it for this is killed once it is done.
KILLER = """#!/bin/sh
PATH=${PATH#*:}
git "$@"
code=$?
case " $* " in *" $KILL_AFTER "*) kill -9 $PPID ;; esac
exit $code
"""


@pytest.mark.parametrize(
    "step", ["hash-object", "update-index", "write-tree", "commit-tree", "push"]
)
def test_a_publishing_that_is_killed_leaves_nothing_in_the_way(
    root: Path, remote: Path, tmp_path: Path, step: str
) -> None:
    put(tmp_path, "bin/git", KILLER).chmod(0o755)
    before = untouched(root)
    way = f"{tmp_path / 'bin'}:{os.environ['PATH']}"
    killed = published(root, "--yes", PATH=way, KILL_AFTER=step, TMPDIR=str(tmp_path))
    assert killed.returncode == -signal.SIGKILL
    assert untouched(root) == before
    assert bool(git(remote, "for-each-ref")) == (step == "push")
    assert published(root, "--yes").returncode == 0
    assert untouched(root) == before
    assert is_as_built(root, remote)
    assert len(log(remote)) == 1


def test_where_the_answer_alone_is_lost_the_pages_are_published(root: Path, remote: Path) -> None:
    put(remote, "hooks/post-receive", "#!/bin/sh\nkill -9 $PPID\n").chmod(0o755)
    done = published(root, "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Published on gh-pages of origin." in done.stdout
    assert len(log(remote)) == 1


def test_a_domain_of_ones_own_stays(root: Path, remote: Path) -> None:
    published(root, "--yes")
    elsewhere(root, remote, "CNAME")
    published(root, "--yes")
    assert git(remote, "show", "gh-pages:CNAME") == "kept"
    assert published(root, "--yes").stdout.startswith("Nothing to publish")


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
        env=ENVIRONMENT,
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
