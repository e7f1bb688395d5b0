"""Where names stand in the texts of a site, apart from the mentions that linking found."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from builder.ground.automaton import finder
from builder.ground.text import HYPHENS, fold, is_edge
from builder.model.annotations import Linked, Mention, TextKey
from builder.model.content import Content
from builder.model.refs import Ref


class Standing(NamedTuple):
    """The names that stand free somewhere; for others, whose longer names hold them, and which."""

    free: frozenset[str]
    inside: Mapping[str, Mapping[Ref, str]]


def standing(content: Content, linked: Linked, owners: Mapping[str, frozenset[str]]) -> Standing:
    """Where names stand as whole words in any text of the site.

    Args:
        content: The site.
        linked: Its annotations.
        owners: The names, made comparable; and for each, those whose own texts do not count.
    """
    listed = list(owners)
    find = finder([*listed, *(name[:1].upper() + name[1:] for name in listed)])
    free: set[str] = set()
    inside: dict[str, dict[Ref, str]] = defaultdict(dict)
    for key, _, prose in content.texts() if listed else ():
        folded = fold(prose.text)
        mentions = _mentions(linked, key)
        for pattern, first, last in find(folded.text):
            name = listed[pattern % len(listed)]
            span = folded.start(first), folded.end(last)
            if name in free or key.owner in owners[name] or not _is_whole(prose.text, *span):
                continue
            longer = _longer(mentions, *span)
            if longer is None:
                free.add(name)
            else:
                words = " ".join(prose.text[longer.start : longer.end].split())
                inside[name][longer.subject] = words
    return Standing(frozenset(free), inside)


def _mentions(linked: Linked, key: TextKey) -> tuple[Mention, ...]:
    kind, _, slug = key.owner.partition(":")
    if kind == "article" and key.field == "body":
        return linked.articles[slug].mentions
    return linked.texts[key]


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether words begin and end there; a plural's ending and what a hyphen joins do not count."""
    return _ends(text, start) and any(
        text.startswith(ending, end) and _ends(text, end + len(ending))
        for ending in ("", "s", "es")
    )


def _ends(text: str, index: int) -> bool:
    around = text[max(0, index - 1) : index + 1]
    return is_edge(text, index) or any(char in HYPHENS for char in around)


def _longer(mentions: Sequence[Mention], start: int, end: int) -> Mention | None:
    """The mention that holds this place and more. Mentions are in order and do not overlap."""
    index = bisect_right(mentions, start, key=lambda mention: mention.start) - 1
    if index < 0:
        return None
    mention = mentions[index]
    holds = end <= mention.end and (mention.start, mention.end) != (start, end)
    return mention if holds else None
