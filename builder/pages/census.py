"""The census: who is named on the whole site, how often, where, and with whom.

To count takes a look at each name in each article. So the articles stand in groups; what was
counted in a group is remembered, and counted anew only where one of its articles says something
else.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from zlib import crc32

from builder.ground.grouping import grouped
from builder.ground.values import Value, decoding, encoded, name_of
from builder.model.refs import Ref
from builder.model.studies import Study, rank
from builder.pages.counting import Part, counted
from builder.pages.material import Material

GROUPS = 16
"""An edit counts one group anew and adds up all: so they are neither large nor many."""
MOST = 8
"""How many people are shown as mentioned with an entry."""


class Counted(Value, frozen=True):
    """What the articles say of a subject.

    `times`: how often their bodies name it. `sentences`: a digest of all sentences that do.
    `together`: the people that are most often mentioned with it. `first`: the slug of the first
    article that names it by an acronym.
    """

    times: int
    sentences: str
    together: tuple[Ref, ...]
    first: str | None


class Census:
    """What the articles say of each subject, which is an entry or what an acronym stands for."""

    def __init__(self, material: Material) -> None:
        """The census of a site."""
        self._content = material.content
        self._kept = material.reader.kept
        self.of = cache(self._of)

    def articles(self, subject: Ref) -> list[str]:
        """The slugs of the articles that name a subject in their bodies, the newest first."""
        parts = self._parts.get(str(subject), ())
        found = (group[place] for group, part in parts for place in part.articles)
        return [article.slug for article in sorted(found, key=rank, reverse=True)]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {str(ref): number for ref, number in self._content.numbers.items()}

    @cached_property
    def _groups(self) -> list[list[Study]]:
        groups: list[list[Study]] = [[] for _ in range(GROUPS)]
        for article in self._content.articles:
            groups[crc32(article.slug.encode()) % GROUPS].append(article)
        return groups

    @cached_property
    def _parts(self) -> Mapping[str, list[tuple[Sequence[Study], Part]]]:
        """By subject, what the articles of each group say of it."""
        read = decoding(dict[str, Part])
        return grouped(
            (subject, (group, part))
            for number, group in enumerate(self._groups)
            if group
            for subject, part in read(self._remembered(number, group)).items()
        )

    def _remembered(self, number: int, group: Sequence[Study]) -> bytes:
        name = name_of([article.gist for article in group])
        return self._kept(
            "census", str(number), name, lambda: encoded(counted(self._content, group))
        )

    def _of(self, subject: Ref) -> Counted:
        parts = self._parts.get(str(subject), [])
        firsts = (group[part.first] for group, part in parts if part.first is not None)
        first = min(firsts, key=rank, default=None)
        return Counted(
            times=sum(part.times for _, part in parts),
            sentences=name_of([part.sentences for _, part in parts]),
            together=self._most(part.together for _, part in parts if part.together),
            first=first.slug if first else None,
        )

    def _most(self, counts: Iterable[Mapping[str, int]]) -> tuple[Ref, ...]:
        """The people that were counted most; of as many, those that stand first in the sidecar."""
        total: dict[str, int] = defaultdict(int)
        for each in counts:
            for person, times in each.items():
                total[person] += times
        numbers = self._numbers
        known = (person for person in total if person in numbers)
        ranked = sorted(known, key=lambda person: (-total[person], numbers[person]))
        return tuple(map(Ref.parse, ranked[:MOST]))
