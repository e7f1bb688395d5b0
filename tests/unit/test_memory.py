"""What is remembered holds under its key, and nothing that is damaged or forged is believed."""

import os
import signal
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from builder.write import table as module
from builder.write.cache import Room
from builder.write.memory import Finding, Memory
from builder.write.table import NAME

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


def test_what_is_saved_or_forgotten_after_it_was_asked_for(room: Room) -> None:
    with closing(Memory(room, "maker")) as memory:
        assert memory.get(*FINDING[:4]) == FINDING.data
        memory.keep(FINDING._replace(data=b"newer"))
        memory.save()
        assert memory.get(*FINDING[:4]) == b"newer"
        memory.forget_parts(FINDING.kind, FINDING.path, set())
        assert memory.get(*FINDING[:4]) is None
        memory.keep(FINDING)
        memory.save()
        memory.forget([FINDING.path])
        assert memory.get(*FINDING[:4]) is None
        assert memory.paths() == set()


def test_before_it_is_saved_the_same_build_has_it() -> None:
    memory = Memory(None, "maker")
    memory.keep(FINDING)
    assert memory.get("prose", "content/a.md", "", "key") == FINDING.data
    assert list(memory.all_of("prose")) == [("content/a.md", "key", FINDING.data)]


@pytest.mark.parametrize("saved", [0, 499, 500, 501, 1200])
def test_all_findings_are_read_once_whether_saved_or_not(tmp_path: Path, saved: int) -> None:
    memory = Memory(Room(str(tmp_path)), "maker")
    paths = [f"content/{number:04}.md" for number in range(saved + 2)]
    for number, path in enumerate(paths):
        memory.keep(FINDING._replace(path=path))
        if number + 1 == saved:
            memory.save()
    memory.keep(FINDING._replace(path=paths[0], data=b"newer"))
    found = {path: data for path, _, data in memory.all_of("prose")}
    assert sorted(path for path, _, _ in memory.all_of("prose")) == paths
    assert found == {**dict.fromkeys(paths, FINDING.data), paths[0]: b"newer"}
    memory.close()


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


def like(room: Room) -> bytes | None:
    """What a memory gets that begins with what is remembered in a room."""
    with closing(Memory(None, "maker", like=room)) as memory:
        return memory.get(*FINDING[:4])


def test_a_memory_that_begins_like_a_room_leaves_it_as_it_is(room: Room) -> None:
    before = Path(room.file(NAME)).read_bytes()
    with closing(Memory(None, "maker", like=room)) as memory:
        assert memory.get(*FINDING[:4]) == FINDING.data
        memory.keep(FINDING._replace(data=b"newer"))
        memory.save()
        assert memory.get(*FINDING[:4]) == b"newer"
        memory.forget([FINDING.path])
        assert memory.get(*FINDING[:4]) is None
    assert Path(room.file(NAME)).read_bytes() == before
    assert os.listdir(room.folder) == [NAME]


@pytest.mark.parametrize("size", [0, 1, 100, 4096, 5000, 12_288])
def test_a_memory_that_begins_like_a_damaged_file_begins_anew(room: Room, size: int) -> None:
    path = Path(room.file(NAME))
    whole = path.read_bytes()
    for damaged in (whole[:size], whole[:size] + b"\xff" * (len(whole) - size)):
        path.write_bytes(damaged)
        assert like(room) in (None, FINDING.data)
        with closing(Memory(None, "maker", like=room)) as memory:
            memory.keep(FINDING._replace(data=b"newer"))
            memory.save()
            assert memory.get(*FINDING[:4]) == b"newer"
        assert path.read_bytes() == damaged


def test_a_memory_begins_like_no_link(room: Room, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / NAME).symlink_to(room.file(NAME))
    assert like(Room(str(elsewhere))) is None
    assert like(room) == FINDING.data


def changed(room: Room, sql: str) -> None:
    """Change the file behind the builder's back."""
    with closing(sqlite3.connect(room.file(NAME))) as table:
        table.execute(sql)
        table.commit()


