"""Readers with a memory: what was read of a text before is not read again."""

from typing import Any

from builder.ground.diagnostics import Diagnostic
from builder.ground.digests import digest
from builder.ground.values import decoding
from builder.load.readers import Front, Readers, SettingsRead, Sidecar
from builder.model.articles import PageFrontMatter
from builder.model.entries import ENTRY_TYPES, Entry
from builder.model.prose import Prose
from builder.model.refs import Kind, Ref
from builder.model.values import Origin
from builder.sources.files import TextFile
from builder.write.memory import Memory

Diagnostics = tuple[Diagnostic, ...]


class MemoryReaders(Readers):
    """Readers that read only what is not remembered."""

    def __init__(self, memory: Memory) -> None:
        """Remember in this memory."""
        self.memory = memory

    def markdown(
        self, text: str, path: str, first_line: int, doc_id: str
    ) -> tuple[Prose, Diagnostics]:
        """A text, as `markdown.reader.read_markdown` reads it."""
        key = _key(f"{first_line}\0{text}")
        known = self.memory.get("prose", path, doc_id, key)
        if known is not None:
            return decoding(tuple[Prose, Diagnostics])(known)
        read = super().markdown(text, path, first_line, doc_id)
        self.memory.note("prose", path, doc_id, key, read)
        return read

    def front(self, text: str, path: str, form: type[PageFrontMatter]) -> Front:
        """The front matter of a file, which is of this form."""
        key = _key(text)
        known = self.memory.get("front", path, "", key)
        if known is not None:
            return Front(*decoding(tuple[form | None, Origin, str, Diagnostics])(known))  # type: ignore[valid-type]
        read = super().front(text, path, form)
        self.memory.note("front", path, "", key, read)
        return read

    def sidecar(self, kind: Kind, file: TextFile) -> Sidecar:
        """The entries in a sidecar."""
        known = self.memory.get("sidecar", file.path, "", file.digest)
        if known is not None:
            entries, unread, diagnostics = decoding(_in_sidecar(ENTRY_TYPES[kind.name]))(known)
            return Sidecar({entry.ref: entry for entry in entries}, frozenset(unread), diagnostics)
        read = super().sidecar(kind, file)
        value = (tuple(read.entries.values()), sorted(read.unread), read.diagnostics)
        self.memory.note("sidecar", file.path, "", file.digest, value)
        return read

    def settings(self, file: TextFile) -> SettingsRead:
        """The settings in site.yaml, not yet judged by `forms.settings_faults`."""
        known = self.memory.get("settings", file.path, "", file.digest)
        if known is not None:
            return decoding(SettingsRead)(known)
        read = super().settings(file)
        self.memory.note("settings", file.path, "", file.digest, read)
        return read


def _key(text: str) -> str:
    return digest(text.encode("utf-8", "surrogatepass"))


def _in_sidecar(entry: type[Entry]) -> Any:
    """The type of what is remembered of a sidecar with entries of this type."""
    return tuple[tuple[entry, ...], tuple[Ref, ...], Diagnostics]  # type: ignore[valid-type]
