"""builder.sources.lines: the lines of a file as editors count them, and of no other file."""

from pathlib import Path

import pytest

from builder.sources.lines import lines_in
from tests.smallsite import put


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a\nb", ["a", "b"]),
        (b"a\r\nb\rc", ["a", "b", "c"]),
        (b"\xef\xbb\xbfa", ["a"]),
        (b"\xffa", ["\ufffda"]),
        ("a\u2028b".encode(), ["a\u2028b"]),
    ],
)
def test_lines_are_split_as_editors_do(tmp_path: Path, data: bytes, expected: list[str]) -> None:
    put(tmp_path, "x.md", data)
    assert lines_in(str(tmp_path))("x.md") == expected


def test_what_is_no_file_of_the_site_has_no_lines(tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(put(tmp_path, "secret", "x"))
    lines = lines_in(str(tmp_path))
    assert [lines(path) for path in ("link.md", "none.md", "a\0.md", "")] == [()] * 4
