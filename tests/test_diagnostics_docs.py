"""docs/diagnostics/: a page for every code, a code for every page, and examples that are true.

The example on a page is a small site, as in tests/cases/; its `diagnostics` block is what the
builder says of it, all of it. What cannot be written as a text is made below, with the reason.
After a change of words that is meant, `BACKSTORY_GOLDEN=write` before the test command renews them.
"""

import ast
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from markdown_it import MarkdownIt

from builder.build.checking import check, finished
from builder.build.former import last_build
from builder.build.judging import judge
from builder.ground.codes import CODES
from builder.ground.diagnostics import Diagnostic, in_order
from tests.photographs import photograph
from tests.project import FRONT, SITE, lines, needs_front
from tests.smallsite import PICTURE, built, put, request

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs" / "diagnostics"

BARE = frozenset({"front-matter-missing"})
"""Codes whose example would be mended by the front matter that the others are given."""

LAST = frozenset({"too-many-faults"})
"""Codes of whose example the last message alone is shown: before it stand a thousand."""

CHECKED = frozenset(
    {"address-gone", "duplicate-id", "image-unsized", "template-failed", "template-ignored"}
)
"""Codes that show when pages are made, or compared with those of a build."""

BEFORE = "before "
"""With this an example names a file as it was when the site was built last."""

UNSEEN: Mapping[str, str] = {
    "cannot-build": "the preview says it when the disk or another build is in the way",
    "internal-error": "the preview says it of a fault of the builder's own",
    "unreadable-file": "permissions do not bind a test that runs as root",
    "unreadable-name": "not every disk takes a name that is not UTF-8",
    "name-collision": "not every disk holds two names that differ by capitals",
}


def _special(**makers: Callable[[Path], object]) -> dict[str, Callable[[Path], object]]:
    return {code.replace("_", "-"): make for code, make in makers.items()}


def _symlink(root: Path) -> None:
    (root / "content/map.png").symlink_to(put(root, "elsewhere/map.png", b""))


def _hard_link(root: Path) -> None:
    os.link(put(root, "elsewhere/map.png", b""), root / "content/map.png")


# Made here because a page cannot hold them: bytes, sizes, links, thousands of lines.
SPECIAL = _special(
    bad_encoding=lambda root: put(
        root, "content/a.md", b"---\ntitle: Caf\xe9\ndate: 2020-01-07\n---\n"
    ),
    file_too_large=lambda root: put(root, "content/glossary.yaml", b" " * 2_000_001),
    hard_link_refused=_hard_link,
    image_heavy=lambda root: put(root, "content/bridge.png", PICTURE + bytes(2_500_000)),
    image_location=lambda root: put(root, "content/bridge.jpg", photograph()),
    missing_alt=lambda root: put(root, "content/bridge.png", PICTURE),
    missing_settings=lambda root: (root / "site.yaml").unlink(),
    not_a_file=lambda root: os.mkfifo(root / "content/map.png"),
    not_nfc=lambda root: put(root, "content/a.md", FRONT + "Jose\u0301 spoke.\n"),
    not_utf8=lambda root: put(root, "templates/page.html", b"\xff"),
    symlink_refused=_symlink,
    template_failed=lambda root: put(root, "templates/404.html", "{{ page.titel }}"),
    text_too_intricate=lambda root: put(root, "content/a.md", FRONT + "[" * 60_000),
    text_too_long=lambda root: put(root, "content/a.md", FRONT + "word " * 200_001),
    too_deep=lambda root: put(root, "content/" + "a/" * 33 + "map.png", b""),
    too_many_faults=lambda root: put(
        root, "content/glossary.yaml", "\n".join(f"x: {n}" for n in range(1200))
    ),
)


class Example(NamedTuple):
    """The files of a page's example, and what is expected of them."""

    files: dict[str, str]
    expected: str


def example(page: str) -> Example:
    """The example on a page."""
    fences = [token for token in MarkdownIt().parse(page) if token.type == "fence"]
    named = [(token.info.partition(" "), token.content) for token in fences]
    files = {name: content for (_, _, name), content in named if name}
    expected = [content for (kind, _, name), content in named if kind == "diagnostics"]
    return Example(files, "".join(expected))


