"""docs/performance.md and its picture, made of what was measured."""

from collections.abc import Iterator
from pathlib import Path

from bench import tables
from bench.bars import BARS, BASE
from bench.figures import grouped
from bench.growth import BESIDE_ARTICLES, BESIDE_ENTRIES, TEXTS, Growth
from bench.machine import Machine
from bench.plot import Curve, plot
from bench.results import Comparison, Results

DOCS = Path(__file__).parent.parent / "docs"
PICTURE = "images/growth.svg"
HEAD = """# How fast it is

`make bench` measured what stands here and wrote this page; nothing in it is written by hand.
The corpus is invented news: **S** is the sample article with 30 entries, **M** is 1,000 articles
of about 770 words with 300 entries, **L** 10,000 with 1,000. The job is the same for all: Markdown
to pages, each entry’s first mention on a page linked with a preview, a page for each entry with
the articles that mention it. Backstory does it with every feature on but search and social cards,
which is far more: sentence lists, timeline, data files, and all of the checks. The links of the
others are the same to the letter; Backstory's differ here and there, mostly because it also knows a
term by the capital at the start of a sentence (`python -m bench agree` compares them).
"""
COMPARED = """
Whole processes on the clock, in seconds: the median of at least {rounds} rounds. In a round every
generator takes its turn, so that what else the machine does hits all alike. In brackets, the ratio
of the median to Hugo’s. “Edited” is a build after one save. The last column, the ratio in seconds
of all processors, is less moved by other work, but counts against those who use both cores at once.
Hugo’s templates for this job are strong ones (bench/peers/layouts/hugo). How
Python was compiled moves the figures of Backstory and MkDocs (bench/README.md).
"""
PREVIEWED = """
## Save and see

What the preview takes after a save: the builder’s own work from the noticed save to the finished
page that is looked at, the article’s or the entry’s own (the others are made when somebody comes to
them); and everything, from the save to the reloaded page in Chromium.
"""
GROWN = """
## Growth

Cold builds in seconds of the processor, with {entries} entries where articles grow and with
{articles} articles where entries grow. A slope of 1 in the logarithms is growth in proportion. At
the bottom, what it takes to find the same mentions in the same {texts} articles with ever more
names to look for.

![Seconds of a cold build by the number of articles, of entries]({picture})
"""


def write_report(results: Results, docs: Path = DOCS) -> Path:
    """Write the page and its picture. Returns the path of the page."""
    if results.growth:
        picture = docs / PICTURE
        picture.parent.mkdir(parents=True, exist_ok=True)
        picture.write_text(drawn(results.growth), "utf-8")
    page = docs / "performance.md"
    page.write_text(report(results), "utf-8")
    return page


def report(results: Results) -> str:
    """The page, in Markdown; without the parts that were not measured."""
    parts = [HEAD]
    if results.comparison:
        parts += _compared(results.comparison)
    if results.preview:
        parts += [PREVIEWED, "\n", tables.saves(results.preview), "\n"]
        parts.append(tables.lasting(results.preview))
    if results.growth:
        words = GROWN.format(
            entries=BESIDE_ARTICLES, articles=BESIDE_ENTRIES, texts=TEXTS, picture=PICTURE
        )
        parts += [words, "\n", tables.growing(results.growth)]
    return "".join(parts)


def drawn(grown: Growth) -> str:
    """The curves of growth as SVG."""
    curves = [
        Curve(f"articles, with {BESIDE_ARTICLES} entries", _points(grown.articles)),
        Curve(f"entries, with {BESIDE_ENTRIES} articles", _points(grown.entries)),
    ]
    return plot([c for c in curves if c.points], "articles, or entries", "seconds of a cold build")


def summary(comparison: Comparison) -> str:
    """The tables of a comparison, as they stand in the page."""
    return "".join(_compared(comparison))


def _compared(comparison: Comparison) -> Iterator[str]:
    yield "\n" + _machine(comparison.machine, comparison.versions)
    yield COMPARED.format(rounds=comparison.rounds)
    groups = grouped(comparison.runs)
    for size in dict.fromkeys(run.size for run in comparison.runs):
        yield f"\n{tables.seconds(groups, size)}"
        if size in BARS and BASE in tables.peers_of(groups, size):
            yield f"\n{tables.judged(groups, size)}"


def _machine(found: Machine, versions: dict[str, str]) -> str:
    programs = ", ".join(f"{name} {version}" for name, version in versions.items())
    busy = (
        f" Other work was running: {found.load:.1f} processes wanted a core when it began."
        if found.load > 1
        else ""
    )
    disk = f", all files on {found.disk}" if found.disk else ""
    return (
        f"Measured on {found.cores} cores ({found.processor}), {found.gib:.0f} GiB of memory, "
        f"{found.system}, Python {found.python}{disk}: {programs}.{busy}\n"
    )


def _points(points: tuple[tuple[int, float, float], ...]) -> list[tuple[float, float]]:
    return [(number, seconds) for number, seconds, _ in points]
