"""References must lead to entries that exist."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from functools import cached_property

from builder.ground.diagnostics import Diagnostic, Edit, Fix, Location, error
from builder.ground.grouping import grouped
from builder.ground.guess import Guess
from builder.ground.slugs import fault, slugify
from builder.ground.text import fold
from builder.link.names.choosing import forced_ref
from builder.model.content import Content
from builder.model.entries import ALLOWED, Document, Entry, Named, Person, Quote
from builder.model.prose import Prose
from builder.model.refs import ANY, KINDS, PAGED, Ref

_FEW = 3
"""More entries that may be meant are not named."""


def references(content: Content) -> Iterator[Diagnostic]:
    """Every reference, in a sidecar or a text, that names no entry or one of the wrong kind."""
    absent = _Absent(content)
    for entry in content.entries.values():
        for path, ref in entry.references:
            allowed = ALLOWED.get((entry.ref.kind, _without_indexes(path)))
            location = entry.at(path)
            if not ref.kind:
                yield absent.without_kind(ref.id, location, allowed, _fitting(entry, allowed))
            elif allowed and ref.kind not in allowed:
                kinds = ", ".join(allowed)
                yield error(
                    "bad-reference",
                    f"“{ref}” will not do here.",
                    location,
                    f"It must be one of: {kinds}.",
                )
            elif ref == entry.ref and path == "stands_for":
                yield error(
                    "bad-reference",
                    f"“{ref}” is this very acronym.",
                    location,
                    "Name the entry that it is short for, or take the line out.",
                )
            elif ref not in content.entries:
                yield from absent.faults(ref, location, _fitting(entry, allowed))
        yield from _kindless(entry, content)
    in_texts = (found for _, _, prose in content.texts for found in forced(prose))
    in_articles = (found for article in content.articles for found in article.forced)
    for ref, location in (*in_texts, *in_articles):
        if ref not in content.entries:
            yield from absent.faults(ref, location, is_link=True)


def _kindless(entry: Entry, content: Content) -> Iterator[Diagnostic]:
    """An error for each id that stands by itself where a name may: readers would see the id."""
    for path, words in _named(entry):
        ids = (Ref(kind, words) for kind in ("person", "organization"))
        meant = next((ref for ref in ids if ref in content.entries), None)
        if meant and words.islower():
            message = f"“{words}” is an id without its kind; readers would see it as typed."
            yield error("bad-reference", message, entry.at(path), f"Write {meant}.")


def _named(entry: Entry) -> Iterator[tuple[str, str]]:
    """The texts of an entry that may be names or references, with their paths."""
    places: dict[str, object] = {}
    if isinstance(entry, Person):
        posts = enumerate(entry.memberships)
        places = {f"memberships[{index}].organization": post.organization for index, post in posts}
    elif isinstance(entry, Document):
        places = {"author": entry.author, "signatory": entry.signatory}
        places["addressee"] = entry.addressee
    elif isinstance(entry, Quote):
        places = {"addressee": entry.addressee}
    yield from ((path, words) for path, words in places.items() if isinstance(words, str))


def _fitting(entry: Entry, allowed: Collection[str] | None) -> Callable[[Ref], bool]:
    """Whether a field of an entry may refer to another, where these kinds are allowed."""
    return lambda ref: ref != entry.ref and (allowed is None or ref.kind in allowed)


def forced(prose: Prose) -> Iterator[tuple[Ref, Location]]:
    """Every mention that the author of a text forced, and where."""
    for mark in prose.marks:
        if mark.element == "mention":
            yield forced_ref(mark), prose.locate(mark.start, mark.end)


def _without_indexes(path: str) -> str:
    return "".join(part.partition("]")[2] if "]" in part else part for part in path.split("["))


def _renamed(ref: Ref, now: Ref, location: Location) -> Diagnostic:
    """The error of a reference to a former id; where it stands by itself, it can be mended."""
    told = error("unknown-reference", f"“{ref}” has another id now.", location, f"Write {now}.")
    is_plain = location.length == len(str(ref))
    fix = Fix(f"Write {now} for {ref}.", (Edit(location, str(now)),)) if is_plain else None
    return told._replace(fix=fix)


class _Absent:
    """What is said of references to what does not exist."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._guess = Guess()

    @cached_property
    def _ids(self) -> dict[str, list[str]]:
        return grouped((ref.kind, ref.id) for ref in self._content.entries)

    @cached_property
    def _of_id(self) -> dict[str, list[Ref]]:
        return grouped((ref.id.casefold(), ref) for ref in self._content.entries)

    @cached_property
    def _of_part(self) -> dict[Ref, set[str]]:
        found: dict[Ref, set[str]] = defaultdict(set)
        for ref in self._content.entries:
            for part in ref.id.split("-"):
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
            hint = f"Did you mean {meant}?" if meant else self._addition(entry)
            if meant and place and is_link and KINDS[meant.kind] in PAGED:
                hint = f"Write the address: /{KINDS[meant.kind].folder}/{meant.id}/#{place}"
            yield error("unknown-reference", f"There is no entry “{ref}”.", location, hint)

    def _addition(self, entry: Ref) -> str:
        """Where to write an entry that is absent; that its file may stand elsewhere, if it does."""
        sidecar = KINDS[entry.kind].path
        if any(other.kind == entry.kind for other in self._content.entries):
            return f"Add “{entry.id}” to {sidecar}."
        return f"Add “{entry.id}” to {sidecar}, in which there is no entry so far."

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
        """The entry of that id in any capitals, of the same kind first; else one of a like id.

        Else the one whose id has all of its parts, such as a surname. Ids alone are compared: with
        their kind any two short ones are alike.
        """
        same = filter(fits, self._of_id.get(ref.id.casefold(), ()))
        if found := min(same, key=lambda one: one.kind != ref.kind, default=None):
            return found
        near = self._guess.nearest(ref.id, self._ids.get(ref.kind, ())) or self._longer(ref)
        return Ref(ref.kind, near) if near and fits(Ref(ref.kind, near)) else None

    def _longer(self, ref: Ref) -> str:
        """The one id of the same kind that has all parts of this one; "" where none, or several."""
        having = (self._of_part.get(Ref(ref.kind, part), set()) for part in ref.id.split("-"))
        found = set.intersection(*having)
        return found.pop() if len(found) == 1 else ""
