"""What is remembered holds under its key, and nothing that is damaged or forged is believed."""

import sqlite3
from pathlib import Path

import pytest

from builder.write.cache import Room
from builder.write.memory import NAME, Finding, Memory

FINDING = Finding("prose", "content/a.md", "", "key", b"what was found")


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """A room in which one finding is remembered."""
    place = Room(str(tmp_path))
    memory = Memory(place, "maker")
    memory.keep(FINDING)
    memory.save()
    memory.close()
    return place


def recalled(room: Room, key: str = "key", maker: str = "maker") -> bytes | None:
    """What another build gets."""
    memory = Memory(room, maker)
    try:
        return memory.get("prose", "content/a.md", "", key)
    finally:
        memory.close()


def test_what_is_saved_is_remembered(room: Room) -> None:
    assert recalled(room) == FINDING.data


def test_before_it_is_saved_the_same_build_has_it() -> None:
    memory = Memory(None, "maker")
    memory.keep(FINDING)
    assert memory.get("prose", "content/a.md", "", "key") == FINDING.data
    assert memory.all_of("prose") == {"content/a.md": ("key", FINDING.data)}


def test_it_does_not_hold_under_another_key(room: Room) -> None:
    assert recalled(room, key="other") is None


def test_another_maker_begins_anew(room: Room) -> None:
    assert recalled(room, maker="other") is None
    assert recalled(room) is None


def test_anew_forgets(room: Room) -> None:
    memory = Memory(room, "maker", anew=True)
    assert memory.get("prose", "content/a.md", "", "key") is None
    memory.close()


def test_files_that_are_gone_are_forgotten(room: Room) -> None:
    memory = Memory(room, "maker")
    assert memory.paths() == {"content/a.md"}
    memory.forget(["content/a.md"])
    memory.save()
    memory.close()
    assert recalled(room) is None


def test_a_forged_row_is_not_believed(room: Room) -> None:
    table = sqlite3.connect(room.file(NAME))
    table.execute("UPDATE kept SET data = ?", (b"<script>alert(1)</script>",))
    table.commit()
    table.close()
    assert recalled(room) is None


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"x" * 500])
def test_a_damaged_file_is_begun_anew(room: Room, damage: bytes) -> None:
    Path(room.file(NAME)).write_bytes(damage)
    assert recalled(room) is None
    memory = Memory(room, "maker")
    memory.keep(FINDING)
    memory.save()
    memory.close()
    assert recalled(room) == FINDING.data


def test_a_file_cut_in_half_is_no_fault(room: Room) -> None:
    path = Path(room.file(NAME))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert recalled(room) in (None, FINDING.data)


def test_a_link_in_its_place_is_not_followed(room: Room, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.write_bytes(b"private")
    Path(room.file(NAME)).unlink()
    Path(room.file(NAME)).symlink_to(theirs)
    recalled(room)
    assert theirs.read_bytes() == b"private"
