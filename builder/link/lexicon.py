"""The lexicon: all that is looked for in texts, and what it means."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from builder.ground.diagnostics import Diagnostic, Location, Related, warning
from builder.ground.text import primary_subtag
from builder.ground.values import Value, name_of, replaced
from builder.link.clearing import uncrowded
from builder.link.forms import Form, forms, subjects
from builder.link.matching import Names, names
from builder.model.content import Content
from builder.model.entries import Named
from builder.model.refs import Ref
from builder.model.settings import Linking
from builder.model.studies import Doubt

_NOWHERE = Location("")
_SHORT = "acronym"
_ELIDING = ("ca", "fr", "it", "oc")
"""Languages in which D’ stands before a name that begins with a vowel."""


class Lexicon(Value, frozen=True, dict=True):
    """The forms of all entries, what each entry is one with, and when a mention links.

    `elides` as in `wholes.whole`. `crowded` tells of forms that are too many to be looked for.
    """

    forms: tuple[Form, ...]
    subjects: Mapping[Ref, Ref]
    linking: Linking
    elides: bool = False
    crowded: tuple[Diagnostic, ...] = ()

    @cached_property
    def names(self) -> Names:
        """The forms, ready to be found."""
        return names(self.forms, elides=self.elides)

    @cached_property
    def identity(self) -> str:
        """Equal identities, equal mentions in the same text; where forms stand does not matter."""
        placeless = [replaced(form, location=_NOWHERE) for form in self.forms]
        return name_of((placeless, list(self.subjects.items()), self.linking, self.elides))

    @cached_property
    def numbers(self) -> Mapping[Ref, int]:
        """Every entry with names by its number; the identity holds these too."""
        return {ref: number for number, ref in enumerate(self.subjects)}

    def ambiguities(self, doubts: Iterable[Doubt]) -> tuple[Diagnostic, ...]:
        """`ambiguous-name`, with the place of every claimant."""
        return tuple(self._ambiguous(doubt) for doubt in doubts)

    def _ambiguous(self, doubt: Doubt) -> Diagnostic:
        listed = ", ".join(sorted(str(ref) for ref, _ in doubt.rivals))
        return warning(
            "ambiguous-name",
            f"“{doubt.words}” may mean {listed}; it is not linked.",
            doubt.place,
            self._hint(doubt),
            *(Related(self._places[rival], f"claimed by {rival[0]}") for rival in doubt.rivals),
        )

    def _hint(self, doubt: Doubt) -> str:
        likely = next((ref for ref, text in doubt.rivals if text in self._names[ref]), None)
        by_hand = f"it by hand, as [{doubt.words}]({likely or doubt.rivals[0][0]})"
        if one := self._one_thing(doubt):
            return f"If both are one, add “stands_for: {one[1]}” to {one[0]}; else link {by_hand}."
        hint = f"Link {by_hand}"
        meant = {self.subjects.get(ref, ref) for ref, _ in doubt.rivals}
        if not (doubt.are_named or self._apart.isdisjoint(meant)):
            hint += ", or name one of them in full before it"
        others = [ref for ref, text in doubt.rivals if likely and text not in self._names[ref]]
        if len(others) == 1:
            hint += f", or take it out of the other_names of {others[0]}"
        return f"{hint}."

    def _one_thing(self, doubt: Doubt) -> tuple[Ref, Ref] | None:
        """An acronym that does not say what it stands for, and the one other claimant.

        None where there are more claimants, or no such acronym is among them.
        """
        refs = (ref for ref, _ in doubt.rivals)
        short, other, *more = sorted(refs, key=lambda ref: ref.kind != _SHORT)
        is_open = short.kind == _SHORT != other.kind and self.subjects[short] == short
        return (short, other) if is_open and not more else None

    @cached_property
    def _apart(self) -> frozenset[Ref]:
        """The subjects that have a form which no other subject has."""
        claimed: dict[str, set[Ref]] = defaultdict(set)
        for form in self.forms:
            claimed[form.text].add(form.subject)
        return frozenset(one for found in claimed.values() if len(found) == 1 for one in found)

    @cached_property
    def _names(self) -> Mapping[Ref, str]:
        """The first form of each entry: its name."""
        return {form.ref: form.text for form in reversed(self.forms)}

    @cached_property
    def _places(self) -> Mapping[tuple[Ref, str], Location]:
        return {(form.ref, form.text): form.location for form in reversed(self.forms)}


def lexicon(content: Content) -> Lexicon:
    """The lexicon of a site."""
    named = content.of_type(Named)
    subject_of = subjects(named)
    language = content.settings.language
    listed, told = uncrowded(tuple(forms(named, subject_of, language)))
    elides = primary_subtag(language) in _ELIDING
    return Lexicon(listed, subject_of, content.settings.linking, elides, told)
