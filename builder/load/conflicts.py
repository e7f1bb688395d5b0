"""Merge conflicts that Git left in a file: both versions stand in it, between marked lines."""

from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, Location, Related, error

_OURS, _BASE, _MIDDLE, _THEIRS = ("<" * 7, "|" * 7, "=" * 7, ">" * 7)


def without_conflicts(text: str, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text with the first version of each conflict, and a `merge-conflict` error for each.

    Lines that are left out stay as empty ones, so that all others keep their number.
    """
    if f"{_OURS} " not in text or f"\n{_MIDDLE}\n" not in text:
        return text, ()
    lines = text.split("\n")
    faults: list[Diagnostic] = []
    start = next(_marked(lines, _OURS, 0), None)
    while start is not None:
        middle = next((i for i in range(start, len(lines)) if lines[i] == _MIDDLE), None)
        end = None if middle is None else next(_marked(lines, _THEIRS, middle), None)
        if middle is None or end is None:
            break
        faults.append(_conflict(path, lines, start, end))
        base = next((i for i in range(start, middle) if lines[i].startswith(_BASE)), middle)
        for index in (start, *range(base, end + 1)):
            lines[index] = ""
        start = next(_marked(lines, _OURS, end), None)
    return "\n".join(lines), tuple(faults)


def _marked(lines: list[str], mark: str, start: int) -> Iterator[int]:
    return (i for i in range(start, len(lines)) if lines[i].startswith(f"{mark} "))


def _conflict(path: str, lines: list[str], start: int, end: int) -> Diagnostic:
    last = Location(path, end + 1, 1, len(lines[end]))
    return error(
        "merge-conflict",
        f"Git has left two versions here, down to line {end + 1}: the changes of two people met.",
        Location(path, start + 1, 1, len(lines[start])),
        "Keep what is right, and delete the other version and the lines with <<<<<<<, =======, "
        ">>>>>>>.",
        Related(last, "The second version ends here."),
    )
