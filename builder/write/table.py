"""The table: rows in an SQLite file of the cache, which survives whatever befalls the file.

Nothing in it is needed: where the disk fails, or another process keeps the file, work goes on
without the file. What is damaged, or is not ours, is begun anew.

SQLite opens no file that does not bear our sign: a small one can be made in which it finds rows
without end, even while it reads which tables there are.
"""

import os
import sqlite3
import struct
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from builder.sources.secret import sealing
from builder.write.cache import CacheFolder
from builder.write.paths import kind

T = TypeVar("T")
NAME = "memory.db"
_KEPT = """CREATE TABLE kept (
    kind TEXT, path TEXT, part TEXT, key TEXT, seal TEXT, data BLOB, PRIMARY KEY (kind, path, part)
)"""
_TABLES = (_KEPT, "CREATE TABLE maker (name TEXT PRIMARY KEY)")
_TRANSIENT = ":memory:"
_PATIENCE = 2.0
"""Seconds for which another process may hold the file."""
_SIGN = struct.Struct(">60xi4xi")
"""Where the two numbers of the sign stand (sqlite.org, "Database File Format", 1.3)."""
_BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite adds to the file's name for what it keeps beside it while it writes."""


class _Connection(sqlite3.Connection):
    """A connection that is closed when nobody holds it any more: some memories have no end."""

    def __del__(self) -> None:
        self.close()


class Table:
    """The rows of one build, in a cache; without one they are forgotten at its end."""

    def __init__(
        self, cache: CacheFolder | None, maker: str, *, anew: bool, like: CacheFolder | None
    ) -> None:
        """Hold the rows of `maker`, the toolchain, with `anew` none.

        Without a cache, begin with those in the one that it is `like`; nothing is changed there.
        """
        self._anew = anew
        self._like = like
        self._path = cache.file(NAME) if cache else _TRANSIENT
        self._maker = maker
        self._owner = 0
        self._connection: sqlite3.Connection | None = None
        self._has_begun_anew = False

    def ask(self, sql: str, values: tuple[str | int, ...]) -> list[Any]:
        """The rows that answer a question."""
        return self.do(lambda table: table.execute(sql, values).fetchall())

    def do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What the work with the table comes to; where the file fails it is done without."""
        while True:
            try:
                return work(self._opened())
            except (sqlite3.DatabaseError, OSError) as failure:
                if self._path == _TRANSIENT and not self._like:
                    raise
                self._recover(failure)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None and self._owner == os.getpid():
            self._connection.close()
        self._connection = None

    def _opened(self) -> sqlite3.Connection:
        """The table, opened once in each process: a connection must not cross a fork."""
        if self._connection is None or self._owner != os.getpid():
            if not self._owner and self._path != _TRANSIENT:
                self._clear_away()
            self._connection = sqlite3.connect(
                self._path,
                timeout=_PATIENCE,
                isolation_level="DEFERRED",
                check_same_thread=False,  # one thread works with it; any may be the last to hold it
                factory=_Connection,
            )
            self._owner = os.getpid()
            if self._like:
                self._copy(self._like.file(NAME), self._connection)
            self._lay(self._connection)
        return self._connection

    def _copy(self, path: str, table: sqlite3.Connection) -> None:
        """Put what a file holds into a table, as it is at this moment: nobody's lock is asked for.

        What another process has written by half is damage, which the seals tell. An SQLite before
        3.36 may lack what is needed here; for it, as for a file without a byte, the table is empty.
        """
        with suppress(OSError, AttributeError, MemoryError):
            if kind(path) == "file":
                with open(path, "rb") as file:
                    data = file.read()
                if _bears_sign(data):
                    table.deserialize(data)

    def _clear_away(self) -> None:
        """Delete a file that a build left half written, one without our sign, or a link.

        SQLite would undo what was begun, and then delete the file that the journal names (its
        super-journal, https://www.sqlite.org/atomiccommit.html): a stranger's could name any file.
        """
        is_ours = kind(self._path) == "file" and _bears_sign(_head(self._path))
        if not is_ours or any(map(os.path.lexists, self._files()[1:])):
            self._delete()

    def _files(self) -> list[str]:
        return [self._path, *(self._path + ending for ending in _BESIDE)]

    def _delete(self) -> None:
        for path in filter(os.path.lexists, self._files()):
            os.unlink(path)

    def _lay(self, table: sqlite3.Connection) -> None:
        table.execute("PRAGMA synchronous = OFF")
        laid = table.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL ORDER BY name")
        found = tuple(sql for (sql,) in laid)
        if found not in ((), _TABLES):
            raise sqlite3.DatabaseError("These are not our tables.")
        for sql in (*_signing(), *_TABLES) if not found else ():
            table.execute(sql)
        if self._anew or table.execute("SELECT name FROM maker").fetchall() != [(self._maker,)]:
            table.execute("DELETE FROM maker")
            table.execute("DELETE FROM kept")
            table.execute("INSERT INTO maker VALUES (?)", (self._maker,))
            table.commit()
            self._anew = False

    def _recover(self, failure: Exception) -> None:
        """Delete a damaged file, once; leave alone one that cannot be used, or is not ours."""
        self.close()
        self._like = None
        if self._path == _TRANSIENT:
            return
        is_damaged = not isinstance(failure, sqlite3.OperationalError | OSError)
        if not (is_damaged and self._begin_anew()):
            self._path = _TRANSIENT

    def _begin_anew(self) -> bool:
        """Delete the file; whether that was possible, and had not been done before."""
        if self._has_begun_anew:
            return False
        self._has_begun_anew = True
        try:
            self._delete()
        except OSError:
            return False
        return True


def _sign() -> tuple[int, int]:
    """Two numbers that nobody else can write into the head of a file."""
    first, second = struct.unpack(">ii", bytes.fromhex(sealing()(NAME.encode()))[:8])
    return first, second


def _signing() -> tuple[str, str]:
    """What writes the sign."""
    first, second = _sign()
    return f"PRAGMA user_version = {first}", f"PRAGMA application_id = {second}"


def _bears_sign(data: bytes) -> bool:
    """Whether a file that begins so is one of ours."""
    return len(data) >= _SIGN.size and _SIGN.unpack_from(data) == _sign()


def _head(path: str) -> bytes:
    """The beginning of a file, as far as the sign stands in it."""
    with open(path, "rb") as file:
        return file.read(_SIGN.size)
