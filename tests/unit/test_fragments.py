"""Text fragments, by the rules of the WICG's draft."""

import pytest

from builder.pages.views.fragments import text_fragment


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([], ""),
        ([" "], ""),
        (["Never threaten"], ":~:text=Never%20threaten"),
        (["US-led, and more & more"], ":~:text=US%2Dled%2C%20and%20more%20%26%20more"),
        (["one", "two"], ":~:text=one&text=two"),
        (["a b c d e f g h i j"], ":~:text=a%20b%20c%20d%20e%20f%20g%20h%20i%20j"),
        (["a b c d e f g h i j k"], ":~:text=a%20b%20c%20d,h%20i%20j%20k"),
        (["قالت ليلى"], ":~:text=%D9%82%D8%A7%D9%84%D8%AA%20%D9%84%D9%8A%D9%84%D9%89"),
    ],
)
def test_a_text_fragment_names_the_pieces_and_of_long_ones_the_ends(
    pieces: list[str], expected: str
) -> None:
    assert text_fragment(pieces) == expected
