"""Quoted words are found as they are, or not at all."""

import pytest

from builder.link.anchors.anchoring import TextQuoteSelector, occurrences
from builder.link.anchors.comparing import comparable, in_one

TEXT = (
    "“There’s been no decision whatsoever to leave Iraq,” Esper said. “We’re trying ... what that\n"
    "is. Period.” He added: “No decision,” and then “no decision” – twice."
)


def found(*pieces: str, prefix: str = "", suffix: str = "") -> list[tuple[str, str]]:
    """The words of the text that stand for the pieces, and their grade."""
    return [
        (" | ".join(TEXT[start:end] for start, end in standing.spans), standing.grade)
        for standing in occurrences(TextQuoteSelector(pieces, prefix, suffix), comparable(TEXT))
    ]


@pytest.mark.parametrize(
    ("exact", "words", "grade"),
    [
        (
            "There’s been no decision whatsoever to leave Iraq",
            "There’s been no decision whatsoever to leave Iraq,",
            "verbatim",
        ),
        (
            "There's been no decision whatsoever to leave Iraq.",
            "There’s been no decision whatsoever to leave Iraq,",
            "typographic",
        ),
        (
            "We’re trying ... what that is. Period.",
            "We’re trying ... what that\nis. Period.",
            "verbatim",
        ),
        ("We’re trying … what that is", "We’re trying ... what that\nis", "typographic"),
        ('no decision" - twice', "no decision” – twice", "typographic"),
        (
            "no decision whatsoever to leave Iraq.",
            "no decision whatsoever to leave Iraq,",
            "verbatim",
        ),
    ],
)
def test_words_are_graded_by_how_exactly_the_text_has_them(
    exact: str, words: str, grade: str
) -> None:
    assert found(exact) == [(words, grade)]


@pytest.mark.parametrize(
    "exact",
    [
        "there’s been no decision whatsoever",
        "decision what",
        "We’re trying what that is",
        "no ... Iraq",
        ",",
    ],
)
def test_other_words_are_not_found(exact: str) -> None:
    assert found(exact) == []


def test_the_same_words_in_two_places() -> None:
    assert len(found("o decision")) == 0
    assert [words for words, _ in found("no decision")] == ["no decision", "no decision"]
    assert len(found("no decision", suffix="– twice")) == 1
    assert len(found("no decision", prefix="There’s been")) == 1
    assert found("no decision", prefix="and") == []


@pytest.mark.parametrize(
    ("prefix", "suffix"),
    [
        ("He added: “", ""),
        ("He added:", "and then"),
        ("is. Period.” He added: ", ",” and then"),
        ("", "and then “"),
    ],
)
def test_marks_and_space_around_do_not_matter(prefix: str, suffix: str) -> None:
    assert found("No decision", prefix=prefix, suffix=suffix) == [("No decision,", "verbatim")]


def test_a_prefix_may_begin_with_the_text() -> None:
    assert len(found("been no decision", prefix="“There’s")) == 1


def test_places_may_overlap() -> None:
    text = "人人人"
    assert len(list(occurrences(TextQuoteSelector(("人人",)), comparable(text)))) == 2


def test_pieces_stand_in_order() -> None:
    assert found("There’s been", "Period.") == [("There’s been | Period.", "verbatim")]
    assert found("Period.", "There’s been") == []


@pytest.mark.parametrize(("suffix", "place"), [("", 16), ("On Monday", 16), ("On Friday", 38)])
def test_the_suffix_tells_which_of_two_last_pieces_is_meant(suffix: str, place: int) -> None:
    text = "“We go,” he said. “We stay.” On Monday. “We stay.” On Friday."
    (standing,) = occurrences(
        TextQuoteSelector(("We go", "We stay"), suffix=suffix), comparable(text)
    )
    assert text[slice(*standing.spans[1])] == "We stay."
    assert standing.spans[1][0] == text.index("We stay", place)


LONG = "“It was the end.\n\n“Nobody asked again.” She left. “Yes” is what he said."


@pytest.mark.parametrize(
    ("exact", "grade"),
    [
        ("It was the end. Nobody asked again.", "verbatim"),
        ("It was the end.\n\n“Nobody asked again.", "verbatim"),
        ("It was the end. “Nobody asked again.", "verbatim"),
        ('It was the end. "Nobody asked again.', "typographic"),
    ],
)
def test_a_quotation_of_paragraphs_has_their_marks_or_not(exact: str, grade: str) -> None:
    (standing,) = occurrences(TextQuoteSelector((exact,)), comparable(LONG))
    ((start, end),) = standing.spans
    assert in_one(LONG[start:end]) == "It was the end. Nobody asked again."
    assert standing.grade == grade


def test_words_may_begin_with_a_mark_of_their_own() -> None:
    (standing,) = occurrences(TextQuoteSelector(("“Yes” is what he said",)), comparable(LONG))
    ((start, end),) = standing.spans
    assert LONG[start:end] == "“Yes” is what he said"
