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
    persons = {number for number, ref in enumerate(content.numbered) if ref.kind == "person"}
    shared: dict[int | Ref, Counter[int | Ref]] = defaultdict(Counter)
    for article in content.articles:
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
    return {
        content.ref(one): tuple(content.ref(person) for person, _ in counter.most_common(MOST))
        for one, counter in shared.items()
    }
