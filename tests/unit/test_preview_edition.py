"""What pages are told: what changed since the edition they were served in."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.preview.edition import MOST_ASSETS, Edition, Seen, following, news, states
from tests.preview.running import Held

START = Edition("run", 0, Held({}), {}, {})
PAGE = ("people/x/index.html",)


def after(
    state: Edition, changed: set[str], problems: str = "", looked: tuple[str, ...] = PAGE
) -> Edition:
    """The edition after a build that changed these files, of which some are looked at."""
    before = state.files
    assert isinstance(before, Held)
    new = {path: f"{path} {state.number}".encode() for path in changed}
    files = Held({**before.files, **new})
    return following(state, files, states(files, looked), problems)


def edition(*builds: set[str], problems: tuple[str, ...] = ()) -> Edition:
    """The edition after these builds, each with the files that it changed."""
    state = START
    for number, changed in enumerate(builds):
        state = after(state, changed, problems[number] if number < len(problems) else "")
    return state


def commands(state: Edition, seen: Seen, base: str = "/") -> list[Any]:
    return [message["command"] for message in news(state, seen, base)]


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        (set(), []),
        ({"people/x/index.html"}, ["reload"]),
        ({"people/y/index.html"}, []),
        ({"index.html", "people/x/index.html", "assets/style.css"}, ["assets", "reload"]),
        ({"assets/style.css"}, ["assets"]),
        ({"content/a.webp", "assets/a.js"}, ["assets"]),
        ({"data/people.json", "sitemap.xml"}, []),
        ({f"{n}.css" for n in range(MOST_ASSETS + 1)}, ["reload"]),
    ],
)
def test_what_a_page_is_told(changed: set[str], expected: list[str]) -> None:
    assert commands(edition(set(), changed), Seen("run", 1, PAGE)) == expected


def test_a_page_is_told_what_changed_before_its_socket_opened() -> None:
    state = edition(set(), {PAGE[0]}, {"index.html"}, set())
    assert commands(state, Seen("run", 1, PAGE)) == ["reload"]
    assert commands(state, Seen("run", 2, PAGE)) == []


def test_a_page_of_another_process_is_loaded_anew() -> None:
    (message,) = news(edition(set()), Seen("another", 1, PAGE), "/")
    assert (message["command"], message["liveCSS"]) == ("reload", False)


@pytest.mark.parametrize(("count", "live"), [(0, True), (1, True), (MOST_ASSETS + 1, False)])
def test_a_page_is_loaded_whole_where_too_many_assets_changed(count: int, live: bool) -> None:
    state = edition(set(), {PAGE[0]} | {f"{n}.css" for n in range(count)})
    assert news(state, Seen("run", 1, PAGE), "/")[-1]["liveCSS"] is live


def test_problems_are_told_when_they_become_others() -> None:
    state = edition(set(), set(), set(), problems=("", "<b>", "<b>"))
    assert news(state, Seen("run", 1, PAGE), "/") == (
        {"command": "problems", "html": "<b>", "edition": 3},
    )
    assert commands(state, Seen("run", 2, PAGE)) == []


def test_problems_that_are_mended_are_told_as_none() -> None:
    state = edition(set(), set(), problems=("<b>", ""))
    assert news(state, Seen("run", 1, PAGE), "/")[0]["html"] == ""


def test_assets_are_named_below_the_base_path() -> None:
    state = edition({"assets/style.css", "a b.png"})
    (message,) = news(state, Seen("run", 0, PAGE), "/repo/")
    assert message["paths"] == ["/repo/a b.png", "/repo/assets/style.css"]


def test_a_page_that_was_served_before_its_first_build_is_not_loaded_for_nothing() -> None:
    state = after(START, {"index.html", "other.html"}, looked=())
    state.files.read("index.html")  # served, and so at hand
    state = after(state, {"other.html"}, looked=("index.html", "missing.html"))
    assert commands(state, Seen("run", 1, ("index.html", "missing.html"))) == []


def test_a_page_that_comes_back_late_is_loaded_anew() -> None:
    state = after(after(START, {"index.html"}, looked=()), {"other.html"}, looked=())
    assert commands(state, Seen("run", 1, ("index.html",))) == ["reload"]
    assert commands(state, Seen("run", 2, ("index.html",))) == []


@given(
    builds=st.lists(st.sets(st.sampled_from(["a.html", "b.html", "c.css"])), max_size=8),
    served=st.integers(0, 8),
)
def test_a_page_reloads_exactly_when_its_bytes_changed(builds: list[set[str]], served: int) -> None:
    state, since = START, min(served, len(builds))
    for changed in builds:
        state = after(state, changed, looked=("a.html",))
    told = commands(state, Seen("run", since, ("a.html",)))
    assert ("reload" in told) == any("a.html" in changed for changed in builds[since:])
