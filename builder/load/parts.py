"""What the parts of a site's files come to once they are read, and what reads Markdown."""

from collections.abc import Callable
from typing import TypeAlias

from builder.ground.diagnostics import Diagnostic
from builder.ground.values import Value
from builder.model.articles import PageFrontMatter
from builder.model.entries import Entry
from builder.model.prose import Prose
from builder.model.refs import Ref
from builder.model.settings import Settings
from builder.model.values import Origin

Markdown: TypeAlias = Callable[[str, str, int, str], tuple[Prose, tuple[Diagnostic, ...]]]
"""`markdown.read_markdown`, or one that remembers: text, path, first line and an id to prose."""


class Front(Value, frozen=True):
    """Front matter (None where it cannot be used), its places, the file's slug, and faults."""

    fields: PageFrontMatter | None
    origin: Origin
    slug: str
    diagnostics: tuple[Diagnostic, ...]


class Sidecar(Value, frozen=True):
    """The entries that could be read, the ids of those that could not (or `ANY`), and faults."""

    entries: dict[Ref, Entry]
    unread: frozenset[Ref]
    diagnostics: tuple[Diagnostic, ...]


class SettingsRead(Value, frozen=True):
    """The settings, or None where there is not enough to make them of; and faults."""

    settings: Settings | None
    diagnostics: tuple[Diagnostic, ...]
