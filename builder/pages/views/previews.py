"""What a link to an entry shows before it is followed."""

from builder.ground.values import Value
from builder.pages.views.pictures import Picture
from builder.pages.views.site import Head


class Preview(Value, frozen=True):
    """What a link to an entry shows before it is followed: a card in plain words.

    On an article's page the counts are that article's, and a person's role is the one of its day;
    elsewhere the counts are 0. `until` is as in `Card`.
    """

    ref: str
    label: str
    line: str
    until: str
    summary: str
    picture: Picture | None
    mentions: int
    quotations: int


class Cards(Value, frozen=True):
    """The cards of a page: of each entry its texts link to, in the order of its view's `previews`.

    In print they are the page's notes; where they are `numbered`, so are the links to them.
    """

    head: Head
    previews: tuple[Preview, ...]
    numbered: bool = False
