"""The style sheet says what it wants in words that every browser knows."""

import re
from pathlib import Path

STYLE = Path(__file__).parents[2] / "templates/assets/style.css"


def test_lines_under_links_are_drawn_in_safari_too() -> None:
    """Safari takes `text-decoration` for a fault when it says more than a line, and draws none."""
    said = re.findall(r"text-decoration:([^;}]*)", STYLE.read_text(encoding="utf-8"))
    assert {value.strip() for value in said} == {"underline", "none"}
