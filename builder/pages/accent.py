"""The site's accent colour, made readable on light and on dark paper.

Contrast after WCAG 2.2 (relative luminance, contrast ratio); text needs 4.5 to 1 (1.4.3).
"""

import math
from collections.abc import Iterator
from string import hexdigits

from builder.ground.diagnostics import Diagnostic, warning
from builder.model.settings import Settings
from builder.pages.views.site import SiteStyle

ENOUGH = 4.5
# The panels of the theme (assets/style.css), on which links are harder to read than on its paper.
LIGHT, DARK = "#f4f1ea", "#202226"
_STEPS = 50


def style(accent: str) -> SiteStyle:
    """The accent, as much darker as light paper needs, and as much lighter as dark paper needs."""
    return SiteStyle(_on_light(accent), _nearest(accent, "#ffffff", DARK))


def accent_faults(settings: Settings) -> Iterator[Diagnostic]:
    """A warning if the accent is too pale for light paper, where a darker one is shown."""
    accent = settings.theme.accent
    if not is_colour(accent) or contrast(accent, LIGHT) >= ENOUGH:
        return
    place = settings.origin.at("theme.accent")
    ratio = f"{contrast(accent, LIGHT):.1f}"
    darker = _on_light(accent)
    yield warning(
        "accent-contrast",
        f"The accent colour {accent} is too pale to be read: its contrast is {ratio} to 1. "
        f"On light paper {darker} is shown instead.",
        place,
        f"At least 4.5 to 1 is needed (WCAG 2.2); {darker} has it. You may take a darker one.",
    )


def is_colour(text: str) -> bool:
    """Whether a text is a colour as site.yaml writes them, #rrggbb."""
    return len(text) == 7 and text[0] == "#" and all(c in hexdigits for c in text[1:])


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _on_light(accent: str) -> str:
    return _nearest(accent, "#000000", LIGHT)


def _nearest(colour: str, towards: str, paper: str) -> str:
    """The colour, mixed with as little of another as its contrast with the paper needs."""
    mixes = (mixed(colour, towards, step / _STEPS) for step in range(_STEPS + 1))
    return next(mix for mix in mixes if contrast(mix, paper) >= ENOUGH)


def mixed(colour: str, other: str, share: float) -> str:
    """A colour of which a share, from 0 to 1, is another's."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else math.pow((value + 0.055) / 1.055, 2.4)
