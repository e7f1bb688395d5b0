"""The frame of a site: all that stands around its articles, and what they are studied with."""

from collections.abc import Mapping
from typing import NamedTuple

from builder.build.study.memoryreaders import MemoryReaders
from builder.build.study.studying import Kit
from builder.build.study.texts import study_texts
from builder.ground.diagnostics import Diagnostic
from builder.ground.values import Value, name_of, replaced
from builder.inspect.examining import known_names
from builder.link.anchors.seeking import sought
from builder.link.names.lexicon import lexicon
from builder.load.content import load
from builder.load.layout import articles_in
from builder.model.annotations import TextKey
from builder.model.content import Content
from builder.model.studies import Searched
from builder.sources.files import TextFile
from builder.write.memory import Memory


class SiteFrame(Value, frozen=True):
    """The content but for its articles, what these are studied with, what is in all other texts."""

    content: Content
    kit: Kit
    texts: Mapping[TextKey, Searched]


class Framed(NamedTuple):
    """The frame, None where site.yaml cannot be used; and what is wrong with it."""

    frame: SiteFrame | None
    diagnostics: tuple[Diagnostic, ...]


def name_of_frame(files: Mapping[str, TextFile]) -> str:
    """What names the frame: the files it is made of. Of articles it knows that they are there."""
    articles = articles_in(files)
    around = files.keys() - set(articles)
    return name_of(([(path, files[path].digest) for path in sorted(around)], articles))


def framed(files: Mapping[str, TextFile], readers: MemoryReaders, memory: Memory) -> Framed:
    """The frame of the site that these files make."""
    content, unclear = load(files, readers)
    if content is None:
        return Framed(None, unclear)
    kit = Kit(lexicon(content), sought(content), known_names(content), content.settings.timezone)
    texts = study_texts(content, kit.lexicon, kit.known, memory)
    numbered = replaced(content, numbers=kit.lexicon.numbers)
    return Framed(SiteFrame(numbered, kit, texts), (*unclear, *kit.lexicon.crowded))
