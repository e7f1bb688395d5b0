"""Social cards: a headline as a picture, for networks and messengers that show one.

They are PNG of 1200 by 630 pixels, the shape that these expect (ogp.me, og:image). The fonts come
as packages, so that a card is the same on every machine. Pillow shapes Arabic, and turns it, with
Raqm.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from builder.ground.values import replaced
from builder.pages.views.machine import Inscription, SocialCard
from builder.sources.troubles import Unable

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

WIDTH, HEIGHT = 1200, 630
_EDGE = 80
_BAR = 16
_PAPER, _INK, _MUTED, _ACCENT = "#fdfcfa", "#1c1b19", "#5d5850", "#8a1c14"
"""The theme's colours on light paper (assets/style.css)."""
_SMALL = 32
_COLOURS = 64
"""Enough for letters with smooth edges, and half the bytes."""
_SIZES = range(76, 35, -4)
"""Sizes of a headline, in pixels: the largest that leaves room for all of it."""
_LEADING = 1.22
_ROOM = HEIGHT - 2 * _EDGE - 4 * _SMALL
_BOLD, _USUAL_WIDTH = 700, 100
_MORE = "…"
_MOST = 600
"""Characters of a text that are looked at: a card has no room for as many of the narrowest."""


def drawn(card: SocialCard) -> bytes:
    """A social card. Raises Unable where Pillow lacks FriBiDi, without which Raqm does nothing."""
    from PIL import Image, ImageDraw, features

    if not features.check("raqm"):
        raise Unable(
            "The pictures of headlines need FriBiDi, which is not installed.",
            "Install it (libfribidi0 on Debian and Ubuntu, fribidi elsewhere), or write "
            "`social_cards: false` into site.yaml.",
        )
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, _BAR), card.accent or _ACCENT)
    is_turned = card.title.direction == "rtl"
    for y, size, text, colour in _rows(card):
        at = (WIDTH - _EDGE if is_turned else _EDGE, y)
        anchor = "ra" if is_turned else "la"
        draw.text(at, text.text, colour, _font(text.font, size), anchor, direction=text.direction)
    file = BytesIO()
    image.quantize(_COLOURS, Image.Quantize.FASTOCTREE).save(file, "PNG")
    return file.getvalue()


def _rows(card: SocialCard) -> Iterator[tuple[float, int, Inscription, str]]:
    """Each line: how far down, how large, what, in which colour."""
    size, lines = _fitted(replaced(card.title, text=card.title.text[:_MOST]))
    top = (HEIGHT - len(lines) * size * _LEADING) / 2
    yield _EDGE, _SMALL, _cut(card.site, _SMALL), _MUTED
    for number, line in enumerate(lines):
        yield top + number * size * _LEADING, size, line, _INK
    yield HEIGHT - _EDGE - _SMALL, _SMALL, _cut(card.address, _SMALL), _MUTED


def _fitted(title: Inscription) -> tuple[int, list[Inscription]]:
    """The size of a headline, and its lines; at the smallest, what has no room is left out."""
    for size in _SIZES:
        lines, most = _lines(title, size)
        if len(lines) <= most and all(_fits(line, size) for line in lines):
            return size, lines
    smallest = _SIZES[-1]
    lines, most = _lines(title, smallest)
    if len(lines) > most:
        last = lines[most - 1]
        lines = [*lines[: most - 1], replaced(last, text=f"{last.text} {_MORE}")]
    return smallest, [_cut(line, smallest) for line in lines]


def _lines(title: Inscription, size: int) -> tuple[list[Inscription], int]:
    """The lines of a headline, as far as it is known whether there is room; for how many it is."""
    most = int(_ROOM / (size * _LEADING))
    return [*islice(_broken(title, size), most + 1)], most


def _broken(title: Inscription, size: int) -> Iterator[Inscription]:
    """A headline in lines that fit, broken between words."""
    line = replaced(title, text="")
    for word in title.text.split():
        longer = replaced(title, text=f"{line.text} {word}".lstrip())
        if line.text and not _fits(longer, size):
            yield line
            longer = replaced(title, text=word)
        line = longer
    yield line


def _cut(line: Inscription, size: int) -> Inscription:
    """A line, or as much of it as fits."""
    if len(line.text) <= _MOST and _fits(line, size):
        return line
    ends = range(min(len(line.text), _MOST))
    first = bisect_left(ends, True, key=lambda end: not _fits(_shortened(line, end), size))
    return _shortened(line, max(first - 1, 0))


def _shortened(line: Inscription, end: int) -> Inscription:
    return replaced(line, text=line.text[:end].rstrip() + _MORE)


def _fits(line: Inscription, size: int) -> bool:
    length = _font(line.font, size).getlength(line.text, direction=line.direction)
    return length <= WIDTH - 2 * _EDGE


@cache
def _font(name: str, pixels: int) -> "FreeTypeFont":
    """A bold font; of those that hold every weight, this one is chosen."""
    import fontpkg
    from PIL import ImageFont

    font = ImageFont.truetype(fontpkg.path(name, _BOLD), pixels)
    if name == "Noto Serif":
        font.set_variation_by_axes([_BOLD, _USUAL_WIDTH])
    return font
