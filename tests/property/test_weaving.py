"""Whatever annotations overlap: the HTML nests, ids stand once, and the words stay."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from builder.model.prose import Atom, Mark
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


@given(
    st.lists(PLACES, max_size=4),
    st.lists(PLACES, max_size=4),
    st.lists(PLACES, max_size=4),
    st.lists(st.tuples(PLACES, st.sampled_from(["em", "strong", "code"])), max_size=4),
    st.lists(st.integers(0, len(TEXT)), max_size=3),
)
def test_annotations_weave_into_html_that_nests_and_keeps_the_words(
    mentions: list[list[int]],
    quotes: list[list[int]],
    events: list[list[int]],
    marks: list[tuple[list[int], str]],
    breaks: list[int],
) -> None:
    spans = [
        *(Span(s, e, "mention", "person:x", f"m-{s}", "people/x/") for s, e in disjoint(mentions)),
        *(Span(s, e, "quote", "q", f"q-{i}") for i, (s, e) in enumerate(quotes)),
        *(Span(s, e, "event", "e", f"e-{i}") for i, (s, e) in enumerate(events)),
    ]
    text = prose(
        TEXT,
        marks=tuple(Mark(s, e, element) for (s, e), element in marks if s < e),
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
    inside = [p for p in disjoint(places) if "\n\n" not in TEXT[slice(*p)]]
    spans = [Span(s, e, "mention", "person:x", f"m-{s}", "people/x/") for s, e in inside]
    text = prose(TEXT, marks=tuple(Mark(s, e, element) for (s, e), element in marks if s < e))
    html = weave(text, spans, str)
    assert html.count("<a ") == len(spans)
