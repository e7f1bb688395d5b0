"""Markdown to prose, rule by rule."""

import pytest

from builder.ground.diagnostics import Diagnostic, Severity
from builder.load.markdown.reader import read_markdown
from builder.model.prose import Atom, Leaf, Mark, Prose


def read(text: str, doc_id: str = "") -> tuple[Prose, tuple[Diagnostic, ...]]:
    return read_markdown(text, "a.md", 1, doc_id)


def html(text: str) -> str:
    """The block tags, with the words between them."""
    prose, _ = read(text)
    parts = [
        part if isinstance(part, str) else prose.text[part.start : part.end] for part in prose.parts
    ]
    return "".join(parts)


def said(text: str) -> list[tuple[str, int, int, int]]:
    """The codes, lines, columns and lengths of the diagnostics."""
    return [(one.code, *one.location[1:]) for one in read(text)[1]]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("one\n\ntwo", "one\n\ntwo"),
        ("one\ntwo", "one\ntwo"),
        ("one  \ntwo", "one\ntwo"),
        (r"\*a\* &amp; &copy;", "*a* & ©"),
        ("“O'Neil” ... -- (c)", "“O'Neil” ... -- (c)"),
        ("a `b *c*` d", "a b *c* d"),
        ("<b>a</b>", "<b>a</b>"),
        ("example.md and a@b.org", "example.md and a@b.org"),
        ("see https://a.b/c%20d.", "see https://a.b/c%20d."),
        ("<https://bücher.example/%41>", "https://bücher.example/%41"),
        ("# one #\n\ntwo", "one\n\ntwo"),
        ("```\ncode\n```\n\nwords", "words"),
        ("| a | b |\n|---|---|\n| x \\| y |  |", "a\n\nb\n\nx | y"),
        ("", ""),
    ],
)
def test_the_text_is_what_a_reader_reads(source: str, text: str) -> None:
    assert read(source)[0].text == text


@pytest.mark.parametrize(
    ("source", "marks"),
    [
        ("*a*", [Mark(0, 1, "em")]),
        ("**a *b***", [Mark(0, 3, "strong"), Mark(2, 3, "em")]),
        ("~~a~~", [Mark(0, 1, "s")]),
        ("`a`", [Mark(0, 1, "code")]),
        ("[a](b.html)", [Mark(0, 1, "a", (("href", "b.html"),))]),
        ('[a](/b "T")', [Mark(0, 1, "a", (("href", "/b"), ("title", "T")))]),
        ("[a](/%C3%A9/#%C3%BCb%20er)", [Mark(0, 1, "a", (("href", "/é/#üb%20er"),))]),
        ("[a](<my page.md#e\u0301>)", [Mark(0, 1, "a", (("href", "my page.md#é"),))]),
        ("[a](my%20page.md)", [Mark(0, 1, "a", (("href", "my page.md"),))]),
        ("[a](https://a.b/é?x=1&y)", [Mark(0, 1, "a", (("href", "https://a.b/%C3%A9?x=1&y"),))]),
        ("[a](person:ju\u0308rgen)", [Mark(0, 1, "mention", (("ref", "person:jürgen"),))]),
        ("[a](person:x-y)", [Mark(0, 1, "mention", (("ref", "person:x-y"),))]),
        ("[a](person:علي)", [Mark(0, 1, "mention", (("ref", "person:علي"),))]),
        ("[a]{.nolink}", [Mark(0, 1, "nolink")]),
        ("[a]{.nolink .b}", [Mark(0, 1, "nolink"), Mark(0, 1, "span", (("class", "b"),))]),
        ("[a]{.noquote}", [Mark(0, 1, "noquote")]),
        ("[a]{.noquote .nolink}", [Mark(0, 1, "noquote"), Mark(0, 1, "nolink")]),
        ("[a]{lang=fr dir=ltr}", [Mark(0, 1, "span", (("lang", "fr"), ("dir", "ltr")))]),
        ("https://a.b", [Mark(0, 11, "a", (("href", "https://a.b"),))]),
        ("**https://a.b**", [Mark(0, 11, "strong"), Mark(0, 11, "a", (("href", "https://a.b"),))]),
        ("xhttps://a.b ftp://c.d", []),
        ("<m@a.org>", [Mark(0, 7, "a", (("href", "mailto:m@a.org"),))]),
        ("[a][r]\n\n[R]: /b", [Mark(0, 1, "a", (("href", "/b"),))]),
    ],
)
def test_markup_stands_off_the_text(source: str, marks: list[Mark]) -> None:
    assert list(read(source)[0].marks) == marks


