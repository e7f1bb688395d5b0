"""The plan of the last build, made once more, so that what is different now can be told.

The disk has other files now. What they held is named in the manifest, and remembered with what was
read of it: so the site is understood once more, from that alone.
"""

from collections.abc import Mapping

from builder.build.fastpath import Situation
from builder.build.reading import MANY, SiteRead
from builder.build.request import Request
from builder.build.study.memoryreaders import MemoryReaders
from builder.build.understanding import Planned, understand
from builder.ground.values import Value
from builder.load.layout import articles_in
from builder.sources.files import SourceFile, Sources, TextFile
from builder.sources.naming import TEXTS, suffix
from builder.sources.troubles import Unable, Unsteady
from builder.write.memory import Finding, Memory

_LOOKS = ("theme/", "templates/")
"""The folders of templates: a file of the later one is laid over one of the earlier."""


class Remembered(Value, frozen=True):
    """A file as the last build read it."""

    path: str
    digest: str
    memory: Memory

    @property
    def data(self) -> bytes:
        """The bytes. Raises Unsteady where they are forgotten."""
        data = self.memory.get("source", self.path, "", self.digest)
        if data is None:
            raise Unsteady(self.path)
        return data


def keep_texts(here: Situation, sources: Sources, memory: Memory) -> None:
    """Remember the texts of this build, as far as they are not remembered by the same toolchain.

    Of many new articles none is kept: it would cost the first build of a large site a hundredth
    more, and make what is remembered a quarter larger.
    """
    is_anew = here.known.toolchain != here.toolchain
    new = {
        path: file
        for path, file in sources.texts.items()
        if is_anew or isinstance(file, SourceFile)
    }
    articles = articles_in(new)
    left_out = set(articles) if len(articles) >= MANY else ()
    for path, file in new.items():
        if path not in left_out:
            memory.keep(Finding("source", path, "", file.digest, file.data))


def planned_last(request: Request, here: Situation) -> Planned | None:
    """What the last build planned; None where too little is remembered of it.

    It is planned with the options of this build. Pages that others made have other keys than the
    manifest has, and are not compared.
    """
    if here.known.toolchain != here.toolchain:
        return None
    memory = Memory(None, here.toolchain, like=here.cache)
    held = {path: digest for path, (_, digest) in here.known.inputs.items() if digest}
    site = SiteRead(_sources(request.root, held, memory), (), MemoryReaders(memory))
    try:
        return understand(site, Request(request.root, "", request.url, request.drafts)).planned
    except Unable:
        return None


def _sources(root: str, held: Mapping[str, str], memory: Memory) -> Sources:
    """The sources as the last build read them; `held` are the digests of its files, by path."""
    files = [Remembered(path, digest, memory) for path, digest in held.items()]
    own = [file for file in files if not file.path.startswith(_LOOKS)]
    media = {file.path: file.digest for file in own if suffix(file.path) not in TEXTS}
    looks: dict[str, TextFile] = {
        file.path.removeprefix(tree): file
        for tree in _LOOKS
        for file in files
        if file.path.startswith(tree)
    }
    texts = {file.path: file for file in own if file.path not in media}
    return Sources(root, texts, media, dict(sorted(looks.items())))
