"""Social cards: a headline as a picture, for networks and messengers that show one.

They are PNG of 1200 by 630 pixels, the shape that these expect (ogp.me, og:image). The fonts come
as packages, so that a card is the same on every machine: Noto Serif (Latin, Greek, Cyrillic) and
Amiri (Arabic, with Latin in it). Pillow shapes Arabic, and turns it, with Raqm.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from builder.ground.diagnostics import Location, error
from builder.pages.views.machine import SocialCard
from builder.sources.troubles import Flawed

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
_NO_CHARACTER = "\U0010ffff"
_ARABIC = "ARABIC"
_RIGHT_TO_LEFT = ("R", "AL")


def drawn(card: SocialCard) -> bytes:
    """A social card. Raises Flawed where a font has not every letter."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, _BAR), card.accent or _ACCENT)
    size, lines = _fitted(card)
    top = (HEIGHT - len(lines) * size * _LEADING) / 2
    rows = [
        (_EDGE, _SMALL, card.site, _MUTED),
        *((top + n * size * _LEADING, size, line, _INK) for n, line in enumerate(lines)),
        (HEIGHT - _EDGE - _SMALL, _SMALL, card.address, _MUTED),
    ]
    for y, pixels, text, colour in rows:
        is_turned = _is_turned(text)
        at = WIDTH - _EDGE if is_turned else _EDGE
        anchor = "ra" if is_turned else "la"
        draw.text((at, y), text, colour, _font(_checked(text, card), pixels), anchor)
    file = BytesIO()
    image.quantize(_COLOURS, Image.Quantize.FASTOCTREE).save(file, "PNG")
    return file.getvalue()


def _fitted(card: SocialCard) -> tuple[int, list[str]]:
    """The size of the headline, and its lines; the last size may leave words out."""
    name = _checked(card.title, card)
    for size in _SIZES:
        font, most = _font(name, size), int(_ROOM / (size * _LEADING))
        lines = [*_lines(card.title, font)]
        if len(lines) <= most and all(_fits(line, font) for line in lines):
            return size, lines
    smallest = _SIZES[-1]
    lines = [*_lines(card.title, _font(name, smallest))]
    most = int(_ROOM / (smallest * _LEADING))
    return smallest, lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]


def _lines(text: str, font: "FreeTypeFont") -> Iterator[str]:
    """A text in lines that fit, broken between words."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".lstrip()
        if line and not _fits(longer, font):
            yield line
            longer = word
        line = longer
    yield line


def _fits(line: str, font: "FreeTypeFont") -> bool:
    return font.getlength(line) <= WIDTH - 2 * _EDGE


def _is_turned(text: str) -> bool:
    """Whether the first letter that has a direction is written from right to left."""
    kinds = map(unicodedata.bidirectional, text)
    return next((kind for kind in kinds if kind in ("L", *_RIGHT_TO_LEFT)), "L") in _RIGHT_TO_LEFT


def _checked(text: str, card: SocialCard) -> str:
    """The name of the font for a text. Raises Flawed where it has not every letter of it."""
    is_arabic = any(unicodedata.name(char, "").startswith(_ARABIC) for char in text)
    name = "Amiri" if is_arabic else "Noto Serif"
    font = _font(name, _SMALL)
    nothing = bytes(font.getmask(_NO_CHARACTER))
    for char in text:
        is_seen = not char.isspace() and unicodedata.category(char) != "Cf"
        if is_seen and bytes(font.getmask(char)) == nothing:
            raise Flawed(
                error(
                    "card-undrawable",
                    f"The social card of this article cannot be drawn: no font has “{char}”.",
                    Location(card.source),
                    "Give the article an `image`, or write `social_cards: false` into site.yaml.",
                )
            )
    return name


@cache
def _font(name: str, pixels: int) -> "FreeTypeFont":
    """A bold font; of those that hold every weight, this one is chosen."""
    import fontpkg
    from PIL import ImageFont

    font = ImageFont.truetype(fontpkg.path(name, _BOLD), pixels)
    if name == "Noto Serif":
        font.set_variation_by_axes([_BOLD, _USUAL_WIDTH])
    return font