def said(code: str, files: Mapping[str, str], root: Path) -> str:
    """What the builder says of the example of a code, made in the folder `root`."""
    fronted = {name for name, text in files.items() if code not in BARE and needs_front(name, text)}
    put(root, "site.yaml", SITE)
    (root / "content").mkdir(exist_ok=True)
    texts = {name: FRONT + text if name in fronted else text for name, text in files.items()}
    now = {name: text for name, text in texts.items() if not name.startswith(BEFORE)}
    if code != "no-article" and not any(name.endswith(".md") for name in now):
        now["a.md"] = FRONT + "Text\n"
    if was := {name.removeprefix(BEFORE): text for name, text in texts.items() if name not in now}:
        _lay(root, {**now, **was})
        built(root)
    _lay(root, now)
    if code in SPECIAL:
        SPECIAL[code](root)
    paths = frozenset(_placed(name) for name in fronted)
    told = lines(_diagnostics(code, root), paths)
    return told.rpartition("\n")[2] if code in LAST else told


def _lay(root: Path, texts: Mapping[str, str]) -> None:
    for name, text in texts.items():
        put(root, _placed(name), text)


def _placed(name: str) -> str:
    at_root = name == "site.yaml" or name.startswith(("templates/", "content/"))
    return name if at_root else f"content/{name}"


def _diagnostics(code: str, root: Path) -> tuple[Diagnostic, ...]:
    """What is said of the sources; of the codes in `CHECKED`, all that `backstory check` says."""
    wanted = request(root)
    if code not in CHECKED:
        return check(wanted).diagnostics
    understood = check(wanted, last_build(wanted.output))
    return in_order(
        [*understood.diagnostics, *judge(understood, wanted, finished(wanted)).diagnostics]
    )


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert {path.stem for path in DOCS.glob("*.md")} - {"README"} == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_page(code: str, tmp_path: Path) -> None:
    path = DOCS / f"{code}.md"
    page = path.read_text(encoding="utf-8")
    head, _, rest = page.partition("\n\n")
    assert head == f"# {code}"
    assert rest.startswith(f"{CODES[code].severity.capitalize()}: {CODES[code].meaning}\n")
    assert "## How to mend it" in page
    if code in UNSEEN:
        return
    files, expected = example(page)
    found = said(code, files, tmp_path)
    if os.environ.get("BACKSTORY_GOLDEN") == "write":
        path.write_text(page.replace(expected, f"{found}\n"), encoding="utf-8")
    assert f"[{code}]" in expected
    assert found == expected.strip()


def test_the_list_names_every_code() -> None:
    listed = (DOCS / "README.md").read_text(encoding="utf-8")
    for code, known in CODES.items():
        assert f"| [{code}]({code}.md) | {known.severity} | {known.meaning} |" in listed


def _written() -> Iterator[tuple[str, str]]:
    """The codes and functions of all calls in the builder that make a diagnostic."""
    for path in (ROOT / "builder").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                name = node.func.id
                place = {"error": 0, "warning": 0, "refuse": 1}.get(name)
                code = node.args[place] if place is not None and len(node.args) > 1 else None
                if isinstance(code, ast.Constant) and isinstance(code.value, str):
                    yield code.value, "warning" if name == "warning" else "error"


def test_every_code_in_the_builder_is_registered_with_its_severity() -> None:
    assert {pair for pair in _written() if pair[0] not in CODES} == set()
    assert {
        (code, weight) for code, weight in _written() if CODES[code].severity != weight
    } == set()


def test_every_registered_code_stands_in_the_builder() -> None:
    text = "".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "builder").rglob("*.py")
        if path.name != "codes.py"
    )
    ends = ("-altered", "-ambiguous", "-missing")  # made of “quote” or “passage” and one of these
    missing = [
        code
        for code in CODES
        if f'"{code}"' not in text
        and not (code.startswith(("quote", "passage")) and code.endswith(ends))
    ]
    assert missing == []
