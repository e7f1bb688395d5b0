"""From matches to mentions: who is meant, and which mentions become links."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set

from builder.ground.intervals import intervals
from builder.ground.values import Value
from builder.link.anchors.marks import quoted
from builder.link.names.forms import Form
from builder.link.names.lexicon import Lexicon
from builder.link.names.matching import Names, matches
from builder.model.annotations import Choice, Mention
from builder.model.prose import Mark, Prose, leaf_at
from builder.model.refs import Ref
from builder.model.settings import Linking
from builder.model.studies import Doubt


class _Place(Value, frozen=True):
    """A place in a text that names something: what claims its words, or what its author forced."""

    start: int
    end: int
    claimants: tuple[Form, ...]
    forced: Ref | None = None


class Resolved(Value, frozen=True):
    """The mentions of a text, and what could not be decided."""

    mentions: tuple[Mention, ...]
    doubts: tuple[Doubt, ...]


def mentions(
    prose: Prose, lexicon: Lexicon, host: Ref | None = None, above: Set[Ref] = frozenset()
) -> Resolved:
    """Every mention in a text, with the choice whether it links.

    `host` is the entry on whose page the text stands: it counts as named before the text begins,
    and is never linked from its own page. `above` are the subjects that the texts above name: they
    tell whom a shared form means where this text does not.
    """
    places = _places(prose, lexicon.names)
    meant, doubts = _resolve(prose, places, lexicon.subjects, host, above)
    return Resolved(tuple(_choose(prose, meant, lexicon, host)), tuple(doubts))


def _places(prose: Prose, known: Names) -> list[_Place]:
    """Forced links, and the names that stand clear of them, of code and of what forbids links."""
    forced = [mark for mark in prose.marks if mark.element == "mention"]
    closed = prose.under("mention", "code", "nolink")
    found = [
        _Place(match.start, match.end, match.claimants)
        for match in matches(prose.text, known)
        if not closed.overlap(match.start, match.end)
    ]
    by_hand = [_Place(mark.start, mark.end, (), forced_ref(mark)) for mark in forced]
    return sorted(found + by_hand, key=lambda place: place.start)


def forced_ref(mark: Mark) -> Ref:
    """The entry that the author of a text linked by hand with a mark `mention`."""
    return Ref.parse(dict(mark.attributes)["ref"])


def _resolve(
    prose: Prose,
    places: Sequence[_Place],
    subject_of: Mapping[Ref, Ref],
    host: Ref | None,
    above: Set[Ref],
) -> tuple[list[tuple[_Place, Ref]], list[Doubt]]:
    """Who is meant at each place. A shared form means the one whose own form stands earlier."""
    named = {subject_of.get(host, host)} if host else set()
    meant: list[tuple[_Place, Ref]] = []
    undecided: dict[str, Doubt] = {}
    for place in places:
        claimed = {form.subject: form for form in place.claimants}
        if place.forced is not None:
            meant.append((place, place.forced))
            named.add(subject_of.get(place.forced, place.forced))
        elif len(claimed) == 1:
            form = _preferred(place.claimants)
            meant.append((place, form.ref))
            named.add(form.subject)
        else:
            earlier = _among(claimed, named) or _among(claimed, above)
            if len(earlier) == 1:
                meant.append((place, earlier[0].ref))
            else:
                words = prose.text[place.start : place.end]
                where = prose.locate(place.start, place.end)
                rivals = tuple((form.ref, form.text) for form in claimed.values())
                undecided.setdefault(words, Doubt(words, where, rivals, bool(earlier)))
    return meant, list(undecided.values())


def _among(claimed: Mapping[Ref, Form], named: Set[Ref]) -> list[Form]:
    return [form for subject, form in claimed.items() if subject in named]


def _preferred(claimants: Sequence[Form]) -> Form:
    """Of forms that mean one subject, the acronym's own: `short` leads to the acronym."""
    return next((form for form in claimants if form.ref != form.subject), claimants[0])


def _choose(
    prose: Prose, meant: Sequence[tuple[_Place, Ref]], lexicon: Lexicon, host: Ref | None
) -> Iterator[Mention]:
    linking = lexicon.linking
    sections = [heading.start for heading in prose.headings] if linking.repeat == "section" else []
    barred = _barrier(prose, linking, host)
    linked: set[tuple[int, Ref]] = set()
    counts: Counter[Ref] = Counter()
    for place, ref in meant:
        subject = lexicon.subjects.get(ref, ref)
        key = (bisect_right(sections, place.start), subject)
        if place.forced is not None:
            choice = Choice.FORCED
        elif linking.repeat == "all":
            choice = barred(place, ref) or Choice.EVERY
        else:
            choice = barred(place, ref) or (Choice.LATER if key in linked else Choice.FIRST)
        if choice.links:
            linked.add(key)
        counts[ref] += 1
        yield Mention(place.start, place.end, ref, subject, counts[ref], choice)


def _barrier(
    prose: Prose, linking: Linking, host: Ref | None
) -> Callable[[_Place, Ref], Choice | None]:
    """A function that says why an entry cannot be linked at a place; None where it can."""
    leaves, links = prose.leaves, prose.under("a")
    quotations = intervals(() if linking.in_quotes else quoted(prose))

    def barred(place: _Place, ref: Ref) -> Choice | None:
        if leaf_at(leaves, place.start).zone != "text":
            return Choice.HEADING
        if links.overlap(place.start, place.end):
            return Choice.LINKED
        if ref == host:
            return Choice.SELF
        if linking.repeat == "none":
            return Choice.NEVER
        return Choice.QUOTED if quotations.overlap(place.start, place.end) else None

    return barred
