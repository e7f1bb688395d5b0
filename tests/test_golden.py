"""A rich site and every byte that is made of it. Extra files fail, and so do missing ones.

After a change that is meant: `BACKSTORY_GOLDEN=write` before the test command writes the expected
files anew; read the difference before you commit it.
"""

import os
import shutil
from pathlib import Path

from builder.build.building import build
from builder.build.request import Request

GOLDEN = Path(__file__).parent / "golden"
MARKER = ".backstory"


def files(folder: Path) -> dict[str, bytes]:
    """The bytes of every file in a folder, but for the builder's marker."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MARKER
    }


def test_every_byte_of_the_golden_site(tmp_path: Path) -> None:
    shutil.copytree(GOLDEN / "site", tmp_path / "site")
    outcome = build(Request(str(tmp_path / "site"), str(tmp_path / "out")))
    assert outcome.diagnostics == ()
    made, expected = files(tmp_path / "out"), GOLDEN / "expected"
    if os.environ.get("BACKSTORY_GOLDEN") == "write":
        shutil.rmtree(expected, ignore_errors=True)
        for path, data in made.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_bytes(data)
    assert made.keys() == files(expected).keys()
    for path, data in files(expected).items():
        assert made[path].decode() == data.decode(), path
