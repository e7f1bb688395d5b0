"""`ambiguous-name`: words that may mean several entries, and what to type so that one is meant."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from builder.ground.diagnostics import Diagnostic, Location, Related, warning
from builder.ground.values import Value, contents
from builder.link.names.lexicon import Lexicon
from builder.model.refs import Ref
from builder.model.studies import Doubt

_SHORT = "acronym"
_FEW = 3


class _Claims(Value, frozen=True):
    """What hints are made from.

    `names`: the name of each entry. `places`: where each form is listed. `apart`: the subjects with
    a form of their own, by which a text can name them. `subjects`: those of all entries.
    """

    names: Mapping[Ref, str]
    places: Mapping[tuple[Ref, str], Location]
    apart: frozenset[Ref]
    subjects: Mapping[Ref, Ref]


def ambiguities(doubts: Sequence[Doubt], lexicon: Lexicon) -> Iterator[Diagnostic]:
    """`ambiguous-name`, with the place of every claimant; once of entries that have one name."""
    if not doubts:
        return
    claims = _claims(lexicon)
    twins: dict[tuple[Ref, ...], list[Doubt]] = defaultdict(list)
    for doubt in doubts:
        if _are_twins(doubt, claims):
            twins[tuple(ref for ref, _ in doubt.rivals)].append(doubt)
        else:
            yield _ambiguous(doubt, claims)
    yield from (_entered_twice(alike, claims) for alike in twins.values())


def _claims(lexicon: Lexicon) -> _Claims:
    claimed: dict[str, set[Ref]] = defaultdict(set)
    for form in lexicon.forms:
        claimed[form.text].add(form.subject)
    return _Claims(
        names={form.ref: form.text for form in reversed(lexicon.forms)},
        places={(form.ref, form.text): form.location for form in reversed(lexicon.forms)},
        apart=frozenset(one for found in claimed.values() if len(found) == 1 for one in found),
        subjects=lexicon.subjects,
    )


def _are_twins(doubt: Doubt, claims: _Claims) -> bool:
    """Whether all claimants are of one kind, and the words are the whole name of each."""
    is_one_kind = len({ref.kind for ref, _ in doubt.rivals}) == 1
    return is_one_kind and all(text == claims.names[ref] for ref, text in doubt.rivals)


def _entered_twice(doubts: Sequence[Doubt], claims: _Claims) -> Diagnostic:
    """Entries that have one name: it stands in these places, and may be entered once too often."""
    words, _, rivals, _ = contents(doubts[0])
    (kept, at), (other, place), *more = sorted(
        ((rival[0], claims.places[rival]) for rival in rivals), key=lambda found: found[1]
    )
    hint = (
        f"If they are one, delete this entry, and write “aliases: [{other.id}]” into {kept}. "
        f"Else say each time which one is meant, as in [{words}]({kept})."
    )
    return warning(
        "ambiguous-name",
        f"“{words}” is the name of {kept} too, so it is not linked.",
        place,
        hint,
        Related(at, "it is its name here"),
        *(Related(also, f"it is the name of {ref} too") for ref, also in more[:_FEW]),
        *(Related(doubt.place, "it stands here, and is not linked") for doubt in doubts[:_FEW]),
    )


def _ambiguous(doubt: Doubt, claims: _Claims) -> Diagnostic:
    listed = ", ".join(sorted(str(ref) for ref, _ in doubt.rivals))
    return warning(
        "ambiguous-name",
        f"“{doubt.words}” may mean {listed}; it is not linked.",
        doubt.place,
        _hint(doubt, claims),
        *(Related(claims.places[rival], f"claimed by {rival[0]}") for rival in doubt.rivals),
    )


def _hint(doubt: Doubt, claims: _Claims) -> str:
    likely = next((ref for ref, text in doubt.rivals if text in claims.names[ref]), None)
    by_hand = f"it by hand, as [{doubt.words}]({likely or doubt.rivals[0][0]})"
    if one := _one_thing(doubt, claims):
        return f"If both are one, add “stands_for: {one[1]}” to {one[0]}; else link {by_hand}."
    hint = f"Link {by_hand}"
    meant = {claims.subjects.get(ref, ref) for ref, _ in doubt.rivals}
    if not (doubt.are_named or claims.apart.isdisjoint(meant)):
        hint += ", or name one of them in full before it"
    others = [ref for ref, text in doubt.rivals if likely and text not in claims.names[ref]]
    if len(others) == 1:
        hint += f", or take it out of the other_names of {others[0]}"
    return f"{hint}."


def _one_thing(doubt: Doubt, claims: _Claims) -> tuple[Ref, Ref] | None:
    """An acronym that does not say what it stands for, and the one other claimant.

    None where there are more claimants, or no such acronym is among them.
    """
    refs = (ref for ref, _ in doubt.rivals)
    short, other, *more = sorted(refs, key=lambda ref: ref.kind != _SHORT)
    is_open = short.kind == _SHORT != other.kind and claims.subjects[short] == short
    return (short, other) if is_open and not more else None
