"""References must lead to entries that exist."""

from collections.abc import Callable, Collection, Iterator

from builder.ground.diagnostics import Diagnostic, Location, error
from builder.inspect.absences import Absences
from builder.link.names.choosing import forced_ref
from builder.model.content import Content
from builder.model.entries import ALLOWED, Document, Entry, Person, Quote
from builder.model.prose import Prose
from builder.model.refs import Ref


def references(content: Content) -> Iterator[Diagnostic]:
    """Every reference, in a sidecar or a text, that names no entry or one of the wrong kind."""
    absent = Absences(content)
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
    yield from absent.additions()


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
