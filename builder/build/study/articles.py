"""The articles of a site: those that are known are recalled, the others studied."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from builder.build.processes.workers import spread
from builder.build.reading import MANY
from builder.build.study.memoryreaders import MemoryReaders
from builder.build.study.shelf import Shelf
from builder.build.study.student import Student
from builder.build.study.studying import Studied
from builder.ground.diagnostics import Diagnostic
from builder.ground.values import Value
from builder.load.collisions import slug_collisions
from builder.load.content import load_article
from builder.load.layout import articles_in
from builder.model.annotations import Sighting
from builder.model.refs import Ref
from builder.model.studies import Study, rank
from builder.pages.material import Reader
from builder.sources.files import TextFile

AT_HAND = 256
"""Articles of which it is kept what they mention."""


class Studies(Value, frozen=True):
    """The `articles` by date, what was seen in each file, and what is wrong.

    `unread` are left out: those that cannot be read, and the later of two with one slug.

    `shelf` has their texts, and `reader` finds all that a study leaves out.
    """

    articles: tuple[Study, ...]
    unread: frozenset[Ref]
    sightings: Mapping[str, Sequence[Sighting]]
    diagnostics: tuple[Diagnostic, ...]
    shelf: Shelf
    reader: Reader


def study_all(student: Student, texts: Mapping[str, TextFile], processes: int) -> Studies:
    """Every article of a site, studied by this student.

    Args:
        student: Who knows what is looked for in them.
        texts: The files of the site.
        processes: How many may work at once.
    """
    files = [texts[path] for path in articles_in(texts)]
    if not student.at_hand.studied:
        student.at_hand.recall(files, student.memory)
    found = student.known(files)
    new = [file for file in files if file.path not in found]
    found |= _studied(student, new, processes)
    records = [found[file.path].record for file in files]
    left_out, collisions = slug_collisions(record.claim for record in records)
    kept = [r.study for n, r in enumerate(records) if r.study and n not in left_out]
    by_slug = {study.slug: texts[study.path] for study in kept}
    shelf = Shelf(kept, by_slug, student.read)
    return Studies(
        articles=tuple(sorted(kept, key=rank)),
        unread=frozenset(
            Ref("article", r.claim[0]) for n, r in enumerate(records) if r.unread or n in left_out
        ),
        sightings={path: known.sightings for path, known in found.items()},
        diagnostics=(*(told for record in records for told in record.diagnostics), *collisions),
        shelf=shelf,
        reader=Reader(
            article=shelf.read,
            close=lru_cache(AT_HAND)(lambda slug: student.close(by_slug[slug])),
            said=lambda slugs, subject: student.said([by_slug[s] for s in slugs], str(subject)),
            kept=student.memory.of_site,
        ),
    )


def faults_of_articles(
    texts: Mapping[str, TextFile], readers: MemoryReaders
) -> tuple[Diagnostic, ...]:
    """What is wrong with the articles of a site whose settings cannot be used."""
    read = (load_article(texts[path], "UTC", readers) for path in articles_in(texts))
    return tuple(told for page in read for told in page.diagnostics)


def _studied(student: Student, new: Sequence[TextFile], processes: int) -> dict[str, Studied]:
    """What comes of files that are not known yet, by path."""
    if processes > 1 and len(new) >= MANY:
        _spread(student, new, processes)
        student.at_hand.recall(new, student.memory)
    done = student.known(new)
    for file in new:
        if file.path not in done:
            student.study(file)
    return student.known(new)


def _spread(student: Student, files: Sequence[TextFile], processes: int) -> None:
    """Study files in several processes, and keep what comes of it, as far as the disk allows."""
    memory = student.memory
    memory.save()

    def work(file: TextFile) -> bytes:
        student.study(file)
        return memory.hand_over()

    for findings in spread(work, files, processes):
        memory.take_over(findings)
