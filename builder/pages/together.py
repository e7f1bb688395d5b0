"""Who is mentioned with whom: the people that stand in the same sentences as an entry."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set

from builder.model.studies import Met, Study

MOST = 8
"""As many people are shown as mentioned with an entry."""
LISTED = 50
"""A sentence that names more than these is a list, and says nothing of who belongs together."""


def companions(articles: Iterable[Study], persons: Set[Met]) -> Mapping[Met, Counter[Met]]:
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
