"""The memory: what builds found out about the site's files, for the builds after them.

A row of a table for each finding: its kind, the file it is about, which part of it, the key under
which it holds, and the finding as JSON. It may be deleted at any time. A row is used only under its
key, and only while its seal fits: what is damaged, or was made by somebody else, counts as
forgotten.
"""

import marshal
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from builder.ground.values import encoded
from builder.sources.secret import sealing
from builder.write.cache import CacheFolder
from builder.write.table import Table

OF_SITE = "site.yaml"
"""The file that findings about the whole site are remembered of."""
_ONE = "SELECT key, seal, data FROM kept WHERE kind = ? AND path = ? AND part = ?"
_NEXT = """SELECT path, key, seal, data FROM kept
WHERE kind = ? AND part = '' AND path > ? ORDER BY path LIMIT ?"""
_SOME = "SELECT path, key, seal, data FROM kept WHERE kind = ? AND part = '' AND path IN "
_AT_ONCE = 500
"""Rows that one question asks for."""
_MUCH = 8_000_000
"""Bytes of findings that may wait before they are written."""


class Finding(NamedTuple):
    """A finding of a kind about a part of a file; it holds under its key."""

    kind: str
    path: str
    part: str
    key: str
    data: bytes


class Memory:
    """What is remembered by one build, and what it adds; without a cache forgotten at its end.

    Nothing in it is needed: what cannot be recalled is found out again.
    """

    def __init__(
        self,
        cache: CacheFolder | None,
        maker: str,
        *,
        anew: bool = False,
        like: CacheFolder | None = None,
    ) -> None:
        """Remember what `maker`, the toolchain, found; what another found is forgotten.

        With `anew`, all is forgotten. Without a cache, it begins with what is remembered in the
        one that it is `like`; nothing is changed there.
        """
        self._table = Table(cache, maker, anew=anew, like=like)
        self._maker = maker
        self._seal = sealing()
        self._fresh: dict[tuple[str, str, str], Finding] = {}
        self._weight = 0
        self._known: set[str] | None = None

    def get(self, kind: str, path: str, part: str, key: str) -> bytes | None:
        """The finding that holds under this key; None where there is none."""
        waiting = self._fresh.get((kind, path, part))
        if waiting:
            return waiting.data if waiting.key == key else None
        if path not in self.paths():
            return None
        for held, seal, data in self._table.ask(_ONE, (kind, path, part)):
            if held == key and self._fits((kind, path, part, key), seal, data):
                return bytes(data)
        return None

    def all_of(self, kind: str) -> Iterator[tuple[str, str, bytes]]:
        """The findings of a kind about whole files: the file's path, the key, and what was found.

        They are read some at a time: all of a large site would weigh as much as the site.
        """
        waiting = [one for one in self._fresh.values() if one.kind == kind]
        later = {one.path for one in waiting}
        last = ""
        while rows := self._table.ask(_NEXT, (kind, last, _AT_ONCE)):
            yield from self._sound(kind, (row for row in rows if row[0] not in later))
            last = rows[-1][0]
        yield from ((one.path, one.key, one.data) for one in waiting)

    def some_of(self, kind: str, paths: Sequence[str]) -> Iterator[tuple[str, str, bytes]]:
        """What `all_of` gives, of these files alone, with one question for hundreds of them."""
        waiting = {path: one for path in paths if (one := self._fresh.get((kind, path, "")))}
        yield from ((path, one.key, one.data) for path, one in waiting.items())
        written = [path for path in paths if path not in waiting]
        for first in range(0, len(written), _AT_ONCE):
            asked = written[first : first + _AT_ONCE]
            sql = f"{_SOME}({', '.join('?' * len(asked))})"
            yield from self._sound(kind, self._table.ask(sql, (kind, *asked)))

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

    def of_site(self, kind: str, part: str, key: str, make: Callable[[], bytes]) -> bytes:
        """The finding about a part of the site that holds under this key; made where none does."""
        held = self.get(kind, OF_SITE, part, key)
        if held is None:
            held = make()
            self.keep(Finding(kind, OF_SITE, part, key, held))
        return held

    def hand_over(self) -> bytes:
        """Take out what has not been written yet, for the memory of another process."""
        return marshal.dumps([tuple(finding) for finding in self._drain()])

    def take_over(self, findings: bytes) -> None:
        """Remember what the memory of another process handed over."""
        for finding in marshal.loads(findings):
            self.keep(Finding(*finding))

    def forget(self, paths: Iterable[str]) -> None:
        """Forget all that is remembered of these files."""
        rows = [(path,) for path in paths]
        if rows:
            self._table.do(lambda table: table.executemany("DELETE FROM kept WHERE path = ?", rows))
            self.paths().difference_update(path for (path,) in rows)

    def paths(self) -> set[str]:
        """The files of which something is remembered: what was there at first, and what was saved.

        To ask the table of each file costs more than to read a short text.
        """
        if self._known is None:
            rows = self._table.ask("SELECT DISTINCT path FROM kept", ())
            self._known = {path for (path,) in rows}
        return self._known

    def save(self) -> None:
        """Write what was kept, so that other processes see it; no lock is held afterwards."""
        sql = "INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?, ?, ?)"
        rows = [(*one[:4], self._sealed(one[:4], one.data), one.data) for one in self._drain()]
        self.paths().update(row[1] for row in rows)

        def write(table: sqlite3.Connection) -> None:
            table.executemany(sql, rows)
            table.commit()

        self._table.do(write)

    def close(self) -> None:
        """Let go of the file."""
        self._table.close()

    def _drain(self) -> list[Finding]:
        """Take out what has not been written yet."""
        found = list(self._fresh.values())
        self._fresh = {}
        self._weight = 0
        return found

    def _sealed(self, place: tuple[str, str, str, str], data: bytes) -> str:
        return self._seal(encoded((self._maker, place)) + data)

    def _fits(self, place: tuple[str, str, str, str], seal: object, data: object) -> bool:
        return isinstance(data, bytes) and seal == self._sealed(place, data)
