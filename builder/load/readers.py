"""The readers of a site's files, part by part.

What they read with costs more to load than a build of a small site whose texts are remembered:
each is loaded when it is first asked.
"""

from builder.ground.diagnostics import Diagnostic
from builder.load.parts import Front, SettingsRead, Sidecar
from builder.model.articles import PageFrontMatter
from builder.model.prose import Prose
from builder.model.refs import Kind
from builder.sources.files import TextFile


class Readers:
    """Reads everything anew."""

    def markdown(
        self, text: str, path: str, first_line: int, doc_id: str
    ) -> tuple[Prose, tuple[Diagnostic, ...]]:
        """A text, as `markdown.read_markdown` reads it."""
        from builder.load.markdown import read_markdown

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
