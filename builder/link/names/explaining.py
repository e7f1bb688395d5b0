"""For `why WORDS`: at every place where they stand, whether they link, and why."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, TypeVar

from builder.ground.diagnostics import Location, Related
from builder.ground.grouping import grouped
from builder.ground.text import fold, one_form
from builder.ground.values import replaced
from builder.link.names.forms import Form
from builder.link.names.lexicon import lexicon
from builder.link.names.matching import Match, Names, matches
from builder.link.names.naming import Name, every_name
from builder.link.names.refusals import closed, refusal
from builder.model.annotations import Choice, Linked, Mention
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.prose import Prose
from builder.model.refs import Ref
from builder.model.studies import Close

Span = TypeVar("Span", Mention, Match)


class Reason(NamedTuple):
    """What became of `text[start:end]`: the entry it names, if one, whether it links, and why."""

    prose: Prose
    start: int
    end: int
    ref: Ref | None
    links: bool
    why: str
    related: tuple[Related, ...] = ()


ReadClosely = Callable[[str], tuple[Article, Close]]
"""From a slug to the article with its texts, and what these mention."""


class _Text(NamedTuple):
    """A text of an article and its mentions.

    By subject: `linking` its mentions that link, `first` its first one here, `above` the place of
    the first one in the texts above.
    """

    prose: Prose
    mentions: tuple[Mention, ...]
    linking: Mapping[Ref, list[Mention]]
    first: Mapping[Ref, Mention]
    above: Mapping[Ref, Location]


class _Known(NamedTuple):
    """What all texts are judged by."""

    names: Names
    every: tuple[Name, ...]


def why_words(words: str, content: Content, read: ReadClosely) -> tuple[Reason, ...]:
    """A reason for every place in the articles where `words` stand, in any capitals."""
    known = _Known(lexicon(content).names, tuple(every_name(content)))
    return tuple(
        reason
        for text in _texts(content, read)
        for reason in _in_text(text, list(_occurrences(words, text.prose.text)), known)
    )


def why_entry(ref: Ref, content: Content, linked: Linked, read: ReadClosely) -> tuple[Reason, ...]:
    """A reason for every mention of an entry (or of what it is one with) in the articles."""
    subject = linked.subjects.get(ref, ref)
    return tuple(
        _of_mention(text, mention, mention.start, mention.end)
        for text in _texts(content, read)
        for mention in text.mentions
        if mention.subject == subject
    )


def _texts(content: Content, read: ReadClosely) -> Iterator[_Text]:
    for article in content.articles:
        whole, close = read(article.slug)
        above: dict[Ref, Location] = {}
        for (_, prose), text in zip(whole.texts, close.texts, strict=True):
            yield _text(prose, text.mentions, dict(above))
            for mention in text.mentions:
                above.setdefault(mention.subject, prose.locate(mention.start, mention.end))


def _text(prose: Prose, mentions: tuple[Mention, ...], above: Mapping[Ref, Location]) -> _Text:
    linking = grouped((one.subject, one) for one in mentions if one.choice.links)
    first = {mention.subject: mention for mention in reversed(mentions)}
    return _Text(prose, mentions, linking, first, above)


def _occurrences(words: str, text: str) -> Iterator[tuple[int, int]]:
    folded = fold(text)
    return replaced(folded, text=_small(folded.text)).places(_small(one_form(words)))


def _small(text: str) -> str:
    """In small letters, as long as it was."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def _in_text(text: _Text, places: list[tuple[int, int]], known: _Known) -> Iterator[Reason]:
    found = matches(text.prose.text, known.names) if places else []
    for start, end in places:
        yield _reason(text, start, end, found, known)


def _reason(text: _Text, start: int, end: int, found: list[Match], known: _Known) -> Reason:
    if mention := _at(start, end, text.mentions):
        reason = _of_mention(text, mention, start, end)
        rivals = _rivals(_at(mention.start, mention.end, found))
        if len(rivals) < 2 or mention.choice is Choice.FORCED:
            return reason
        return _with_rivals(reason, mention, rivals, _named_before(text, mention.subject, found))
    match = _at(start, end, found)
    rivals = _rivals(match)
    if match and len(rivals) > 1 and not closed(text.prose, start, end):
        return _undecided(text, match, rivals)._replace(start=start, end=end)
    why, place = refusal(text.prose, start, end, known.every, known.names.elides)
    related = (Related(place, "its form stands here"),) if place else ()
    return Reason(text.prose, start, end, None, False, why, related)


def _of_mention(text: _Text, mention: Mention, start: int, end: int) -> Reason:
    why = str(mention.choice)
    if not (start <= mention.start and mention.end <= end):
        words = " ".join(text.prose.text[mention.start : mention.end].split())
        why = f"it is part of “{words}”; {why}"
    related: tuple[Related, ...] = ()
    if mention.choice is Choice.LATER:
        linking = text.linking.get(mention.subject, [])
        earlier = linking[: bisect_left(linking, mention.start, key=attrgetter("start"))]
        places = (text.prose.locate(m.start, m.end) for m in earlier[-1:])
        related = tuple(Related(place, "linked here") for place in places)
    return Reason(text.prose, start, end, mention.ref, mention.choice.links, why, related)


def _at(start: int, end: int, found: Sequence[Span]) -> Span | None:
    """The first of what stands in order, without overlap, that shares a letter with the span."""
    index = bisect_right(found, start, key=attrgetter("end"))
    return found[index] if index < len(found) and found[index].start < end else None


def _rivals(match: Match | None) -> list[Form]:
    """The forms of a match, one for each entry that is meant by one."""
    return list({form.subject: form for form in match.claimants}.values()) if match else []


def _named_before(text: _Text, subject: Ref, found: list[Match]) -> Location:
    """Where a form that is the subject's alone stands before: in this text, or in one above."""
    first = text.first[subject]
    is_shared = len(_rivals(_at(first.start, first.end, found))) > 1
    here = text.prose.locate(first.start, first.end)
    return text.above.get(subject, here) if is_shared else here


def _with_rivals(found: Reason, mention: Mention, rivals: list[Form], place: Location) -> Reason:
    """The reason with the earlier place by which a shared name was decided."""
    decided = Related(place, f"{mention.ref} is named by its own form here")
    why = f"{_claims(rivals)}, and {mention.ref} alone is named before; {found.why}"
    return found._replace(why=why, related=(decided, *found.related))


def _undecided(text: _Text, match: Match, rivals: list[Form]) -> Reason:
    first = ((form, text.first.get(form.subject)) for form in rivals)
    before = any(mention and mention.end <= match.start for _, mention in first)
    above = any(form.subject in text.above for form in rivals)
    state = "several of them are" if before or above else "none of them is"
    why = f"{_claims(rivals)}, and {state} named before"
    related = tuple(Related(form.location, f"claimed by {form.ref}") for form in rivals)
    return Reason(text.prose, match.start, match.end, None, False, why, related)


def _claims(rivals: list[Form]) -> str:
    return f"it may mean {', '.join(sorted(str(form.ref) for form in rivals))}"