@pytest.mark.parametrize(
    ("source", "atoms"),
    [
        ("a\\\nb", [Atom(1, "br")]),
        ("a ![b *c*](d.jpg)", [Atom(2, "img", (("src", "d.jpg"), ("alt", "b c")))]),
        ("![b](<a b.jpg>)", [Atom(0, "img", (("src", "a b.jpg"), ("alt", "b")))]),
        ("![b](a%20%C3%A9.jpg)", [Atom(0, "img", (("src", "a é.jpg"), ("alt", "b")))]),
        ("![](é.jpg)", [Atom(0, "img", (("src", "é.jpg"), ("alt", "")))]),
    ],
)
def test_what_has_no_text_is_an_atom(source: str, atoms: list[Atom]) -> None:
    assert list(read(source)[0].atoms) == atoms


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a", "<p>a</p>\n"),
        ("## A b", '<h2 id="a-b">A b</h2>\n'),
        ("##", ""),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
        ("3. a", '<ol start="3">\n<li>a</li>\n</ol>\n'),
        (
            "- [x] a *b*",
            '<ul>\n<li><input type="checkbox" checked disabled aria-label="a b"> a b</li>\n</ul>\n',
        ),
        (
            "- [ ] a\n  b",
            '<ul>\n<li><input type="checkbox" disabled aria-label="a b"> a\nb</li>\n</ul>\n',
        ),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        ("a\n: b", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n"),
        ("a\n\n---", "<p>a</p>\n<hr>\n"),
        ("    <a>&", '<pre tabindex="0"><code>&lt;a&gt;&amp;\n</code></pre>\n'),
        (
            '```"><b x\ny\n```',
            '<pre tabindex="0"><code class="language-&quot;&gt;&lt;b">y\n</code></pre>\n',
        ),
    ],
)
def test_blocks_are_safe_html(source: str, expected: str) -> None:
    assert html(source) == expected


def test_table_heads_have_a_scope_and_columns_a_class() -> None:
    found = html("|a|b|\n|-|-:|\n|c|d|")
    assert '<th scope="col">a</th>\n<th scope="col" class="right">b</th>' in found
    assert '<td>c</td>\n<td class="right">d</td>' in found
    assert "style" not in found


def test_a_picture_alone_with_a_title_is_a_figure() -> None:
    prose, found = read('![b](c.jpg "The *caption*")')
    assert prose.atoms == (Atom(0, "img", (("src", "c.jpg"), ("alt", "b"))),)
    assert prose.parts == (
        "<figure>\n",
        Leaf(0, 0),
        "\n<figcaption>",
        Leaf(2, 15, "caption"),
        "</figcaption>\n</figure>\n",
    )
    assert prose.text[2:] == "The *caption*"
    assert prose.locate(2, 5) == ("a.md", 1, 13, 3)
    assert not found


@pytest.mark.parametrize(
    ("source", "ids"),
    [
        ("## A\n\n## a!\n\n## A 2\n\n## A", ["a", "a-2", "a-2-2", "a-3"]),
        ("## E-mail\n\n## Q", ["section-e-mail", "section-q"]),
        ("## 💥\n\n## 💥", ["section", "section-2"]),
        ("[x]{#a}\n\n## A", ["a-2"]),
    ],
)
def test_heading_ids_are_unique_and_never_reserved(source: str, ids: list[str]) -> None:
    assert [heading.id for heading in read(source)[0].headings] == ids