FORGED = {
    "data": "UPDATE kept SET data = x'3c623e'",
    "data of another type": "UPDATE kept SET data = '<b>'",
    "moved to another key": "UPDATE kept SET key = 'other'",
    "moved to another kind": "UPDATE kept SET kind = 'view'",
    "moved to another file": "UPDATE kept SET path = 'content/b.md'",
    "moved to another part": "UPDATE kept SET part = 'other'",
    "without a place": "UPDATE kept SET part = NULL",
}


@pytest.mark.parametrize("sql", FORGED.values(), ids=FORGED)
def test_a_forged_row_is_not_believed(room: Room, sql: str) -> None:
    changed(room, sql)
    memory = Memory(room, "maker")
    for kind, path, part in (
        ("prose", "content/a.md", ""),
        ("view", "content/a.md", ""),
        ("prose", "content/b.md", ""),
        ("prose", "content/a.md", "other"),
    ):
        assert [memory.get(kind, path, part, key) for key in ("key", "other")] == [None, None]
    assert [*memory.all_of("prose"), *memory.all_of("view")] == []
    memory.close()


def test_what_an_older_maker_found_is_not_believed_under_another_name(room: Room) -> None:
    changed(room, "UPDATE maker SET name = 'newer'")
    assert recalled(room, maker="newer") is None


OTHERS = {
    "an older layout": "ALTER TABLE kept DROP COLUMN data",
    "a table less": "DROP TABLE kept",
    "a table more": "CREATE TABLE more (x)",
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON kept BEGIN DELETE FROM kept; END",
    "a view": "CREATE VIEW endless AS WITH RECURSIVE n AS (SELECT 1 UNION ALL SELECT 1 FROM n) "
    "SELECT * FROM n",
}


@pytest.mark.parametrize("sql", OTHERS.values(), ids=OTHERS)
def test_a_file_with_other_tables_is_begun_anew(room: Room, sql: str) -> None:
    changed(room, sql)
    memory = Memory(room, "maker")
    assert memory.get(*FINDING[:4]) is None
    memory.keep(FINDING)
    memory.save()
    memory.close()
    assert recalled(room) == FINDING.data


