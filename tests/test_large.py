"""A sample of `make large`: a build of twice the size makes no more than twice the calls."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.sources import compiled
from tests.large import large, name
from tests.property.test_pathological import calls
from tests.smallsite import built


def test_the_cost_grows_as_the_site_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Compiled templates are kept in one place, where other tests at this time keep theirs.
    monkeypatch.setattr(compiled, "_FOLDER", str(tmp_path / "compiled"))
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    counts = []
    for share in (0, 1, 2):  # the first loads what is loaded once
        root = tmp_path / str(share)
        large(root, 250 * share or 5, 100 * share or 2, 50 * share or 1)
        counts.append(calls(lambda root=root: built(root)))  # type: ignore[misc]
    assert counts[2] <= 2.05 * counts[1]


@pytest.mark.parametrize("number", [0, 1, 27, 28, 4_999, 90_000])
def test_every_number_has_a_name_of_its_own(number: int) -> None:
    assert name(number) != name(number + 1)
    assert name(number).isalpha()
