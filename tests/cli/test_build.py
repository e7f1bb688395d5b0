"""`backstory build`: arguments in; standard output, standard error and exit code out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from builder.commands.group import COMMANDS
from tests.smallsite import ROOT, backstory, put, site, tree


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return site(tmp_path / "site")


def test_a_build_says_what_it_did_and_where_to_look(root: Path) -> None:
    done = backstory("build", cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    first, last = done.stdout.splitlines()
    assert re.fullmatch(r"Built \d+ pages in \d+\.\d\d s \(files: \d+ written\)\.", first)
    assert last == "Look at it: output/index.html – or preview while you write: backstory serve"
    assert (root / "output/index.html").exists()


def test_a_second_build_says_that_nothing_changed(root: Path) -> None:
    backstory("build", cwd=root)
    done = backstory("build", cwd=root)
    assert done.stdout.startswith("Up to date: ")
    assert " unchanged" in done.stdout


@pytest.mark.parametrize("form", [(), ("--format", "sarif")])
def test_who_stops_reading_stops_the_build_without_a_word(
    root: Path, form: tuple[str, ...]
) -> None:
    """As `head` does."""
    ours, theirs = os.pipe()
    os.close(ours)
    command = [sys.executable, "-m", "builder", "build", *form]
    done = subprocess.run(
        command,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=theirs,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(theirs)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
@pytest.mark.parametrize("command", ["build", "build --timings", "check --format json", "clean"])
def test_who_closes_a_stream_hears_nothing_and_gets_his_work(
    root: Path, command: str, closed: str
) -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "$0" -m builder {command} {closed}', sys.executable],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0


def test_a_site_elsewhere_is_named(root: Path) -> None:
    put(root, "content/notes.txt", "x")
    done = backstory("build", "site", cwd=root.parent)
    assert done.returncode == 0
    assert "Look at it: site/output/index.html" in done.stdout
    assert done.stderr.startswith("site/content/notes.txt:1:1: warning: ")


def test_errors_are_told_with_their_places_and_the_output_stays(root: Path) -> None:
    backstory("build", cwd=root)
    before = tree(root / "output")
    put(root, "content/people.yaml", "ada-lovelace:\n  nmae: Ada\n")
    put(root, "content/people.yml", "")
    done = backstory("build", cwd=root)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.search(r"^content/people\.yaml:2:3: error: .* \[.*\]$", done.stderr, re.MULTILINE)
    assert "2 │   nmae: Ada\n" in done.stderr
    assert "  │   ^^^^\n" in done.stderr
    assert "content/people.yml:1:1: error: " in done.stderr
    assert done.stderr.endswith("Nothing was written; the output is as it was.\n")
    assert tree(root / "output") == before


@pytest.mark.parametrize("name", ["site.yml", "site.yaml.txt"])
def test_a_site_file_of_another_ending_is_told_to_be_renamed(root: Path, name: str) -> None:
    (root / "site.yaml").rename(root / name)
    done = backstory("build", cwd=root)
    assert done.returncode == 2
    assert f"Rename {name} to site.yaml" in done.stderr


def test_strict_makes_warnings_errors(root: Path) -> None:
    put(root, "content/notes.txt", "x")
    assert backstory("build", cwd=root).returncode == 0
    done = backstory("build", "--strict", cwd=root)
    assert done.returncode == 1
    assert "content/notes.txt:1:1: error: " in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build", "nowhere"], "There is no folder “nowhere”"),
        (["build", "site.yaml"], "“site.yaml” is a file: name the folder that it is in"),
        (["build", ".."], "it has no site.yaml"),
        (["check", ".."], "or name it: backstory check my-site\n"),
        (["check", "content"], "but in the one above it: backstory check .\n"),
        (["why", "Ada", ".."], "or name it: backstory why WORD my-site\n"),
        (["build", ""], "There is no folder"),
        (["build", "--output", "."], "“.” cannot be the output folder"),
        (["build", "--output", ""], "the name is empty"),
        (["build", "--output", "content"], "it lies in content/"),
        (["build", "--url", "example.org"], "--url"),
        (["build", "--url", "javascript:alert(1)"], "--url"),
        (["build", "--url", "//example.org"], "--url"),
        (["build", "--url", "https://u:pw@example.org/?a"], "(write it as https://example.org/)"),
        (["build", "--nonsense"], "--nonsense"),
        (["build", "a", "b"], "b"),
        (["bild"], "Did you mean 'build'?"),
    ],
)
def test_wrong_usage_is_exit_2_and_touches_nothing(
    root: Path, arguments: list[str], words: str
) -> None:
    before = tree(root)
    done = backstory(*arguments, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(root) == before


def test_output_is_relative_to_where_the_user_stands(root: Path) -> None:
    assert backstory("build", "site", "--output", "out", cwd=root.parent).returncode == 0
    assert (root.parent / "out/index.html").exists()


def test_help_lists_the_commands(root: Path) -> None:
    done = backstory("--help", cwd=root, COLUMNS="80")
    assert done.returncode == 0
    for command in COMMANDS:
        assert re.search(rf"^  {command} .*[^.]\.$", done.stdout, re.MULTILINE)


def test_the_version_is_told(root: Path) -> None:
    done = backstory("--version", cwd=root)
    assert re.fullmatch(r"backstory \d+\.\d+\.\d+\n", done.stdout)


def test_no_colour_and_no_traceback_in_a_pipe(root: Path) -> None:
    put(root, "content/people.yaml", b"\xff\x00: [[[")
    done = backstory("build", cwd=root)
    assert done.returncode == 1
    assert "\x1b" not in done.stderr
    assert "Traceback" not in done.stderr


def test_a_terminal_without_these_letters_shows_their_codes(root: Path) -> None:
    done = backstory("build", cwd=root, PYTHONUTF8="0", PYTHONIOENCODING="latin-1")
    assert done.returncode == 0
    assert r"\u2013" in done.stdout


def test_a_mistake_of_ours_is_a_sentence_and_a_report(root: Path) -> None:
    code = (
        "import builder.commands.updating as c, sys\n"
        "def fail(request): raise ZeroDivisionError('secret')\n"
        "c.build = fail\n"
        "from builder.commands.cli import run\n"
        "sys.exit(run(['build']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (3, "")
    assert "Backstory made a mistake (ZeroDivisionError)." in done.stderr
    assert ".cache/backstory/error.log" in done.stderr
    assert "Traceback" not in done.stderr
    assert "secret" in (root / ".cache/backstory/error.log").read_text()
