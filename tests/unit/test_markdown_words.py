"""Prose against markdown-it itself: the same words under the same elements, each with its place."""

from html import escape
from html.parser import HTMLParser
from itertools import pairwise

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.attrs import attrs_plugin
from mdit_py_plugins.deflist import deflist_plugin

from builder.load.markdown.parser import DEEPEST
from builder.load.markdown.reader import read_markdown
from builder.model.prose import Leaf, Prose

WORDS = ["a", "b ", "Word", "é", "😀", "\u3000", "\u00a0", "’", "1", "x y", "it's ", " "]
MARKS = ["*", "**", "_", "~~", "~", "`", "``", "` ", "\\", "\\*", "\\|", "&amp;", "&#65;", "&no;"]
LINKS = [
    "[",
    "]",
    "](x)",
    "](person:b)",
    "[w](x)",
    "](x){.c}",
    "]{.c}",
    "![",
    "[r]",
    "https://x.y/z ",
    "https://x.y)",
]
LINKS += ["<https://a.b>", "<b>", "</b>", "<", ">", "<!-- ", " -->", "{", ":", "!"]
LINKS += ["]{.nolink}", "]{.noquote}"]
BREAKS = ["\n", "\n\n", "  \n", "\\\n", " \n", "\n\t", "\n   "]
BLOCKS = [
    "\n- ",
    "\n1. ",
    "\n> ",
    "\n# ",
    "\n## ",
    " #\n",
    "\n    ",
    "\n|",
    "|",
    "\n|-|\n",
    "\n|-|:-|\n",
]
BLOCKS += [
    "\n===\n",
    "\n---\n",
    "\n: ",
    "\n```\n",
    "\n- [ ] ",
    "\n- [x] ",
    "\n\n[r]: u\n",
    "> ",
    "- ",
]
NOTES = ["^[", "[^n]", "\n\n[^n]: ", "[^z]", "![a](b 'T')", "\n\n![a](b 'T')\n\n"]

SHARED = WORDS + MARKS + LINKS + BREAKS + BLOCKS
EMPTY = ("a", "span", "em", "strong", "s", "h1", "h2")  # left out where they hold no words

alike = st.lists(st.sampled_from(SHARED), max_size=30).map("".join)
documents = st.lists(st.sampled_from(SHARED + NOTES), max_size=30).map("".join)


def read(text: str) -> Prose:
    """The prose of a text whose places are those of the text itself."""
    return read_markdown(text, "a.md", 1, "")[0]


def woven(prose: Prose) -> str:
    """The prose as plain HTML, the way a page would have it."""
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    for mark in prose.marks:
        tag = {"mention": "a", "nolink": "span", "noquote": "span"}.get(mark.element, mark.element)
        opens.setdefault(mark.start, []).append(f"<{tag}>")
        closes.setdefault(mark.end, []).insert(0, f"</{tag}>")
    atoms = {atom.at: f"<{atom.element}>" for atom in prose.atoms}

    def leaf_html(leaf: Leaf) -> str:
        html = []
        for index in range(leaf.start, leaf.end + 1):
            html += closes.get(index, [])
            html += opens.get(index, []) if index < leaf.end else []
            html += [atoms.get(index, "")]
            html += [escape(prose.text[index])] if index < leaf.end else []
        return "".join(html)

    return "".join(part if isinstance(part, str) else leaf_html(part) for part in prose.parts)


class Events(HTMLParser):
    """The elements and words of some HTML; layout between blocks and empty elements stay out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("div", "img"):
            self.found.append(("open", tag))

    def handle_endtag(self, tag: str) -> None:
        if tag in EMPTY and self.found[-1] == ("open", tag):
            self.found.pop()
        elif tag != "div":
            self.found.append(("close", tag))

    def handle_data(self, data: str) -> None:
        self.found.append(("words", data))


def events(html: str) -> list[tuple[str, str]]:
    """The elements and words of some HTML, in order."""
    parser = Events()
    parser.feed(html)
    parser.close()
    joined: list[tuple[str, str]] = []
    for kind, value in parser.found:
        if kind == "words" and joined and joined[-1][0] == "words":
            value = joined.pop()[1] + value
        joined.append((kind, value))
    bare = [(kind, value.strip("\n") if kind == "words" else value) for kind, value in joined]
    return [(kind, value) for kind, value in bare if value]


def reference() -> MarkdownIt:
    """markdown-it with the same syntax, rendering by itself."""
    options = {"html": False, "linkify": True, "tasklists": True, "maxNesting": DEEPEST}
    md = MarkdownIt("commonmark", {**options, "xhtmlOut": False})
    md.enable(["table", "strikethrough", "linkify"])
    md.core.ruler.disable("linkify")
    return md.use(deflist_plugin).use(
        attrs_plugin, spans=True, allowed=["class", "id", "lang", "dir"]
    )


@settings(max_examples=300)
@given(alike)
@example("a `b\n c` d")
def test_the_page_is_what_markdown_it_makes_of_the_text(text: str) -> None:
    prose, found = read_markdown(text, "a.md", 1, "")
    assume(all(one.code != "refused-address" for one in found))
    assert events(woven(prose)) == events(reference().render(text))


@settings(max_examples=300)
@given(documents)
def test_every_run_stands_where_it_says(text: str) -> None:
    prose = read(text)
    lines = text.split("\n")
    for run in prose.runs:
        source = lines[run.line - 1][run.column - 1 : run.column - 1 + run.length]
        shown = prose.text[run.start : run.start + run.length]
        assert len(source) == len(shown)
        assert all(b in (a, "&") for a, b in zip(shown, source, strict=True)), (run, source)


@settings(max_examples=300)
@given(documents)
@example("a^[![a](b 'T')]")
def test_every_letter_has_a_place(text: str) -> None:
    prose = read(text)
    placed = {i for run in prose.runs for i in range(run.start, run.start + run.length)}
    missing = [c for i, c in enumerate(prose.text) if i not in placed and not c.isspace()]
    assert not missing


@settings(max_examples=300)
@given(st.one_of(documents, st.text(max_size=60)))
def test_marks_and_atoms_of_any_text_stand_inside_its_leaves(text: str) -> None:
    prose = read(text)
    assert prose.text == "\n\n".join(prose.text[leaf.start : leaf.end] for leaf in prose.leaves)
    assert all(isinstance(a, str) != isinstance(b, str) for a, b in pairwise(prose.parts))
    homes = [(leaf.start, leaf.end) for leaf in prose.leaves]
    for mark in prose.marks:
        assert mark.start < mark.end
        assert any(start <= mark.start and mark.end <= end for start, end in homes)
    for atom in prose.atoms:
        assert any(start <= atom.at <= end for start, end in homes)
    assert [mark.start for mark in prose.marks] == sorted(mark.start for mark in prose.marks)
