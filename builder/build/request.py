"""What a build is asked for, and what it answers."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple

from builder.ground.diagnostics import Diagnostic, Severity

Begin = Callable[[str], None]
"""Told the name of each part of a build as it begins."""


def silently(part: str) -> None:
    """A `Begin` for builds whose parts nobody follows: it does nothing."""


class Request(NamedTuple):
    """A build: the site's folder, where its pages go, and what is different this time.

    Whoever only understands a site asks for it likewise; `output` is "" where no build is meant.

    `url` replaces the one in site.yaml. `strict` makes warnings errors. `clean` forgets what
    earlier builds knew: every page is made anew. Large sites are built in `processes` at once.
    `explain` asks why each page is made. `begin` is told what is being done.
    """

    root: str
    output: str = ""
    url: str | None = None
    drafts: bool = False
    strict: bool = False
    clean: bool = False
    processes: int = 1
    explain: bool = False
    begin: Begin = silently

    @property
    def options(self) -> str:
        """The options on which the pages depend."""
        return f"url={self.url!r} drafts={self.drafts}"


class Summary(NamedTuple):
    """What became of the output, in files; `pages` are those for readers."""

    pages: int
    written: int
    unchanged: int
    removed: int


class Reason(StrEnum):
    """Why a page was made, as a word; docs/commands.md says what each means."""

    CLEAN = "made-anew"
    NEW = "new"
    VIEW = "view-changed"
    FILE = "file-changed"
    TOOLS = "tools-changed"
    TEMPLATES = "templates-changed"


class Explanation(NamedTuple):
    """Why a page was made; where that is known, what in its view differs, and where it is said."""

    path: str
    reason: Reason
    differences: tuple[str, ...] = ()


class Outcome(NamedTuple):
    """What a build said and did. `summary` is None where errors kept it from writing anything."""

    diagnostics: tuple[Diagnostic, ...]
    summary: Summary | None
    explanations: tuple[Explanation, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether errors kept the build from writing."""
        return self.summary is None


def promoted(diagnostics: tuple[Diagnostic, ...], strict: bool) -> tuple[Diagnostic, ...]:
    """The diagnostics; where `strict`, warnings become errors."""
    if not strict:
        return diagnostics
    return tuple(diagnostic._replace(severity=Severity.ERROR) for diagnostic in diagnostics)


def page_count(paths: Iterable[str]) -> int:
    """How many of the files are pages for readers."""
    return sum(path.endswith(".html") for path in paths)
