"""What was measured, kept in the bench's folder: each part is measured, and kept, by itself."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench.figures import Spread
from bench.growth import Growth, Point
from bench.machine import Machine
from bench.preview import Watched
from bench.timing import Run, Sample


class Comparison(NamedTuple):
    """The runs of all generators, on which machine, in which versions."""

    machine: Machine
    versions: dict[str, str]
    rounds: int
    runs: tuple[Run, ...]


class Results(NamedTuple):
    """All that was measured; None where a part was not."""

    comparison: Comparison | None
    preview: tuple[Watched, ...]
    growth: Growth | None


def keep(folder: Path, part: str, value: Comparison | Sequence[Watched] | Growth) -> None:
    """Keep a part: `comparison`, `preview` or `growth`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{part}.json").write_text(json.dumps(value, indent=1) + "\n", "utf-8")


def kept(folder: Path) -> Results:
    """All parts that were kept."""
    compared, previewed, grown = (_load(folder / f"{part}.json") for part in Results._fields)
    return Results(
        _comparison(*compared) if compared else None,
        tuple(_watched(*fields) for fields in previewed or ()),
        Growth(*(tuple(Point(*point) for point in curve) for curve in grown)) if grown else None,
    )


def _load(path: Path) -> Any:
    return json.loads(path.read_text("utf-8")) if path.exists() else None


def _comparison(
    of: list[Any], versions: dict[str, str], rounds: int, runs: list[Any]
) -> Comparison:
    made = tuple(Run(size, peer, name, Sample(*sample)) for size, peer, name, sample in runs)
    return Comparison(Machine(*of), versions, rounds, made)


def _watched(
    size: str,
    saves: int,
    work: dict[str, list[float]],
    screen: list[float] | None,
    rebuilds: int,
    grown: float,
) -> Watched:
    spreads = {kind: Spread(*values) for kind, values in work.items()}
    return Watched(size, saves, spreads, Spread(*screen) if screen else None, rebuilds, grown)
