"""Reading with a memory: what was read of a text before is not read again."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple

from builder.ground.diagnostics import Diagnostic
from builder.ground.digests import digest
from builder.ground.values import decoding
from builder.load.content import load_sidecar
from builder.load.reading import Locate
from builder.load.sidecars import Sidecar
from builder.model.entries import ENTRY_TYPES
from builder.model.prose import Prose
from builder.model.refs import Kind, Ref
from builder.sources.files import TextFile
from builder.write.memory import Memory


class _Text(NamedTuple):
    prose: Prose
    diagnostics: tuple[Diagnostic, ...]


class Recalling:
    """Readers of Markdown and sidecars that remember (see `builder.load.content.Readers`)."""

    def __init__(self, memory: Memory) -> None:
        """Remember in this memory."""
        self._memory = memory
        self._parts: dict[str, set[str]] = defaultdict(set)

    def markdown(
        self, text: str, path: str, locate: Locate, doc_id: str
    ) -> tuple[Prose, tuple[Diagnostic, ...]]:
        """A text, as `markdown.read_markdown` reads it."""
        if path in self._memory.paths():  # of others nothing can be outdated
            self._parts[path].add(doc_id)
        key = digest(f"{locate(0, 0)}\0{text}".encode("utf-8", "surrogatepass"))
        known = self._memory.get("prose", path, doc_id, key)
        if known is not None:
            return _text_of(known)
        from builder.load.markdown import read_markdown  # half of the cost of reading: on demand

        read = _Text(*read_markdown(text, path, locate, doc_id))
        self._memory.note("prose", path, doc_id, key, read)
        return read

    def sidecar(self, kind: Kind, file: TextFile) -> Sidecar:
        """The entries in a sidecar."""
        known = self._memory.get("sidecar", file.path, "", file.digest)
        if known is not None:
            entries, unread, told = _sidecar(kind.name)(known)
            return Sidecar({entry.ref: entry for entry in entries}, frozenset(unread), told)
        read = load_sidecar(kind, file, self.markdown)
        value = (tuple(read.entries.values()), sorted(read.unread), read.diagnostics)
        self._memory.note("sidecar", file.path, "", file.digest, value)
        return read

    def tidy(self, paths: Iterable[str]) -> None:
        """Forget files that are gone, and of those that were read, texts they no longer hold."""
        self._memory.forget(self._memory.paths() - set(paths))
        for path, parts in self._parts.items():
            self._memory.forget_parts("prose", path, parts)


def _text_of(data: bytes) -> _Text:
    return _decoding()(data)


@cache
def _decoding() -> Callable[[bytes], _Text]:
    return decoding(_Text)


@cache
def _sidecar(kind: str) -> Any:
    entry = ENTRY_TYPES[kind]
    return decoding(tuple[tuple[entry, ...], tuple[Ref, ...], tuple[Diagnostic, ...]])  # type: ignore[valid-type]
