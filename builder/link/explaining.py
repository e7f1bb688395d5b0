"""Why words link, or do not: for every place where they stand, the rule or rival that decided."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from builder.ground.diagnostics import Location, Related
from builder.ground.text import fold, one_form
from builder.link.forms import Form
from builder.link.lexicon import lexicon
from builder.link.matching import Match, Names, matches
from builder.link.refusals import closed, refusal
from builder.model.annotations import Choice, Linked, Mention
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.entries import Entry
from builder.model.prose import Prose
from builder.model.refs import Ref
from builder.model.studies import Close


class Reason(NamedTuple):
    """What became of `text[start:end]`: the entry it names, if one, whether it links, and why."""

    prose: Prose
    start: int
    end: int
    ref: Ref | None
    links: bool
    why: str
    related: tuple[Related, ...] = ()


Read = Callable[[str], tuple[Article, Close]]
"""From a slug to the article with its texts, and what these mention."""


class _Text(NamedTuple):
    """A text of an article, with its mentions."""

    prose: Prose
    mentions: tuple[Mention, ...]


class _Known(NamedTuple):
    """What all texts are judged by."""

    names: Names
    entries: Mapping[Ref, Entry]


def why_words(words: str, content: Content, read: Read) -> tuple[Reason, ...]:
    """A reason for every place in the articles where `words` stand, in any capitals."""
    known = _Known(lexicon(content).names, content.entries)
    return tuple(
        reason
        for text in _texts(content, read)
        for reason in _in_text(text, list(_occurrences(words, text.prose.text)), known)
    )


def why_entry(ref: Ref, content: Content, linked: Linked, read: Read) -> tuple[Reason, ...]:
    """A reason for every mention of an entry (or of what it is one with) in the articles."""
    subject = linked.subjects.get(ref, ref)
    return tuple(
        _of_mention(text, mention, mention.start, mention.end)
        for text in _texts(content, read)
        for mention in text.mentions
        if mention.subject == subject
    )


def _texts(content: Content, read: Read) -> Iterator[_Text]:
    for article in content.articles:
        whole, close = read(article.slug)
        for (_, prose), text in zip(whole.texts, close.texts, strict=True):
            yield _Text(prose, text.mentions)


def _occurrences(words: str, text: str) -> Iterator[tuple[int, int]]:
    wanted = _small(one_form(words))
    folded = fold(text)
    plain = _small(folded.text)
    start = plain.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        yield folded.origin(start, end)
        start = plain.find(wanted, end)


def _small(text: str) -> str:
    """In small letters, as long as it was."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _in_text(text: _Text, places: list[tuple[int, int]], known: _Known) -> Iterator[Reason]:
    found = matches(text.prose.text, known.names) if places else []
    for start, end in places:
        yield _reason(text, start, end, found, known.entries)


def _reason(
    text: _Text, start: int, end: int, found: list[Match], entries: Mapping[Ref, Entry]
) -> Reason:
    for mention in text.mentions:
        if mention.start < end and start < mention.end:
            reason = _of_mention(text, mention, start, end)
            rivals = _rivals(_match_at(mention.start, mention.end, found))
            return _with_rivals(reason, text, mention, rivals) if len(rivals) > 1 else reason
    match = _match_at(start, end, found)
    rivals = _rivals(match)
    if match and len(rivals) > 1 and not closed(text.prose, start, end):
        return _undecided(text, match, rivals)._replace(start=start, end=end)
    why, place = refusal(text.prose, start, end, entries)
    related = (Related(place, "its form stands here"),) if place else ()
    return Reason(text.prose, start, end, None, False, why, related)


def _of_mention(text: _Text, mention: Mention, start: int, end: int) -> Reason:
    why = str(mention.choice)
    if not (start <= mention.start and mention.end <= end):
        words = " ".join(text.prose.text[mention.start : mention.end].split())
        why = f"it is part of “{words}”; {why}"
    related: tuple[Related, ...] = ()
    if mention.choice is Choice.LATER:
        earlier = [m for m in text.mentions if _decided(m, mention)]
        place = [text.prose.locate(m.start, m.end) for m in earlier[-1:]]
        related = tuple(Related(at, "linked here") for at in place)
    return Reason(text.prose, start, end, mention.ref, mention.choice.links, why, related)


def _decided(earlier: Mention, mention: Mention) -> bool:
    same = earlier.subject == mention.subject
    return same and earlier.choice.links and earlier.start < mention.start


def _match_at(start: int, end: int, found: list[Match]) -> Match | None:
    return next((match for match in found if match.start < end and start < match.end), None)


def _rivals(match: Match | None) -> list[Form]:
    """The forms of a match, one for each entry that is meant by one."""
    return list({form.subject: form for form in match.claimants}.values()) if match else []


def _with_rivals(found: Reason, text: _Text, mention: Mention, rivals: list[Form]) -> Reason:
    """The reason with the earlier mention by which a shared name was decided."""
    if mention.choice is Choice.FORCED:
        return found
    first = next((m for m in text.mentions if m.subject == mention.subject), mention)
    place: Location = text.prose.locate(first.start, first.end)
    decided = Related(place, f"{mention.ref} is named by its own form here")
    why = f"{_claims(rivals)}, and {mention.ref} alone is named before; {found.why}"
    return found._replace(why=why, related=(decided, *found.related))


def _undecided(text: _Text, match: Match, rivals: list[Form]) -> Reason:
    named = {m.subject for m in text.mentions if m.end <= match.start}
    before = [form for form in rivals if form.subject in named]
    state = "several of them are" if before else "none of them is"
    why = f"{_claims(rivals)}, and {state} named before"
    related = tuple(Related(form.location, f"claimed by {form.ref}") for form in rivals)
    return Reason(text.prose, match.start, match.end, None, False, why, related)


def _claims(rivals: list[Form]) -> str:
    return f"it may mean {', '.join(sorted(str(form.ref) for form in rivals))}"
