"""`backstory explain` and `backstory schema`."""

import json
from pathlib import Path

import pytest

from builder.ground.codes import CODES
from tests.smallsite import ROOT, backstory, tree


@pytest.mark.parametrize("given", ["quote-altered", "[quote-altered]", "Quote-Altered"])
def test_a_code_is_explained(tmp_path: Path, given: str) -> None:
    done = backstory("explain", given, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("quote-altered\n")
    assert "How to mend it" in done.stdout
    assert "```" not in done.stdout


def test_without_a_code_all_are_listed(tmp_path: Path) -> None:
    done = backstory("explain", cwd=tmp_path)
    assert [line.split()[0] for line in done.stdout.splitlines()] == list(CODES)


def test_an_unknown_code_is_wrong_usage(tmp_path: Path) -> None:
    done = backstory("explain", "qoute-altered", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Did you mean “quote-altered”?" in done.stderr


def test_schemas_are_printed_as_one_object(tmp_path: Path) -> None:
    done = backstory("schema", cwd=tmp_path)
    assert done.returncode == 0
    assert {"site", "people", "article"} <= json.loads(done.stdout).keys()
    assert tree(tmp_path) == {}


def test_schemas_are_written_into_a_folder(tmp_path: Path) -> None:
    done = backstory("schema", "a/b", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert tree(tmp_path / "a/b") == tree(ROOT / "docs/schema")


def test_schemas_are_not_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("precious", "utf-8")
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema/people.schema.json").symlink_to(tmp_path / "mine")
    for _ in range(2):
        assert backstory("schema", "schema", cwd=tmp_path).returncode == 0
    assert (tmp_path / "mine").read_text("utf-8") == "precious"
    assert tree(tmp_path / "schema") == tree(ROOT / "docs/schema")


@pytest.mark.parametrize("given", ["schema", "schema/"])
def test_no_link_is_taken_for_the_folder_of_schemas(tmp_path: Path, given: str) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "schema").symlink_to(tmp_path / "mine")
    done = backstory("schema", given, cwd=tmp_path)
    assert done.returncode == 2
    assert f"“{given}” is a symbolic link" in done.stderr
    assert tree(tmp_path / "mine") == {}


def test_a_folder_that_cannot_be_written_is_exit_3(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = backstory("schema", "file", cwd=tmp_path)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
