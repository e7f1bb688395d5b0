"""The nearest passage, and the difference word by word."""

from builder.link.nearest import ALTERED, nearest, word_diff

TEXT = (
    "The letter said much. “There’s been no decision whatsoever to leave Iraq,” Esper said today."
)


def test_an_altered_quotation_is_near() -> None:
    best = nearest("There has been no decision at all to leave Iraq", TEXT)
    assert best.likeness >= ALTERED
    assert "no decision whatsoever to leave Iraq" in TEXT[best.start : best.end]


def test_other_words_are_far() -> None:
    assert nearest("Inflation rose in every month of the year", TEXT).likeness < ALTERED


def test_nothing_to_compare() -> None:
    assert nearest("", TEXT).likeness == nearest("words", "").likeness == 0.0


def test_word_diff_marks_what_differs() -> None:
    assert word_diff("no decision at all to leave", "no decision whatsoever to leave") == (
        "no decision [-at all-] {+whatsoever+} to leave"
    )
