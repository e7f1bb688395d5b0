"""The diagnostics as HTML: escaped, in ASCII, with their lines."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ground.diagnostics import Diagnostic, Location, Related, error, warning
from builder.preview.overlay import MOST, WIDEST, overlay, source_line

EVIL = "</dialog></script><script>alert(1)</script><img src=x onerror='alert(\"1\")'>&amp;"


class Reader(HTMLParser):
    """The elements and the text of a piece of HTML, as a browser would read them."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


def shown(*diagnostics: Diagnostic, line: str = "", ok: bool = False) -> str:
    return overlay(diagnostics, lambda path: [line] * 9, ok=ok)


def test_no_problem_is_no_html() -> None:
    assert shown(ok=True) == ""


def test_errors_stand_in_an_open_dialog() -> None:
    html = shown(
        error("bad-date", "This is no date.", Location("content/a.md", 3, 7), "Write 2020.")
    )
    assert html.startswith("<dialog open ")
    assert "1 error." in html
    assert "content/a.md:3:7" in html
    assert "bad-date" in html
    assert "Write 2020." in html


def test_warnings_are_a_count_that_opens() -> None:
    told = [warning("w", "One.", Location("a")), warning("w", "Two.", Location("b"))]
    html = shown(*told, ok=True)
    assert html.startswith("<details><summary>2 warnings</summary>")


@given(
    words=st.text() | st.just(EVIL),
    line=st.text(st.characters(exclude_characters="\n\r")) | st.just(EVIL),
    column=st.integers(1, 60),
    length=st.integers(0, 60),
)
def test_nothing_from_the_content_becomes_markup(
    words: str, line: str, column: int, length: int
) -> None:
    place = Location(words, 2, column, length)
    plain = shown(error("c", "x", Location("x", 2, 1), "x", Related(Location("x"), "x")), line="x")
    html = shown(error("c", words, place, words or "x", Related(place, words)), line=line)
    # Of a path that leads outside, as / does, no line is shown.
    extra = [] if source_line(place, lambda _: [line] * 9).strip() else ["pre", "mark"]
    assert sorted([*read(html).elements, *extra]) == sorted(read(plain).elements)
    assert html.isascii()


@pytest.mark.parametrize(
    ("line", "column", "length", "meant"),
    [
        ("title: x", 8, 1, "x"),
        ("title: x", 1, 5, "title"),
        ("title: x", 8, 0, "x"),
        ("title: x", 9, 0, " "),
        ("title: x", 99, 5, " "),
        ("title: x", 7, 99, " x"),
        ("x" * 500 + "HERE" + "y" * 500, 501, 4, "HERE"),
        ("HERE" + "y" * 500, 1, 4, "HERE"),
    ],
)
def test_the_place_is_marked_in_its_line(line: str, column: int, length: int, meant: str) -> None:
    html = shown(error("c", "m", Location("a", 1, column, length)), line=line)
    assert f"<mark>{meant}</mark>" in html


def test_a_fault_of_a_whole_file_shows_no_line() -> None:
    assert "<pre" not in shown(error("c", "m", Location("a")), line="title: x")


def test_a_long_line_is_cut_around_its_place() -> None:
    html = shown(error("c", "m", Location("a", 1, 5000, 3)), line="x" * 9000)
    assert html.count("x") < WIDEST + 100


def test_a_path_outside_the_site_loses_its_folders() -> None:
    html = shown(error("c", "m", Location("/home/me/secret/base.html", 1, 1)))
    assert "secret" not in html
    assert "base.html:1:1" in html


def test_errors_come_first_and_the_rest_is_counted() -> None:
    told = [warning("w", "m", Location("a")) for _ in range(MOST)]
    html = shown(*told, error("e", "m", Location("b")), error("e", "m", Location("c")))
    kinds = re.findall('<li class="(.)', html)
    assert (kinds[:3], len(kinds)) == (["e", "e", "w"], MOST)
    assert f"2 errors and {MOST} warnings." in html
    assert "and 2 more" in html


@pytest.mark.parametrize(
    ("path", "line", "expected"),
    [("a.md", 2, "two"), ("a.md", 3, ""), ("a.md", 0, ""), ("../a.md", 1, ""), ("/a.md", 1, "")],
)
def test_a_line_is_shown_of_files_of_the_site_alone(path: str, line: int, expected: str) -> None:
    assert source_line(Location(path, line), lambda path: ["one", "two"]) == expected
