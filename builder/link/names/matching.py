"""Finding names: one pass of the automaton, then the edges of words, then the longest match."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import accumulate, groupby
from operator import itemgetter
from unicodedata import normalize

from builder.ground.automaton import finder
from builder.ground.text import fold, is_edge
from builder.ground.values import Value
from builder.link.beginnings import begins_sentence
from builder.link.names.forms import Form
from builder.link.names.wholes import whole

# What may follow a name in Korean without a space: particles of case and topic. They are looked for
# in the text as it stands, which may have them in either normal form.
_COMPOSED = (
    "에서는 으로는 에게서 이라고 에서 에게 으로 까지 부터 처럼 보다 라고 이나 "
    "은 는 이 가 을 를 의 에 와 과 도 로 만 나"
)
_PARTICLES = tuple(f"{_COMPOSED} {normalize('NFD', _COMPOSED)}".split())
_Barring = Callable[[tuple[str, ...]], list[tuple[int, int]]]
"""From phrases to where they stand, by their start: (start, the furthest end of all up to it)."""


class Match(Value, frozen=True):
    """`text[start:end]` is a form of every claimant (one, unless the name is shared)."""

    start: int
    end: int
    claimants: tuple[Form, ...]


class Names(Value, frozen=True):
    """Every form, ready to be found, and the phrases in which a form is not meant.

    `find` gives, for a folded text, all hits as (index, start, end): the index into `claims`, and
    behind these into `phrases`. A claim is a form, and whether its first letter was raised for the
    pattern. `elides` as in `wholes.whole`.
    """

    find: Callable[[str], Sequence[tuple[int, int, int]]]
    claims: tuple[tuple[tuple[Form, bool], ...], ...]
    phrases: tuple[str, ...]
    elides: bool


def names(forms: Iterable[Form], *, elides: bool = False) -> Names:
    """The forms, made into one automaton. A pattern may be claimed by several forms."""
    claims: dict[str, list[tuple[Form, bool]]] = defaultdict(list)
    phrases: set[str] = set()
    for form in forms:
        claims[form.text].append((form, False))
        if form.capital:
            claims[form.text[:1].upper() + form.text[1:]].append((form, True))
        phrases.update(form.not_in)
    listed = sorted(phrases)
    return Names(
        find=finder([*claims, *listed]),
        claims=tuple(tuple(found) for found in claims.values()),
        phrases=tuple(listed),
        elides=elides,
    )


def matches(text: str, known: Names) -> list[Match]:
    """The names in `text`, in order and without overlap: the longest that begins first wins.

    Edges of words are judged on the text as it stands, and before the longest is chosen, so that
    a name that fails at its edge never hides a shorter one inside it.
    """
    folded = fold(text)
    ends: dict[int, list[tuple[int, int]]] = defaultdict(list)
    excluded: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for pattern, first, last in known.find(folded.text):
        start, end = folded.origin(first, last)
        if pattern >= len(known.claims):
            excluded[known.phrases[pattern - len(known.claims)]].append((start, end))
        else:
            ends[start].append((end, pattern))

    @cache  # once for each entry: its phrases may be as many as the mentions of it
    def barring(phrases: tuple[str, ...]) -> list[tuple[int, int]]:
        places = sorted(place for phrase in phrases for place in excluded.get(phrase, ()))
        reaches = accumulate((end for _, end in places), max)
        return [(start, reach) for (start, _), reach in zip(places, reaches, strict=True)]

    chosen: list[Match] = []
    for start in sorted(ends):
        if (not chosen or start >= chosen[-1].end) and is_edge(text, start):
            longest = _longest(text, start, ends[start], known, barring)
            chosen += [longest] if longest else []
    return chosen


def _longest(
    text: str,
    start: int,
    ends: list[tuple[int, int]],
    known: Names,
    barring: _Barring,
) -> Match | None:
    """The longest name that begins here; `ends` are the ends of patterns, each with its number."""
    for end, patterns in groupby(sorted(ends, reverse=True), key=itemgetter(0)):
        if whole(text, start, end, known.elides) == (start, end):
            claims = [
                claim
                for _, pattern in patterns
                for claim in known.claims[pattern]
                if _stands(text, start, end, *claim)
            ]
            if claimants := _claimants(claims, start, end, barring):
                return Match(start, end, claimants)
    return None


def _stands(text: str, start: int, end: int, form: Form, capitalised: bool) -> bool:
    return _ends(text, end, form) and (not capitalised or begins_sentence(text, start))


def _ends(text: str, end: int, form: Form) -> bool:
    """Whether a word ends here, or an ending follows that may stay outside the link."""
    if is_edge(text, end):
        return True
    if any(text.startswith(s, end) and is_edge(text, end + len(s)) for s in form.plurals):
        return True
    return text.startswith(_PARTICLES, end) and any(
        text.startswith(p, end) and is_edge(text, end + len(p)) for p in _PARTICLES
    )


def _claimants(
    claims: list[tuple[Form, bool]], start: int, end: int, barring: _Barring
) -> tuple[Form, ...]:
    """The forms meant here; one that matches as written beats one with its first letter raised.

    Where a phrase of `not_in` bars a form, it bars every form of that subject.
    """
    barred = {
        form.subject
        for form, _ in claims
        if form.not_in and _is_within(start, end, barring(form.not_in))
    }
    left = [claim for claim in claims if claim[0].subject not in barred]
    exact = [form for form, raised in left if not raised]
    return tuple(exact or [form for form, _ in left])


def _is_within(start: int, end: int, places: list[tuple[int, int]]) -> bool:
    """Whether one of the places that a `_Barring` gives holds this one."""
    index = bisect_right(places, start, key=itemgetter(0)) - 1
    return index >= 0 and end <= places[index][1]
