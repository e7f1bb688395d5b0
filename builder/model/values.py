"""The small values that entries, articles and settings are made of."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, NewType, TypeAlias, TypeVar

from builder.ground.diagnostics import Location
from builder.ground.values import Value
from builder.model.dates import Edtf

Href = NewType("Href", str)
"""An address that may become a link (`builder.ground.urls.refusal` has nothing against it)."""

Url = NewType("Url", str)
"""Such an address of a place outside the site: with a scheme and a host."""

Moment = NewType("Moment", str)
"""A day, or a time of day with its offset from UTC, as ISO 8601 has it: `datetime.isoformat`."""

T = TypeVar("T")
ONE_OR_MANY = "one or many"
OneOrMany: TypeAlias = Annotated[tuple[T, ...], ONE_OR_MANY]
"""A list for which a single value may stand."""

NO_HREF = Href("")
NO_URL = Url("")


class Origin(Value, frozen=True):
    """Where a value stands in its file, and where each of its fields does (`other_names[1]`)."""

    location: Location
    fields: Mapping[str, Location]

    def at(self, path: str) -> Location:
        """Where a field stands, as `exact` or `other_names[1]`; else the value itself."""
        return self.fields.get(path, self.location)


class Coordinates(Value, frozen=True):
    """Degrees, WGS 84, in GeoJSON's order (RFC 7946)."""

    longitude: float
    latitude: float


class Source(Value, frozen=True, kw_only=True):
    """Where a fact can be checked."""

    title: Annotated[str, "The title of the page, report or article."]
    url: Annotated[Url, "Its address."] = NO_URL
    publisher: Annotated[str, "Who published it."] = ""
    date: Annotated[Edtf | None, "When it was published, EDTF."] = None


class Image(Value, frozen=True, kw_only=True):
    """A picture in content/."""

    src: Annotated[str, "The file, relative to content/."]
    alt: Annotated[str, "What the picture shows, for those who cannot see it."]
    credit: Annotated[str, "Who made it and under which licence."] = ""


class OtherName(Value, frozen=True, kw_only=True):
    """A further form of a name. A plain text stands for `{name: text}`."""

    SHORTHAND: ClassVar[str] = "name"

    name: Annotated[str, "The form."]
    note: Annotated[str, "Why it exists, such as the article's spelling."] = ""
    match: Annotated[
        Literal["smart", "exact", "never"],
        "smart: endings such as ’s may follow, and a term may begin a sentence; exact: these very "
        "letters alone; never: shown, not looked for; left out, smart.",
    ] = "smart"


class Selector(Value, frozen=True, kw_only=True):
    """A W3C TextQuoteSelector: words, and where needed the words around them.

    A plain text stands for `{exact: text}`.
    """

    SHORTHAND: ClassVar[str] = "exact"

    exact: Annotated[str, "The words."]
    prefix: Annotated[str, "Words just before them."] = ""
    suffix: Annotated[str, "Words just after them."] = ""
