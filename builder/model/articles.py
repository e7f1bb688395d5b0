"""Articles and further pages: front matter and body."""

import datetime
from typing import Annotated

from builder.ground.diagnostics import Location
from builder.ground.values import Value
from builder.model.prose import Prose
from builder.model.values import NO_URL, Image, Moment, Origin, Url


class Outlet(Value, frozen=True, kw_only=True):
    """Where an article first appeared."""

    name: Annotated[str, "The outlet's name."]
    url: Annotated[Url, "The address of the original."] = NO_URL


class Correction(Value, frozen=True, kw_only=True):
    """What was corrected after publication, and when."""

    date: Annotated[datetime.date, "The day of the correction."]
    text: Annotated[str, "What was wrong and what is right."]


class PageFrontMatter(Value, frozen=True, kw_only=True):
    """Front matter of a further page, content/pages/*.md."""

    title: Annotated[str, "The page's title."]
    slug: Annotated[str, "The page's address; left out, the file's name."] = ""
    language: Annotated[str, "The language, such as en-GB or ar; left out, the site's."] = ""
    aliases: Annotated[tuple[str, ...], "Old addresses that lead here, such as /old-name/."] = ()
    draft: Annotated[bool, "true: not published."] = False
    updated: Annotated[datetime.date | None, "When it was last changed."] = None
    ignore: Annotated[tuple[str, ...], "Codes of diagnostics that are meant here."] = ()


class FrontMatter(PageFrontMatter, frozen=True, kw_only=True):
    """Front matter of an article, content/*.md."""

    standfirst: Annotated[Prose | None, "The sentence or two under the headline."] = None
    byline: Annotated[str, "Who wrote it."] = ""
    source: Annotated[Outlet | None, "Where it first appeared."] = None
    dateline: Annotated[str, "The place it was filed from, such as WASHINGTON."] = ""
    date: Annotated[
        Moment, "When it was published: a day, such as 2020-01-07, or a time with offset."
    ]
    anchor: Annotated[
        datetime.date | None, "The day that “yesterday” counts from; left out, the date."
    ] = None
    key_points: Annotated[tuple[Prose, ...], "The story in three to five sentences."] = ()
    image: Annotated[Image | None, "A picture, with its description and credit."] = None
    corrections: Annotated[tuple[Correction, ...], "What was corrected, and when."] = ()


class MarkdownPage(Value, frozen=True, kw_only=True):
    """What an editor wrote as a file of Markdown: an article or a further page."""

    path: str
    slug: str
    origin: Origin
    body: Prose

    def at(self, field: str) -> Location:
        """Where a field of the front matter stands; else the top of the file."""
        return self.origin.at(field)


class FurtherPage(MarkdownPage, frozen=True, kw_only=True):
    """A page beside the articles: `content/pages/method.md` opens `/method/`."""

    front: PageFrontMatter

    @property
    def owner(self) -> str:
        """What names its texts."""
        return f"page:{self.slug}"


class Article(MarkdownPage, frozen=True, kw_only=True):
    """An article, its date in the site's time zone. `anchor` is the day of its “today”."""

    front: FrontMatter
    anchor: datetime.date

    @property
    def texts(self) -> tuple[tuple[str, Prose], ...]:
        """The texts in which names are looked for, by field; the body is the last."""
        front = self.front
        first = [("standfirst", front.standfirst)] if front.standfirst is not None else []
        points = [(f"key_points[{index}]", point) for index, point in enumerate(front.key_points)]
        return (*first, *points, ("body", self.body))
