"""What `make reproduce` stands on: a checkout gives the same bytes, and a difference is seen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.reproduce import Case, cases, clone, digest, hashed, processes, tarball, windows

WAYS = {"a tarball": tarball, "line ends of Windows": windows, "a clone": clone}


@pytest.fixture(scope="module")
def usual() -> str:
    return hashed(Case("the usual"))


@pytest.mark.parametrize("name", WAYS)
def test_every_way_to_get_the_site_gives_the_same_bytes(usual: str, name: str) -> None:
    if name == "a clone" and not shutil.which("git"):
        pytest.skip("Git is not installed")
    assert hashed(Case(name, prepare=WAYS[name])) == usual


def test_many_articles_are_the_same_bytes_from_one_process_and_from_two() -> None:
    assert hashed(processes(1)) == hashed(processes(2))


def test_processes_that_were_not_begun_are_seen() -> None:
    with pytest.raises(RuntimeError, match="5 processes were begun"):
        hashed(processes(2)._replace(arguments=("2", "0")))


def test_there_are_many_conditions() -> None:
    assert len(list(cases())) >= 29


@pytest.mark.parametrize("change", ["a letter", "a name", "permissions"])
def test_a_difference_is_seen(tmp_path: Path, change: str) -> None:
    page = tmp_path / "a" / "index.html"
    page.parent.mkdir()
    page.write_text("same")
    page.chmod(0o644)
    before = digest(tmp_path)
    if change == "a letter":
        page.write_text("Same")
    elif change == "a name":
        page.rename(page.with_name("Index.html"))
    else:
        page.chmod(0o600)
    assert digest(tmp_path) != before
