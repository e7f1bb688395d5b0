"""What is remembered holds under its key, and nothing that is damaged or forged is believed."""

import os
import signal
import sqlite3
import struct
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from builder.write import table as module
from builder.write.cache import CacheFolder
from builder.write.memory import Finding, Memory
from builder.write.table import NAME

FINDING = Finding("prose", "content/a.md", "", "key", b"what was found")


@pytest.fixture
def cache(tmp_path: Path) -> CacheFolder:
    """A cache in which one finding is remembered."""
    place = CacheFolder(str(tmp_path))
    memory = Memory(place, "maker")
    memory.keep(FINDING)
    memory.save()
    memory.close()
    return place


def recalled(cache: CacheFolder, key: str = "key", maker: str = "maker") -> bytes | None:
    """What another build gets."""
    memory = Memory(cache, maker)
    try:
        return memory.get("prose", "content/a.md", "", key)
    finally:
        memory.close()


def test_what_is_saved_is_remembered(cache: CacheFolder) -> None:
    assert recalled(cache) == FINDING.data


def test_what_is_saved_or_forgotten_after_it_was_asked_for(cache: CacheFolder) -> None:
    with closing(Memory(cache, "maker")) as memory:
        assert memory.get(*FINDING[:4]) == FINDING.data
        memory.keep(FINDING._replace(data=b"newer"))
        memory.save()
        assert memory.get(*FINDING[:4]) == b"newer"
        memory.forget([FINDING.path])
        assert memory.get(*FINDING[:4]) is None
        assert memory.paths() == set()


def test_before_it_is_saved_the_same_build_has_it() -> None:
    memory = Memory(None, "maker")
    memory.keep(FINDING)
    assert memory.get("prose", "content/a.md", "", "key") == FINDING.data
    assert list(memory.all_of("prose")) == [("content/a.md", "key", FINDING.data)]


def test_what_one_thread_worked_with_another_may_let_go(cache: CacheFolder) -> None:
    def worked() -> Memory:
        memory = Memory(cache, "maker")
        assert memory.get(*FINDING[:4]) == FINDING.data
        return memory

    with ThreadPoolExecutor() as threads:
        held = [threads.submit(worked).result()]
    held.clear()  # what cannot be let go is told, which fails a test


@pytest.mark.parametrize("saved", [0, 499, 500, 501, 1200])
def test_all_findings_are_read_once_whether_saved_or_not(tmp_path: Path, saved: int) -> None:
    memory = Memory(CacheFolder(str(tmp_path)), "maker")
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


def test_it_does_not_hold_under_another_key(cache: CacheFolder) -> None:
    assert recalled(cache, key="other") is None


def test_another_maker_begins_anew(cache: CacheFolder) -> None:
    assert recalled(cache, maker="other") is None
    assert recalled(cache) is None


def test_anew_forgets(cache: CacheFolder) -> None:
    memory = Memory(cache, "maker", anew=True)
    assert memory.get("prose", "content/a.md", "", "key") is None
    memory.close()


def test_files_that_are_gone_are_forgotten(cache: CacheFolder) -> None:
    memory = Memory(cache, "maker")
    assert memory.paths() == {"content/a.md"}
    memory.forget(["content/a.md"])
    memory.save()
    memory.close()
    assert recalled(cache) is None


def like(cache: CacheFolder) -> bytes | None:
    """What a memory gets that begins with what is remembered in a cache."""
    with closing(Memory(None, "maker", like=cache)) as memory:
        return memory.get(*FINDING[:4])


def test_a_memory_that_begins_like_a_cache_leaves_it_as_it_is(cache: CacheFolder) -> None:
    before = Path(cache.file(NAME)).read_bytes()
    with closing(Memory(None, "maker", like=cache)) as memory:
        assert memory.get(*FINDING[:4]) == FINDING.data
        memory.keep(FINDING._replace(data=b"newer"))
        memory.save()
        assert memory.get(*FINDING[:4]) == b"newer"
        memory.forget([FINDING.path])
        assert memory.get(*FINDING[:4]) is None
    assert Path(cache.file(NAME)).read_bytes() == before
    assert os.listdir(cache.folder) == [NAME]


