"""Which way a language is written."""

import pytest

from builder.pages.site import direction


@pytest.mark.parametrize(
    ("language", "found"),
    [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("AR-eg", "rtl"),
        ("ar-EG-u-nu-latn", "rtl"),
        ("ckb", "rtl"),
        ("ku", "ltr"),
        ("ku-Arab", "rtl"),
        ("az-Arab-IR", "rtl"),
        ("ur-Latn", "ltr"),
    ],
)
def test_a_script_decides_else_the_language(language: str, found: str) -> None:
    assert direction(language) == found
