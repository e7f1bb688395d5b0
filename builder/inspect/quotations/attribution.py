"""Who said a quotation, by the article's own words: “…,” Esper said. English texts alone.

Only what leaves no doubt counts: the name of an entry and a verb of saying right beside the marks,
with no more between than a title, or who that is, in commas. A pronoun tells nothing. What follows
in the same paragraph, as in “…,” Esper said. “…”, is the same speaker's.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from builder.ground.values import replaced
from builder.inspect.quotations.saying import (
    FARTHEST,
    SENTENCE_ENDS,
    according_to,
    bare,
    begins,
    is_alone,
    is_one_phrase,
    is_told,
    leads_in,
    says_behind,
    tells_who,
    verb_first,
)
from builder.model.annotations import Mention
from builder.model.prose import Prose, leaf_at
from builder.model.studies import Attribution, Marked

_SPEAKERS = ("person", "organization", "document")
_BEFORE_MARKS = 240
"""Characters from a name to the marks behind it: who that is fits in."""
_CLOSING = tuple('”»“」』"')

_Named = tuple[Mention, int, int]
"""A speaker, and where the words begin and end that say so."""


def attributed(
    quoted: Iterable[Marked], body: Prose, mentions: Sequence[Mention]
) -> Iterator[Marked]:
    """Quotations of the text of an article in English, with who said them where that is plain.

    Args:
        quoted: The quotations, without their marks.
        body: The text.
        mentions: What it mentions, in order.
    """
    speakers = [one for one in mentions if one.subject.kind in _SPEAKERS]
    leaves = body.leaves
    told: Marked | None = None
    for one in quoted:
        first, last = leaf_at(leaves, one.start).start, leaf_at(leaves, one.end - 1).end
        behind = list(_behind(body.text, one, speakers, first, last))
        named = [*behind, *_before(body.text, one, speakers, first)]
        one = _with(one, body, named)
        if not named and told and told.start >= first and _goes_on(body.text, told, one, last):
            one = replaced(one, said=told.said)
        told = one if behind and one.said else None
        yield one


def _with(quoted: Marked, body: Prose, named: Sequence[_Named]) -> Marked:
    """The quotation with its speaker, if but one is named."""
    if len({mention.subject for mention, _, _ in named}) != 1:
        return quoted
    speaker, start, end = named[0]
    return replaced(quoted, said=Attribution(speaker.subject, body.locate(start, end)))


def _goes_on(text: str, told: Marked, quoted: Marked, last: int) -> bool:
    """Whether a quotation goes on with the one before it, as in “…,” Esper said. “…”.

    Between the two is one phrase with one verb of saying; and the second is whole sentences.
    """
    between = text[told.end + 1 : quoted.start - 1]
    is_whole = text[quoted.end - 1] == "." or not text[quoted.end + 1 : last].strip(" .")
    return is_whole and is_one_phrase(between)


def _behind(
    text: str, quoted: Marked, speakers: Sequence[Mention], first: int, last: int
) -> Iterator[_Named]:
    """Who is named behind the closing mark: “…,” Esper said; “…,” said Esper.

    `first` and `last` are the ends of the paragraph. A phrase within a sentence need not be said by
    whoever is named behind it.
    """
    before, behind = text[first : quoted.start - 1].rstrip(), text[quoted.end : last]
    if behind[:1] not in _CLOSING or (before and not before.endswith(SENTENCE_ENDS)):
        return
    start = last - len(behind[1:].removeprefix(",").lstrip())
    has_comma = behind[1:2] == "," or text[quoted.end - 1] == ","
    said = verb_first(text[start:last])
    for one in _within(speakers, start, min(last, start + FARTHEST)):
        after = text[one.end : last]
        title = bare(text[start : one.start], after)
        says = says_behind(text[start : one.start], after)
        if says and tells_who(title) and (has_comma or after[says : says + 1] in ("", ".")):
            yield one, start, one.end + says
        if said and tells_who(title[said:]) and is_alone(after):
            yield one, start, one.end


def _before(text: str, quoted: Marked, speakers: Sequence[Mention], first: int) -> Iterator[_Named]:
    """Who is named before the opening mark: Esper said, “…”; according to Esper, “…”."""
    end = quoted.start - 1
    lead = text[first:end].rstrip()
    comma = first + len(lead) - 1
    if not lead.endswith((",", ":")) or comma + 1 == end:
        return
    for one in _within(speakers, max(first, end - _BEFORE_MARKS), end):
        title, after = text[first : one.start], text[one.end : comma]
        says = says_behind(title, text[one.end : end])
        if says and leads_in(after[says:]) and begins(title):
            yield one, one.start, one.end + says
        if according_to(title) and is_told(after):
            yield one, one.start, one.end


def _within(speakers: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """The mentions that begin in this stretch of the text."""
    first = bisect_left(speakers, start, key=attrgetter("start"))
    return speakers[first : bisect_left(speakers, end, key=attrgetter("start"))]
