"""From matches to mentions: who is meant, and which mentions become links."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from builder.ground.intervals import intervals
from builder.ground.values import Value
from builder.link.forms import Form
from builder.link.marks import quoted
from builder.link.matching import Names, matches
from builder.model.annotations import Choice, Mention
from builder.model.prose import Mark, Prose, leaf_at
from builder.model.refs import Ref
from builder.model.settings import Linking
from builder.model.studies import Doubt


class Named(Value, frozen=True):
    """A place in a text that names something. `form` is None where the author forced the link."""

    start: int
    end: int
    claimants: tuple[Form, ...]
    forced: Ref | None = None


class Resolved(Value, frozen=True):
    """The mentions of a text, and what could not be decided."""

    mentions: tuple[Mention, ...]
    doubts: tuple[Doubt, ...]


def mentions(
    prose: Prose,
    known: Names,
    subject_of: Mapping[Ref, Ref],
    linking: Linking,
    host: Ref | None = None,
    above: Set[Ref] = frozenset(),
) -> Resolved:
    """Every mention in a text, with the choice whether it links.

    `host` is the entry on whose page the text stands: it counts as named before the text begins,
    and is never linked from its own page. `above` are the subjects that the texts above name: they
    tell whom a shared form means where this text does not.
    """
    places = _places(prose, known)
    meant, doubts = _resolve(prose, places, subject_of, host, above)
    return Resolved(tuple(_choose(prose, meant, subject_of, linking, host)), tuple(doubts))


def _places(prose: Prose, known: Names) -> list[Named]:
    """Forced links, and the names that stand clear of them, of code and of what forbids links."""
    forced = [mark for mark in prose.marks if mark.element == "mention"]
    closed = prose.under("mention", "code", "nolink")
    found = [
        Named(match.start, match.end, match.claimants)
        for match in matches(prose.text, known)
        if not closed.overlap(match.start, match.end)
    ]
    by_hand = [Named(mark.start, mark.end, (), forced_ref(mark)) for mark in forced]
    return sorted(found + by_hand, key=lambda place: place.start)


def forced_ref(mark: Mark) -> Ref:
    """The entry that the author of a text linked by hand with a mark `mention`."""
    return Ref.parse(dict(mark.attributes)["ref"])


def _resolve(
    prose: Prose,
    places: Sequence[Named],
    subject_of: Mapping[Ref, Ref],
    host: Ref | None,
    above: Set[Ref],
) -> tuple[list[tuple[Named, Ref]], list[Doubt]]:
    """Who is meant at each place. A shared form means the one whose own form stands earlier."""
    named = {subject_of.get(host, host)} if host else set()
    meant: list[tuple[Named, Ref]] = []
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
    prose: Prose,
    meant: Sequence[tuple[Named, Ref]],
    subject_of: Mapping[Ref, Ref],
    linking: Linking,
    host: Ref | None,
) -> Iterable[Mention]:
    sections = [heading.start for heading in prose.headings] if linking.repeat == "section" else []
    links = prose.under("a")
    leaves = prose.leaves
    quotations = intervals(() if linking.in_quotes else quoted(prose))
    linked: set[tuple[int, Ref]] = set()
    counts: dict[Ref, int] = defaultdict(int)
    for place, ref in meant:
        subject = subject_of.get(ref, ref)
        key = (bisect_right(sections, place.start), subject)
        zone = leaf_at(leaves, place.start).zone
        if place.forced is not None:
            choice = Choice.FORCED
        elif zone != "text":
            choice = Choice.HEADING
        elif links.overlap(place.start, place.end):
            choice = Choice.LINKED
        elif ref == host:
            choice = Choice.SELF
        elif linking.repeat == "none":
            choice = Choice.NEVER
        elif quotations.overlap(place.start, place.end):
            choice = Choice.QUOTED
        elif linking.repeat == "all":
            choice = Choice.EVERY
        else:
            choice = Choice.LATER if key in linked else Choice.FIRST
        if choice.links:
            linked.add(key)
        counts[ref] += 1
        yield Mention(place.start, place.end, ref, subject, counts[ref], choice)
