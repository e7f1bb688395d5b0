"""The figures as tables in Markdown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bench.bars import BARS, BASE, GROWN_MIB, OURS, SCREEN, SLOPE, WORK
from bench.figures import Key, Spread, compared, peak, slope
from bench.growth import Growth, Point
from bench.preview import Watched
from bench.timing import SCENARIOS, Sample

TITLES = {
    "cold": "cold",
    "nothing": "nothing changed",
    "article": "one article edited",
    "entry": "one entry edited",
}
Groups = Mapping[Key, Sequence[Sample]]


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table."""
    titles = tuple(head)
    lines = [titles, ("---",) * len(titles), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def seconds(groups: Groups, size: str) -> str:
    """The medians of all generators in seconds, with the ratio to the base; and memory."""
    peers = peers_of(groups, size)
    rows = [(TITLES[name], *(_cell(groups, size, p, name) for p in peers)) for name in SCENARIOS]
    memory = ("peak memory, MiB", *(f"{peak(groups, size, peer):.0f}" for peer in peers))
    return table((size, *peers), [*rows, memory])


def judged(groups: Groups, size: str) -> str:
    """Our ratios beside the bars."""
    rows = [*_judged_ratios(groups, size), _judged_memory(groups, size)]
    head = (size, "measured", "least and most in a round", "bar", "", "processors’ time")
    return table(head, rows)


def saves(previews: Sequence[Watched]) -> str:
    """The distribution of what a save takes, in milliseconds."""
    rows: list[Sequence[str]] = []
    for watched in previews:
        bar = WORK.get(watched.size)
        for kind, found in watched.work.items():
            rows.append((f"{watched.size}: {kind} saved, page finished", *_spread(found, bar)))
        if watched.screen:
            bar = SCREEN if watched.size == "S" else None
            name = f"{watched.size}: article saved, page reloaded in Chromium"
            rows.append((name, *_spread(watched.screen, bar)))
    return table(("ms", "least", "median", "95 of 100", "bar for the median", ""), rows)


def lasting(previews: Sequence[Watched]) -> str:
    """What many rebuilds in one process added to its memory."""
    return "".join(
        f"Memory over {watched.rebuilds:,} rebuilds of {watched.size} in one process, after the "
        f"first tenth: {watched.grown:+.1f} MiB (the bar for 10,000 is {GROWN_MIB:.0f}).\n"
        for watched in previews
        if watched.rebuilds
    )


def growing(grown: Growth) -> str:
    """The points of the curves, and their slopes."""
    return (
        "\n".join(
            table((name, "seconds", "MiB"), [_point(point) for point in points]) + "\n" + said
            for name, points, said in (
                ("articles", grown.articles, _steepness(grown.articles)),
                ("entries", grown.entries, _steepness(grown.entries)),
            )
        )
        + "\n"
        + table(
            ("names looked for", "ms"),
            [(f"{point.number:,}", f"{point.seconds * 1000:.1f}") for point in grown.names],
        )
    )


def peers_of(groups: Groups, size: str) -> list[str]:
    """The generators that built this size, in the order in which they ran."""
    return list(dict.fromkeys(peer for of_size, peer, _ in groups if of_size == size))


def _cell(groups: Groups, size: str, peer: str, scenario: str) -> str:
    wall = compared(groups, size, peer, BASE, scenario)
    ordered = sorted(sample.wall for sample in groups[size, peer, scenario])
    middle = ordered[len(ordered) // 2]
    return f"{middle:.3f}" if peer == BASE else f"{middle:.3f} ({wall.ratio:.2f})"


def _judged_ratios(groups: Groups, size: str) -> Iterator[Sequence[str]]:
    for scenario, bar in BARS[size].ratios.items():
        found = compared(groups, size, OURS, BASE, scenario)
        spread = f"{found.least:.2f}–{found.most:.2f}"
        shown = (f"{found.ratio:.2f}", spread, f"≤ {bar:g}", met(found.ratio, bar))
        yield (TITLES[scenario], *shown, f"{found.cpu:.2f}")


def _judged_memory(groups: Groups, size: str) -> Sequence[str]:
    bar = BARS[size].mib or peak(groups, size, BASE)
    found = peak(groups, size, OURS)
    said = f"≤ {bar:.0f}" if BARS[size].mib else f"≤ Hugo’s {bar:.0f}"
    return ("peak memory, MiB", f"{found:.0f}", "", said, met(found, bar), "")


def met(found: float, bar: float) -> str:
    """In a word, whether a bar is met."""
    return "met" if found <= bar else "**missed**"


def _spread(found: Spread, bar: float | None) -> Sequence[str]:
    shown = (f"{value * 1000:.0f}" for value in found)
    return (*shown, f"≤ {bar * 1000:.0f}" if bar else "", met(found.median, bar) if bar else "")


def _point(point: Point) -> Sequence[str]:
    return f"{point.number:,}", f"{point.seconds:.2f}", f"{point.mib:.0f}"


def _steepness(points: Sequence[Point]) -> str:
    time = slope([(point.number, point.seconds) for point in points])
    memory = slope([(point.number, point.mib) for point in points])
    return (
        f"Slope of the time {time:.2f} (bar ≤ {SLOPE}: {met(time, SLOPE)}), "
        f"of the memory {memory:.2f}.\n"
    )
