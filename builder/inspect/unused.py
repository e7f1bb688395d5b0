"""Entries that nothing names, and further names that nothing uses."""

from collections.abc import Iterable, Iterator

from builder.ground.diagnostics import Diagnostic, warning
from builder.ground.text import fold
from builder.inspect.naming import Name, names_of
from builder.inspect.references import referred
from builder.inspect.standing import Standing, standing
from builder.model.annotations import Linked
from builder.model.content import Content
from builder.model.entries import Named
from builder.model.refs import Ref

_Claim = tuple[Named, Name]


def unused(content: Content, linked: Linked) -> Iterator[Diagnostic]:
    """`unused-entry`, and `unused-name` for the further names of entries that are used.

    Texts of drafts that are left out count: what they name is not unused, only not needed yet.
    """
    used = _mentioned(linked) | _referred_to(content)
    named = [entry for entry in content.entries.values() if isinstance(entry, Named)]
    idle = [entry for entry in named if entry.ref not in used]
    hidden = [fold(page.body.text).text for page in content.withheld.pages]
    claims = [
        (entry, name)
        for entry in named
        if entry.ref in used
        for name in names_of(entry)
        if name.other and name.other.match != "never"
    ]
    found = standing(content, linked, _owners(idle, claims))
    yield from _unused_entries(idle, found, hidden)
    yield from _unused_names(claims, found, linked, hidden)


def _owners(idle: Iterable[Named], claims: Iterable[_Claim]) -> dict[str, frozenset[str]]:
    """The names to be found; those of unused entries not in the entries' own texts."""
    owners: dict[str, frozenset[str]] = {name.text: frozenset() for _, name in claims}
    for entry in idle:
        for name in names_of(entry):
            owners[name.text] = owners.get(name.text, frozenset()) | {str(entry.ref)}
    return owners


def _mentioned(linked: Linked) -> set[Ref]:
    """What a text names; an entry's own texts do not count for it."""
    found: set[Ref] = set()
    for annotations in linked.articles.values():
        found.update(ref for m in annotations.mentions for ref in (m.ref, m.subject))
    for key, mentions in linked.texts.items():
        meant = {ref for m in mentions for ref in (m.ref, m.subject)}
        found.update(ref for ref in meant if str(ref) != key.owner)
    return found


def _referred_to(content: Content) -> set[Ref]:
    """What another entry refers to."""
    return {
        ref for entry in content.entries.values() for _, ref in referred(entry) if ref != entry.ref
    }


def _unused_entries(
    idle: Iterable[Named], found: Standing, hidden: list[str]
) -> Iterator[Diagnostic]:
    """Entries of which no name stands anywhere; a name that may mean several is none's alone."""
    for entry in idle:
        texts = [name.text for name in names_of(entry)]
        drafted = any(text in page for page in hidden for text in texts)
        if found.free.isdisjoint(texts) and not drafted:
            yield warning(
                "unused-entry",
                f"Nothing on the site names “{entry.label}” or refers to it.",
                entry.origin.location,
                "Add the form that the article uses to `other_names`, or take the entry out.",
            )


def _unused_names(
    claims: Iterable[_Claim], found: Standing, linked: Linked, hidden: list[str]
) -> Iterator[Diagnostic]:
    """Further names that stand nowhere, or nowhere but inside a longer name of something else."""
    for entry, name in claims:
        if name.text in found.free or any(name.text in page for page in hidden):
            continue
        inside = found.inside.get(name.text, {})
        if linked.subjects[entry.ref] in inside:
            continue  # a surname kept in reserve, where the texts have the whole name alone
        longer = next(iter(inside.values()), "")
        yield warning(
            "unused-name",
            f"“{name.written}” is found only inside a longer name, “{longer}”."
            if longer
            else f"No text of the site holds “{name.written}”.",
            name.location,
            "Correct it to the article's spelling, take it out, or give it `match: never`: "
            "then it is shown, and not looked for.",
        )
