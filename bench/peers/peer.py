"""What a generator must tell to take part, and what the layouts share.

The job is the same for all: Markdown to pages; every entry's first mention on each page linked with
its summary as a preview; a page for each entry with the articles that mention it.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bench.corpus import Corpus

LAYOUTS = Path(__file__).parent / "layouts"


class Peer(NamedTuple):
    """A generator.

    `lay` writes a corpus as a site into an empty folder; `install` puts the generator into the
    bench's folder, where `command` builds a site with it and `version` says which one it is. `made`
    are the site's folders that a cold build starts without. `article` and `entry` are the
    source files of the first article and the first entry, which the edits change.
    """

    name: str
    lay: Callable[[Corpus, Path], None]
    install: Callable[[Path], None]
    command: Callable[[Path], list[str]]
    version: Callable[[Path], str]
    made: tuple[str, ...]
    article: Callable[[Corpus], str]
    entry: Callable[[Corpus], str]


def put(folder: Path, path: str, text: str) -> None:
    """Write a file, and the folders above it."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def front(**values: str | Sequence[str]) -> str:
    """Front matter; the date stands bare, everything else as JSON, which is YAML too."""
    lines = (
        f"{key}: {value if key == 'date' else json.dumps(value, ensure_ascii=False)}\n"
        for key, value in values.items()
    )
    return "---\n" + "".join(lines) + "---\n\n"


def copy_layout(name: str, site: Path) -> None:
    """Copy a generator's templates and configuration into a site."""
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(LAYOUTS / name, site, ignore=ignore, dirs_exist_ok=True)


def install_python(folder: Path, package: str) -> None:
    """A private environment with one package from PyPI, unless it is there."""
    if not folder.exists():
        run([sys.executable, "-m", "venv", str(folder)])
    run([str(folder / "bin" / "pip"), "install", "--disable-pip-version-check", "-q", package])


def run(argv: Sequence[str], environment: Mapping[str, str] | None = None) -> str:
    """What a command prints. Raises CalledProcessError where it fails."""
    done = subprocess.run(
        list(argv), check=True, capture_output=True, encoding="utf-8", env=environment
    )
    return done.stdout.strip()
