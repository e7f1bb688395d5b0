"""Headings, lists and tables that Markdown left as paragraphs."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise, takewhile
from typing import TypeAlias

from builder.ground.diagnostics import Diagnostic, Edit, Fix, counted, warning
from builder.ground.expressions import expression
from builder.load.markdown.faults import excerpt, markup_shown
from builder.load.markdown.joined import lines_joined
from builder.load.markdown.places import Places
from builder.load.markdown.tables import columns_of

_BULLET = "•"
_UNSPACED = expression(r"(#{2,6})([^\s#].*)")
_CROWDED = expression(r"[^\S\n]*(-|\d{1,2}[.)])([^\W\d_].*)")
_LISTED = expression(rf"^[^\S\n]*(({_BULLET}[^\S\n]*)(\S.*))", re.MULTILINE)
_MARKUP = expression(r"(?:#{1,6}|[-+*]|\d{1,9}[.)])(?:\s|$)|>|`{3}|~{3}|[-*_]{3}|\[[^\]]*\]:")
"""What begins a block of its own in an item: “1986. It was”, “[1]: /a”."""
_RULER = expression(r"(?=[^-]*-)(?=[^|]*\|)[|:\s-]+")
_COUNTED = expression(r"\(?(?:\d+|\w)[.)]|.*:|\W?")
"""What stands before a tab and is no cell: the number or sign of a line in a list, a label."""

Paragraph: TypeAlias = tuple[str, Places]
"""The content of a paragraph, and where it stands."""


def block_slips(
    content: str, above: str, following: Iterable[Paragraph], places: Places
) -> Iterator[Diagnostic]:
    """A `markup-shown` warning where a paragraph was to be a heading, a table or a list.

    Where it was to be several paragraphs, the warning is `lines-joined`. A list of bullets is told
    once: not where the paragraph `above` begins with one too; its fix mends those `following`.
    """
    if content.startswith("##"):
        yield from _unspaced(content, places)
    elif "|" in content:
        yield from _unruled(content, places)
    elif _BULLET in content and not above.startswith(_BULLET):
        yield from _unlisted((content, places), following)
    elif "\n" in content and (content[0] == "-" or content[0].isdecimal()):
        yield from _crowded(content, places)
    elif "\t" in content:
        yield from _untabled(content, places)
    elif "\n" in content:
        yield from lines_joined(content, places)


def _unspaced(content: str, places: Places) -> Iterator[Diagnostic]:
    """A heading whose signs lack their space. A single sign may be meant, as in #MeToo."""
    if match := _UNSPACED().match(content):
        hint = f"Put a space behind the number signs: {match[1]} {excerpt(match[2])}"
        yield markup_shown(match[0], "is no heading", places.at(0, len(match[1])), hint)


def _unlisted(paragraph: Paragraph, following: Iterable[Paragraph]) -> Iterator[Diagnostic]:
    """A list of lines that begin with bullets. A bullet between words may be meant."""
    content, places = paragraph
    if first := _LISTED().search(content):
        place = places.at(first.start(1), len(first[1]))
        hint = f"Begin each line of the list with a hyphen and a space: - {excerpt(first[3])}"
        told = markup_shown(first[1], "begins no list", place, hint)
        more = takewhile(lambda one: one[0].startswith(_BULLET), following)
        yield told._replace(fix=_listed([paragraph, *more]))


def _listed(paragraphs: Iterable[Paragraph]) -> Fix | None:
    """Hyphens in the place of bullets.

    None in a list, a quotation, a note or a sidecar, or where what follows a bullet would no longer
    be words: “• 1986. It was”.
    """
    edits: list[Edit] = []
    for content, places in paragraphs:
        lines = list(_LISTED().finditer(content))
        signs = [places.at(line.start(2), len(line[2])) for line in lines]
        is_inside = any(one.column > 1 for one in (places.at(0), *signs))
        if is_inside or any(_MARKUP().match(line[3]) for line in lines):
            return None
        edits += (Edit(sign, "- ") for sign in signs)
    return Fix("Begin the lines of the list with hyphens.", tuple(edits))


def _crowded(content: str, places: Places) -> Iterator[Diagnostic]:
    """A list of lines that lack the space behind their hyphens or numbers, every one of them."""
    lines = [_CROWDED().fullmatch(line) for line in content.split("\n")]
    if (first := lines[0]) and all(lines):
        hint = f"Put a space behind the sign of each line: {first[1]} {excerpt(first[2])}"
        place = places.at(first.start(1), len(first[0]) - first.start(1))
        yield markup_shown(first[0].strip(), "begins no list", place, hint)


def _unruled(content: str, places: Places) -> Iterator[Diagnostic]:
    """A table whose line of dashes is amiss.

    A single line between pipes may be meant, and so may several without one in front.
    """
    start = 0
    for head, ruler in pairwise(content.split("\n")):
        if hint := _ruling(head.strip(), ruler.strip()):
            place = places.at(start, len(head))
            yield markup_shown(head.strip(), "begins no table", place, hint)
            return
        start += len(head) + 1


def _untabled(content: str, places: Places) -> Iterator[Diagnostic]:
    """A table of rows with tabs between the columns, of three lines, or two with several tabs.

    No table is a list with tabs behind its numbers.
    """
    start = 0
    for count, group in groupby(content.split("\n"), key=_tabs):
        rows = list(group)
        if count * len(rows) > 2:
            head = rows[0]
            yield warning(
                "markup-shown",
                f"“{excerpt(head)}” begins no table; its rows will run into one paragraph.",
                places.at(start, len(head)),
                f"Write | for each tab, and below this line one of dashes: {'|---' * (count + 1)}|",
            )
            return
        start += sum(len(row) + 1 for row in rows)


def _tabs(line: str) -> int:
    """How many tabs stand between the columns of a row; 0 where it is a line of a list."""
    first, *others = line.strip().split("\t")
    return 0 if _COUNTED().fullmatch(first.strip()) else len(others)


def _ruling(head: str, ruler: str) -> str:
    """How to write the line of dashes below the first line of a table; "" where it is none."""
    is_ruler = _RULER().fullmatch(ruler)
    if "|" not in head or not (is_ruler or head[0] == ruler[:1] == "|"):
        return ""
    wanted, count = len(columns_of(head)), len(columns_of(ruler))
    if is_ruler and count != wanted:
        there, above = counted(count, "column"), counted(wanted, "column")
        return f"Its line of dashes has {there}, its first line {above}."
    return f"Below its first line write one of dashes: {'|---' * wanted}|"
