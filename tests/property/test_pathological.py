"""Hostile inputs cost what their size says: the calls are counted, for twice the size, no clock."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from builder.build.drafting import drafted
from builder.link.sentences import Sentences
from builder.model.studies import Said
from tests.fuzz import site_read, understood
from tests.pathological import DRAFTS, FRONT, inputs

SIZE = 1_500
# A name is prepared for sorting once in a process, so neither of the two compared was met before.
TINY, SMALL, LARGE = inputs(SIZE // 2), inputs(SIZE), inputs(2 * SIZE)
# Of quotations, both the entries and the article grow: that product is bounded by a number.
ALONE = [name for name in SMALL if not name.startswith("quotations")]
SLACK = 2_000
"""Calls that a build makes whatever the input."""


def calls(work: Callable[[], object]) -> int:
    """How many functions are called, of Python and of C."""
    count = 0

    def hook(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(hook)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", ALONE)
def test_twice_the_size_makes_no_more_than_twice_the_calls(name: str) -> None:
    understood(TINY[name])  # what is loaded once is loaded
    once = calls(lambda: understood(SMALL[name]))
    twice = calls(lambda: understood(LARGE[name]))
    assert twice <= 2.3 * once + SLACK


@pytest.mark.parametrize("name", DRAFTS)
def test_a_draft_for_twice_the_text_makes_no_more_than_twice_the_calls(name: str) -> None:
    def draft(size: int) -> int:
        article = (FRONT + DRAFTS[name](size)).encode()
        files = {"site.yaml": b"title: T\nlanguage: en\n", "content/story.md": article}
        return calls(lambda: drafted(site_read(files), ["story"]))

    draft(SIZE)  # what is loaded once is loaded
    assert draft(8 * SIZE) <= 2.3 * draft(4 * SIZE) + SLACK


def test_a_sentence_that_names_somebody_a_thousand_times_is_copied_once() -> None:
    copies = 0
    around = Sentences.around

    def counted(self: Sentences, start: int, end: int, anchor: str = "") -> Said:
        nonlocal copies
        copies += 1
        return around(self, start, end, anchor)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Sentences, "around", counted)
        understood(SMALL["Markdown: half names"])
    assert copies == 1


def test_work_that_grows_with_the_square_is_seen() -> None:
    def naive(files: dict[str, bytes]) -> None:
        words = [word for data in files.values() for word in data.split()]
        for word in words:
            for other in words:
                word.startswith(other)

    name = "Markdown: one line"
    once, twice = calls(lambda: naive(SMALL[name])), calls(lambda: naive(LARGE[name]))
    assert twice > 2.3 * once + SLACK
