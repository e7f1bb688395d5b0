"""A small site on disk, for tests that build: real files, in a folder of the test's own."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from builder.build.building import build
from builder.build.request import Outcome, Request

ROOT = Path(__file__).parent.parent

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)
"""A PNG of one pixel."""

FILES = {
    "site.yaml": "title: Small\nlanguage: en\n",
    "content/story.md": (
        "---\ntitle: A bridge\ndate: 2020-01-07\n---\n\n"
        "Ada Lovelace opened the bridge. It was long in the making.\n"
    ),
    "content/people.yaml": "ada-lovelace:\n  name: Ada Lovelace\n  summary: She opened it.\n",
}


def site(folder: Path, files: Mapping[str, str | bytes] | None = None) -> Path:
    """Writes the small site, with `files` besides or instead; its root."""
    for path, text in {**FILES, **(files or {})}.items():
        put(folder, path, text)
    return folder


def put(folder: Path, path: str, text: str | bytes) -> Path:
    """Writes one file, and the folders above it."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return target


def request(root: Path, **changes: object) -> Request:
    """A request to build the site into its output/."""
    return Request(str(root), str(root / "output"))._replace(**changes)  # type: ignore[arg-type]


def built(root: Path, **changes: object) -> Outcome:
    """Builds the site; the build must succeed."""
    outcome = build(request(root, **changes))
    assert not outcome.failed, outcome.diagnostics
    return outcome


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by path; a link is its target."""
    return {
        path.relative_to(folder).as_posix(): (
            b"-> " + str(path.readlink()).encode() if path.is_symlink() else path.read_bytes()
        )
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def backstory(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "builder", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
