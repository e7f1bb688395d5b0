"""Who is mentioned with whom: the people that stand in the same sentences as an entry."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from builder.model.content import Content
from builder.model.refs import Ref

MOST = 8
LISTED = 50
"""A sentence that names more is a list, which says nothing of who belongs together."""

Together = Mapping[Ref, tuple[Ref, ...]]


def companions(content: Content) -> Together:
    """For every entry, the people it shares sentences with, the most frequent first."""
    shared: dict[Ref, Counter[Ref]] = defaultdict(Counter)
    for article in content.articles:
        for subjects in article.together:
            if len(subjects) > LISTED:
                continue
            people = [ref for ref in subjects if ref.kind == "person"]
            for subject in subjects:
                counted = shared[subject]
                for person in people:
                    if person != subject:
                        counted[person] += 1
    return {ref: tuple(p for p, _ in counter.most_common(MOST)) for ref, counter in shared.items()}
