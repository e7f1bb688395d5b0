"""Any bytes in any file: diagnostics with true places, never an exception (more: `make fuzz`)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz import share, understood, wrong_places
from tests.mutating import FORMATS

FILES = (
    "site.yaml",
    "content/people.yaml",
    "content/quotes.yaml",
    "content/a.md",
    "content/pages/b.md",
)
SOUND = {
    "site.yaml": b"title: T\n",
    "content/a.md": "---\ntitle: T\ndate: 2020-01-07\n---\nAda said “yes, it is”.\n".encode(),
    "content/people.yaml": b"ada:\n  name: Ada\n",
}


@pytest.mark.parametrize("kind", FORMATS)
def test_samples_that_are_torn_cause_no_fault_of_ours(kind: str) -> None:
    assert share([f"{kind} {number}" for number in range(150)]).faults == ()


@settings(max_examples=150)
@given(st.sampled_from(FILES), st.binary(max_size=400))
def test_any_bytes_are_read_and_told_at_places_that_exist(path: str, data: bytes) -> None:
    files = {**SOUND, path: data}
    assert list(wrong_places(files, understood(files).diagnostics)) == []


@settings(max_examples=150)
@given(st.sampled_from(FILES), st.text(max_size=200))
def test_any_text_behind_a_sound_file_is_read_and_told_at_places_that_exist(
    path: str, text: str
) -> None:
    sound = SOUND.get(path, b"")
    files = {**SOUND, path: sound + text.encode("utf-8", "surrogatepass")}
    assert list(wrong_places(files, understood(files).diagnostics)) == []
