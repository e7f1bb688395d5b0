"""Dates in English sentences that say when something was said, and not when it was."""

from builder.ground.expressions import expression
from builder.link.names.beginnings import behind_dateline
from builder.propose.dates import Dated

_WHERE = r"(?:\s(?:at|from|in|on|to|with)(?:\s(?:an?|the))?\s[\w’'-]+)"
_SPOKE = expression(
    rf"\b(?:said(?:\s(?:at|in)\s(?:an?|her|his|its|the|their)(?:\s[\w’'-]+){{1,2}}{_WHERE}{{0,2}})?"
    r"|told\s(?:(?:an?|her|his|its|the|their)\s)?[\w’'-]+"
    r"|according\sto(?:\s[\w’'-]+){1,6})(?:\s(?:early|late))?\s(?:on\s|in\s)?$"
)
"""What stands before such a date: “she said in a written statement on” Sunday."""
_WORD = (
    r"(?!(?:an?|after|and|are|as|be|been|before|had|has|have|he|if|is|it|she|that|the|they|to|was"
    r"|we|were|what|when|where|which|while|who|whom|whose)\b|\w+ed\b)[\w.’'-]+\s"
)
_SPEAKS = expression(r"\s(?:said|told)\b")
"""What stands right behind it: the mayor on Sunday “told them so”."""
_OPENS = expression(
    r"[“\"(]?(?:(?:And|But|Earlier|Early|Late|Later|Then)\s|(?:Asked|Speaking|Talking)\b[^,.;]*\s)?"
    r"(?:[IiOo]n\s(?:the\s)?)?"
)
"""What a sentence begins with before a date that stands first in it."""
_THEN_SPEAKS = expression(
    r"(?:,\s\w+ing\s[^,.;]{1,40})?,?\s"
    rf"(?:(?:he|it|she|they|we|I)\s|(?:(?:an?|her|his|its|our|the|their)\s)?(?:{_WORD}){{0,5}})"
    r"(?:added|is\sto|said|says|told|will)\b"
)
"""What stands behind a date that is first: On Sunday “the mayor of Doha said”, or will do."""


def is_of_the_words(text: str, span: tuple[int, int], dated: Dated) -> bool:
    """Whether a date of the sentence `text[slice(*span)]` is that of words which it reports."""
    start, end = behind_dateline(text, span[0]), span[1]
    if _SPOKE().search(text, start, dated.start) or _SPEAKS().match(text, dated.end):
        return True
    is_first = _OPENS().fullmatch(text, start, dated.start) is not None
    return is_first and _THEN_SPEAKS().match(text, dated.end, end) is not None