@pytest.fixture
def held(room: Room, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    """Another process that works with the file; nobody waits for it."""
    monkeypatch.setattr(module, "_PATIENCE", 0.0)
    with closing(sqlite3.connect(room.file(NAME))) as table:
        yield table


@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_locked_file_is_done_without(room: Room, held: sqlite3.Connection, lock: str) -> None:
    held.execute(f"BEGIN {lock}")
    memory = Memory(room, "maker")
    memory.keep(FINDING._replace(data=b"newer"))
    memory.save()
    assert memory.get(*FINDING[:4]) == b"newer"
    memory.forget(["content/a.md"])
    assert memory.get(*FINDING[:4]) is None
    memory.close()
    held.rollback()
    assert recalled(room) == FINDING.data


@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
@pytest.mark.parametrize(("maker", "anew"), [("newer", False), ("maker", True)])
def test_what_cannot_be_forgotten_is_not_believed(
    room: Room, held: sqlite3.Connection, lock: str, maker: str, anew: bool
) -> None:
    held.execute(f"BEGIN {lock}")
    memory = Memory(room, maker, anew=anew)
    for _ in range(2):
        assert memory.get(*FINDING[:4]) is None
        assert list(memory.all_of("prose")) == []
    memory.close()


def test_a_full_disk_costs_what_is_remembered_alone(room: Room) -> None:
    memory = Memory(room, "maker")
    memory._table._opened().execute("PRAGMA max_page_count = 1")
    large = FINDING._replace(path="content/b.md", data=b"x" * 100_000)
    memory.keep(large)
    memory.save()
    assert memory.get(*large[:4]) == large.data
    memory.close()
    assert recalled(room) == FINDING.data


def test_a_damaged_file_that_cannot_be_deleted_is_done_without(room: Room) -> None:
    Path(room.file(NAME)).write_bytes(b"no database" * 100)
    os.mkdir(room.file(NAME) + "-journal")
    memory = Memory(room, "maker")
    memory.keep(FINDING)
    memory.save()
    assert memory.get(*FINDING[:4]) == FINDING.data
    memory.close()


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


BESIDE = {f"{NAME}-journal", f"{NAME}-wal", f"{NAME}-shm"}


def killed(room: Room) -> None:
    """A build that is killed while it writes into the file."""
    process = os.fork()
    if not process:
        try:
            memory = Memory(room, "maker")
            memory.forget(["content/a.md"])
        finally:
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(process, 0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked on POSIX")
@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_what_a_killed_build_leaves_half_written_is_begun_anew(room: Room, mode: str) -> None:
    changed(room, f"PRAGMA journal_mode = {mode}")
    killed(room)
    assert BESIDE & set(os.listdir(room.folder))
    assert recalled(room) is None
    assert not BESIDE & set(os.listdir(room.folder))


@pytest.mark.parametrize("name", sorted(BESIDE))
def test_what_lies_beside_the_file_is_not_believed(room: Room, name: str) -> None:
    Path(room.file(name)).write_bytes(b"from elsewhere")
    assert recalled(room) is None
    assert not BESIDE & set(os.listdir(room.folder))


def forge_journal(room: Room, victim: Path) -> None:
    """A journal with nothing to undo, which names a file that is to go with it.

    Only the newest SQLite would leave that file alone by itself. The format: https://www.sqlite.org/fileformat2.html#the_rollback_journal
    """
    magic = bytes.fromhex("d9d505f920a163d7")
    size = 4096
    pages = Path(room.file(NAME)).stat().st_size // size
    head = magic + struct.pack(">5I", 0, 0, pages, 512, size)
    name = os.fsencode(victim)
    tail = bytes(4) + name + struct.pack(">2I", len(name), sum(name)) + magic
    Path(room.file(f"{NAME}-journal")).write_bytes(head.ljust(512, b"\0") + tail)


def test_a_journal_of_a_stranger_deletes_no_file(
    room: Room, tmp_path_factory: pytest.TempPathFactory
) -> None:
    victim = tmp_path_factory.mktemp("theirs") / "letter.txt"
    victim.write_bytes(b"private")
    forge_journal(room, victim)
    recalled(room)
    assert victim.exists()


def tangle(room: Room) -> None:
    """Make the root of each table lead to one page again and again, and that to another as often.

    The format: https://www.sqlite.org/fileformat2.html#b_tree_pages
    """
    path, size, levels = Path(room.file(NAME)), 4096, 8
    pages = [*map(bytes, zip(*[iter(path.read_bytes())] * size, strict=True))]
    for root in (2, 4):
        child, pages = len(pages) + 1, [*pages, pages[root - 1]]
        for level in range(levels):
            cell = struct.pack(">IB", child, 1)
            count = (size - 12) // (len(cell) + 2)
            start = size - count * len(cell)
            head = struct.pack(">BHHHBI", 5, 0, count, start, 0, child)
            places = struct.pack(f">{count}H", *range(start, size, len(cell)))
            page = (head + places).ljust(start, b"\0") + cell * count
            if level < levels - 1:
                child, pages = len(pages) + 1, [*pages, page]
            else:
                pages[root - 1] = page
    whole = bytearray(b"".join(pages))
    struct.pack_into(">I", whole, 28, len(pages))
    path.write_bytes(whole)


def test_a_file_without_our_sign_is_never_opened(room: Room) -> None:
    changed(room, "PRAGMA user_version = 0")
    tangle(room)
    with closing(Memory(None, "maker", like=room)) as memory:
        assert memory.paths() == set()
    with closing(Memory(room, "maker")) as memory:
        assert memory.paths() == set()
        memory.keep(FINDING)
        memory.save()
    assert recalled(room) == FINDING.data
