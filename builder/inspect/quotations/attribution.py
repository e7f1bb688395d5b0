"""Who said a quotation, by the article's own words: “…,” Esper said. English texts alone.

Only what leaves no doubt counts: a name that is an entry's, beside a verb of saying, with at most a
title between these and the quotation marks, or between commas who that is. A pronoun tells nothing.
What a paragraph quotes next, behind one sentence that names a speaker, is theirs too.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from builder.ground.expressions import expression
from builder.ground.values import replaced
from builder.inspect.dates.daywords import WEEKDAYS
from builder.inspect.names.somebody import SOMEBODY
from builder.inspect.names.titles import is_honour
from builder.model.annotations import Mention
from builder.model.prose import Prose, leaf_at
from builder.model.studies import Attribution, Marked

_SPEAKERS = ("person", "organization", "document")
_FARTHEST = 80
"""Characters between the marks and the name, at most: a long title fits in."""
_FARTHEST_BEFORE = 240
"""Characters from the name to the marks behind it: who that is fits in."""
_MOST_WORDS = 6
"""Words between the verb and the marks, as in “Esper told reporters at the Pentagon:”."""

_TO_SOMEBODY = frozenset("told tells asked asks assured reminded".split())
_VERBS = _TO_SOMEBODY.union(
    "said says wrote writes added adds tweeted stated states replied replies responded answered "
    "explained explains insisted insists argued argues claimed claims declared noted notes "
    "remarked recalled recalls continued concluded announced testified warned warns commented "
    "comments admitted admits agreed agrees".split()
)
_ADVERBS = ("also", "later", "then")
_ROLES = frozenset(
    "the a an acting chief commander defence defense deputy director finance foreign former "
    "general interior leader minister president prime secretary senator spokesman spokeswoman "
    "spokesperson then vice".split()
)
_ABOUT = frozenset("after as at before during for in of on to when while".split())
"""What may follow a name that stands behind its verb; after “and” somebody else would."""
_JOINING = frozenset(
    "against and at by for from he i in of on or she that they to we which who whom whose with "
    "while".split()
)
"""What may make of words for somebody before a name those for another: “the son of President …”."""
_SOMEBODY = expression(SOMEBODY)
_IN_SENTENCE = r"(?:\b(?:Drs?|Mrs?|Ms|Prof|[A-Z])\.|[^!?;:“”„«»\".]|\.(?!\s))"
_WHO = expression(
    rf",(?:(?!,?\sand\b|\swhose\b){_IN_SENTENCE}){{2,160}}?(?=,\s(?:{'|'.join(sorted(_VERBS))})\b)"
)
"""What tells between commas who somebody is, before a verb of saying."""
_WHO_ALONE = expression(rf"(?:,\s(?:an?|the|who|{SOMEBODY})\b{_IN_SENTENCE}{{1,160}})?")
_PHRASE = expression(rf",?\s{_IN_SENTENCE}+(?:[.,]|,\sadding:)\s")
_ACCORDING = (["According", "to"], ["according", "to"])
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
    """Whether no other can have said a quotation than whom the words before it name.

    “…,” Esper said. “…”: one phrase with one verb of saying is between that and the one before, and
    behind it no more of its sentence.
    """
    between = text[told.end + 1 : quoted.start - 1]
    verbs = sum(word.rstrip(_STOPS) in _VERBS for word in between.split())
    is_whole = text[quoted.end - 1] == "." or not text[quoted.end + 1 : last].strip(" .")
    return is_whole and verbs == 1 and _PHRASE().fullmatch(between) is not None


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
        after = text[one.end : last]
        title = _bare(text[start : one.start], after)
        says = _says(text[start : one.start], after)
        if says and _is_title(title) and (has_comma or after[says : says + 1] in ("", ".")):
            yield one, start, one.end + says
        if said and _is_title(title[said:]) and _is_alone(after):
            yield one, start, one.end


def _before(text: str, quoted: Marked, speakers: Sequence[Mention], first: int) -> Iterator[_Named]:
    """Who is named before the opening mark: Esper said, “…”; according to Esper, “…”."""
    end = quoted.start - 1
    if text[end - 2 : end] not in (", ", ": "):
        return
    for one in _within(speakers, max(first, end - _FARTHEST_BEFORE), end):
        title, after = text[first : one.start], text[one.end : end - 2]
        says = _says(title, text[one.end : end])
        if says and _leads_in(after[says:]) and _begins(title):
            yield one, one.start, one.end + says
        if _untitled(title)[-2:] in _ACCORDING and _is_told(after):
            yield one, one.start, one.end


def _says(before: str, behind: str) -> int:
    """Where a verb of saying ends that tells what a name between these words says; 0 for none.

    Between them commas may enclose who that is; or the name, if that is told before it.
    """
    who = _WHO().match(behind)
    is_enclosed = behind[:1] == "," and _bare(before, behind) != before
    skipped = who.end() + 1 if who else int(is_enclosed)
    says = _verb_behind(behind[skipped:])
    return skipped + says if says else 0


def _is_told(behind: str) -> bool:
    """Whether nothing is between a name and the marks, or but who that is: “, a lawyer”."""
    return bool(_WHO_ALONE().fullmatch(behind)) and _VERBS.isdisjoint(behind.split())


def _bare(title: str, behind: str) -> str:
    """The words before a name without the comma that encloses it: “the lawyer, Esper, said”."""
    words = title.rstrip()
    encloses = words.endswith(",") and _is_somebody(words[:-1]) and behind[:1] in _STOPS
    return words[:-1] if encloses else title


def _verb_behind(text: str) -> int:
    """Where a verb of saying ends that follows a name, behind an adverb at most; 0 for none.

    A name that follows the verb may be who said it: “…,” Esper said Milley wrote.
    """
    words = text[:_FARTHEST].split(None, 3) if text[:1].isspace() else []
    skipped = int(bool(words) and _may_precede(words[0]))
    verb, after = [*words[skipped : skipped + 2], "", ""][:2]
    word = verb.rstrip(_STOPS)
    goes_on = word != verb or not after[:1].isupper() or after.startswith(WEEKDAYS)
    if word in _TO_SOMEBODY or (word in _VERBS and goes_on):
        return text.index(word, len(words[0]) if skipped else 0) + len(word)
    return 0


def _may_precede(word: str) -> bool:
    """Whether a word may stand between a name and its verb: an adverb, or letters such as QC."""
    return word in _ADVERBS or word.endswith("ly") or is_honour(word)


def _verb_first(text: str) -> int:
    """Where what follows a verb of saying begins, if that comes first; 0 for none."""
    words = text[:_FARTHEST].split(None, 2)
    if words[:2] == ["according", "to"]:
        return text.index(words[1], len(words[0])) + len("to ")
    return len(words[0]) + 1 if words and words[0] in _VERBS else 0


def _is_title(words: str) -> bool:
    """Whether the words before a name, if any, are a title, or tell who it is: “her lawyer”."""
    every = words.split()
    if _is_somebody(words) and len(every) <= _MOST_WORDS:
        return not any(
            word in _JOINING or word in _VERBS or word[-1] in _STOPS for word in every[:-1]
        )
    return all(word in _ROLES or (word[0].isupper() and word[-1] not in ",;:!?") for word in every)


def _is_somebody(words: str) -> bool:
    """Whether these words end with one for somebody."""
    return any(_SOMEBODY().fullmatch(word) for word in words.split()[-1:])


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
    before = _untitled(words)
    return not before or before[-1].endswith(_CLAUSE_ENDS)


def _untitled(words: str) -> list[str]:
    """The words before a name without its title."""
    before = words[-_FARTHEST:].split()
    while before and not before[-1].endswith(_CLAUSE_ENDS) and _is_title(before[-1]):
        before.pop()
    return before


def _within(speakers: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """The mentions that begin in this stretch of the text."""
    first = bisect_left(speakers, start, key=attrgetter("start"))
    return speakers[first : bisect_left(speakers, end, key=attrgetter("start"))]
