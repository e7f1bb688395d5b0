"""Who said a quotation, by the article's own words: “…,” Esper said. English texts alone.

Only what leaves no doubt counts: a name that is an entry's, beside a verb of saying, with at most a
title between these and the quotation marks. A pronoun tells nothing.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from builder.ground.expressions import expression
from builder.ground.values import replaced
from builder.inspect.dates.daywords import WEEKDAYS
from builder.inspect.names.persons import LARGE
from builder.model.annotations import Mention
from builder.model.prose import Prose, leaf_at
from builder.model.studies import Attribution, Marked

_SPEAKERS = ("person", "organization", "document")
_FARTHEST = 80
"""Characters between the marks and the end of the name, at most: a long title fits in."""

_TO_SOMEBODY = "told|tells|asked|asks|assured|reminded"
_VERB = (
    rf"(?:{_TO_SOMEBODY}|said|says|wrote|writes|added|adds|tweeted|stated|states|replied|replies"
    r"|responded|answered|explained|explains|insisted|insists|argued|argues|claimed|claims|declared"
    r"|noted|notes|remarked|recalled|recalls|continued|concluded|announced|testified|warned|warns)"
)
_ROLE = (
    r"(?:the|an?|acting|chief|commander|defen[cs]e|deputy|director|finance|foreign|former|general"
    r"|interior|leader|minister|president|prime|secretary|senator|spokes\w+|then|vice)"
)
_TITLE = rf"(?:(?:{_ROLE}|{LARGE}[\w.’'-]*)\s)*"
# A name that follows the verb may be who said it: “…,” Esper said Milley wrote.
_GOES_ON = rf"(?=[^\w\s]|\s(?:[a-z]|{'|'.join(WEEKDAYS)})|$)"

_ENDS = expression(r"[”»“」』](,?)\s")
_IS_TITLE = expression(_TITLE)
_SAYS = expression(
    rf"\s(?:(?:also|later|then|\w+ly)\s)?(?:(?:{_TO_SOMEBODY})\b|{_VERB}\b{_GOES_ON})"
)
_SAID = expression(rf"(?:{_VERB}|according\sto)\s")
_STANDS_ALONE = expression(
    r"[.,;:!?]|\s(?:after|as|at|before|during|for|in|of|on|to|when|while)\b|$"
)
_LEADS_IN = expression(rf"(?:\s(?!{_VERB}\b)[\w’'-]+){{0,6}}[,:]\s")
_STARTS = expression(rf"(?:^|\n\n|[.!?;:,—–)”]\s){_TITLE}$")
_STARTS_SENTENCE = expression(r"(?:^|\n\n|[.!?:;—–)”]\s)$")

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
    for one in quoted:
        last = leaf_at(leaves, one.end - 1).end
        named = [*_behind(body.text, one, speakers, last), *_before(body.text, one, speakers)]
        if len({mention.subject for mention, _, _ in named}) == 1:
            speaker, start, end = named[0]
            yield replaced(one, said=Attribution(speaker.subject, body.locate(start, end)))
        else:
            yield one


def _behind(text: str, quoted: Marked, speakers: Sequence[Mention], last: int) -> Iterator[_Named]:
    """Who is named behind the closing mark, up to the paragraph's `last`: “…,” Esper said.

    A phrase within a sentence need not be said by whoever is named behind it.
    """
    ends = _ENDS().match(text, quoted.end, last)
    before = max(0, quoted.start - 3), quoted.start - 1
    if ends is None or not _STARTS_SENTENCE().search(text, *before):
        return
    start, has_comma = ends.end(), bool(ends[1]) or text[quoted.end - 1] == ","
    said = _SAID().match(text, start, last)
    for one in _within(speakers, start, start + _FARTHEST):
        is_first = has_comma and _is_title(text, start, one.start)
        says = _SAYS().match(text, one.end, last) if is_first else None
        if says:
            yield one, start, says.end()
        is_last = said is not None and _is_title(text, said.end(), one.start)
        if is_last and _STANDS_ALONE().match(text, one.end, last):
            yield one, start, one.end


def _before(text: str, quoted: Marked, speakers: Sequence[Mention]) -> Iterator[_Named]:
    """Who is named before the opening mark: Esper said, “…”; Esper told reporters: “…”."""
    end = quoted.start - 1
    for one in _within(speakers, end - _FARTHEST, end):
        says = _SAYS().match(text, one.end, end)
        leads_in = says and _LEADS_IN().fullmatch(text, says.end(), end)
        before = max(0, one.start - _FARTHEST), one.start
        if says and leads_in and _STARTS().search(text, *before):
            yield one, one.start, says.end()


def _within(speakers: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """The mentions that begin in this stretch of the text."""
    first = bisect_left(speakers, start, key=attrgetter("start"))
    return speakers[first : bisect_left(speakers, end, key=attrgetter("start"))]


def _is_title(text: str, start: int, end: int) -> bool:
    return _IS_TITLE().fullmatch(text, start, end) is not None
