"""Brings the theme's catalogues up to date: `python -m tests.messages`.

Reads every word of the interface from the templates and the renderer, and writes them into each
`templates/locale/<language>.po`. Translations stay; new words come with an empty one, to be filled.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "templates" / "locale"
TEMPLATE_OPTIONS = {"trim_blocks": "true", "lstrip_blocks": "true", "newstyle_gettext": "true"}
# Lines of the header that change with the day or the tool, or say nothing.
PASSING = tuple(
    f'"{name}'
    for name in ("POT-", "PO-Rev", "Generated", "Report-", "Last-Tr", "Language-T", "Project-")
)
KEYWORDS: dict[str, Any] = {"_": None, "gettext": None, "ngettext": (1, 2), "translate": None}


def messages() -> Catalog:
    """Every word of the interface, with the places where it stands."""
    catalog = Catalog(project="Backstory", charset="utf-8")
    for path, found in _found():
        _, said, comments, context = found
        catalog.add(said, None, [(path, 0)], auto_comments=comments, context=context)
    return catalog


def _found() -> Iterator[tuple[str, Any]]:
    for path in sorted(path for path in (ROOT / "templates").iterdir() if path.is_file()):
        with path.open("rb") as file:
            for line, _, said, comments in babel_extract(
                file, list(KEYWORDS), [], TEMPLATE_OPTIONS
            ):
                words = [said] if isinstance(said, str) else [w for w in said or () if w]
                one = words[0] if len(words) == 1 else tuple(words)
                yield f"templates/{path.name}", (line, one, comments, None)
    for path in sorted((ROOT / "builder" / "render").glob("*.py")):
        with path.open("rb") as file:
            for found in extract("python", file, KEYWORDS):
                yield f"builder/render/{path.name}", found


def read(path: Path) -> Catalog:
    """A catalogue."""
    with path.open("rb") as file:
        return read_po(file)


def updated(path: Path) -> bytes:
    """A catalogue with the words of today, in the order of the words."""
    catalog = read(path)
    catalog.update(messages(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    written = BytesIO()
    write_po(written, catalog, sort_output=True, omit_header=False, width=98)
    lines = written.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(PASSING)).encode()


def forms(words: object) -> list[str]:
    """The forms of a message: one, or one for each plural."""
    return list(words) if isinstance(words, list | tuple) else [str(words)]


if __name__ == "__main__":
    for file in sorted(LOCALE.glob("*.po")):
        file.write_bytes(updated(file))
        empty = [one.id for one in read(file) if one.id and not all(forms(one.string))]
        print(f"{file.name}: {len(empty)} words without a translation")
