"""Counting whom the articles of a group name: a part of the census."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from builder.ground.values import Value, name_of
from builder.model.content import Content
from builder.model.studies import Met, Study

LISTED = 50
"""A sentence that names more than these is a list, and says nothing of who belongs together."""


class Part(Value, frozen=True):
    """What the articles of a group say of a subject; articles stand by their place in the group.

    `times`: how often they name it. `sentences`: a digest of the sentences that do, with the days
    of their articles. `together`: how often it is mentioned with whom. `first`: the first article
    that names it by an acronym. `articles`: all that name it.
    """

    times: int
    sentences: str
    together: dict[str, int]
    first: int | None
    articles: tuple[int, ...]


def counted(content: Content, articles: Sequence[Study]) -> dict[str, Part]:
    """By subject, what these articles say of it."""
    times: dict[Met, int] = defaultdict(int)
    said: dict[Met, list[tuple[int, str]]] = defaultdict(list)
    first: dict[Met, int] = {}
    acronyms = {n for n, ref in enumerate(content.numbered) if ref.kind == "acronym"}
    for place, article in enumerate(articles):
        met = article.met
        for entry, subject, count, sentences in article.names:
            one = met[subject]
            times[one] += count
            said[one].append((place, sentences))
            if met[entry] in acronyms:
                first.setdefault(one, place)
    persons = {n for n, ref in enumerate(content.numbered) if ref.kind == "person"}
    together = _companions(articles, persons)
    return {
        str(content.ref(one)): Part(
            times=times[one],
            sentences=name_of([(articles[place].order, names) for place, names in found]),
            together={str(content.ref(other)): n for other, n in together.get(one, {}).items()},
            first=first.get(one),
            articles=tuple(dict.fromkeys(place for place, _ in found)),
        )
        for one, found in said.items()
    }


def _companions(articles: Iterable[Study], persons: Set[Met]) -> Mapping[Met, Counter[Met]]:
    """For every subject, how often it shares sentences with which of the persons."""
    shared: dict[Met, Counter[Met]] = defaultdict(Counter)
    for article in articles:
        for places in article.together:
            if len(places) > LISTED:
                continue
            subjects = [article.met[place] for place in places]
            people = [one for one in subjects if one in persons]
            for subject in subjects:
                counted = shared[subject]
                for person in people:
                    if person != subject:
                        counted[person] += 1
    return shared
