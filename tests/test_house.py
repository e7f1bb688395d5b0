"""The house rules that import-linter cannot see by itself."""

import tomllib
from pathlib import Path

PROJECT = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text())

# What a package is called when it is imported, where that is not its own name.
IMPORTED = {
    "beautifulsoup4": "bs4",
    "linkify-it-py": "linkify_it",
    "markdown-it-py": "markdown_it",
    "mdit-py-plugins": "mdit_py_plugins",
    "pagefind-bin": "pagefind_bin",
    "pillow": "PIL",
    "pyyaml": "yaml",
}
# Packages without code to import.
DATA = {"fontpkg-amiri", "fontpkg-noto-serif", "tzdata"}


def test_every_outside_package_has_an_owner() -> None:
    names = {d.partition(">")[0].partition("<")[0] for d in PROJECT["project"]["dependencies"]}
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    (owned,) = [set(c["forbidden_modules"]) for c in contracts if c["type"] == "forbidden"]
    assert owned == {IMPORTED.get(name, name) for name in names - DATA}
