"""Letters that a program misread, as Windows-1252, or lost before the text came here."""

from collections.abc import Iterator
from itertools import islice

from builder.ground.diagnostics import Diagnostic, Edit, Fix, Location, warning
from builder.ground.expressions import expression

_LOST = "\N{REPLACEMENT CHARACTER}"
# What the bytes of quotation marks, dashes, accented letters and a few signs become. No language
# has these letters in a row; those that some do (Ã before a quotation mark) are left out.
_GARBLED = expression(r"â€\S|Ã[¡-ª¬-º¼-¿]|Â[£§©®°½]")
_MOST = 20
"""Lines with lost characters that are told."""
_MENDED = 10_000
"""Places that one fix puts right: whoever has more checks once more."""
_MARKS = f"{_LOST}âÃÂ"


def garbled(text: str, path: str) -> tuple[Diagnostic, ...]:
    """`garbled-text` warnings: the first of what can be put right, and lines that lost characters.

    The first has a fix for all that can be put right.
    """
    if text.isascii() or not any(mark in text for mark in _MARKS):
        return ()
    lines = [*enumerate(text.split("\n"), 1)]
    return (*_misread(lines, path), *_lost(lines, path))


def _misread(lines: list[tuple[int, str]], path: str) -> Iterator[Diagnostic]:
    places = (
        (found[0], Edit(Location(path, number, found.start() + 1, len(found[0])), meant))
        for number, line in lines
        for found in _GARBLED().finditer(line)
        if (meant := _meant(found[0]))
    )
    mended = [*islice(places, _MENDED)]
    if not mended:
        return
    seen, first = mended[0]
    others = f" The file has {len(mended)} such places." if len(mended) > 1 else ""
    fault = warning(
        "garbled-text",
        f"Here stands {seen} where {first.replacement} is meant: a program has misread the text."
        f"{others}",
        first.location,
        "Type “backstory check --fix”: it puts the right characters in.",
    )
    yield fault._replace(fix=Fix("Put the right characters in.", tuple(e for _, e in mended)))


def _lost(lines: list[tuple[int, str]], path: str) -> Iterator[Diagnostic]:
    faulty = ((number, line) for number, line in lines if _LOST in line)
    for number, line in islice(faulty, _MOST):
        yield warning(
            "garbled-text",
            "A character was lost here, before the text was saved.",
            Location(path, number, line.index(_LOST) + 1, 1),
            "Look up which one it was, and type it in the place of the black diamond.",
        )


def _meant(seen: str) -> str:
    """The character whose bytes in UTF-8 these are in Windows-1252; "" where there is none."""
    try:
        return seen.encode("cp1252").decode()
    except UnicodeError:
        return ""
