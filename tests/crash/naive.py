"""The control: a builder that writes straight into place."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from builder.write.marker import Marker, encode
from builder.write.paths import MARKER
from builder.write.staging import File
from tests.smallsite import put


def naive(
    output: str,
    old: Marker | None,
    paths: frozenset[str],
    files: Iterable[File],
    *,
    finished: bool,
) -> int:
    """Writes in place, the marker first: what a builder without care would do."""
    Path(output).mkdir(parents=True, exist_ok=True)
    put(Path(output), MARKER, encode(complete=finished, files=paths))
    for path, data in files:
        target = Path(output, path)
        target.parent.mkdir(parents=True, exist_ok=True)
        with open(target, "wb", buffering=0) as file:
            file.write(data[: len(data) // 2])
            file.write(data[len(data) // 2 :])
    for path in (old.files if old else frozenset[str]()) - paths:
        Path(output, path).unlink(missing_ok=True)
    return 0
