"""Coordinates in words: which half of the globe, in the site's language."""

import pytest

from builder.render.catalogues import translations
from builder.render.coordinates import wording
from tests.project import theme


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("33.31,44.37", "en", "33.31° N, 44.37° E"),
        ("-33.87,-70.5", "en", "33.87° S, 70.5° W"),
        ("-12.34568,0.00005", "en", "12.34568° S, 0.00005° E"),
        ("0,0", "en", "0° N, 0° E"),
        ("Baghdad", "en", "Baghdad"),
        ("1,2,3", "en", "1,2,3"),
        ("a,b", "en", "a,b"),
        ("33.31,44.37", "ar", "33.31° شمالًا، 44.37° شرقًا"),
    ],
)
def test_coordinates_are_told_by_the_halves_of_the_globe(
    text: str, language: str, words: str
) -> None:
    assert wording(translations(theme(), language).gettext)(text) == words
