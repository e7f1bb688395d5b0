"""References to entries that do not exist: which entry is meant, or is to be added."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property

from builder.ground.diagnostics import Diagnostic, Edit, Fix, Location, Related, counted, error
from builder.ground.grouping import grouped
from builder.ground.guess import Guess
from builder.ground.slugs import fault, slugify
from builder.ground.text import fold
from builder.model.content import Content
from builder.model.entries import Named
from builder.model.refs import ANY, KINDS, PAGED, Ref

_FEW = 3
"""More entries that may be meant are not named."""
_MOST = 5
"""Further places that a diagnostic names; it counts the others."""


class Absences:
    """Tells of references to missing entries, one by one (`faults`) and at the end (`additions`).

    That an entry is to be added is told at the end, once: an entry that is gone, or a sidecar that
    was emptied, is one mistake, however often it is referred to.
    """

    def __init__(self, content: Content) -> None:
        self._content = content
        self._guess = Guess()
        self._absent: dict[Ref, list[tuple[Location, Ref]]] = {}
        unread = (ref for ref in content.unread if ref.kind in KINDS and ref.id != ANY)
        self._refs = (*content.entries, *sorted(unread))  # what was not read may be meant too

    @cached_property
    def _ids(self) -> dict[str, list[str]]:
        return grouped((ref.kind, ref.id) for ref in self._refs)

    @cached_property
    def _of_id(self) -> dict[str, list[Ref]]:
        return grouped((_plain(ref.id), ref) for ref in self._refs)

    @cached_property
    def _of_part(self) -> dict[Ref, set[str]]:
        found: dict[Ref, set[str]] = defaultdict(set)
        for ref in self._refs:
            for part in _plain(ref.id).split("-"):
                found[Ref(ref.kind, part)].add(ref.id)
        return found

    @cached_property
    def _of_name(self) -> dict[str, list[Ref]]:
        return grouped(
            (fold(name).text.casefold(), entry.ref)
            for entry in self._content.of_type(Named)
            for _, name, _ in entry.names()
        )

    @cached_property
    def _now(self) -> dict[Ref, Ref]:
        """The entries by their former ids."""
        return {
            entry.ref._replace(id=alias): entry.ref
            for entry in self._content.of_type(Named)
            for alias in entry.aliases
        }

    def faults(
        self,
        ref: Ref,
        location: Location,
        fits: Callable[[Ref], bool] = lambda _: True,
        is_link: bool = False,
    ) -> Iterator[Diagnostic]:
        """An error, unless another one tells that it could not be read.

        Only what `fits` in the place of the reference is proposed; a link may lead to an address.
        """
        id_, _, place = ref.id.partition("#")
        entry = Ref(ref.kind, id_)
        if entry in self._content.withheld.entries:
            yield error(
                "draft-linked",
                f"“{ref}” stands in a draft alone, which this build leaves out.",
                location,
                "Publish the draft, or take out the reference.",
            )
        elif now := self._now.get(entry):
            yield _renamed(ref, now._replace(id=now.id + ref.id[len(id_) :]), location)
        elif self._content.unread.isdisjoint((entry, Ref(ref.kind, ANY))):
            meant = self._meant(entry, fits)
            if meant and fault(meant.id):
                return  # its own error says how the id is written
            if meant is None:
                self._absent.setdefault(entry, []).append((location, ref))
                return
            hint = f"Did you mean {meant}?"
            if place and is_link and KINDS[meant.kind] in PAGED:
                hint = f"Write the address: /{KINDS[meant.kind].folder}/{meant.id}/#{place}"
            yield _unknown(ref, location, hint)

    def additions(self) -> Iterator[Diagnostic]:
        """An error for each entry to be added; of a kind that has none so far, for all of them."""
        for kind, refs in grouped((ref.kind, ref) for ref in self._absent).items():
            for group in ([ref] for ref in refs) if kind in self._ids else (refs,):
                yield self._addition(sorted(place for ref in group for place in self._absent[ref]))

    def _addition(self, places: Iterable[tuple[Location, Ref]]) -> Diagnostic:
        (first, ref), *others = places
        where = KINDS[ref.kind].path
        if ref.kind not in self._ids:
            where += ", in which there is no entry so far"
        hint = f"Add “{ref.id.partition('#')[0]}” to {where}."
        return _unknown(ref, first, hint, *_also(ref, others))

    def without_kind(
        self,
        words: str,
        location: Location,
        allowed: Collection[str] | None,
        fits: Callable[[Ref], bool],
    ) -> Diagnostic:
        """The error of a reference that is an id alone, or a name: the entries that may be meant.

        Only what is `allowed` and `fits` in its place is proposed.
        """
        id_, kinds = slugify(words) if fault(words) else words, tuple(allowed or KINDS)
        named = {ref for ref in self._of_name.get(fold(words).text.casefold(), ()) if fits(ref)}
        ids = (Ref(kind, id_) for kind in kinds)
        meant = named or {found for ref in ids if (found := self._meant(ref, fits))}
        hint = f"Write kind:id, such as person:mark-esper; the kinds are: {', '.join(kinds)}."
        if 0 < len(meant) <= _FEW:
            hint = f"Did you mean {' or '.join(map(str, sorted(meant)))}?"
        return error("bad-reference", f"“{words}” is not a reference.", location, hint)

    def _meant(self, ref: Ref, fits: Callable[[Ref], bool]) -> Ref | None:
        """The entry that may be meant by a wrong reference, None if none fits.

        It has the same id but for capitals and signs (of any kind, its own first); or a like id; or
        is the only one whose id has all its parts: `person:esper` for `person:mark-esper`.
        """
        same = filter(fits, self._of_id.get(_plain(ref.id), ()))
        if found := min(same, key=lambda one: one.kind != ref.kind, default=None):
            return found
        near = self._guess.nearest(ref.id, self._ids.get(ref.kind, ())) or self._longer(ref)
        return Ref(ref.kind, near) if near and fits(Ref(ref.kind, near)) else None

    def _longer(self, ref: Ref) -> str:
        """The one id of the same kind that has all parts of this one; "" where none, or several."""
        having = (
            self._of_part.get(Ref(ref.kind, part), set()) for part in _plain(ref.id).split("-")
        )
        found = set.intersection(*having)
        return found.pop() if len(found) == 1 else ""


def _plain(id_: str) -> str:
    """An id in small letters, joined by hyphens: mark-esper for Mark_Esper."""
    return slugify(id_).casefold() or id_


def _renamed(ref: Ref, now: Ref, location: Location) -> Diagnostic:
    """The error of a reference to a former id; where it stands by itself, it can be mended."""
    told = error("unknown-reference", f"“{ref}” has another id now.", location, f"Write {now}.")
    is_plain = location.length == len(str(ref))
    fix = Fix(f"Write {now} for {ref}.", (Edit(location, str(now)),)) if is_plain else None
    return told._replace(fix=fix)


def _unknown(ref: Ref, location: Location, hint: str, *also: Related) -> Diagnostic:
    return error("unknown-reference", f"There is no entry “{ref}”.", location, hint, *also)


def _also(ref: Ref, others: Sequence[tuple[Location, Ref]]) -> Iterator[Related]:
    """The further places at which the entry is missing, or another one of its kind."""
    more = len(others) - _MOST
    for number, (place, other) in enumerate(others[:_MOST], 1):
        words = "also here" if other == ref else f"nor is there “{other}”"
        is_cut = number == _MOST and more > 0
        yield Related(place, f"{words}; {counted(more, 'more place')}" if is_cut else words)
