"""Weekdays in German, French and Spanish words for a date, against the date."""

import pytest

from builder.inspect.dates.weekdays import weekday_clash
from tests.unit.test_daywords import edtf


@pytest.mark.parametrize(
    ("words", "date", "language"),
    [
        ("Montag, 6. Januar 2020", "2020-01-06", "de"),
        ("am Sonnabend", "2020-01-04", "de"),
        ("zwischen Freitag und Sonntag", "2020-01-07", "de"),
        ("in der Nacht zum Sonntag", "2020-01-04", "de"),
        ("kurz vor Sonntag", "2020-01-04", "de"),
        ("am Vorabend von Sonntag", "2020-01-04", "de"),
        ("ab Sonntag", "2020-01-06", "de"),
        ("um Mitternacht am Sonntag", "2020-01-06", "de"),
        ("am Palmsonntag", "2020-01-06", "de"),
        ("am Sonntag", "2020-01", "de"),
        ("am Sonntag", "2020-01-06~", "de"),
        ("lundi 6 janvier 2020", "2020-01-06", "fr"),
        ("depuis dimanche", "2020-01-06", "fr"),
        ("à partir de dimanche", "2020-01-06", "fr"),
        ("dès dimanche", "2020-01-06", "fr"),
        ("le surlendemain de dimanche", "2020-01-07", "fr"),
        ("dimanche à minuit", "2020-01-06", "fr"),
        ("dans la nuit de dimanche", "2020-01-06", "fr"),
        ("Lunes, 6 de enero", "2020-01-06", "es"),
        ("en Santo Domingo el 6 de enero", "2020-01-06", "es"),
        ("desde el domingo", "2020-01-06", "es"),
        ("a partir del domingo", "2020-01-06", "es"),
        ("al día siguiente del domingo", "2020-01-06", "es"),
        ("a medianoche del domingo", "2020-01-06", "es"),
        ("", "2020-01-06", "es"),
        ("domenica 6 gennaio", "2020-01-06", "it"),
        ("am Sonntag", "2020-01-06", "en"),
    ],
)
def test_words_that_fit_or_may_fit_are_let_pass(words: str, date: str, language: str) -> None:
    assert weekday_clash(words, edtf(date), language) is None


@pytest.mark.parametrize(
    ("words", "date", "language", "meant"),
    [
        ("Montag, 5. Januar 2020", "2020-01-05", "de", None),
        ("am Sonnabend", "2020-01-06", "de-AT", "2020-01-04"),
        ("Sonntag", "2020-01-06", "de", "2020-01-05"),
        ("Lundi 5 janvier 2020", "2020-01-05", "fr-CA", None),
        ("dimanche dernier", "2020-01-06", "fr", "2020-01-05"),
        ("el miércoles", "2020-01-07", "es", "2020-01-08"),
        ("el lunes 5 de enero", "2020-01-05", "es", None),
        ("Sonntag", "9999-12-30", "de", None),
    ],
)
def test_another_weekday_is_told_with_the_nearest_one_that_fits(
    words: str, date: str, language: str, meant: str | None
) -> None:
    clash = weekday_clash(words, edtf(date), language)
    assert clash is not None
    assert (clash.weekday, clash.meant and clash.meant.isoformat()) == (True, meant)
