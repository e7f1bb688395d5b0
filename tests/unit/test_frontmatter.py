"""Cutting the front matter."""

import pytest

from builder.load.frontmatter import Cut, cut


@pytest.mark.parametrize(
    ("text", "front", "body", "body_line"),
    [
        ("---\na: b\n---\nText.\n", "a: b", "Text.\n", 4),
        ("---\n---\nText.", "", "Text.", 3),
        ("---  \na: b\n--- \n", "a: b", "", 4),
        ("---\na: |\n  ---\n---\nText.", "a: |\n  ---", "Text.", 5),
        ("---\na: b\n---\n---\nText.", "a: b", "---\nText.", 4),
        ("---\na: b\n---", "a: b", "", 4),
    ],
)
def test_front_matter_is_cut_at_its_two_fences(
    text: str, front: str, body: str, body_line: int
) -> None:
    parts, faults = cut(text, "f")
    assert (parts, faults) == (Cut(front, body, body_line), ())


@pytest.mark.parametrize(
    ("text", "code", "line", "hint"),
    [
        ("Text.", "front-matter-missing", 1, "Begin the file"),
        ("", "front-matter-missing", 1, "Begin the file"),
        ("\n---\na: b\n---\n", "front-matter-missing", 2, "Delete"),
        (" ---\na: b\n---\n", "front-matter-missing", 1, "Delete"),
        ("—\na: b\n—\n", "front-matter-missing", 1, "three plain hyphens"),
        ("----\na: b\n----\n", "front-matter-missing", 1, "three plain hyphens"),
        ("---\na: b\n\nText.", "front-matter-unclosed", 1, "Add a line"),
        ("---\na: b\n--\nText.", "front-matter-unclosed", 1, "Line 3"),
        ("---\na: b\n —\nText.", "front-matter-unclosed", 1, "Line 3"),
    ],
)
def test_front_matter_that_is_missing_or_unclosed_is_told_with_what_to_do(
    text: str, code: str, line: int, hint: str
) -> None:
    parts, (fault,) = cut(text, "f")
    assert (parts.front, fault.code, fault.location.line) == (None, code, line)
    assert hint in fault.hint


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("content/a.md", "---\n  title: …\n  date: YYYY-MM-DD\n  ---"),
        ("content/pages/a.md", "---\n  title: …\n  ---"),
    ],
)
def test_what_to_type_is_shown_where_nothing_is_there(path: str, typed: str) -> None:
    _, (fault,) = cut("Text.", path)
    assert fault.hint.endswith(f"hyphens:\n  {typed}")


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("---\ntitle: A\ndate: 2020-01-07\n---\n\nText.", 5),
        ("\n\n---\ntitle: A\ntags:\n- b\n- c\nbyline: D\n---\nText.", 7),
        ("---\ntitle: A\n\nbyline: D\n---\nText.", 5),
        ("title: A\n---\nText.", 4),
    ],
)
def test_front_matter_that_was_pasted_with_the_text_is_told(body: str, line: int) -> None:
    parts, (fault,) = cut(f"---\na: b\n---\n{body}", "f")
    assert (parts.body, fault.code) == (body, "markup-shown")
    assert (fault.location.line, fault.location.length) == (line, len("title: A"))


@pytest.mark.parametrize(
    "body",
    [
        "",
        "---\n",
        "---\n---\n",
        "---\n\nText.\n\n---\n",
        "title: A\n\nText.\n\n---\n",
        "Contact: the desk\n---\n",
        "note: this is all\n\nText.",
        "note: these are all\n\n- one\n- two\n\n---\n\nText.",
        "---\n\nupdate: this was corrected\n\n---\n\nText.",
        "Text.\n\n---\ntitle: A\n---\n",
    ],
)
def test_lines_and_labels_in_a_text_are_no_front_matter(body: str) -> None:
    assert cut(f"---\na: b\n---\n{body}", "f") == (Cut("a: b", body, 4), ())
