"""The stamps of the files in the output: of many, another process takes them meanwhile."""

import marshal
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from builder.build.processes.workers import aside
from builder.sources.walk import Stamp, look

MANY = 1_000
"""Files from which on it pays."""

Seen = Callable[[], Mapping[str, Stamp]]
"""Gives the stamps of the files that are there, by path."""


@contextmanager
def looking(output: str, paths: Iterable[str], processes: int) -> Iterator[Seen]:
    """Begin to look at these files of the output; what is no plain file counts as none."""
    folder, listed = os.path.join(output, ""), sorted(paths)
    if processes < 2 or len(listed) < MANY:
        yield lambda: _found(listed, _stamps(folder, listed))
        return
    with aside(lambda line: line.say(marshal.dumps(_stamps(folder, listed)))) as line:

        def seen() -> Mapping[str, Stamp]:
            data = line.hear()
            return _found(listed, marshal.loads(data) if data else _stamps(folder, listed))

        yield seen


def _stamps(folder: str, paths: Sequence[str]) -> list[Stamp | None]:
    found = (look(path, folder + path) for path in paths)
    return [file.stamp if file and not file.fault else None for file in found]


def _found(paths: Sequence[str], stamps: Sequence[Stamp | None]) -> dict[str, Stamp]:
    return {path: stamp for path, stamp in zip(paths, stamps, strict=True) if stamp}
