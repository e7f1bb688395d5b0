"""Organizations that an English article names beside their acronyms.

That a body has an acronym shows that it is one body, and where its name ends: without one, “the
National Institute of Standards” may go on. So no other organizations are proposed.
"""

from collections import Counter
from collections.abc import Iterable

from builder.ground.expressions import expression
from builder.ground.slugs import free_slug
from builder.ground.text import one_form
from builder.model.refs import Ref
from builder.propose.entries import Known, Proposal

# Software has foundations and federations too.
_LAST = (
    "Academy|Administration|Agency|Army|Association|Bureau|Commission|Committee|Corporation"
    "|Council|Department|Institute|Ministry|Organi[sz]ation|Party|University"
)
# Behind one of these is told of what or for whom.
_FIRST = (
    "Academy|Association|Bureau|Commission|Committee|Council|Department|Federation|Institutes?"
    "|Ministry|Office|Organi[sz]ation|University"
)
_LARGE = r"(?:[A-Z][\w.’'-]*|&|and|the)"
_BODY = expression(
    rf"[A-Z](?:[\w.’'-]|\s{_LARGE}(?=\s))+\s{_LARGE}\s(?:{_LAST})"
    rf"|(?:[A-Z][\w.’'-]*\s)*(?:{_FIRST})\s(?:for|of|on)\s(?:the\s)?[A-Z].*"
)
"""Three words or more: a Third Party is none, nor is “Master of Business Administration”."""


def proposed_organizations(
    expansions: Iterable[str], known: Known, taken: Counter[str]
) -> dict[str, Proposal]:
    """An entry for each organization among what acronyms stand for, by its name made comparable.

    Args:
        expansions: The words for the acronyms.
        known: The entries by their names.
        taken: The ids of the organizations that there are, in small letters; these are added.
    """
    found: dict[str, Proposal] = {}
    for words in expansions:
        name = one_form(words)
        if name not in found and name not in known and _BODY().fullmatch(words):
            ref = Ref("organization", free_slug(words, taken, "organization"))
            found[name] = Proposal(ref, (("name", words),))
    return found
