"""References must lead to entries that exist."""

from collections import defaultdict
from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, Location, error
from builder.ground.guess import Guess
from builder.ground.values import field_names
from builder.model.content import Content
from builder.model.prose import Prose
from builder.model.refs import ANY, KINDS, Ref

_SPEAKERS = ("person", "organization", "document")
# The kinds of entry a field may refer to, where not all will do.
_ALLOWED = {
    ("quote", "speaker"): _SPEAKERS,
    ("person", "memberships.organization"): ("organization",),
    ("document", "author"): ("person", "organization"),
    ("document", "signatory"): ("person", "organization"),
}


def references(content: Content) -> Iterator[Diagnostic]:
    """Every reference, in a sidecar or a text, that names no entry or one of the wrong kind."""
    absent = _Absent(content)
    for entry in content.entries.values():
        for path, ref in referred(entry):
            allowed = _ALLOWED.get((entry.ref.kind, _without_indexes(path)))
            location = entry.at(path)
            if allowed and ref.kind not in allowed:
                kinds = ", ".join(allowed)
                yield error(
                    "bad-reference",
                    f"“{ref}” will not do here.",
                    location,
                    f"It must be one of: {kinds}.",
                )
            elif ref not in content.entries:
                yield from absent.told(ref, location)
    in_texts = (found for _, _, prose in content.texts for found in forced(prose))
    in_articles = (found for article in content.articles for found in article.forced)
    for ref, location in (*in_texts, *in_articles):
        if ref not in content.entries:
            yield from absent.told(ref, location)


def forced(prose: Prose) -> Iterator[tuple[Ref, Location]]:
    """Every mention that the author of a text forced, and where."""
    for mark in prose.marks:
        if mark.element == "mention":
            kind, _, id_ = dict(mark.attributes)["ref"].partition(":")
            yield Ref(kind, id_), prose.locate(mark.start, mark.end)


def referred(value: object, path: str = "") -> Iterator[tuple[str, Ref]]:
    """Every reference inside a value, with its path (`memberships[0].organization`)."""
    if isinstance(value, Ref):
        yield path, value
    elif type(value) is tuple:
        for index, item in enumerate(value):
            yield from referred(item, f"{path}[{index}]")
    elif not isinstance(value, Prose):  # a text refers by its marks
        for name in field_names(value):
            item = getattr(value, name)
            if item and type(item) is not str and (path or name != "ref"):
                yield from referred(item, f"{path}.{name}" if path else name)


def _without_indexes(path: str) -> str:
    return "".join(part.partition("]")[2] if "]" in part else part for part in path.split("["))


class _Absent:
    """What is said of references to what does not exist."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._guess = Guess()
        self._ids: dict[str, list[str]] = defaultdict(list)
        self._of_id: dict[str, Ref] = {}
        for ref in content.entries:
            self._ids[ref.kind].append(ref.id)
            self._of_id.setdefault(ref.id, ref)

    def told(self, ref: Ref, location: Location) -> Iterator[Diagnostic]:
        """An error, unless another one tells that it could not be read."""
        if ref in self._content.withheld.entries:
            yield error(
                "draft-linked",
                f"“{ref}” stands in a draft alone, which this build leaves out.",
                location,
                "Publish the draft, or take out the reference.",
            )
        elif self._content.unread.isdisjoint((ref, Ref(ref.kind, ANY))):
            yield error(
                "unknown-reference", f"There is no entry “{ref}”.", location, self._hint(ref)
            )

    def _hint(self, ref: Ref) -> str:
        """What to write. Ids alone are compared: with their kind any two short ones are alike."""
        near = self._guess.nearest(ref.id, self._ids.get(ref.kind, ()))
        meant = Ref(ref.kind, near) if near else self._of_id.get(ref.id)
        sidecar = f"content/{KINDS[ref.kind].sidecar}" if ref.kind in KINDS else "a sidecar"
        return f"Did you mean {meant}?" if meant else f"Add “{ref.id}” to {sidecar}."
