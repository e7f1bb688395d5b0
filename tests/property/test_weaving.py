"""Whatever annotations overlap: the HTML nests, ids stand once, and the words stay."""

import sys
from html.parser import HTMLParser
from types import FrameType
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from builder.model.prose import Atom, Mark, Prose
from builder.pages.views.texts import Span
from builder.render.weave import weave
from tests.samples import prose

TEXT = "Mark Esper <said> & “no”\nto the US.\n\nA second paragraph, short."
PLACES = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)


class Checker(HTMLParser):
    """Reads HTML back: its text, its ids, links inside links, and bad nesting."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.ids: list[str] = []
        self.opened: list[str] = []
        self.faults: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a" and "a" in self.opened:
            self.faults.append("a link in a link")
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in ("br", "img"):
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.opened or self.opened.pop() != tag:
            self.faults.append(f"</{tag}> does not nest")

    def handle_data(self, data: str) -> None:
        self.text += data


def disjoint(places: list[list[int]]) -> list[list[int]]:
    """The places that do not touch one before them."""
    kept: list[list[int]] = []
    for start, end in sorted(places):
        if start < end and (not kept or start >= kept[-1][1]):
            kept.append([start, end])
    return kept


def mention(start: int, end: int, links: list[list[int]]) -> Span:
    """A mention, which leads nowhere where a link stands already."""
    is_linked = any(first < end and start < last for first, last in links)
    address = "" if is_linked else "people/x/"
    return Span(start, end, "mention", "person:x", f"m-{start}", address)


@given(
    st.lists(PLACES, max_size=4),
    st.lists(PLACES, max_size=4),
    st.lists(PLACES, max_size=4),
    st.lists(PLACES, max_size=4),
    st.lists(st.tuples(PLACES, st.sampled_from(["em", "strong", "code"])), max_size=4),
    st.lists(st.integers(0, len(TEXT)), max_size=3),
)
def test_annotations_weave_into_html_that_nests_and_keeps_the_words(
    links: list[list[int]],
    mentions: list[list[int]],
    quotes: list[list[int]],
    events: list[list[int]],
    marks: list[tuple[list[int], str]],
    breaks: list[int],
) -> None:
    links = disjoint(links)
    spans = [
        *(mention(s, e, links) for s, e in disjoint(mentions)),
        *(Span(s, e, "quote", "q", f"q-{i}") for i, (s, e) in enumerate(quotes)),
        *(Span(s, e, "event", "e", f"e-{i}") for i, (s, e) in enumerate(events)),
    ]
    text = prose(
        TEXT,
        marks=(
            *(Mark(s, e, "a", (("href", "/"),)) for s, e in links),
            *(Mark(s, e, element) for (s, e), element in marks if s < e),
        ),
        atoms=tuple(Atom(at, "br") for at in sorted(breaks)),
    )
    read = Checker(str(weave(text, spans, str)))
    assert read.faults == []
    assert read.opened == []
    assert read.text.split("\n") == [*TEXT.replace("\n\n", "\n").split("\n"), ""]
    assert len(read.ids) == len(set(read.ids))


@given(
    st.lists(PLACES, min_size=1, max_size=5), st.lists(st.tuples(PLACES, st.just("em")), max_size=3)
)
def test_a_mention_is_never_split(
    places: list[list[int]], marks: list[tuple[list[int], str]]
) -> None:
    gap = TEXT.index("\n\n")  # a mention stands in one paragraph, not between two
    inside = [(s, e) for s, e in disjoint(places) if e <= gap or s >= gap + 2]
    spans = [Span(s, e, "mention", "person:x", f"m-{s}", "people/x/") for s, e in inside]
    text = prose(TEXT, marks=tuple(Mark(s, e, element) for (s, e), element in marks if s < e))
    html = weave(text, spans, str)
    assert html.count("<a ") == len(spans)


def lines_run(text: Prose, *spans: Span) -> int:
    """How many lines of Python it takes to weave a text."""
    count = 0

    def hook(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return hook

    before = sys.gettrace()
    sys.settrace(hook)
    try:
        weave(text, spans, str)
    finally:
        sys.settrace(before)
    return count


def nested(depth: int) -> Prose:
    """A text with emphasis in emphasis, so many deep."""
    marks = tuple(Mark(at, 2 * depth - at, "em") for at in range(depth))
    return prose("a" * 2 * depth, marks)


def test_marks_nested_twice_as_deep_take_twice_the_work() -> None:
    assert lines_run(nested(400)) <= 2.1 * lines_run(nested(200))


def under_one_quotation(paragraphs: int) -> int:
    """How many lines it takes to weave paragraphs of one mark each, all in one quotation."""
    marks = tuple(Mark(10 * n, 10 * n + 8, "em") for n in range(paragraphs))
    text = prose("\n\n".join(["a word a"] * paragraphs), marks)
    return lines_run(text, Span(0, 10 * paragraphs - 2, "quote", "q", "q-q"))


def test_a_quotation_over_twice_the_paragraphs_takes_twice_the_work() -> None:
    assert under_one_quotation(400) <= 2.3 * under_one_quotation(200)
