"""Which English sentences tell of what was: no question, no caption, no call to do something."""

from builder.ground.expressions import expression
from builder.propose.dates import Dated
from builder.propose.when import lead

_LONGEST = 400
"""Characters of a sentence that a passage has at most."""
_UNENDED = 12
"""Words without a stop behind them that are a sentence and no heading, at least."""
_ENDED = expression(r"[.!:…](?:[^\w\s]|\s)*$")
_CALL = expression(
    r"[“\"(]?(?:Please\b|Don[’']t\b|(?:Apply|Book|Bring|Buy|Call|Check|Click|Come|Contact|Donate"
    r"|Download|Email|Find|Follow|Get|Give|Go|Join|Keep|Learn|Listen|Look|Meet|Note|Order|Read"
    r"|Register|Remember|Reserve|RSVP|See|Send|Sign|Stay|Submit|Subscribe|Take|Tell|Tune|Visit"
    r"|Vote|Watch|Write)\s(?:an?|at|back|by|for|here|how|in|it|more|now|online|our|out|that|the"
    r"|them|this|to|up|us|with|your)\b|(?:Mark|Save)\s(?:the|your)\b)"
)
"""How a sentence begins that asks its reader to do something."""


def is_narrated(text: str, span: tuple[int, int], dated: Dated) -> bool:
    """Whether the sentence `text[slice(*span)]`, in which a date stands, may tell of an event."""
    sentence = text[slice(*span)].rstrip()
    if len(sentence) > _LONGEST or sentence.endswith("?") or _CALL().match(sentence):
        return False
    if _ENDED().search(sentence):
        return True
    return len(sentence.split()) >= _UNENDED and lead(text, span[0], dated) is not None
