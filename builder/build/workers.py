"""Work spread over processes: each takes every n-th item, and sends back bytes in their order.

A process is a fork of this one, so that it has all that the work needs. It dies with its parent:
nobody is left to read what it writes. What a process does not come to do is done here, so that
faults are raised where they are understood.
"""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import BinaryIO, NamedTuple, TypeVar

T = TypeVar("T")
OFTEN = 50_000
"""Objects after which a process looks for garbage: what it works on would else pile up in each."""
ROOM = 1_048_576
"""Bytes that may wait for their turn: else a process would stand still while another is slow."""
_LENGTH = 4
"""Bytes of the number that stands before each result."""


class _Worker(NamedTuple):
    process: int
    results: BinaryIO


def spread(work: Callable[[T], bytes], items: Sequence[T], processes: int) -> Iterator[bytes]:
    """The result of the work for each item, in order; with one process, all is done here.

    The first item is done here in any case: what it loads, every process then has.
    """
    if processes < 2 or not hasattr(os, "fork"):
        yield from map(work, items)
        return
    yield from map(work, items[:1])
    items = items[1:]
    workers: list[_Worker] = []
    try:
        workers += _started(work, [items[number::processes] for number in range(processes)])
        for number, item in enumerate(items):
            turn = number % processes
            result = _read(workers[turn].results) if turn < len(workers) else None
            yield work(item) if result is None else result
    finally:
        for worker in workers:
            worker.results.close()
            os.waitpid(worker.process, 0)


@contextmanager
def aside(work: Callable[[], bytes]) -> Iterator[Callable[[], bytes | None]]:
    """Begin work in another process. Gives what waits for its result, None where it fails."""
    worker = next(_started(lambda _: work(), [[None]]), None) if hasattr(os, "fork") else None
    try:
        yield lambda: _read(worker.results) if worker else None
    finally:
        if worker:
            worker.results.close()
            os.waitpid(worker.process, 0)


def _started(work: Callable[[T], bytes], shares: Iterable[Sequence[T]]) -> Iterator[_Worker]:
    """A process for each share, as far as the system has any to give."""
    with suppress(OSError):
        for share in shares:
            yield _start(work, share)


def _start(work: Callable[[T], bytes], items: Sequence[T]) -> _Worker:
    readable, writable = os.pipe()
    _widen(writable)
    try:
        process = os.fork()
    except OSError:
        os.close(readable)
        os.close(writable)
        raise
    if process:
        os.close(writable)
        return _Worker(process, os.fdopen(readable, "rb"))
    try:
        import signal

        signal.signal(signal.SIGINT, signal.SIG_DFL)  # its parent will say what there is to say
        gc.freeze()  # or the first collection would copy all pages of memory
        gc.enable()
        gc.set_threshold(OFTEN)
        os.close(readable)
        with os.fdopen(writable, "wb") as results:
            for item in items:
                result = work(item)
                results.write(len(result).to_bytes(_LENGTH) + result)
    finally:  # nothing of the parent may be done twice: neither its output nor its end
        os._exit(0)


def _widen(pipe: int) -> None:
    """Make room in a pipe, where the system can."""
    import fcntl

    with suppress(AttributeError, OSError):  # Linux alone can, and not always
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, ROOM)


def _read(results: BinaryIO) -> bytes | None:
    """The next result; None where the process has come to its end before it."""
    length = results.read(_LENGTH)
    if len(length) < _LENGTH:
        return None
    result = results.read(int.from_bytes(length))
    return result if len(result) == int.from_bytes(length) else None
