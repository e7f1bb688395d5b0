"""The accent colour: contrast as WCAG reckons it, a warning with a place, a sheet of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.pages.accent import DARK, ENOUGH, LIGHT, contrast, is_colour, mixed, style
from tests.project import ROOT, Project, project

COLOURS = st.integers(0, 0xFFFFFF).map(lambda n: f"#{n:06x}")


def with_accent(colour: str) -> Project:
    return project({"site.yaml": f'title: T\ntheme:\n  accent: "{colour}"\n', "a.md": "Words.\n"})


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1.0)],
)
def test_contrast_as_wcag_reckons_it(first: str, second: str, ratio: float) -> None:
    assert round(contrast(first, second), 2) == ratio
    assert contrast(first, second) == contrast(second, first)


def test_the_panels_are_those_of_the_theme() -> None:
    style_sheet = (ROOT / "templates/assets/style.css").read_text(encoding="utf-8")
    assert f"--panel: light-dark({LIGHT}, {DARK});" in style_sheet


@given(COLOURS)
def test_the_line_under_a_link_is_seen(colour: str) -> None:
    """It has three quarters of the accent, and is all that tells a link in a text: 3 to 1."""
    style_sheet = (ROOT / "templates/assets/style.css").read_text(encoding="utf-8")
    assert (
        ".mention, .key { text-decoration-color: color-mix(in srgb, var(--accent) 75%,"
        in style_sheet
    )
    assert "--paper: light-dark(#fdfcfa, #16171a);" in style_sheet
    made = style(colour)
    for accent, paper in ((made.accent, "#fdfcfa"), (made.accent_dark, "#16171a")):
        assert contrast(mixed(accent, paper, 0.25), paper) >= 3


@given(COLOURS)
def test_on_dark_paper_it_can_be_read(colour: str) -> None:
    assert contrast(style(colour).accent_dark, DARK) >= ENOUGH


@given(COLOURS)
def test_on_light_paper_it_can_be_read(colour: str) -> None:
    assert contrast(style(colour).accent, LIGHT) >= ENOUGH


def test_an_accent_stays_as_it_is_on_paper_where_it_can_be_read() -> None:
    assert style("#ffcc00").accent_dark == "#ffcc00"
    assert style("#0B5FA5").accent == "#0b5fa5"


def test_a_pale_accent_is_told_with_its_place_and_a_way_out() -> None:
    (told,) = with_accent("#ffcc00").diagnostics
    assert (told.code, told.severity, told.location[:2]) == (
        "accent-contrast",
        "warning",
        ("site.yaml", 3),
    )
    better = next(word for word in told.hint.split() if is_colour(word))
    assert better == style("#ffcc00").accent
    assert with_accent(better).diagnostics == ()


def test_a_site_with_an_accent_has_a_sheet_and_links_to_it() -> None:
    made = with_accent("#0B5FA5")
    assert "#0b5fa5" in made.html("assets/site.css")
    assert 'href="assets/site.css"' in made.html("index.html")


def test_a_site_without_one_has_none() -> None:
    made = project({"a.md": "Words.\n"})
    assert not [page for page in made.pages if page.path.endswith("site.css")]
    assert "site.css" not in made.html("index.html")
