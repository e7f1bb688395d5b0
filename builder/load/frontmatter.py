"""Front matter: the YAML between the first line, `---`, and the next such line.

Cut here and not by a Markdown plugin, which misreads unclosed blocks without a word.
"""

import posixpath
from collections.abc import Iterator, Sequence

from builder.ground.diagnostics import Diagnostic, Location, error, short, warning
from builder.ground.expressions import expression
from builder.ground.values import Value
from builder.load.layout import further_pages_in

FIRST_LINE = 2
"""The line of the file on which front matter begins."""
_FENCE = "---"
_FIELD = expression(r"[a-z_]+: ")
_WITHIN = expression(r"[a-z_]+:(?: |$)|[ -]|$")
"""How a line begins that may stand among fields."""
_LOOKALIKES = frozenset("-–—―−_*=")


class Cut(Value, frozen=True):
    """A file in two texts, and the line of the file, from 1, on which the body begins.

    `front` is None where there is no front matter that could be read.
    """

    front: str | None
    body: str
    body_line: int


def cut(text: str, path: str) -> tuple[Cut, tuple[Diagnostic, ...]]:
    """The front matter and the body of a Markdown text with line feeds as line ends.

    Returns:
        The two parts, and `front-matter-missing` or `front-matter-unclosed` errors, or a
        `markup-shown` warning where the body begins with front matter of its own.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return Cut(None, text, 1), (_missing(lines, path),)
    end = next((i for i, line in enumerate(lines) if i and line.rstrip() == _FENCE), None)
    if end is None:
        return Cut(None, "", len(lines)), (_unclosed(lines, path),)
    front = "\n".join(lines[1:end])
    body = lines[end + 1 :]
    return Cut(front, "\n".join(body), end + 2), tuple(_second(body, end + 2, path))


def stem(path: str) -> str:
    """The name of a Markdown file without its ending."""
    return posixpath.basename(path).removesuffix(".md")


def _missing(lines: list[str], path: str) -> Diagnostic:
    day = "" if further_pages_in([path]) else "  date: YYYY-MM-DD\n"
    hint = (
        f"Begin the file with fields between two lines of hyphens:\n  ---\n  title: …\n{day}  ---"
    )
    first = next((i for i, line in enumerate(lines) if line.strip()), 0)
    message = "The file has no front matter."
    if lines[first].strip() == _FENCE:
        message = (
            "The front matter must begin on the first line of the file, without spaces before it."
        )
        hint = "Delete what stands before the line ---."
    elif _FIELD().match(lines[first]):
        name = lines[first].partition(":")[0]
        hint = f"Write a line --- above “{name}: …”, and another one below the last field."
    elif _is_lookalike(lines[first]):
        message = f"“{lines[first].strip()}” does not open the front matter."
        hint = "Write three plain hyphens: ---"
    return error("front-matter-missing", message, Location(path, first + 1), hint)


def _second(lines: Sequence[str], first_line: int, path: str) -> Iterator[Diagnostic]:
    """A warning of fields at the beginning of a text, which end in such a line too.

    Args:
        lines: The text.
        first_line: The line of the file on which it begins.
        path: The file.
    """
    begin = next((i for i, line in enumerate(lines) if line.strip(f"{_FENCE} ")), 0)
    end = next((i for i, line in enumerate(lines) if i > begin and line.rstrip() == _FENCE), 0)
    within = lines[begin:end]
    is_block = all(within) or _FENCE in lines[begin - 1 : begin]  # else paragraphs above a rule
    if within and is_block and _FIELD().match(within[0]) and all(map(_WITHIN().match, within)):
        yield warning(
            "markup-shown",
            f"“{short(within[0])}” begins a second front matter; readers will see it as typed.",
            Location(path, first_line + begin, 1, len(within[0])),
            "Keep one: move into the first what it lacks, and delete the second with its hyphens.",
        )


def _unclosed(lines: list[str], path: str) -> Diagnostic:
    message = "The front matter that opens here is never closed."
    hint = "Add a line --- after its last field."
    near = next((i for i, line in enumerate(lines) if i and _is_lookalike(line)), None)
    if near is not None:
        hint = f"Line {near + 1} looks like its end: write three plain hyphens there."
    return error("front-matter-unclosed", message, Location(path, 1, 1, 3), hint)


def _is_lookalike(line: str) -> bool:
    marks = set(line.strip())
    return bool(marks) and marks <= _LOOKALIKES
