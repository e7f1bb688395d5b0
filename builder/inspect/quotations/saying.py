"""Words that say who says something: “Esper told reporters”, “said her lawyer, Jane Doe”. English.

The functions are given the words before a name, from the marks or the sentence on, and those behind
it: in “her lawyer, Jane Doe, said” these are `her lawyer, ` and `, said`.
"""

from builder.ground.expressions import expression
from builder.inspect.names.somebody import is_somebody
from builder.inspect.names.titles import is_honour
from builder.model.dates import WEEKDAYS

FARTHEST = 80
"""Characters between quotation marks and a name, at most: a long title fits in."""
_MOST_WORDS = 6
"""Words between the verb and the marks, as in “Esper told reporters at the Pentagon:”."""

_TO_SOMEBODY = frozenset("told tells asked asks assured reminded".split())
_VERBS = _TO_SOMEBODY.union(
    "said says wrote writes added adds tweeted stated states replied replies responded answered "
    "explained explains insisted insists argued argues claimed claims declared noted notes "
    "remarked recalled recalls continued concluded announced testified warned warns commented "
    "comments admitted admits agreed agrees".split()
)
_BEFORE_VERB = ("also", "had", "has", "later", "then")
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
_SHORTENED = r"(?:(?<=\b[A-Z])|(?<=\b[DM]r)|(?<=\bMs)|(?<=\b[DM]rs)|(?<=\bProf))"
# No two of these fit one character: where they did, the ways to read initials doubled with each.
_IN_SENTENCE = rf"(?:[^!?;:“”„«»\".]|\.(?!\s)|{_SHORTENED}\.(?=\s))"
_WHO = expression(
    rf",(?:(?!,?\sand\b|\swhose\b){_IN_SENTENCE}){{2,160}}?(?=,\s(?:{'|'.join(sorted(_VERBS))})\b)"
)
"""What tells between commas who somebody is, before a verb of saying."""
_WHO_ALONE = expression(rf"(?:,\s(\w+)\b{_IN_SENTENCE}{{1,160}})?")
_BEFORE_WHO = ("a", "an", "the", "who")
_PHRASE = expression(rf",?\s{_IN_SENTENCE}+(?:[.,]|,\sadding:)\s")
_ACCORDING = (["According", "to"], ["according", "to"])
SENTENCE_ENDS = tuple('.!?:;—–)”"')
"""What may end what stands before a sentence."""
_CLAUSE_ENDS = (*SENTENCE_ENDS, ",")
_STOPS = ".,;:!?"


def says_behind(before: str, behind: str) -> int:
    """Where in `behind` the verb ends by which the name says something; 0 if it does not.

    “Esper said”, “Esper, the secretary, said”, and with `before`: “the secretary, Esper, said”.
    """
    who = _WHO().match(behind) if behind[:1] == "," else None
    is_enclosed = behind[:1] == "," and bare(before, behind) != before
    skipped = who.end() + 1 if who else int(is_enclosed)
    says = _verb_behind(behind[skipped:])
    return skipped + says if says else 0


def is_told(behind: str) -> bool:
    """Whether between a name and the marks is nothing, or who it is: “, a lawyer”."""
    who = _WHO_ALONE().fullmatch(behind)
    if who is None or not _VERBS.isdisjoint(behind.split()):
        return False
    return who[1] is None or who[1] in _BEFORE_WHO or is_somebody(who[1])


def bare(title: str, behind: str) -> str:
    """The words before a name, without the comma around it: “the lawyer, Esper, said”."""
    words = title.rstrip()
    encloses = words.endswith(",") and _ends_in_somebody(words[:-1]) and behind[:1] in _STOPS
    return words[:-1] if encloses else title


def _verb_behind(text: str) -> int:
    """Where the verb of saying ends that follows a name, or one word such as “also”; 0 for none.

    Not where another name follows the verb: “…,” Esper said Milley wrote.
    """
    words = text[:FARTHEST].split(None, 3) if text[:1].isspace() else []
    skipped = int(bool(words) and _may_precede(words[0]))
    verb, after = [*words[skipped : skipped + 2], "", ""][:2]
    word = verb.rstrip(_STOPS)
    goes_on = word != verb or not after[:1].isupper() or after.startswith(WEEKDAYS)
    if word in _TO_SOMEBODY or (word in _VERBS and goes_on):
        return text.index(word, len(words[0]) if skipped else 0) + len(word)
    return 0


def _may_precede(word: str) -> bool:
    """Whether a word may stand between a name and its verb: “had”, an adverb, QC and such."""
    return word in _BEFORE_VERB or word.endswith("ly") or is_honour(word)


def verb_first(text: str) -> int:
    """Where the words behind a verb of saying begin, if the text begins with one; 0 if not."""
    words = text[:FARTHEST].split(None, 2)
    if words[:2] == ["according", "to"]:
        return text.index(words[1], len(words[0])) + len("to ")
    return len(words[0]) + 1 if words and words[0] in _VERBS else 0


def tells_who(words: str) -> bool:
    """Whether the words before a name are nothing but a title, or who it is: “her lawyer”."""
    every = words.split()
    if _ends_in_somebody(words) and len(every) <= _MOST_WORDS:
        return not any(
            word in _JOINING or word in _VERBS or word[-1] in _STOPS for word in every[:-1]
        )
    return all(word in _ROLES or (word[0].isupper() and word[-1] not in ",;:!?") for word in every)


def _ends_in_somebody(words: str) -> bool:
    return any(map(is_somebody, words.split()[-1:]))


def is_alone(text: str) -> bool:
    """Whether what follows a name leaves it the only one who speaks."""
    following = text.split(maxsplit=1)[:1]
    return not following or text[0] in _STOPS or (text[0].isspace() and following[0] in _ABOUT)


def leads_in(words: str) -> bool:
    """Whether these words may stand between the verb and the marks."""
    between = words.split()
    return len(between) <= _MOST_WORDS and not any(
        word in _VERBS or word[-1] in _STOPS for word in between
    )


def begins(words: str) -> bool:
    """Whether a clause begins with the name behind these words, or with its title."""
    before = _untitled(words)
    return not before or before[-1].endswith(_CLAUSE_ENDS)


def _untitled(words: str) -> list[str]:
    """The words before a name without its title."""
    before = words[-FARTHEST:].split()
    while before and not before[-1].endswith(_CLAUSE_ENDS) and tells_who(before[-1]):
        before.pop()
    return before


def according_to(before: str) -> bool:
    """Whether “according to” ends the words before a name and its title."""
    return _untitled(before)[-2:] in _ACCORDING


def is_one_phrase(between: str) -> bool:
    """Whether the words between two quotations are one phrase with one verb of saying."""
    verbs = sum(word.rstrip(_STOPS) in _VERBS for word in between.split())
    return verbs == 1 and _PHRASE().fullmatch(between) is not None
