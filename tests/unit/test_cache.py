"""builder.write.cache, builder.write.emptying and builder.write.lock."""

import os
from pathlib import Path

import pytest

from builder.sources.troubles import Unable
from builder.write import lock
from builder.write.cache import cache_for, now
from builder.write.emptying import empty
from builder.write.lock import alone
from tests.smallsite import put, tree


def test_each_output_has_a_room_of_its_own(tmp_path: Path) -> None:
    first = cache_for(str(tmp_path), str(tmp_path / "output"))
    second = cache_for(str(tmp_path), str(tmp_path / "preview"))
    assert first
    assert second
    assert first != second
    assert first == cache_for(str(tmp_path), str(tmp_path / "output"))
    assert Path(first.folder).parent == tmp_path / ".cache/backstory"
    assert (tmp_path / ".cache/backstory/.gitignore").read_text() == "*\n"


@pytest.mark.parametrize("name", [".cache", ".cache/backstory"])
def test_a_cache_that_leads_elsewhere_is_not_used(tmp_path: Path, name: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).symlink_to(tmp_path / "elsewhere")
    assert cache_for(str(tmp_path), str(tmp_path / "output")) is None
    empty(str(tmp_path))
    assert tree(tmp_path / "elsewhere") == {}


def test_a_cache_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    put(tmp_path, ".cache", "a file")
    assert cache_for(str(tmp_path), str(tmp_path / "output")) is None


def test_emptying_leaves_what_is_foreign(tmp_path: Path) -> None:
    place = cache_for(str(tmp_path), str(tmp_path / "output"))
    assert place
    assert now(place)
    put(tmp_path, ".cache/ruff/x", "foreign")
    put(tmp_path, ".cache/backstory/mine.txt", "foreign")
    empty(str(tmp_path))
    assert sorted(tree(tmp_path / ".cache")) == ["backstory/mine.txt", "ruff/x"]


def test_emptying_leaves_no_folder(tmp_path: Path) -> None:
    assert cache_for(str(tmp_path), str(tmp_path / "output"))
    empty(str(tmp_path))
    assert not (tmp_path / ".cache").exists()


def test_the_disks_time_goes_forward(tmp_path: Path) -> None:
    place = cache_for(str(tmp_path), "output")
    first = now(place)
    assert 0 < first <= now(place)


def test_without_a_cache_there_is_no_time() -> None:
    assert now(None) == 0


def test_a_second_build_is_told_to_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(lock, "_pause", lambda: pauses.append(1))
    place = cache_for(str(tmp_path), "output")
    with (
        alone(place),
        pytest.raises(Unable, match="still running"),
        alone(place, attempts=3),
    ):
        pytest.fail("two builds at once")
    assert len(pauses) == 2


def test_a_build_that_ends_lets_the_next_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = cache_for(str(tmp_path), "output")
    first = alone(place)
    first.__enter__()
    monkeypatch.setattr(lock, "_pause", lambda: first.__exit__(None, None, None))
    with alone(place, attempts=2):
        pass


def test_a_lock_whose_file_closes_with_an_error_falls_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(handle: int) -> None:
        close(handle)
        raise OSError

    close = os.close
    monkeypatch.setattr(os, "close", failing)
    place = cache_for(str(tmp_path), "output")
    for _ in range(2):
        with alone(place, attempts=1):
            pass


def test_without_a_cache_there_is_no_lock() -> None:
    with alone(None), alone(None):
        pass


def test_a_room_in_use_is_not_emptied(tmp_path: Path) -> None:
    place = cache_for(str(tmp_path), "output")
    other = cache_for(str(tmp_path), "elsewhere")
    assert place
    assert other
    with alone(place):
        empty(str(tmp_path))
        assert not Path(other.folder).exists()
        assert (tmp_path / ".cache/backstory/.gitignore").exists()
        with pytest.raises(Unable, match="still running"), alone(place, attempts=1):
            pytest.fail("two builds at once")
    empty(str(tmp_path))
    assert not (tmp_path / ".cache").exists()


@pytest.mark.parametrize("is_there_again", [True, False])
def test_a_lock_whose_file_is_gone_is_taken_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_there_again: bool
) -> None:
    def emptied(handle: int) -> bool:
        """The lock is taken just after somebody has emptied the cache."""
        monkeypatch.undo()
        monkeypatch.setattr(lock, "_pause", lambda: None)
        empty(str(tmp_path))
        if is_there_again:
            assert cache_for(str(tmp_path), "output")
        return taken(handle)

    taken = lock._taken
    monkeypatch.setattr(lock, "_taken", emptied)
    place = cache_for(str(tmp_path), "output")
    with (
        alone(place),
        pytest.raises(Unable, match="still running"),
        alone(place, attempts=1),
    ):
        pytest.fail("two builds at once")
    assert (tmp_path / ".cache/backstory/.gitignore").exists()
