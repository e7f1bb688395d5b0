"""The memory: what builds found out about the site's files, for the builds after them.

An SQLite file in the cache with a row for each finding: its kind, the file it is about, which part
of it, the key under which it holds, and the finding as JSON. It may be deleted at any time. A row
is used only under its key, and only while its seal fits: what is damaged, or was made by somebody
else, counts as forgotten.
"""

import marshal
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from contextlib import suppress
from typing import Any, NamedTuple, TypeVar

from builder.ground.values import encoded
from builder.sources.secret import sealing
from builder.write.cache import Room
from builder.write.paths import kind as kind_of

T = TypeVar("T")
Rows = dict[str, Any]
NAME = "memory.db"
OF_SITE = "site.yaml"
"""The file that findings about the whole site are remembered of."""
_KEPT = """CREATE TABLE kept (
    kind TEXT, path TEXT, part TEXT, key TEXT, seal TEXT, data BLOB, PRIMARY KEY (kind, path, part)
)"""
_TABLES = (_KEPT, "CREATE TABLE maker (name TEXT PRIMARY KEY)")
_NEXT = """SELECT path, key, seal, data FROM kept
WHERE kind = ? AND part = '' AND path > ? ORDER BY path LIMIT ?"""
_SOME = "SELECT path, key, seal, data FROM kept WHERE kind = ? AND part = '' AND path IN "
_AT_ONCE = 500
"""Rows that one question asks for."""
_TRANSIENT = ":memory:"
_PATIENCE = 2.0
"""Seconds for which another process may hold the file."""
_MUCH = 8_000_000
"""Bytes of findings that may wait before they are written."""
_BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite adds to the file's name for what it keeps beside it while it writes."""


class Finding(NamedTuple):
    """A finding of a kind about a part of a file; it holds under its key."""

    kind: str
    path: str
    part: str
    key: str
    data: bytes


