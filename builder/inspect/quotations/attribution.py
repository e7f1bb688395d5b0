"""Who said a quotation, by the article's own words: “…,” Esper said. English texts alone.

Only what leaves no doubt counts: a name that is an entry's, beside a verb of saying, with at most a
title between these and the quotation marks. A pronoun tells nothing.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from builder.ground.values import replaced
from builder.inspect.dates.daywords import WEEKDAYS
from builder.model.annotations import Mention
from builder.model.prose import Prose, leaf_at
from builder.model.studies import Attribution, Marked

_SPEAKERS = ("person", "organization", "document")
_FARTHEST = 80
"""Characters between the marks and the name, at most: a long title fits in."""
_MOST_WORDS = 6
"""Words between the verb and the marks, as in “Esper told reporters at the Pentagon:”."""

_TO_SOMEBODY = frozenset("told tells asked asks assured reminded".split())
_VERBS = _TO_SOMEBODY.union(
    "said says wrote writes added adds tweeted stated states replied replies responded answered "
    "explained explains insisted insists argued argues claimed claims declared noted notes "
    "remarked recalled recalls continued concluded announced testified warned warns".split()
)
_ADVERBS = ("also", "later", "then")
_ROLES = frozenset(
    "the a an acting chief commander defence defense deputy director finance foreign former "
    "general interior leader minister president prime secretary senator spokesman spokeswoman "
    "spokesperson then vice".split()
)
_ABOUT = frozenset("after as at before during for in of on to when while".split())
"""What may follow a name that stands behind its verb; after “and” somebody else would."""
_CLOSING = tuple('”»“」』"')
_SENTENCE_ENDS = tuple('.!?:;—–)”"')
_CLAUSE_ENDS = (*_SENTENCE_ENDS, ",")
_STOPS = ".,;:!?"

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
        first, last = leaf_at(leaves, one.start).start, leaf_at(leaves, one.end - 1).end
        named = [
            *_behind(body.text, one, speakers, first, last),
            *_before(body.text, one, speakers, first),
        ]
        if len({mention.subject for mention, _, _ in named}) == 1:
            speaker, start, end = named[0]
            yield replaced(one, said=Attribution(speaker.subject, body.locate(start, end)))
        else:
            yield one


def _behind(
    text: str, quoted: Marked, speakers: Sequence[Mention], first: int, last: int
) -> Iterator[_Named]:
    """Who is named behind the closing mark: “…,” Esper said; “…,” said Esper.

    `first` and `last` are the ends of the paragraph. A phrase within a sentence need not be said by
    whoever is named behind it.
    """
    before, behind = text[first : quoted.start - 1].rstrip(), text[quoted.end : last]
    if behind[:1] not in _CLOSING or (before and not before.endswith(_SENTENCE_ENDS)):
        return
    start = last - len(behind[1:].removeprefix(",").lstrip())
    has_comma = behind[1:2] == "," or text[quoted.end - 1] == ","
    said = _verb_first(text[start:last])
    for one in _within(speakers, start, min(last, start + _FARTHEST)):
        says = _verb_behind(text[one.end : last]) if has_comma else 0
        if says and _is_title(text[start : one.start]):
            yield one, start, one.end + says
        if said and _is_title(text[start + said : one.start]) and _is_alone(text[one.end : last]):
            yield one, start, one.end


def _before(text: str, quoted: Marked, speakers: Sequence[Mention], first: int) -> Iterator[_Named]:
    """Who is named before the opening mark: Esper said, “…”; Esper told reporters: “…”."""
    end = quoted.start - 1
    if text[end - 2 : end] not in (", ", ": "):
        return
    for one in _within(speakers, max(first, end - _FARTHEST), end):
        says = _verb_behind(text[one.end : end])
        between = text[one.end + says : end - 2]
        if says and _leads_in(between) and _begins(text[first : one.start]):
            yield one, one.start, one.end + says


def _verb_behind(text: str) -> int:
    """Where a verb of saying ends that follows a name, behind an adverb at most; 0 for none.

    A name that follows the verb may be who said it: “…,” Esper said Milley wrote.
    """
    words = text[:_FARTHEST].split(None, 3) if text[:1].isspace() else []
    skipped = int(bool(words) and (words[0] in _ADVERBS or words[0].endswith("ly")))
    verb, after = [*words[skipped : skipped + 2], "", ""][:2]
    word = verb.rstrip(_STOPS)
    goes_on = word != verb or not after[:1].isupper() or after.startswith(WEEKDAYS)
    if word in _TO_SOMEBODY or (word in _VERBS and goes_on):
        return text.index(word, len(words[0]) if skipped else 0) + len(word)
    return 0


def _verb_first(text: str) -> int:
    """Where what follows a verb of saying begins, if that comes first; 0 for none."""
    words = text[:_FARTHEST].split(None, 2)
    if words[:2] == ["according", "to"]:
        return text.index(words[1], len(words[0])) + len("to ")
    return len(words[0]) + 1 if words and words[0] in _VERBS else 0


def _is_title(words: str) -> bool:
    """Whether the words before a name, if any, are a title."""
    return all(
        word in _ROLES or (word[0].isupper() and word[-1] not in ",;:!?") for word in words.split()
    )


def _is_alone(text: str) -> bool:
    """Whether what follows a name leaves it the only one who speaks."""
    following = text.split(maxsplit=1)[:1]
    return not following or text[0] in _STOPS or (text[0].isspace() and following[0] in _ABOUT)


def _leads_in(words: str) -> bool:
    """Whether these words may stand between the verb and the marks."""
    between = words.split()
    return len(between) <= _MOST_WORDS and not any(
        word in _VERBS or word[-1] in _STOPS for word in between
    )


def _begins(words: str) -> bool:
    """Whether a clause begins with the name behind these words, or with its title."""
    before = words[-_FARTHEST:].split()
    while before and not before[-1].endswith(_CLAUSE_ENDS) and _is_title(before[-1]):
        before.pop()
    return not before or before[-1].endswith(_CLAUSE_ENDS)


def _within(speakers: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """The mentions that begin in this stretch of the text."""
    first = bisect_left(speakers, start, key=attrgetter("start"))
    return speakers[first : bisect_left(speakers, end, key=attrgetter("start"))]
