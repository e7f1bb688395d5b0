"""Entries whose names stand in texts, but mean another entry of that name wherever they do."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from builder.ground.diagnostics import Diagnostic, Related, warning
from builder.ground.grouping import grouped
from builder.link.names.naming import Name, names_of
from builder.model.annotations import Linked, mentioned
from builder.model.content import Content
from builder.model.entries import Acronym, Named
from builder.model.refs import Ref


def shadowed(
    idle: Iterable[Named], missed: Collection[str], content: Content, linked: Linked
) -> Iterator[Diagnostic]:
    """`unused-entry` for entries all of whose names are taken for those of others.

    Where it is undecided what a name means, `ambiguous-name` has said so already.

    Args:
        idle: The entries that no text names and no other entry refers to.
        missed: The names, made comparable, that stand in no text.
        content: The site.
        linked: Its annotations.
    """
    standing = [
        names
        for entry in idle
        if entry.ref not in linked.doubted
        and (names := [name for name in _sought(entry) if name.text not in missed])
    ]
    claims = _claims(content, linked) if standing else {}
    for names in standing:
        taken = [_taken(name, claims, linked) for name in names]
        if taken[0] and all(taken):
            yield _never_meant(names[0], taken[0])


def _sought(entry: Named) -> Iterator[Name]:
    """The names of an entry that are looked for."""
    return (name for name in names_of(entry) if name.is_sought)


def _claims(content: Content, linked: Linked) -> Mapping[str, Sequence[Name]]:
    """The names of the entries that texts mention, by their comparable form."""
    met: set[Ref] = {ref for article in content.articles for ref in content.met(article)}
    met.update(ref for mentions in linked.texts.values() for ref in mentioned(mentions))
    return grouped(
        (name.text, name)
        for entry in content.of_type(Named)
        if entry.ref in met
        for name in _sought(entry)
    )


def _taken(name: Name, claims: Mapping[str, Sequence[Name]], linked: Linked) -> Name | None:
    """The same name of another entry, also with a capital at the beginning; None without one."""
    same = (name.text, name.text[:1].upper() + name.text[1:])
    called = (claim for text in same for claim in claims.get(text, ()))
    subject = linked.subjects[name.entry.ref]
    return next((one for one in called if linked.subjects[one.entry.ref] != subject), None)


def _never_meant(name: Name, taken: Name) -> Diagnostic:
    entry, rival = name.entry, taken.entry
    hint = f"Link it by hand where it is meant, as [{name.written}]({entry.ref})"
    if isinstance(rival, Acronym) and taken.written == rival.expansion:
        hint = f"If both are one, add “stands_for: {entry.ref}” to {rival.ref}"
    return warning(
        "unused-entry",
        f"Nothing on the site names “{entry.label}”: "
        f"“{name.written}” means {rival.ref} wherever it is linked.",
        entry.origin.location,
        f"{hint}; else take the entry out.",
        Related(taken.location, f"claimed by {rival.ref}"),
    )