class Memory:
    """What is remembered by one build, and what it adds. Without a room it is forgotten at its end.

    Nothing in it is needed: where the disk fails, or another process keeps the file, the build goes
    on without the file, and findings are made again.
    """

    def __init__(
        self,
        room: Room | None,
        maker: str,
        *,
        anew: bool = False,
        like: Room | None = None,
    ) -> None:
        """Remember what `maker`, the toolchain, found; what another found is forgotten.

        With `anew`, all is forgotten. Without a room, it begins with what is remembered in the room
        that it is `like`; nothing is changed there.
        """
        self._anew = anew
        self._like = like
        self._path = room.file(NAME) if room else _TRANSIENT
        self._maker = maker
        self._seal = sealing()
        self._fresh: dict[tuple[str, str, str], Finding] = {}
        self._weight = 0
        self._known: set[str] | None = None
        self._at = "", ""
        self._held: Rows = {}
        self._owner = 0
        self._table: sqlite3.Connection | None = None
        self._has_begun_anew = False

    def get(self, kind: str, path: str, part: str, key: str) -> bytes | None:
        """The finding that holds under this key; None where there is none."""
        waiting = self._fresh.get((kind, path, part))
        if waiting:
            return waiting.data if waiting.key == key else None
        held, seal, data = self._parts(kind, path).get(part, ("", "", b""))
        return data if held == key and self._fits((kind, path, part, key), seal, data) else None

    def all_of(self, kind: str) -> Iterator[tuple[str, str, bytes]]:
        """The findings of a kind about whole files: the file's path, the key, and what was found.

        They are read some at a time: all of a large site would weigh as much as the site.
        """
        waiting = [one for one in self._fresh.values() if one.kind == kind]
        later = {one.path for one in waiting}
        last = ""
        while rows := self._ask(_NEXT, (kind, last, _AT_ONCE)):
            yield from self._sound(kind, (row for row in rows if row[0] not in later))
            last = rows[-1][0]
        yield from ((one.path, one.key, one.data) for one in waiting)

    def some_of(self, kind: str, paths: Sequence[str]) -> Iterator[tuple[str, str, bytes]]:
        """What `all_of` gives, of these files alone: asked for together, not one by one."""
        waiting = {path: one for path in paths if (one := self._fresh.get((kind, path, "")))}
        yield from ((path, one.key, one.data) for path, one in waiting.items())
        written = [path for path in paths if path not in waiting]
        for first in range(0, len(written), _AT_ONCE):
            asked = written[first : first + _AT_ONCE]
            sql = f"{_SOME}({', '.join('?' * len(asked))})"
            yield from self._sound(kind, self._ask(sql, (kind, *asked)))

    def _sound(self, kind: str, rows: Iterable[Any]) -> Iterator[tuple[str, str, bytes]]:
        """Those of the rows whose seal fits."""
        for path, key, seal, data in rows:
            if self._fits((kind, path, "", key), seal, data):
                yield path, key, data

    def keep(self, finding: Finding) -> None:
        """Remember a finding."""
        self._fresh[finding[:3]] = finding
        self._weight += len(finding.data)
        if self._weight > _MUCH:
            self.save()

    def note(self, kind: str, path: str, part: str, key: str, value: object) -> None:
        """Remember a value (see `builder.ground.values`)."""
        # A lone surrogate cannot be kept; its file is faulty, and will not stay as it is.
        with suppress(UnicodeEncodeError):
            self.keep(Finding(kind, path, part, key, encoded(value)))

    def drain(self) -> list[Finding]:
        """Take out what has not been written yet."""
        found = list(self._fresh.values())
        self._fresh = {}
        self._weight = 0
        return found

    def hand_over(self) -> bytes:
        """Take out what has not been written yet, for the memory of another process."""
        return marshal.dumps([tuple(finding) for finding in self.drain()])

    def take_over(self, findings: bytes) -> None:
        """Remember what the memory of another process handed over."""
        for finding in marshal.loads(findings):
            self.keep(Finding(*finding))

    def forget(self, paths: Iterable[str]) -> None:
        """Forget all that is remembered of these files."""
        rows = [(path,) for path in paths]
        if rows:
            self._do(lambda table: table.executemany("DELETE FROM kept WHERE path = ?", rows))
            self.paths().difference_update(path for (path,) in rows)
            self._at = "", ""

    def forget_parts(self, kind: str, path: str, but: Set[str]) -> None:
        """Forget the findings of a kind about a file, but for these parts."""
        held = {
            part
            for (part,) in self._ask(
                "SELECT part FROM kept WHERE kind = ? AND path = ?", (kind, path)
            )
        }
        rows = [(kind, path, part) for part in held - but]
        sql = "DELETE FROM kept WHERE kind = ? AND path = ? AND part = ?"
        if rows:
            self._do(lambda table: table.executemany(sql, rows))
            self._at = "", ""

    def paths(self) -> set[str]:
        """The files of which something is remembered: what was there at first, and what was saved.

        To ask the table of each file costs more than to read a short text.
        """
        if self._known is None:
            self._known = {path for (path,) in self._ask("SELECT DISTINCT path FROM kept", ())}
        return self._known

    def save(self) -> None:
        """Write what was kept, so that other processes see it; no lock is held afterwards."""
        sql = "INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?, ?)"
        rows = [(*one[:4], self._sealed(one[:4], one.data), one.data) for one in self.drain()]
        self.paths().update(row[1] for row in rows)
        self._at = "", ""

        def write(table: sqlite3.Connection) -> None:
            table.executemany(sql, rows)
            table.commit()

        self._do(write)

    def close(self) -> None:
        """Let go of the file."""
        if self._table is not None and self._owner == os.getpid():
            self._table.close()
        self._table = None

    def _parts(self, kind: str, path: str) -> Rows:
        """What the table has of a kind about a file: its texts are asked for one after another."""
        if path not in self.paths():
            return {}
        if self._at != (kind, path):
            sql = "SELECT part, key, seal, data FROM kept WHERE kind = ? AND path = ?"
            self._held = {part: row for part, *row in self._ask(sql, (kind, path))}
            self._at = kind, path
        return self._held

    def _ask(self, sql: str, values: tuple[str | int, ...]) -> list[Any]:
        return self._do(lambda table: table.execute(sql, values).fetchall())

    def _do(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """What the work with the table comes to; where the file fails it is done without."""
        while True:
            try:
                return work(self._opened())
            except (sqlite3.DatabaseError, OSError) as failure:
                if self._path == _TRANSIENT and not self._like:
                    raise
                self._recover(failure)

    def _opened(self) -> sqlite3.Connection:
        """The table, opened once in each process: a connection must not cross a fork."""
        if self._table is None or self._owner != os.getpid():
            if not self._owner and self._path != _TRANSIENT:
                self._clear_away()
            self._table = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level="DEFERRED")
            self._owner = os.getpid()
            if self._like:
                self._copy(self._like.file(NAME), self._table)
            self._lay(self._table)
        return self._table

    def _copy(self, path: str, table: sqlite3.Connection) -> None:
        """Put what a file holds into a table, as it is at this moment: nobody's lock is asked for.

        What another process has written by half is damage, which the seals tell. An SQLite before
        3.36 may lack what is needed here; for it, as for a file without a byte, the table is empty.
        """
        with suppress(OSError, AttributeError, MemoryError):
            if kind_of(path) == "file":
                with open(path, "rb") as file:
                    table.deserialize(file.read())

    def _clear_away(self) -> None:
        """Delete a file that a build left half written, or a link in its place.

        SQLite would undo what was begun, and then delete the file that the journal names (its
        super-journal, https://www.sqlite.org/atomiccommit.html): a stranger's could name any file.
        """
        if os.path.islink(self._path) or any(map(os.path.lexists, self._files()[1:])):
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
        for sql in _TABLES if not found else ():
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

    def _sealed(self, place: tuple[str, str, str, str], data: bytes) -> str:
        return self._seal(encoded((self._maker, place)) + data)

    def _fits(self, place: tuple[str, str, str, str], seal: object, data: object) -> bool:
        return isinstance(data, bytes) and seal == self._sealed(place, data)
