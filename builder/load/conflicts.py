"""Merge conflicts that Git left in a file: both versions stand in it, between marked lines."""

from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, Location, Related, error

_OURS, _BASE, _MIDDLE, _THEIRS = ("<" * 7, "|" * 7, "=" * 7, ">" * 7)
_FEW = 5


def without_conflicts(text: str, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The text with the first version of each conflict, and a `merge-conflict` error for each.

    One more is for marked lines that are left of others, whose two versions stay. Lines that are
    left out stay as empty ones, so that all others keep their number.
    """
    is_data = path.endswith(".yaml")
    if f"{_OURS} " not in text and f"{_THEIRS} " not in text and not (is_data and _MIDDLE in text):
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
    if left := _left(lines, is_data=is_data):
        faults.append(_remains(path, lines, left))
        for index in left:
            lines[index] = ""
    return "\n".join(lines), tuple(faults)


def _marked(lines: list[str], mark: str, start: int) -> Iterator[int]:
    return (i for i in range(start, len(lines)) if lines[i].startswith(f"{mark} "))


def _left(lines: list[str], *, is_data: bool) -> list[int]:
    """The marked lines of conflicts of which somebody has deleted some already.

    In an article a line of equals signs that is left alone may underline a heading.
    """
    ends = [*_marked(lines, _OURS, 0), *_marked(lines, _THEIRS, 0)]
    middles = [i for i, line in enumerate(lines) if line == _MIDDLE] if ends or is_data else []
    return sorted([*ends, *middles])


def _conflict(path: str, lines: list[str], start: int, end: int) -> Diagnostic:
    last = _line(path, lines, end)
    return error(
        "merge-conflict",
        f"Git has left two versions here, down to line {end + 1}: the changes of two people met.",
        _line(path, lines, start),
        "Delete the lines with <<<<<<<, =======, >>>>>>>. Of two versions of the same words keep "
        "one; where both people added something, keep both.",
        Related(last, "The second version ends here."),
    )


def _remains(path: str, lines: list[str], left: list[int]) -> Diagnostic:
    first, *others = (_line(path, lines, index) for index in left)
    return error(
        "merge-conflict",
        "Git has left this line of a merge here, in which the changes of two people met.",
        first,
        "Delete it, and see that what stands above and below it stands there once. If it is part "
        "of the text, put a space before it.",
        *(Related(other, "and this one") for other in others[:_FEW]),
    )


def _line(path: str, lines: list[str], index: int) -> Location:
    return Location(path, index + 1, 1, len(lines[index]))
