"""A plot on two logarithmic axes, as SVG: a few lines, and no library."""

import math
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

WIDTH, HEIGHT, EDGE = 720, 420, 64
COLOURS = ("#0b5cad", "#b3421f", "#2f7d32")
STYLE = (
    "text{font:13px system-ui,sans-serif;fill:#333}line{stroke:#ddd}"
    "polyline{fill:none;stroke-width:2}rect{fill:#fff}"
)


class Curve(NamedTuple):
    """Points (both numbers above 0) and what they are."""

    label: str
    points: Sequence[tuple[float, float]]


class Axis(NamedTuple):
    """A logarithmic axis from 10^least to 10^most, drawn from `start` to `end`."""

    least: int
    most: int
    start: float
    end: float

    def place(self, value: float) -> float:
        """Where a value stands."""
        share = (math.log10(value) - self.least) / (self.most - self.least)
        return self.start + share * (self.end - self.start)

    @property
    def powers(self) -> range:
        """The powers of ten on it."""
        return range(self.least, self.most + 1)


def plot(curves: Sequence[Curve], across: str, up: str) -> str:
    """An SVG picture of the curves; `across` and `up` name the axes."""
    xs = _axis([x for curve in curves for x, _ in curve.points], EDGE, WIDTH - EDGE / 2)
    ys = _axis([y for curve in curves for _, y in curve.points], HEIGHT - EDGE, EDGE / 2)
    drawn = [*_grid(xs, ys)]
    for number, curve in enumerate(curves):
        drawn += _curve(curve, xs, ys, COLOURS[number % len(COLOURS)], number)
    drawn.append(_text(WIDTH / 2, HEIGHT - 14, across, "middle"))
    drawn.append(_text(12, 20, up, "start"))
    inside = "\n".join(drawn)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">\n'
        f"<title>{escape(up)} by {escape(across)}</title>\n<style>{STYLE}</style>\n"
        f'<rect width="{WIDTH}" height="{HEIGHT}"/>\n{inside}\n</svg>\n'
    )


def _axis(values: Sequence[float], start: float, end: float) -> Axis:
    least, most = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    return Axis(least, max(most, least + 1), start, end)


def _grid(xs: Axis, ys: Axis) -> list[str]:
    upright = [
        f'<line x1="{xs.place(10**power):.1f}" y1="{ys.start:.1f}" '
        f'x2="{xs.place(10**power):.1f}" y2="{ys.end:.1f}"/>'
        + _text(xs.place(10**power), ys.start + 20, _number(power), "middle")
        for power in xs.powers
    ]
    level = [
        f'<line x1="{xs.start:.1f}" y1="{ys.place(10**power):.1f}" '
        f'x2="{xs.end:.1f}" y2="{ys.place(10**power):.1f}"/>'
        + _text(xs.start - 8, ys.place(10**power) + 4, _number(power), "end")
        for power in ys.powers
    ]
    return upright + level


def _curve(curve: Curve, xs: Axis, ys: Axis, colour: str, number: int) -> list[str]:
    places = [(xs.place(x), ys.place(y)) for x, y in curve.points]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    dots = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in places]
    height = ys.end + 20 + 20 * number
    return [
        f'<polyline points="{line}" stroke="{colour}"/>',
        *dots,
        f'<circle cx="{EDGE + 14}" cy="{height - 4:.1f}" r="5" fill="{colour}"/>',
        _text(EDGE + 26, height, curve.label, "start"),
    ]


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def _number(power: int) -> str:
    return f"{10**power:,}" if power >= 0 else f"{10.0**power:g}"
