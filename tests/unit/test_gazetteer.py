"""Names of countries and cities by CLDR."""

import pytest

from builder.render.gazetteer import gazetteer


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Iraq"),
        ("en-GB", "Tehran"),
        ("en", "Myanmar"),
        ("en", "Cocos (Keeling) Islands"),
        ("en", "Ho Chi Minh City"),
        ("de", "Irak"),
        ("de", "Wien"),
        ("fr", "Bagdad"),
        ("fr", "Tripoli"),
        ("ar", "بغداد"),
        ("ja", "コンゴ民主共和国"),
        ("ko", "홍콩"),
        ("pt-BR", "Londres"),
    ],
)
def test_names_are_those_of_the_language(language: str, name: str) -> None:
    assert name in gazetteer(language)


@pytest.mark.parametrize(
    "name",
    [
        *("Center", "Davis", "European Union", "Unknown Region", "Keeling) Islands", ""),
        *("GMT", "UTC", "GMT+3", "Unknown City", "Oral", "Midway", "Resolute", "Wake"),
    ],
)
def test_what_is_no_country_nor_a_well_known_city_is_left_out(name: str) -> None:
    assert name not in gazetteer("en")


@pytest.mark.parametrize("language", ["tlh", "x", ""])
def test_a_language_that_is_not_known_has_none(language: str) -> None:
    assert gazetteer(language) == frozenset()


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("fr", "partie néerlandaise"),
        ("ko", "중국 특별행정구"),
        ("ja", "コンゴ共和国(ブラザビル"),
        ("de", "Wake"),
    ],
)
def test_what_stands_in_brackets_and_words_are_no_names(language: str, name: str) -> None:
    assert name not in gazetteer(language)
