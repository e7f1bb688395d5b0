"""Readers with a memory: what was read of a text before is not read again."""

import marshal
from collections.abc import Iterable
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
_BODY = ""
"""Which part of its file a body is."""


class MemoryReaders(Readers):
    """Readers that read only what is not remembered."""

    def __init__(self, memory: Memory) -> None:
        """Remember in this memory."""
        self.memory = memory
        self._parts: dict[str, set[str]] = {}

    def open(self) -> None:
        """Open the memory before another process does, so that the file has its tables then."""
        self.memory.paths()

    def found(self) -> bytes:
        """What was read and is not yet written, for another process to take over."""
        return marshal.dumps((self.memory.hand_over(), self._parts))

    def take(self, found: bytes) -> None:
        """Take over what another process found."""
        findings, parts = marshal.loads(found)
        self.memory.take_over(findings)
        self._parts |= parts

    def markdown(
        self, text: str, path: str, first_line: int, doc_id: str
    ) -> tuple[Prose, Diagnostics]:
        """A text, as `markdown.reader.read_markdown` reads it."""
        if path in self._parts:
            self._parts[path].add(doc_id)
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
        self._begin(path)
        read = super().front(text, path, form)
        self.memory.note("front", path, "", key, read)
        return read

    def sidecar(self, kind: Kind, file: TextFile) -> Sidecar:
        """The entries in a sidecar."""
        known = self.memory.get("sidecar", file.path, "", file.digest)
        if known is not None:
            entries, unread, diagnostics = decoding(_in_sidecar(ENTRY_TYPES[kind.name]))(known)
            return Sidecar({entry.ref: entry for entry in entries}, frozenset(unread), diagnostics)
        self._begin(file.path)
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

    def tidy(self, paths: Iterable[str]) -> None:
        """Forget files that are gone, and texts that are no longer in the files read anew."""
        self.memory.forget(self.memory.paths() - set(paths))
        for path, parts in self._parts.items():
            self.memory.forget_parts("prose", path, parts)

    def _begin(self, path: str) -> None:
        """From now on all texts of a file are asked for, but for its body."""
        if path in self.memory.paths():  # of others nothing can be outdated
            self._parts[path] = {_BODY}


def _key(text: str) -> str:
    return digest(text.encode("utf-8", "surrogatepass"))


def _in_sidecar(entry: type[Entry]) -> Any:
    """The type of what is remembered of a sidecar with entries of this type."""
    return tuple[tuple[entry, ...], tuple[Ref, ...], Diagnostics]  # type: ignore[valid-type]
