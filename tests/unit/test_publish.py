"""builder.publish: what is said without a repository."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.commands.reports.published import what_changes
from builder.commands.reports.style import plain
from builder.publish.branch import Branch, pages_address
from builder.publish.changes import Changes, changes

BLOBS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("123"))


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://github.com/Ada/bridge.git", "https://ada.github.io/bridge/"),
        ("https://github.com/ada/bridge", "https://ada.github.io/bridge/"),
        ("git@github.com:ada/bridge.git", "https://ada.github.io/bridge/"),
        ("ssh://git@github.com/ada/bridge.git", "https://ada.github.io/bridge/"),
        ("https://github.com/Ada/ada.github.io.git", "https://ada.github.io/"),
        ("https://example.org/ada/bridge.git", ""),
        ("https://github.com/ada", ""),
        ("https://github.com/ada/a/b", ""),
        ("/srv/git/bridge.git", ""),
    ],
)
def test_the_address_on_github(remote: str, address: str) -> None:
    assert pages_address(remote) == address


@given(BLOBS, BLOBS)
def test_changes_lead_from_one_to_the_other(before: dict[str, str], after: dict[str, str]) -> None:
    found = changes(before, after)
    result = {path: name for path, name in before.items() if path not in found.removed}
    result |= {path: after[path] for path in (*found.added, *found.changed)}
    assert result == after
    assert bool(found) == (before != after)
    assert not set(found.changed) & {path for path in before if before[path] == after.get(path)}


def test_long_lists_are_cut_and_counted() -> None:
    pages = tuple(f"p{n:02}/index.html" for n in range(25))
    found = Changes((*pages, "data/people.json"), ("site.css",), ())
    told = what_changes(found, Branch("origin", "gh-pages"), "https://a.example/", plain)
    assert told.splitlines()[0] == "This would change gh-pages on origin, for https://a.example/:"
    assert "  + … and 6 more" in told.splitlines()
    assert told.endswith("added: 25 pages and 1 other file; changed: 1 file.")


def test_a_name_on_the_branch_cannot_speak_to_the_terminal() -> None:
    found = Changes((), (), ("\x1b[2Jold\u202egnp.html",))
    told = what_changes(found, Branch("origin", "gh-pages"), "https://a.example/", plain)
    assert "  - <U+001B>[2Jold<U+202E>gnp.html" in told.splitlines()
