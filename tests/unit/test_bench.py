"""The bench's pure parts: the corpora, the figures, the plot. Nothing here is timed."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bench.agreement import Link, links
from bench.corpus import Corpus, corpus, counts, files
from bench.figures import compared, grouped, peak, slope, spread
from bench.growth import Growth, Point
from bench.machine import Machine
from bench.peers import PEERS
from bench.peers.peer import Peer
from bench.plot import Curve, plot
from bench.preview import Watched
from bench.report import report
from bench.results import Comparison, Results, keep, kept
from bench.timing import SCENARIOS, Run, Sample
from builder.ground.digests import digest

MACHINE = Machine("Some processor", 2, 8.0, "Linux", "3.11.7", 0.5, "tmpfs")


def digest_of(made: Corpus) -> str:
    return digest("".join(f"{path}\n{text}\n" for path, text in files(made)).encode())


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ("S", "b525a823355d5805ef72302ece2412d0"),
        ("5x20", "62a775a1025b11fe4956247bd09d3a30"),
    ],
)
def test_a_corpus_is_the_same_everywhere(size: str, expected: str) -> None:
    assert digest_of(corpus(size)) == expected


def test_a_corpus_has_the_size_asked_for() -> None:
    made = corpus("3x7")
    assert (len(made.stories), len(made.entries)) == (3, 7)
    assert counts("M") == (1_000, 300)


def test_ids_and_names_are_used_once() -> None:
    entries = corpus("1x200").entries
    assert len({entry.id for entry in entries}) == 200
    names = [name for entry in entries for name in (entry.name, *entry.aliases)]
    assert len(set(names)) == len(names)


def test_an_unknown_size_is_refused() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        corpus("XL")


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_the_edited_files_hold_what_is_edited(peer: Peer, tmp_path: Path) -> None:
    made = corpus("2x5")
    peer.lay(made, tmp_path)
    assert made.stories[0].body.strip() in (tmp_path / peer.article(made)).read_text("utf-8")
    assert made.entries[0].summary in (tmp_path / peer.entry(made)).read_text("utf-8")


def test_links_to_entries_are_found_in_order() -> None:
    page = (
        '<a href="/">Home</a> <a class="e" href="/e/x/" title="t">An <b>X</b></a>'
        '<a data-ref="term:y" class="mention" href="../../glossary/y/index.html">why</a>'
    )
    assert links(page) == [Link("x", "An X"), Link("y", "why")]


def runs(peer: str, *seconds: float) -> list[Run]:
    return [
        Run("S", peer, scenario, Sample(wall, 2 * wall, 10 * wall))
        for scenario in SCENARIOS
        for wall in seconds
    ]


def test_a_ratio_is_that_of_the_medians() -> None:
    groups = grouped([*runs("hugo", 1, 2, 9), *runs("backstory", 3, 1, 3)])
    assert compared(groups, "S", "backstory", "hugo", "cold") == (1.5, 1 / 3, 3.0, 1.5)


def test_the_peak_is_that_of_all_scenarios() -> None:
    assert peak(grouped(runs("hugo", 1, 2, 9)), "S", "hugo") == 90


def test_a_spread_names_what_one_in_twenty_exceeds() -> None:
    assert spread([float(number) for number in range(100, 0, -1)]) == (1, 50.5, 95)
    assert spread([3.0]) == (3, 3, 3)


@pytest.mark.parametrize("power", [0.5, 1.0, 2.0])
def test_the_slope_is_the_power(power: float) -> None:
    assert slope([(x, 7 * x**power) for x in (1.0, 10.0, 50.0)]) == pytest.approx(power)


def test_the_plot_is_a_picture_with_a_dot_for_every_point() -> None:
    curve = Curve("a & b", [(10, 0.5), (100, 5), (1_000, 40)])
    root = ElementTree.fromstring(plot([curve], "things", "seconds"))
    dots = [dot for dot in root.iter("{http://www.w3.org/2000/svg}circle") if dot.get("r") == "3.5"]
    heights = [float(dot.get("cy", "")) for dot in dots]
    assert len(heights) == 3
    assert heights == sorted(heights, reverse=True)


def results() -> Results:
    """Small results with every part."""
    measured = (*runs("hugo", 1, 1), *runs("backstory", 1, 3))
    points = (Point(10, 1.0, 5.0), Point(100, 10.0, 5.0))
    span = spread([0.02, 0.04])
    return Results(
        Comparison(MACHINE, {"hugo": "0.1", "backstory": "0.2"}, 2, measured),
        (Watched("S", 2, {"article": span}, span, 100, 0.5),),
        Growth(points, points, points),
    )


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    made = results()
    assert kept(tmp_path) == Results(None, (), None)
    assert made.comparison
    assert made.growth
    keep(tmp_path, "comparison", made.comparison)
    keep(tmp_path, "preview", made.preview)
    keep(tmp_path, "growth", made.growth)
    assert kept(tmp_path) == made
    assert json.loads((tmp_path / "growth.json").read_text("utf-8"))


def test_the_report_says_which_bars_are_missed() -> None:
    page = report(results())
    assert "| cold | 2.00 | 1.00–3.00 | ≤ 2 | met | 2.00 |" in page
    assert "| nothing changed | 2.00 | 1.00–3.00 | ≤ 0.7 | **missed** | 2.00 |" in page
    assert "Slope of the time 1.00 (bar ≤ 1.05: met), of the memory 0.00." in page
    assert "Other work was running" not in page


def test_the_report_leaves_out_what_was_not_measured() -> None:
    page = report(Results(None, (), None))
    assert page.startswith("# How fast it is")
    assert "##" not in page
