"""tests.mutants: what counts as noticed, and where a score is too low."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.mutants import Score, scores, table
from tests.smallsite import put
from tests.test_cases import cases


def kept(folder: Path, ends: Mapping[str, int | None]) -> Path:
    """A folder as mutmut leaves it, with how the tests ended for each fault."""
    put(folder, "builder/write/guard.py.meta", json.dumps({"exit_code_by_key": ends}))
    put(folder, "builder/write/__init__.py.meta", json.dumps({"exit_code_by_key": {}}))
    return folder


def test_a_fault_is_noticed_where_a_test_fails_or_does_not_end(tmp_path: Path) -> None:
    ends = {"failed": 1, "timed out": 36, "survived": 0, "untested": 33}
    (score,) = scores(kept(tmp_path, ends))
    assert score == Score("builder/write/guard.py", 4, ("survived", "untested"))
    assert score.share == 0.5
    assert "TOO FEW" in table([score])


def test_faults_that_were_not_tried_are_no_score(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not every fault"):
        list(scores(kept(tmp_path, {"a": 1, "b": None})))


def test_four_of_five_are_enough() -> None:
    assert "TOO FEW" not in table([Score("a", 10, ("b", "c"))])


def test_every_case_can_be_asked_for_by_its_name() -> None:
    # Each time that pytest collects in one process, as mutmut does, it escapes other letters anew;
    # and a fault whose tests are not found would count as noticed.
    assert [case.name for case in cases() if not case.name.isascii()] == []
