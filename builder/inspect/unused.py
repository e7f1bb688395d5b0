"""Entries that nothing names, and further names that nothing uses."""

from collections.abc import Iterable, Iterator

from builder.ground.automaton import finder
from builder.ground.diagnostics import Diagnostic, warning
from builder.ground.text import fold, is_edge
from builder.inspect.naming import Name, names_of
from builder.inspect.references import referred
from builder.model.annotations import Linked, Mention, TextKey
from builder.model.content import Content
from builder.model.entries import Acronym, Named
from builder.model.refs import Ref


def unused(content: Content, linked: Linked) -> Iterator[Diagnostic]:
    """`unused-entry`, and `unused-name` for the further names of entries that are used.

    A draft that is left out counts: what it alone names is not unused, only not needed yet.
    """
    hidden = [fold(page.body.text).text for page in content.withheld.pages]
    used = _mentioned(linked) | _referred_to(content)
    for entry in content.entries.values():
        if not isinstance(entry, Named):
            continue
        names = [name.text for name in names_of(entry)]
        if entry.ref not in used and not any(name in text for text in hidden for name in names):
            yield warning(
                "unused-entry",
                f"Nothing on the site names “{entry.label}” or refers to it.",
                entry.origin.location,
                "Add the form that the article uses to `other_names`, or take the entry out.",
            )
    yield from _unused_names(content, linked, used, hidden)


def _mentioned(linked: Linked) -> set[Ref]:
    """What a text names; an entry's own texts do not count for it."""
    found: set[Ref] = set()
    for annotations in linked.articles.values():
        found.update(ref for mention in annotations.mentions for ref in _meant(mention))
    for key, mentions in linked.texts.items():
        found.update(
            ref for mention in mentions for ref in _meant(mention) if str(ref) != key.owner
        )
    return found


def _meant(mention: Mention) -> tuple[Ref, Ref]:
    return mention.ref, mention.subject


def _referred_to(content: Content) -> set[Ref]:
    """What an entry refers to; an acronym also belongs to what it stands for."""
    return {
        ref
        for entry in content.entries.values()
        for _, ref in referred(entry)
        if ref != entry.ref
    }


def _unused_names(
    content: Content, linked: Linked, used: set[Ref], hidden: list[str]
) -> Iterator[Diagnostic]:
    """Further names that stand nowhere, or nowhere but inside a longer name."""
    wanted = [
        (entry, name)
        for entry in content.entries.values()
        if isinstance(entry, Named) and entry.ref in used
        for name in names_of(entry)
        if name.other and name.other.match != "never"
    ]
    free, inside = _standing(content, linked, [name for _, name in wanted])
    for entry, name in wanted:
        if name.text in free or any(name.text in text for text in hidden):
            continue
        longer = inside.get(name.text)
        what = "acronym" if isinstance(entry, Acronym) else "entry"
        yield warning(
            "unused-name",
            f"“{name.written}” is found only inside a longer name, “{longer}”."
            if longer
            else f"No text of the site holds “{name.written}”.",
            name.location,
            f"Correct it to the article's spelling, take it out, or write `match: never` to show "
            f"it on the {what}'s page alone.",
        )


def _standing(
    content: Content, linked: Linked, names: list[Name]
) -> tuple[set[str], dict[str, str]]:
    """The names that stand free somewhere, and for others a longer name that holds them."""
    listed = list(dict.fromkeys(name.text for name in names))
    raised = [text[:1].upper() + text[1:] for text in listed]
    find = finder([*listed, *raised])
    free: set[str] = set()
    inside: dict[str, str] = {}
    for key, _, prose in content.texts() if listed else ():
        folded = fold(prose.text)
        mentions = _mentions(linked, key)
        for pattern, first, last in find(folded.text):
            name = listed[pattern % len(listed)]
            span = folded.start(first), folded.end(last)
            if name in free or not _is_whole(prose.text, *span):
                continue
            longer = _longer(mentions, *span)
            if longer is None:
                free.add(name)
            else:
                inside[name] = " ".join(prose.text[longer.start : longer.end].split())
    return free, inside


def _mentions(linked: Linked, key: TextKey) -> tuple[Mention, ...]:
    kind, _, slug = key.owner.partition(":")
    if kind == "article" and key.field == "body":
        return linked.articles[slug].mentions
    return linked.texts[key]


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether words begin and end there, a plural's ending not counted."""
    return is_edge(text, start) and any(
        text.startswith(ending, end) and is_edge(text, end + len(ending)) for ending in ("", "s", "es")
    )


def _longer(mentions: Iterable[Mention], start: int, end: int) -> Mention | None:
    """The mention that holds this place and more."""
    return next(
        (
            mention
            for mention in mentions
            if mention.start <= start and end <= mention.end
            and (mention.start, mention.end) != (start, end)
        ),
        None,
    )
