"""Which known names stand in a text, whether or not they became mentions there."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from builder.ground.automaton import Hit, finder
from builder.ground.text import HYPHENS, Folded, fold, is_edge
from builder.ground.values import Value
from builder.model.annotations import Mention, Standing


class Finder(Value, frozen=True):
    """Finds names; a hit's pattern is a number in `names`."""

    names: tuple[str, ...]
    find: Callable[[str], list[Hit]]


def finding(names: Iterable[str]) -> Finder:
    """A finder of names, made comparable, which finds them with a capital at the beginning too."""
    listed = tuple(names)
    capitals = {name: name[:1].upper() + name[1:] for name in listed}
    raised = {name: capital for name, capital in capitals.items() if capital != name}
    return Finder((*listed, *raised), finder([*listed, *raised.values()]))


def standing(text: str, mentions: Sequence[Mention], known: Finder) -> Standing:
    """The names that stand in a text as whole words: free, or inside a longer mention."""
    free: set[str] = set()
    inside: dict[tuple[str, str], str] = {}
    starts = [mention.start for mention in mentions]
    for name, start, end in places(fold(text), known):
        if name in free or not _is_whole(text, start, end):
            continue
        longer = _longer(mentions, starts, start, end)
        if longer is None:
            free.add(name)
        else:
            words = text[longer.start : longer.end].split()
            inside[name, str(longer.subject)] = " ".join(words)
    return _standing(free, inside)


def together(found: Iterable[Standing]) -> Standing:
    """What stands in several texts; a name that stands free in one stands free."""
    listed = list(found)
    free = {name for one in listed for name in one.free}
    inside = {(name, subject): words for one in listed for name, subject, words in one.inside}
    return _standing(free, inside)


def _standing(free: set[str], inside: Mapping[tuple[str, str], str]) -> Standing:
    """The names that stand free; and of the others the longer names that hold them."""
    held = ((name, subject, words) for (name, subject), words in inside.items())
    return Standing(tuple(sorted(free)), tuple(item for item in held if item[0] not in free))


def places(folded: Folded, known: Finder) -> Iterator[tuple[str, int, int]]:
    """Where names stand in the text that was folded, whole words or not."""
    for pattern, first, last in known.find(folded.text):
        yield known.names[pattern], *folded.origin(first, last)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether words begin and end there; a plural's ending and what a hyphen joins do not count."""
    return _ends(text, start) and (
        _ends(text, end)
        or (text.startswith("s", end) and _ends(text, end + 1))
        or (text.startswith("es", end) and _ends(text, end + 2))
    )


def _ends(text: str, index: int) -> bool:
    return is_edge(text, index) or text[index - 1] in HYPHENS or text[index] in HYPHENS


def _longer(
    mentions: Sequence[Mention], starts: Sequence[int], start: int, end: int
) -> Mention | None:
    """The mention that holds this place and more. Mentions are in order and do not overlap."""
    index = bisect_right(starts, start) - 1
    if index < 0:
        return None
    mention = mentions[index]
    holds = end <= mention.end and (mention.start, mention.end) != (start, end)
    return mention if holds else None
