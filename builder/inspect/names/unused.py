"""Entries that nothing names, and further names that nothing uses."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from builder.ground.diagnostics import Diagnostic, warning
from builder.ground.text import fold
from builder.ground.urls import Address, output_path
from builder.ground.values import Value
from builder.inspect.names.shadowed import shadowed
from builder.link.names.naming import Name, names_of
from builder.model.annotations import Linked, Standing, mentioned
from builder.model.content import Content
from builder.model.entries import Named, Term
from builder.model.refs import KINDS, Ref


class _Missed(Value, frozen=True):
    """The names that stand free nowhere.

    `inside`: of these the longer names that hold them, by what they mean (`kind:id`).
    """

    names: frozenset[str]
    inside: Mapping[str, Mapping[str, str]]


class _Drafts(Value, frozen=True):
    """What drafts hold that are left out: names in articles, the texts of pages."""

    names: frozenset[str]
    texts: tuple[str, ...]

    @classmethod
    def of(cls, content: Content) -> "_Drafts":
        """What the drafts of a site hold."""
        names = (name for article in content.withheld.articles for name in article.standing.names)
        pages = content.withheld.pages
        return cls(frozenset(names), tuple(fold(page.body.text).text for page in pages))

    def hold(self, name: str) -> bool:
        """Whether a draft holds the name."""
        return name in self.names or any(name in text for text in self.texts)


def unused(content: Content, linked: Linked) -> Iterator[Diagnostic]:
    """`unused-entry`, and `unused-name` for the further names of entries that are used.

    Further names that a draft holds are not unused, only not needed yet; the entries that drafts
    alone name are left out with them.
    """
    named = content.of_type(Named)
    unused_refs = _unused(named, content, linked)
    idle = [entry for entry in named if entry.ref in unused_refs]
    claims = [
        name
        for entry in named
        if entry.ref not in unused_refs
        for name in names_of(entry)
        if name.is_claim
    ]
    missed = _missed(content, linked, _owners(idle, claims))
    yield from _unused_entries(idle, missed)
    yield from shadowed(idle, missed.names, content, linked)
    if missed.names:
        yield from _unused_names(claims, missed, linked, _Drafts.of(content))


def _owners(idle: Iterable[Named], claims: Iterable[Name]) -> dict[str, set[str]]:
    """The names to look for, each with the unused entries that have it (`kind:id`).

    That such an entry names itself in its own texts does not count.
    """
    owners: dict[str, set[str]] = {name.text: set() for name in claims}
    for entry in idle:
        for name in names_of(entry):
            owners.setdefault(name.text, set()).add(str(entry.ref))
    return owners


def _missed(content: Content, linked: Linked, owners: Mapping[str, set[str]]) -> _Missed:
    """Which names stand as whole words in no text of the site; most sites miss none.

    `owners`: the names, made comparable, each with the entries whose own texts do not count.
    """
    names = set(owners)
    for owner, found in _standing(content, linked):
        if not names:
            break
        names.difference_update(name for name in found.free if owner not in owners.get(name, ()))
    inside: dict[str, dict[str, str]] = defaultdict(dict)
    for owner, found in _standing(content, linked) if names else ():
        for name, subject, words in found.inside:
            if name in names and owner not in owners[name]:
                inside[name][subject] = words
    return _Missed(frozenset(names), inside)


def _standing(content: Content, linked: Linked) -> Iterator[tuple[str, Standing]]:
    """What stands in each text of the site, with its owner."""
    yield from ((key.owner, found) for key, found in linked.standing.items())
    yield from ((article.owner, article.standing) for article in content.articles)


def _unused(named: Iterable[Named], content: Content, linked: Linked) -> set[Ref]:
    """The entries that no text names, no other entry refers to, and no link leads to.

    Their own texts do not count.
    """
    left = {entry.ref for entry in named}
    for key, mentions in linked.texts.items():
        left.difference_update(ref for ref in {*mentioned(mentions)} if str(ref) != key.owner)
    for article in content.articles:
        if not left:
            break
        left.difference_update(content.met(article))
    return left and _unlinked(left - _referred_to(content), content)


def _unlinked(refs: set[Ref], content: Content) -> set[Ref]:
    """Those of the entries to whose pages neither the navigation nor an article links."""
    if not refs:
        return refs
    links = (link.href for article in content.articles for link in article.links)
    hrefs: set[str] = {*(item.url for item in content.settings.nav), *links}
    files = {output_path(Address(href.partition("#")[0].lstrip("/"))) for href in hrefs}
    return {ref for ref in refs if f"{KINDS[ref.kind].folder}/{ref.id}/index.html" not in files}


def _referred_to(content: Content) -> set[Ref]:
    """What another entry refers to."""
    return {
        ref for entry in content.entries.values() for _, ref in entry.references if ref != entry.ref
    }


def _unused_entries(idle: Iterable[Named], missed: _Missed) -> Iterator[Diagnostic]:
    """`unused-entry` where none of an entry's names stands anywhere, its own texts left out."""
    for entry in idle:
        if missed.names.issuperset(name.text for name in names_of(entry)):
            yield warning(
                "unused-entry",
                f"Nothing on the site names “{entry.label}” or refers to it.",
                entry.origin.location,
                _form_hint(entry),
            )


def _form_hint(entry: Named) -> str:
    """What to type where no text has a name of the entry: a term is looked for as it is written."""
    small = " ".join(map(_in_small_letters, entry.label.split()))
    is_large = isinstance(entry, Term) and small != entry.label
    first = f"if the article writes it small, write “term: {small}”; else " if is_large else ""
    hint = (
        f"{first}correct the name to the article's spelling, add the form that it uses to "
        "`other_names`, or take the entry out."
    )
    return hint[0].upper() + hint[1:]


def _in_small_letters(word: str) -> str:
    """A word without the capital that begins it; one with several, such as an acronym, as it is."""
    return word if sum(map(str.isupper, word)) > 1 else word.lower()


def _unused_names(
    claims: Iterable[Name], missed: _Missed, linked: Linked, drafts: _Drafts
) -> Iterator[Diagnostic]:
    """Further names that stand nowhere, or nowhere but inside a longer name of something else."""
    for name in claims:
        if name.text not in missed.names or drafts.hold(name.text):
            continue
        inside = missed.inside.get(name.text, {})
        if str(linked.subjects[name.entry.ref]) in inside:
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
