"""What a request asks for, before any disk is looked at."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.preview.requests import (
    Asked,
    Redirect,
    Refusal,
    answers,
    asked,
    base_path,
    folder_path,
    with_query,
)


@pytest.mark.parametrize(
    ("path", "steps", "folder"),
    [
        ("/", (), True),
        ("/people/", ("people",), True),
        ("/people", ("people",), False),
        ("/people/mark-esper/", ("people", "mark-esper"), True),
        ("/a%20b.txt", ("a b.txt",), False),
        ("/100%25.txt", ("100%.txt",), False),
        ("/caf%C3%A9/", ("café",), True),
        ("/cafe%CC%81/", ("cafe\u0301",), True),
        ("/caf\u00c3\u00a9/", ("café",), True),  # bytes above 127 arrive as single characters
        ("/a+b", ("a+b",), False),
        ("/%D8%B9%D9%84%D9%8A", ("علي",), False),
    ],
)
def test_a_path_is_decoded_into_its_steps(path: str, steps: tuple[str, ...], folder: bool) -> None:
    assert asked(path, "/") == Asked(steps, folder)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "*",
        "people",
        "http://127.0.0.1/",
        "/%",
        "/%2",
        "/%zz",
        "/%+1",
        "/a%00b",
        "/%0d%0aSet-Cookie:x",
        "/%7f",
        "/%C2%85",
        "/%ff",
        "/%C0%AE%C0%AE/",  # an overlong dot
        "/%ED%A0%80",  # a lone surrogate
        "/\u00ff",
    ],
)
def test_a_path_that_is_malformed_is_a_bad_request(path: str) -> None:
    assert asked(path, "/") == Refusal(400)


@pytest.mark.parametrize(
    "path",
    [
        "/..",
        "/../etc/passwd",
        "/people/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2fetc",
        "/a%2fb",
        "/..%5cetc",
        "/a\\b",
        "/./",
        "/.git/config",
        "/.nojekyll",
        "/people/.hidden/",
        "//evil.example/",
        "/people//mark-esper/",
        "/people/%2F",
        "//",
    ],
)
def test_a_path_that_leads_up_or_into_a_dotfile_names_nothing(path: str) -> None:
    assert asked(path, "/") == Refusal(404)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/repo", Redirect("/repo/")),
        ("/repo/", Asked((), True)),
        ("/repo/people", Asked(("people",), False)),
        ("/", Refusal(404, outside=True)),
        ("/people/", Refusal(404, outside=True)),
        ("/Repo/", Refusal(404, outside=True)),
        ("/repository/", Refusal(404, outside=True)),
        ("/repo//", Refusal(404)),
        ("/repo/../x", Refusal(404)),
        ("/r%65po/people/", Asked(("people",), True)),
    ],
)
def test_below_a_base_path_all_else_is_outside(path: str, expected: object) -> None:
    assert asked(path, "/repo/") == expected


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Asked((), True), ("index.html",)),
        (Asked(("people",), True), ("people/index.html",)),
        (Asked(("people",), False), ("people", "people.html", "people/index.html")),
        (Asked(("cafe\u0301",), True), ("café/index.html",)),
    ],
)
def test_the_files_that_can_answer(place: Asked, expected: tuple[str, ...]) -> None:
    assert answers(place) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/", "/"),
        ("", "/"),
        ("/repo/", "/repo/"),
        ("repo", "/repo/"),
        ("/repo", "/repo/"),
        ("//repo//", "/repo/"),
        ("/a/b/", "/a/b/"),
        (" /repo/ ", "/repo/"),
    ],
)
def test_base_paths_as_users_write_them(text: str, expected: str) -> None:
    assert base_path(text) == expected


@pytest.mark.parametrize(
    "text",
    ["/../", "/.git/", "/a b/", "/a?b/", "/a#b/", "https://x.org/repo/", "C:\\repo", "/%41/"],
)
def test_what_cannot_be_a_base_path(text: str) -> None:
    with pytest.raises(ValueError, match="base path"):
        base_path(text)


def test_a_redirect_is_escaped_and_stays_on_this_server() -> None:
    assert folder_path(("a b", "100%", "é?#"), "/repo/") == "/repo/a%20b/100%25/%C3%A9%3F%23/"


@pytest.mark.parametrize(
    ("query", "expected"),
    [("", "/a/"), ("q=1&r=%20", "/a/?q=1&r=%20"), ('"<\u00ff', "/a/?%22%3C%FF")],
)
def test_a_redirect_keeps_the_query(query: str, expected: str) -> None:
    assert with_query("/a/", query) == expected


_BYTES = st.text(st.sampled_from(string.printable.strip() + "\u0080\u00c3\u00ff%%%%./\\"))


@given(path=_BYTES, base=st.sampled_from(["/", "/repo/"]))
def test_no_path_leads_up_or_into_a_dotfile(path: str, base: str) -> None:
    place = asked("/" + path, base)
    if isinstance(place, Asked):
        assert all(
            step and not step.startswith(".") and not set(step) & set("/\\\0")
            for step in place.steps
        )


@given(path=_BYTES)
def test_no_redirect_leads_to_another_server(path: str) -> None:
    place = asked("/" + path, "/repo/")
    if isinstance(place, Redirect):
        assert place.path == "/repo/"
