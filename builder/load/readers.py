"""The readers of a site's files, part by part, and what the parts come to.

What they read with costs more to load than a build of a small site whose texts are remembered:
each is loaded when it is first asked.
"""

from collections.abc import Callable
from typing import TypeAlias

from builder.ground.diagnostics import Diagnostic
from builder.ground.values import Value
from builder.model.articles import PageFrontMatter
from builder.model.entries import Entry
from builder.model.prose import Prose
from builder.model.refs import Kind, Ref
from builder.model.settings import Settings
from builder.model.values import Origin
from builder.sources.files import TextFile

Markdown: TypeAlias = Callable[[str, str, int, str], tuple[Prose, tuple[Diagnostic, ...]]]
"""`read_markdown`, or one that remembers: text, path, first line and an id to prose."""


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


class Readers:
    """Reads everything anew."""

    def markdown(
        self, text: str, path: str, first_line: int, doc_id: str
    ) -> tuple[Prose, tuple[Diagnostic, ...]]:
        """A text, as `markdown.reader.read_markdown` reads it."""
        from builder.load.markdown.reader import read_markdown

        return read_markdown(text, path, first_line, doc_id)

    def front(self, text: str, path: str, form: type[PageFrontMatter]) -> Front:
        """The front matter of a file, which is of this form."""
        from builder.load.fronts import read_front

        return read_front(text, path, form, self.markdown)

    def sidecar(self, kind: Kind, file: TextFile) -> Sidecar:
        """The entries in a sidecar."""
        from builder.load.sidecars import read_sidecar

        return read_sidecar(kind, file, self.markdown)

    def settings(self, file: TextFile) -> SettingsRead:
        """The settings in site.yaml, not yet judged by `forms.settings_faults`."""
        from builder.load.settings import read_settings

        return read_settings(file, self.markdown)