def test_ids_and_links_to_them_begin_with_the_id_of_the_text() -> None:
    prose, _ = read("## A\n\n[b](#a) [c](#other) d[^1]\n\n[^1]: e", "doc")
    hrefs = [dict(mark.attributes)["href"] for mark in prose.marks]
    assert prose.headings[0].id == "doc_a"
    assert hrefs == ["#doc_a", "#other"]
    assert dict(prose.atoms[0].attributes) == {"id": "doc_fnref-1", "href": "#doc_fn-1"}
    assert 'id="doc_fn-1"' in str(prose.parts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("## Opening", "story-standfirst"), ("## Story standfirst opening", "")),
        (("## Opening", "story-standfirst"), ("[a]{#story-standfirst_opening}", "")),
        (("## A", "person-b-summary-summary"), ("## Summary a", "person-b-summary")),
    ],
)
def test_texts_on_one_page_never_have_the_same_id(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert not {*read(*one)[0].ids} & {*read(*other)[0].ids}


def test_notes_are_numbered_in_the_order_of_reading() -> None:
    prose, found = read("a[^x] b[^y] c[^x] d^[in *line*]\n\n[^y]: why\n[^x]: ex[^z]\n\n[^z]: zed")
    references = [atom for atom in prose.atoms if atom.element == "footnote"]
    assert [atom.content for atom in references] == ["1", "2", "1", "3", "4"]
    assert prose.text == "a b c d\n\nex\n\nwhy\n\nin line\n\nzed"
    back = {atom.attributes: atom.content for atom in prose.atoms if atom.element == "backlink"}
    assert back == {
        (("href", "#fnref-1"), ("place", "1")): "1",
        (("href", "#fnref-1-2"), ("place", "2")): "1",
        (("href", "#fnref-2"),): "2",
        (("href", "#fnref-3"),): "3",
        (("href", "#fnref-4"),): "4",
    }
    assert prose.locate(prose.text.index("line"), None)[1:3] == (1, 26)
    assert not found


def test_a_note_inside_a_note_keeps_its_words() -> None:
    prose, _ = read("a[^x]\n\n[^x]: ex[^y]\n\n    [^y]: why\n\n    more\n\nafter")
    assert prose.text == "a\n\nafter\n\nex\n\nmore\n\nwhy"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a [b c](javascript:x) d", [("refused-address", 1, 4, 3)]),
        ("a [b](//host) d", [("refused-address", 1, 4, 1)]),
        ("a\n\n> [b](person:)", [("refused-address", 3, 4, 1)]),
        ("[a](%2F%2Fhost)", [("refused-address", 1, 2, 1)]),
        ("[a](javascript%3Ax)", [("refused-address", 1, 2, 1)]),
        ("[a](b%0Ac)", [("refused-address", 1, 2, 1)]),
        ("[a](b%5Cc)", [("refused-address", 1, 2, 1)]),
        ("a &#x202E;b&#x202C; c", [("bidi-override", 1, 3, 8), ("bidi-override", 1, 12, 8)]),
        ("a &#xFEFF; b", [("control-character", 1, 3, 8)]),
        ("[a](/b '&#x2066;')", [("bidi-override", 1, 2, 1)]),
        ("![a&#x202E;](b.jpg '&#x202D;')", [("bidi-override", 1, 1, 12)] * 2),
        ("![a](https://b/c.jpg)", [("refused-address", 1, 1, 4)]),
        ("![a](data:image/png;base64,x)", [("refused-address", 1, 1, 4)]),
        ("![a](/b.jpg)", [("refused-address", 1, 1, 4)]),
        ("![a](%2Fb.jpg)", [("refused-address", 1, 1, 4)]),
        ("![a](https%3A//b/c.jpg)", [("refused-address", 1, 1, 4)]),
        ("![a](b%00.jpg)", [("refused-address", 1, 1, 4)]),
        ("a <b>c</b>", [("html-shown", 1, 3, 3)]),
        ("a\n<!-- b\n\nc -->", [("html-shown", 2, 1, 4)]),
        ("# A", [("heading-level", 1, 3, 1)]),
        ("## A\n\n#### B\n\n##### C\n\n## D", [("heading-level", 3, 6, 1)]),
        ("# A\n\n### B", [("heading-level", 1, 3, 1)]),
        ("### A\n\n#### B\n\n## C", [("heading-level", 1, 5, 1)]),
        ("a [^b] c", [("undefined-footnote", 1, 3, 4)]),
        ("a [^b] [^b] c", [("undefined-footnote", 1, 3, 4), ("undefined-footnote", 1, 8, 4)]),
        ("a[^b] c[^b]\n\n[^b] : d", [("undefined-footnote", 1, 2, 4)]),
        ("a\n\n[^b]: c", [("unused-footnote", 3, 1, 7)]),
        ("a[^b]\n\n[^b]: c\n\n[^b]: d", [("repeated-definition", 5, 1, 7)]),
        ("a\n\n[b]: c", [("unused-reference", 3, 1, 6)]),
        ("[b]\n\n[b]: c\n[b]: d", [("repeated-definition", 4, 1, 6)]),
        ("|a|\n|-|\n|b| c |", [("table-cells", 3, 4, 3)]),
        ("d\n|a|\n|-|\n|b| c |", [("table-cells", 4, 4, 3)]),
        ("|a|\n|-|\n|b|  |", []),
        ("[a]{style=x}", [("refused-attribute", 1, 2, 1)]),
        ("[a]{#q-1}", [("refused-attribute", 1, 2, 1)]),
        ("[a]{#key_points}", [("refused-attribute", 1, 2, 1)]),
        ("[a]{#b} [a]{#b}", [("refused-attribute", 1, 10, 1)]),
        ("[a]{dir=up}", [("refused-attribute", 1, 2, 1)]),
        ("> - *[b c](d e)*", [("markup-shown", 1, 6, 10)]),
        ("|a|\n|-|\n|[b](c d)|", [("markup-shown", 3, 2, 8)]),
        ("a^[b [c] (https://d.e)]", [("markup-shown", 1, 6, 17)]),
        ("[a\nb](c d)", [("markup-shown", 1, 1, 2)]),
        ("[a]{b}", [("markup-shown", 1, 1, 6)]),
        ("#######a", []),
        ("![a](http://b.c/d.png 'e')", [("refused-address", 1, 1, 4)]),
        ("[a]{.no-link .b}", [("refused-attribute", 1, 2, 1)]),
        ("[a]{.no-quotes}", [("refused-attribute", 1, 2, 1)]),
        ("[](b)", [("empty-link", 1, 2, 0)]),
        ("a\n\n### ###\n\n> ##\n> b\n\n#", [("empty-heading", n, 1, 0) for n in (3, 5, 8)]),
        (">" * 60 + "a", [("nested-too-deeply", 1, 1, 61)]),
        ("> " * 40, []),
        ("*a* [b](c) [d]{.e} `f` <g@h.i> a < b > c & d", []),
    ],
)
def test_every_fault_is_told_with_its_place(
    source: str, expected: list[tuple[str, int, int, int]]
) -> None:
    assert said(source) == expected


def test_the_words_of_a_refused_link_stay() -> None:
    prose, (fault,) = read("a [b](vbscript:x) c")
    assert prose.text == "a b c"
    assert not prose.marks
    assert fault.severity is Severity.ERROR


def test_a_repeated_definition_names_the_first() -> None:
    (fault,) = read("[b]\n\n[b]: c\n[b]: d")[1]
    assert fault.related[0].location[1:] == (3, 1, 6)


def test_the_digest_follows_the_value_and_not_its_place() -> None:
    here, _ = read("a *b*")
    there, _ = read_markdown("a *b*", "b.md", 9, "")
    other, _ = read("a **b**")
    assert here.digest == there.digest != other.digest
    assert here.runs != there.runs


def test_lines_count_from_the_one_that_the_caller_gives() -> None:
    prose, found = read_markdown("a\nb <i>", "x.yaml", 7, "")
    assert prose.locate(2, 3) == ("x.yaml", 8, 1, 1)
    assert found[0].location == ("x.yaml", 8, 3, 3)


def test_code_points_before_a_word_count_as_one_column() -> None:
    prose, _ = read("😀 *é* w")
    assert prose.locate(4, 5) == ("a.md", 1, 7, 1)
