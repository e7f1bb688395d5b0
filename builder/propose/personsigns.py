"""Words around a name that show that it is a person's: “the captain” before it, “, a lawyer”."""

import re

from builder.ground.expressions import expression
from builder.inspect.names.somebody import SOMEBODY
from builder.propose.runs import Run

_WORD = r"(?!(?:an?|he|his|her|it|she|the|they|we|who|which)\s)[\w’'-]+\s"
_SOMEBODY = expression(rf"\b{SOMEBODY}\s$")
_WHOSE = expression(
    rf"(?:\b(?:the|his|her|its|their|our|my)|\w[’']s?)\s(?:{_WORD}){{0,4}}{SOMEBODY},\s$",
    re.IGNORECASE,
)
"""“Her brother,” before a name; behind the name the comma must be closed."""
_WHO = expression(
    r",\s(?:who|whose|whom|\d\d,)|,?\s\(?aged?\s\d\d|\s\((?:born|b\.)\s"
    r"|\s\([^()]{0,60}\b[12]\d{3}\s?[-–—]\s?[^()]{0,30}\b[12]?\d{3}\)"
)
_PLACED = expression(r"\b(?:after|at|before|from|in|into|near|of|on|outside|to)\s$", re.IGNORECASE)
_IS_SOMEBODY = expression(
    rf",\s(?:an?\s)?(?:{_WORD}){{0,3}}(?!advis|design|develop|lead|manag|produc){SOMEBODY}"
    r"(?<!s)(?![\w’'-]|\s[A-Z]|\s(?:company|firm|group)\b)"
)
"""Who somebody is, behind the name; companies produce and manage too."""
_NEAR = 60
"""Characters before a name in which words for somebody are looked for."""


def is_shown(text: str, run: Run) -> bool:
    """Whether what is around a name shows that it is a person's."""
    before = text[max(0, run.start - _NEAR) : run.start]
    if run.title or _SOMEBODY().search(before) or _WHO().match(text, run.end):
        return True
    if _WHOSE().search(before):
        return text[run.end : run.end + 1] in (",", ".", "")
    return not _PLACED().search(before) and _IS_SOMEBODY().match(text, run.end) is not None
