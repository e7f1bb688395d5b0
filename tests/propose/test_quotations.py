"""Quotations without an entry, and those that no entry could mean."""

from collections import Counter

from builder.inspect.quotations.marked import uncovered
from builder.link.anchors.comparing import comparable
from builder.propose.quotations import proposed_quotations
from tests.project import project

HOME = "“We will go home now.”"


def quotations(text: str, which: str = "") -> list[tuple[str, dict[str, object]]]:
    """The quotations of a text by their ids, with the fields that hold something."""
    site = project({"a.md": text})
    quoted = uncovered(site.content.by_slug["a"], site.linked)
    body = site.text("a")
    proposed = proposed_quotations(quoted, comparable(body), Counter(), which)
    return [(one.ref.id, {k: v for k, v in one.fields if v}) for one in proposed]


def test_a_quotation_has_the_words_between_the_marks_and_its_article() -> None:
    fields = {"exact": "We will go home now.", "article": "a"}
    assert quotations(f"Then: {HOME}", "a") == [("we-will-go-home-now", fields)]


def test_the_same_words_twice_are_told_apart() -> None:
    first, second = quotations(f"First: {HOME} And then: {HOME} Last.")
    assert first[1]["prefix"] == "First:"
    assert second == (
        "we-will-go-home-now-2",
        {"exact": "We will go home now.", "prefix": "home now.” And then:"},
    )


def test_words_that_nothing_tells_apart_are_left_out() -> None:
    same = f"Then they said it once more: {HOME} And nobody knew at all why they did. "
    assert quotations(same * 3 + "“It was all the same,” she said.") == [
        ("it-was-all-the-same", {"exact": "It was all the same"})
    ]
