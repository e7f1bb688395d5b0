"""Markup that Markdown could not read, and so leaves as text for readers to see.

Only what has the shape of a link, a picture or a span is told. Square brackets by themselves are
honest text: `[sic]`, `[…]`, `[He] said`, `[1][2]`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby, pairwise

from markdown_it.token import Token

from builder.ground.diagnostics import Diagnostic, warning
from builder.ground.expressions import expression
from builder.ground.slugs import slugify
from builder.ground.values import Value
from builder.load.markdown.faults import excerpt, is_like_nolink
from builder.load.markdown.places import Places
from builder.load.markdown.tables import columns_of
from builder.model.refs import KINDS

# Each part stops where the next match may begin, so that the search stays linear.
_SLIP = expression(
    r"(?P<sign>!?)\[(?P<words>[^\[\]]*)\]"
    r"(?:\((?P<address>[^()\n]*)\)"
    r"|\((?P<begun>\S{0,200})"
    r"| \((?P<apart>[^()\s]+)\)"
    r"|\[(?P<label>[^\[\]\n]*)\]"
    r"|(?P<gap> ?)\{(?P<braces>[^{}\n]*)\})"
)
_ADDRESS = expression(
    rf"<?(?:(?:https?|mailto|tel|{'|'.join(KINDS)}):|www\.|[/#]|\.\.?/)"
    r"|.*\.(?:jpe?g|png|gif|webp|avif|pdf|html?|md)\b"
)
_UNSPACED = expression(r"(#{2,6})([^\s#].*)")
BULLET = "•"
_BULLET = expression(rf"^[^\S\n]*({BULLET}[^\S\n]*(\S.*))", re.MULTILINE)
_RULER = expression(r"(?=[^-]*-)(?=[^|]*\|)[|:\s-]+")
# A space stands inside on one side at least; two asterisks between numbers are a power.
_STARS = expression(r"(?<![*\w])\*\*(?=[^*\0]*[^\W\d_]{2})(?=\s|[^*\0]*\s\*)([^*\0]+)\*\*(?![*\w])")
_COUNTED = expression(r"\(?(?:\d+|\w)[.)]|.*:|\W?")
"""What stands before a tab and is no cell: the number or sign of a line in a list, a label."""
_SIGNS = "!()[]{}*"
_CLASS = expression(r"[A-Za-z][\w-]*")
_OPENERS = "([{“‘«„\"'–—*_~"
_CLOSED = "\0"
"""What stands for markup that was read, and for escaped characters: it is part of no slip."""


class _Shown(Value, frozen=True):
    """Text that stayed text, and pairs of an offset in it with its position in the block."""

    text: str
    offsets: list[int]
    positions: list[int]

    def position(self, offset: int) -> int:
        """Where a character of the text stands in the block's content."""
        index = bisect_right(self.offsets, offset) - 1
        return self.positions[index] + offset - self.offsets[index]


def unspaced(content: str, places: Places) -> Iterator[Diagnostic]:
    """A `markup-shown` warning where a paragraph was to be a heading: its signs lack their space.

    A single sign may be meant, as in #MeToo.
    """
    if match := _UNSPACED().match(content):
        yield warning(
            "markup-shown",
            f"“{excerpt(match.group())}” is no heading; readers will see it as typed.",
            places.at(0, len(match[1])),
            f"Put a space behind the number signs: {match[1]} {excerpt(match[2])}",
        )


def unlisted(content: str, places: Places) -> Iterator[Diagnostic]:
    """A `markup-shown` warning where lines of a paragraph were to be a list: bullets begin them.

    A bullet between words may be meant.
    """
    if match := _BULLET().search(content):
        yield warning(
            "markup-shown",
            f"“{excerpt(match[1])}” begins no list; readers will see it as typed.",
            places.at(match.start(1), len(match[1])),
            f"Begin each line of the list with a hyphen and a space: - {excerpt(match[2])}",
        )


def unruled(content: str, places: Places) -> Iterator[Diagnostic]:
    """A `markup-shown` warning where a paragraph was to hold a table: its line of dashes is amiss.

    A single line between pipes may be meant, and so may several without one in front.
    """
    start = 0
    for head, ruler in pairwise(content.split("\n")):
        if hint := _ruling(head.strip(), ruler.strip()):
            message = f"“{excerpt(head.strip())}” begins no table; readers will see it as typed."
            yield warning("markup-shown", message, places.at(start, len(head)), hint)
            return
        start += len(head) + 1