@pytest.mark.parametrize("size", [0, 1, 100, 4096, 5000, 12_288])
def test_a_memory_that_begins_like_a_damaged_file_begins_anew(
    cache: CacheFolder, size: int
) -> None:
    path = Path(cache.file(NAME))
    whole = path.read_bytes()
    for damaged in (whole[:size], whole[:size] + b"\xff" * (len(whole) - size)):
        path.write_bytes(damaged)
        assert like(cache) in (None, FINDING.data)
        with closing(Memory(None, "maker", like=cache)) as memory:
            memory.keep(FINDING._replace(data=b"newer"))
            memory.save()
            assert memory.get(*FINDING[:4]) == b"newer"
        assert path.read_bytes() == damaged


def test_a_memory_begins_like_no_link(cache: CacheFolder, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / NAME).symlink_to(cache.file(NAME))
    assert like(CacheFolder(str(elsewhere))) is None
    assert like(cache) == FINDING.data


def changed(cache: CacheFolder, sql: str) -> None:
    """Change the file behind the builder's back."""
    with closing(sqlite3.connect(cache.file(NAME))) as table:
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
def test_a_forged_row_is_not_believed(cache: CacheFolder, sql: str) -> None:
    changed(cache, sql)
    memory = Memory(cache, "maker")
    for kind, path, part in (
        ("prose", "content/a.md", ""),
        ("view", "content/a.md", ""),
        ("prose", "content/b.md", ""),
        ("prose", "content/a.md", "other"),
    ):
        assert [memory.get(kind, path, part, key) for key in ("key", "other")] == [None, None]
    assert [*memory.all_of("prose"), *memory.all_of("view")] == []
    memory.close()


def test_what_an_older_maker_found_is_not_believed_under_another_name(cache: CacheFolder) -> None:
    changed(cache, "UPDATE maker SET name = 'newer'")
    assert recalled(cache, maker="newer") is None


OTHERS = {
    "an older layout": "ALTER TABLE kept DROP COLUMN data",
    "a table less": "DROP TABLE kept",
    "a table more": "CREATE TABLE more (x)",
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON kept BEGIN DELETE FROM kept; END",
    "a view": "CREATE VIEW endless AS WITH RECURSIVE n AS (SELECT 1 UNION ALL SELECT 1 FROM n) "
    "SELECT * FROM n",
}


@pytest.mark.parametrize("sql", OTHERS.values(), ids=OTHERS)
def test_a_file_with_other_tables_is_begun_anew(cache: CacheFolder, sql: str) -> None:
    changed(cache, sql)
    memory = Memory(cache, "maker")
    assert memory.get(*FINDING[:4]) is None
    memory.keep(FINDING)
    memory.save()
    memory.close()
    assert recalled(cache) == FINDING.data


@pytest.fixture
def held(cache: CacheFolder, monkeypatch: pytest.MonkeyPatch) -> Iterator[sqlite3.Connection]:
    """Another process that works with the file; nobody waits for it."""
    monkeypatch.setattr(module, "_PATIENCE", 0.0)
    with closing(sqlite3.connect(cache.file(NAME))) as table:
        yield table


@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_locked_file_is_done_without(
    cache: CacheFolder, held: sqlite3.Connection, lock: str
) -> None:
    held.execute(f"BEGIN {lock}")
    memory = Memory(cache, "maker")
    memory.keep(FINDING._replace(data=b"newer"))
    memory.save()
    assert memory.get(*FINDING[:4]) == b"newer"
    memory.forget(["content/a.md"])
    assert memory.get(*FINDING[:4]) is None
    memory.close()
    held.rollback()
    assert recalled(cache) == FINDING.data


@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
@pytest.mark.parametrize(("maker", "anew"), [("newer", False), ("maker", True)])
def test_what_cannot_be_forgotten_is_not_believed(
    cache: CacheFolder, held: sqlite3.Connection, lock: str, maker: str, anew: bool
) -> None:
    held.execute(f"BEGIN {lock}")
    memory = Memory(cache, maker, anew=anew)
    for _ in range(2):
        assert memory.get(*FINDING[:4]) is None
        assert list(memory.all_of("prose")) == []
    memory.close()


def test_a_full_disk_costs_what_is_remembered_alone(cache: CacheFolder) -> None:
    memory = Memory(cache, "maker")
    memory._table._opened().execute("PRAGMA max_page_count = 1")
    large = FINDING._replace(path="content/b.md", data=b"x" * 100_000)
    memory.keep(large)
    memory.save()
    assert memory.get(*large[:4]) == large.data
    memory.close()
    assert recalled(cache) == FINDING.data


