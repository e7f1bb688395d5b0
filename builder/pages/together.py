"""Who is mentioned with whom: the people that stand in the same sentences as an entry."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping

from builder.model.refs import Ref
from builder.pages.material import Material

MOST = 8

Together = Mapping[Ref, tuple[Ref, ...]]


def companions(material: Material) -> Together:
    """For every entry, the people it shares sentences with, the most frequent first."""
    shared: dict[Ref, Counter[Ref]] = defaultdict(Counter)
    for article in material.content.articles:
        starts = [start for start, _ in material.sentences[article.slug]]
        named: dict[int, dict[Ref, None]] = defaultdict(dict)
        for mention in material.linked.articles[article.slug].mentions:
            named[bisect_right(starts, mention.start)].setdefault(mention.subject)
        for subjects in named.values():
            people = [ref for ref in subjects if ref.kind == "person"]
            for subject in subjects:
                shared[subject].update(person for person in people if person != subject)
    return {ref: tuple(p for p, _ in counter.most_common(MOST)) for ref, counter in shared.items()}