def untabled(content: str, places: Places) -> Iterator[Diagnostic]:
    """A `markup-shown` warning where lines of a paragraph are rows with tabs between the columns.

    A list of which tabs follow the numbers is none, nor are two lines with one tab.
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
        return f"Its line of dashes has {_columns(count)}, its first line {_columns(wanted)}."
    return f"Below its first line write one of dashes: {'|---' * wanted}|"


def _columns(count: int) -> str:
    return f"{count} column{'' if count == 1 else 's'}"


def slips(tokens: list[Token], places: Places) -> Iterator[Diagnostic]:
    """A `markup-shown` warning for each slip of markup in the inline content of a block."""
    shown = _shown(tokens)
    for match in _SLIP().finditer(shown.text) if "[" in shown.text else ():
        if hint := _hint(match):
            start = shown.position(match.start())
            length = shown.position(match.end() - 1) + 1 - start
            yield warning(
                "markup-shown",
                f"“{excerpt(match.group())}” is not read as markup; readers will see it as typed.",
                places.at(start, length),
                hint,
            )
    for match in _STARS().finditer(shown.text) if "**" in shown.text else ():
        start, end = map(shown.position, (match.start(), match.end() - 1))
        yield warning(
            "markup-shown",
            f"“{excerpt(match.group())}” is not read as markup; readers will see it as typed.",
            places.at(start, end + 1 - start),
            f"Take out the space inside the asterisks: **{excerpt(match[1].strip())}**",
        )


def _shown(tokens: list[Token]) -> _Shown:
    parts: list[str] = []
    offsets, positions = [0], [0]
    length = 0
    for token in tokens:
        pairs = token.map or [0, 0]
        part = _text(token)
        offsets += (length + offset for offset in pairs[::2])
        positions += pairs[1::2]
        parts.append(part)
        length += len(part)
    return _Shown("".join(parts), offsets, positions)


def _text(token: Token) -> str:
    """The letters of a token that Markdown left alone."""
    if token.type == "text" and token.info != "unread":
        return token.content
    if token.type == "softbreak":
        return "\n"
    if token.type == "text_special" and token.content not in _SIGNS:
        return token.content
    is_link = token.type in ("link_open", "span_open") and token.markup != "linkify"
    return "" if token.nesting and not is_link else _CLOSED


def _hint(match: re.Match[str]) -> str:
    """What to type instead; "" where the brackets may well be meant as text."""
    before = match.string[match.start() - 1 : match.start()]
    is_glued = not match["sign"] and before not in _OPENERS and not before.isspace()
    if _CLOSED in match.group():
        return ""
    if match["braces"] is not None:
        return _of_braces(match, is_glued=is_glued)
    if match["apart"] is not None:
        is_meant = _is_named(match["words"]) and _ADDRESS().match(match["apart"])
        return f"Take out the space: {_link(match, match['apart'])}" if is_meant else ""
    if match["label"] is not None:
        return _of_label(match) if _is_named(match["words"]) and not is_glued else ""
    if match["begun"] is not None:
        return _of_begun(match)
    return _of_address(match, is_glued=is_glued)


def _of_braces(match: re.Match[str], *, is_glued: bool) -> str:
    words, braces = excerpt(match["words"]), match["braces"].strip()
    if is_like_nolink(braces):
        return f"Write [{words}]{{.nolink}}"
    if match["gap"] or is_glued or not _CLASS().fullmatch(braces):
        return ""
    return f"A class begins with a dot: [{words}]{{.{excerpt(braces)}}}"


def _of_label(match: re.Match[str]) -> str:
    label = excerpt(match["label"] or match["words"])
    return (
        f"Add a line “[{label}]: https://…” after an empty line,"
        f" or write {match['sign']}[{excerpt(match['words'])}](https://…)"
    )


def _of_begun(match: re.Match[str]) -> str:
    address = match["begun"].rstrip(".,;:")  # what ends a sentence ends no address
    if not _ADDRESS().match(address):
        return ""
    return f"Close the bracket: {_link(match, f'<{address}>' if '(' in address else address)}"


def _of_address(match: re.Match[str], *, is_glued: bool) -> str:
    address = match["address"].strip()
    is_address = bool(_ADDRESS().match(address))
    if not match["sign"] and not is_address and (is_glued or not _is_named(match["words"])):
        return ""
    kind, colon, name = address.partition(":")
    if colon and kind in KINDS and (id_ := slugify(name)):
        return f"An id holds no space: {_link(match, f'{kind}:{id_}')}"
    first = address.partition(" ")[0]
    if any(mark in address for mark in '"“”„«»'):
        return f'Write a title between straight marks: {_link(match, first)[:-1]} "…")'
    if "://" in first:
        return f"An address ends at a space; write %20 for one that is meant: {_link(match, first)}"
    whole = address.strip("<>")
    return f"Put an address that holds spaces between < and >: {_link(match, f'<{whole}>')}"


def _is_named(words: str) -> bool:
    """Whether there are words that may be those of a link, and no number, dots or `sic`."""
    return any(char.isalpha() for char in words) and words.strip().lower() != "sic"


def _link(match: re.Match[str], address: str) -> str:
    return f"{match['sign']}[{excerpt(match['words'])}]({excerpt(address)})"