def test_a_damaged_file_that_cannot_be_deleted_is_done_without(cache: CacheFolder) -> None:
    Path(cache.file(NAME)).write_bytes(b"no database" * 100)
    os.mkdir(cache.file(NAME) + "-journal")
    memory = Memory(cache, "maker")
    memory.keep(FINDING)
    memory.save()
    assert memory.get(*FINDING[:4]) == FINDING.data
    memory.close()


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"x" * 500])
def test_a_damaged_file_is_begun_anew(cache: CacheFolder, damage: bytes) -> None:
    Path(cache.file(NAME)).write_bytes(damage)
    assert recalled(cache) is None
    memory = Memory(cache, "maker")
    memory.keep(FINDING)
    memory.save()
    memory.close()
    assert recalled(cache) == FINDING.data


def test_a_file_cut_in_half_is_no_fault(cache: CacheFolder) -> None:
    path = Path(cache.file(NAME))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert recalled(cache) in (None, FINDING.data)


def test_a_link_in_its_place_is_not_followed(cache: CacheFolder, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.write_bytes(b"private")
    Path(cache.file(NAME)).unlink()
    Path(cache.file(NAME)).symlink_to(theirs)
    recalled(cache)
    assert theirs.read_bytes() == b"private"


BESIDE = {f"{NAME}-journal", f"{NAME}-wal", f"{NAME}-shm"}


def killed(cache: CacheFolder) -> None:
    """A build that is killed while it writes into the file."""
    process = os.fork()
    if not process:
        try:
            memory = Memory(cache, "maker")
            memory.forget(["content/a.md"])
        finally:
            os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(process, 0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked on POSIX")
@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_what_a_killed_build_leaves_half_written_is_begun_anew(
    cache: CacheFolder, mode: str
) -> None:
    changed(cache, f"PRAGMA journal_mode = {mode}")
    killed(cache)
    assert BESIDE & set(os.listdir(cache.folder))
    assert recalled(cache) is None
    assert not BESIDE & set(os.listdir(cache.folder))


@pytest.mark.parametrize("name", sorted(BESIDE))
def test_what_lies_beside_the_file_is_not_believed(cache: CacheFolder, name: str) -> None:
    Path(cache.file(name)).write_bytes(b"from elsewhere")
    assert recalled(cache) is None
    assert not BESIDE & set(os.listdir(cache.folder))


def forge_journal(cache: CacheFolder, victim: Path) -> None:
    """A journal with nothing to undo, which names a file that is to go with it.

    Only the newest SQLite would leave that file alone by itself. The format: https://www.sqlite.org/fileformat2.html#the_rollback_journal
    """
    magic = bytes.fromhex("d9d505f920a163d7")
    size = 4096
    pages = Path(cache.file(NAME)).stat().st_size // size
    head = magic + struct.pack(">5I", 0, 0, pages, 512, size)
    name = os.fsencode(victim)
    tail = bytes(4) + name + struct.pack(">2I", len(name), sum(name)) + magic
    Path(cache.file(f"{NAME}-journal")).write_bytes(head.ljust(512, b"\0") + tail)


def test_a_journal_of_a_stranger_deletes_no_file(
    cache: CacheFolder, tmp_path_factory: pytest.TempPathFactory
) -> None:
    victim = tmp_path_factory.mktemp("theirs") / "letter.txt"
    victim.write_bytes(b"private")
    forge_journal(cache, victim)
    recalled(cache)
    assert victim.exists()


def tangle(cache: CacheFolder) -> None:
    """Make the root of each table lead to one page again and again, and that to another as often.

    The format: https://www.sqlite.org/fileformat2.html#b_tree_pages
    """
    path, size, levels = Path(cache.file(NAME)), 4096, 8
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


def test_a_file_without_our_sign_is_never_opened(cache: CacheFolder) -> None:
    changed(cache, "PRAGMA user_version = 0")
    tangle(cache)
    with closing(Memory(None, "maker", like=cache)) as memory:
        assert memory.paths() == set()
    with closing(Memory(cache, "maker")) as memory:
        assert memory.paths() == set()
        memory.keep(FINDING)
        memory.save()
    assert recalled(cache) == FINDING.data
