"""References must lead to entries that exist."""

from collections.abc import Iterator, Mapping

from builder.ground.diagnostics import Diagnostic, Location, error
from builder.ground.values import field_names
from builder.model.content import Content
from builder.model.entries import Entry
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
                yield from _absent(ref, location, content)
    in_texts = (found for _, _, prose in content.texts for found in forced(prose))
    in_articles = (found for article in content.articles for found in article.forced)
    for ref, location in (*in_texts, *in_articles):
        if ref not in content.entries:
            yield from _absent(ref, location, content)


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


def _absent(ref: Ref, location: Location, content: Content) -> Iterator[Diagnostic]:
    """An error for what does not exist; of what could not be read, another error tells."""
    if ref in content.withheld.entries:
        yield error(
            "draft-linked",
            f"“{ref}” stands in a draft alone, which this build leaves out.",
            location,
            "Publish the draft, or take out the reference.",
        )
    elif ref not in content.unread and Ref(ref.kind, ANY) not in content.unread:
        yield _unknown(ref, location, content.entries)


def _unknown(ref: Ref, location: Location, entries: Mapping[Ref, Entry]) -> Diagnostic:
    from difflib import get_close_matches  # only faulty sites pay for it

    # Ids alone are compared: the name of the kind would make any two short ones alike.
    ids = {other.id: other for other in entries if other.kind == ref.kind}
    near = [ids[id_] for id_ in get_close_matches(ref.id, list(ids), 1, 0.6)]
    near += [other for other in entries if other.id == ref.id]  # of another kind
    sidecar = f"content/{KINDS[ref.kind].sidecar}" if ref.kind in KINDS else "a sidecar"
    hint = f"Did you mean {near[0]}?" if near else f"Add “{ref.id}” to {sidecar}."
    return error("unknown-reference", f"There is no entry “{ref}”.", location, hint)
