"""Who studies the articles: each is read closely once, and then known by its study.

A study holds under a key: what the file holds, and what was looked for in it. So an edited article
is studied again alone; a new name makes all be searched again, but not read again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from typing import TypeVar

from builder.build.study.studying import Kit, Record, Studied, study_of
from builder.ground.diagnostics import Location
from builder.ground.values import decoding, index, name_of
from builder.link.close import read_closely
from builder.load.articles import PageRead
from builder.load.content import load_article
from builder.load.readers import Readers
from builder.model.articles import Article
from builder.model.studies import Close, Said
from builder.sources.files import TextFile
from builder.write.memory import Memory

T = TypeVar("T")
Spoken = Callable[[str], tuple[Said, ...] | None]
"""The sentences of an article that mention a subject, by its name; None where none does."""
SENTENCES_AT_HAND = 10_000
"""Articles of which the sentences are kept, about 7 kB each: pages of entries ask among all."""


class AtHand:
    """What a process keeps in memory of articles, by the paths of their files.

    `studied`: what studying each came to. `said`: of some, the sentences that mention somebody.
    Both stand behind the key under which they hold. What is kept of a file that is gone stays, and
    is not asked for.
    """

    def __init__(self) -> None:
        """Nothing yet."""
        self.studied: dict[str, tuple[str, Studied]] = {}
        self.said: dict[str, tuple[str, Spoken]] = {}

    def recall(self, files: Iterable[TextFile], memory: Memory) -> None:
        """Take to hand what is remembered of files that are as they were; `known` sifts it."""
        wanted = {file.path: file.digest for file in files}
        for path, key, studied in memory.all_of("study"):
            digest = wanted.get(path)
            if digest and key.startswith(digest):
                self.studied[path] = key, decoding(Studied)(studied)

    def let_go(self, paths: Set[str]) -> None:
        """Forget all articles but these."""
        for held in (self.studied, self.said):
            for path in held.keys() - paths:
                del held[path]


class Student:
    """Studies articles, or remembers what studying them came to."""

    def __init__(self, kit: Kit, memory: Memory, readers: Readers, at_hand: AtHand) -> None:
        """Study with this kit and these readers; keep what is found in this memory, and at hand."""
        self._kit = kit
        self.memory = memory
        self._readers = readers
        self.at_hand = at_hand
        self._with = name_of(
            (kit.zone, kit.lexicon.identity, kit.known.identity, kit.sought.identity)
        )

    def known(self, files: Iterable[TextFile]) -> dict[str, Studied]:
        """What studying these files came to, by path, as far as it is at hand and still true."""
        return _holding(self.at_hand.studied, self._keys(files))

    def read(self, file: TextFile) -> PageRead[Article]:
        """Read an article with its texts."""
        return load_article(file, self._kit.zone, self._readers)

    def study(self, file: TextFile) -> None:
        """Study a file, and keep what it comes to."""
        read = self.read(file)
        article, diagnostics = read.page, read.diagnostics
        if article is None:
            claim = read.slug, Location(file.path)
            studied, found = Studied(Record(None, claim, diagnostics), ()), {}
        else:
            reading = read_closely(article, self._kit.lexicon)
            seen = self._kit.sought.sightings(article)
            study = study_of(article, file.digest, reading, self._kit.known, self._kit.zone)
            studied = Studied(Record(study, None, diagnostics), seen)
            found = {"close": reading.close, "said": reading.said}
        key = self._key(file)
        self.at_hand.studied[file.path] = key, studied
        for kind, value in {"study": studied, **found}.items():
            self.memory.note(kind, file.path, "", key, value)

    def close(self, file: TextFile) -> Close:
        """What the texts of an article mention."""
        return decoding(Close)(self._remembered("close", file))

    def said(self, files: Sequence[TextFile], subject: str) -> Iterator[tuple[Said, ...]]:
        """For each file, the sentences of its article that mention a subject."""
        keys, at_hand = self._keys(files), self.at_hand.said
        known = _holding(at_hand, keys)
        wanted = [path for path in keys if path not in known]
        asked = self.memory.some_of("said", wanted)
        read = {path: data for path, key, data in asked if key == keys[path]}
        spoken_in = index(tuple[Said, ...])
        for file in files:
            spoken = known.get(file.path)
            if spoken is None:
                spoken = spoken_in(read.get(file.path) or self._remembered("said", file))
                if file.path in at_hand or len(at_hand) < SENTENCES_AT_HAND:
                    at_hand[file.path] = keys[file.path], spoken
            yield spoken(subject) or ()

    def _remembered(self, kind: str, file: TextFile) -> bytes:
        """What is remembered of an article; it is studied again where that is forgotten."""
        data = self.memory.get(kind, file.path, "", self._key(file))
        if data is None:
            self.study(file)
            data = self.memory.get(kind, file.path, "", self._key(file))
        assert data is not None
        return data

    def _keys(self, files: Iterable[TextFile]) -> dict[str, str]:
        return {file.path: self._key(file) for file in files}

    def _key(self, file: TextFile) -> str:
        return file.digest + self._with


def _holding(at_hand: Mapping[str, tuple[str, T]], keys: Mapping[str, str]) -> dict[str, T]:
    """What is at hand of these articles under these keys, by path."""
    held = ((path, key, at_hand.get(path)) for path, key in keys.items())
    return {path: known[1] for path, key, known in held if known and known[0] == key}
