"""Names in another script than the site's carry a language tag."""

import pytest

from builder.render.scripts import foreign


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Mark Esper", "en-GB", ""),
        ("علي خامنئي", "en", "und-Arab"),
        ("«علي»", "en", "und-Arab"),
        ("Mark Esper", "ar", "und-Latn"),
        ("علي خامنئي", "ar-EG", ""),
        ("علی خامنه‌ای", "fa", ""),
        ("Владимир", "en", "und-Cyrl"),
        ("東京", "ja", ""),
        ("トヨタ", "ja", ""),
        ("東京", "en", "und-Hani"),
        ("52", "ar", ""),
        ("", "en", ""),
    ],
)
def test_a_name_in_another_script_than_the_pages_has_a_tag(
    text: str, language: str, expected: str
) -> None:
    assert foreign(text, language) == expected
