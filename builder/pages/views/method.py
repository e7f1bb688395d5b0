"""What was verified, counted, and the page that says how."""

from builder.ground.values import Value
from builder.pages.views.site import Head
from builder.pages.views.texts import Text


class Tally(Value, frozen=True):
    """How many of what: `name` is a word of the interface (a grade, a basis)."""

    name: str
    total: int


class MethodPage(Value, frozen=True):
    """What was verified, and how; `body` is the editor's opening, if there is one.

    `language`, `updated` and `draft` are the opening's.
    """

    head: Head
    body: Text | None
    language: str
    updated: str
    draft: bool
    grades: tuple[Tally, ...]
    bases: tuple[Tally, ...]
    mentions: int
    links: int
    entries: tuple[Tally, ...]
    previews: tuple[str, ...] = ()
