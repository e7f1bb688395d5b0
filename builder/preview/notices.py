"""Two ways to hear that something changed in folders: the system tells us, or we look.

Both give sets of paths, as long as nobody stops them. Sets may name too much, never too little: a
path that changed after the source was opened is in one of them.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from threading import Event

Paths = frozenset[str]
Source = Callable[[Paths, Event], AbstractContextManager[Iterator[Paths]]]
"""Opens on folders, not on what is in folders below them; ends when the event is set."""

STEP = 20
"""Milliseconds of quiet that end a set of changes: programs save a file in several steps."""
LONGEST = 1_000
"""Milliseconds after which a set ends though changes go on."""
LOOK = 0.5
"""Seconds between two looks, where the system does not tell."""

_Stamp = tuple[int, int, int, int, int]


@contextmanager
def told(folders: Paths, stop: Event) -> Iterator[Iterator[Paths]]:
    """Changes as the system tells them (inotify, FSEvents, ReadDirectoryChangesW).

    Raises:
        OSError, RuntimeError: it cannot tell; too many folders are watched already.
    """
    from watchfiles._rust_notify import RustNotify  # documented there as the direct interface

    with RustNotify(sorted(folders), False, False, 0, False, True) as notify:
        yield _tellings(lambda: notify.watch(LONGEST, STEP, 0, stop))


@contextmanager
def seen(folders: Paths, stop: Event) -> Iterator[Iterator[Paths]]:
    """Changes as found by looking again and again: for disks that do not tell."""
    yield _looks(folders, stop, _look(folders))


def _tellings(listen: Callable[[], "set[tuple[int, str]] | str"]) -> Iterator[Paths]:
    """The paths of each set of changes, until the system tells a word instead, such as “stop”."""
    while not isinstance(changes := listen(), str):
        yield frozenset(path for _, path in changes)


def _looks(folders: Paths, stop: Event, before: dict[str, _Stamp]) -> Iterator[Paths]:
    """What differs from one look to the next."""
    while not stop.wait(LOOK):
        now = _look(folders)
        if now != before:
            yield frozenset(path for path, _ in before.items() ^ now.items())
        before = now


def _look(folders: Paths) -> dict[str, _Stamp]:
    """The stamps of everything in these folders.

    `ctime` is part of them, so a change is seen that keeps size and mtime; and inode and mode, so a
    folder is that was put in the place of another. A folder's own times are not: they change with
    whatever comes and goes in it.
    """
    return {path: stamp for folder in folders for path, stamp in _stamps(folder)}


def _stamps(folder: str) -> Iterator[tuple[str, _Stamp]]:
    """The stamps of the entries of one folder."""
    try:
        with os.scandir(folder) as listing:
            for entry in listing:
                status = entry.stat(follow_symlinks=False)
                times = (0, 0, 0)
                if not entry.is_dir(follow_symlinks=False):
                    times = (status.st_size, status.st_mtime_ns, status.st_ctime_ns)
                yield entry.path, (status.st_ino, status.st_mode, *times)
    except OSError:
        return
