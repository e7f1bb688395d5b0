"""The words that an entry says stand in an article."""

from builder.ground.diagnostics import Location
from builder.ground.values import Value
from builder.link.anchoring import Wanted


class Words(Value, frozen=True):
    """The words, and where the entry says so.

    `article_location` is where the entry names its article, if it does. `what` is the word for them
    in messages, `code` the first part of their diagnostics' codes.
    """

    wanted: Wanted
    article: str
    location: Location
    article_location: Location
    what: str
    code: str
