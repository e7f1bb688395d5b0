"""The entries of the sidecars. These classes are the format.

What reads, checks and documents the YAML (and the JSON Schemas) is derived from their fields,
types and descriptions.

A field annotated `Annotated[T, "…"]` carries its description. A field without a default must be
given. `Prose` is Markdown, linked like the article; `str` is plain text.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from builder.ground.diagnostics import Location
from builder.ground.values import Value, fields_with
from builder.model.dates import Edtf, Single
from builder.model.prose import Prose
from builder.model.refs import PAGED, Ref
from builder.model.values import (
    NO_URL,
    Coordinates,
    Image,
    OneOrMany,
    Origin,
    OtherName,
    Selector,
    Source,
    Url,
)


class Entry(Value, frozen=True, kw_only=True, dict=True):
    """What every entry may carry.

    What is asked of it at every step is found once: the preview keeps entries from save to save.
    """

    ref: Ref
    origin: Origin
    sources: Annotated[tuple[Source, ...], "Where the facts of this entry can be checked."] = ()
    see_also: Annotated[tuple[Ref, ...], "Entries a reader may want next, as kind:id."] = ()
    image: Annotated[Image | None, "A picture, with its description and credit."] = None
    links: Annotated[Mapping[str, Url], "Addresses by site, such as wikipedia or website."] = {}
    identifiers: Annotated[
        Mapping[str, str], "Ids in other catalogues, such as wikidata: Q42."
    ] = {}
    ignore: Annotated[tuple[str, ...], "Codes of diagnostics that are meant here."] = ()

    @property
    def label(self) -> str:
        """What to show for it."""
        raise NotImplementedError

    def at(self, path: str) -> Location:
        """Where a field stands in its sidecar, as `exact` or `other_names[1]`; else the entry."""
        return self.origin.at(path)

    @cached_property
    def texts(self) -> tuple[tuple[str, Prose], ...]:
        """Its texts, in which names are looked for, by field."""
        names = fields_with(Prose, type(self))
        return tuple((name, value) for name in names if (value := getattr(self, name)))

    @cached_property
    def references(self) -> tuple[tuple[str, Ref], ...]:
        """Every reference in its fields, with its path (`memberships[0].organization`)."""
        return tuple(_references(self))


class Named(Entry, frozen=True, kw_only=True):
    """An entry that has names by which the text may call it."""

    NAME_FIELDS: ClassVar[tuple[str, ...]] = ("name",)

    other_names: Annotated[
        tuple[OtherName, ...], "Other forms the text uses: surnames, spellings, short forms."
    ] = ()
    not_in: Annotated[
        tuple[str, ...], "Phrases in which a form stands but this entry is not meant."
    ] = ()
    aliases: Annotated[
        tuple[str, ...], "Former ids, or old addresses such as /people/old-id/, that lead here."
    ] = ()

    @property
    def label(self) -> str:
        """The name to show."""
        return str(getattr(self, self.NAME_FIELDS[0]))

    def names(self) -> Iterator[tuple[str, str, str]]:
        """Its names, the chief ones first: of each the field, the words, and how they match."""
        for field in self.NAME_FIELDS:
            yield field, getattr(self, field), "smart"
        for index, other in enumerate(self.other_names):
            yield f"other_names[{index}]", other.name, other.match


class Membership(Value, frozen=True, kw_only=True):
    """A post held or a body belonged to, after Popolo."""

    role: Annotated[str, "The post, such as Secretary of Defense."] = ""
    organization: Annotated[str | Ref, "The body: its name, or organization:id."] = ""
    start_date: Annotated[Single | None, "Since when, EDTF."] = None
    end_date: Annotated[Single | None, "Until when, EDTF."] = None


class Person(Named, frozen=True, kw_only=True):
    """A person (field names after Popolo)."""

    name: Annotated[str, "The full name, as you would print it."]
    sort_name: Annotated[
        str,
        "The name to sort by, such as Esper, Mark. Not needed where other_names has Esper.",
    ] = ""
    honorific_prefix: Annotated[str, "A title before the name, such as Ayatollah."] = ""
    memberships: Annotated[
        tuple[Membership, ...],
        "Posts and bodies, the chief one first; shown is the first that was held on the article's "
        "day.",
    ] = ()
    summary: Annotated[Prose | None, "Who this is, in a sentence or two."] = None
    body: Annotated[Prose | None, "More, where the reader needs it."] = None
    birth_date: Annotated[Single | None, "The day or year of birth, EDTF."] = None
    death_date: Annotated[Single | None, "The day or year of death, EDTF."] = None


class Organization(Named, frozen=True, kw_only=True):
    """A body that acts: a government, an army, a firm."""

    name: Annotated[str, "The name, as you would print it."]
    classification: Annotated[str, "What kind of body, such as armed force."] = ""
    summary: Annotated[Prose | None, "What it is, in a sentence or two."] = None
    body: Annotated[Prose | None, "More, where the reader needs it."] = None


class Place(Named, frozen=True, kw_only=True):
    """A place on the map."""

    name: Annotated[str, "The name, as you would print it."]
    summary: Annotated[Prose | None, "What and where it is, in a sentence or two."] = None
    body: Annotated[Prose | None, "More, where the reader needs it."] = None
    coordinates: Annotated[Coordinates | None, "[longitude, latitude] in degrees, WGS 84."] = None
    country: Annotated[str, "The country it lies in."] = ""


class Document(Named, frozen=True, kw_only=True):
    """A letter, tweet, statement, resolution, law. A document can speak."""

    NAME_FIELDS: ClassVar[tuple[str, ...]] = ("title",)

    title: Annotated[str, "The title, or a descriptive one."]
    type: Annotated[str, "Letter, tweet, statement, resolution, law…"] = ""
    date: Annotated[Edtf | None, "When it was made, EDTF."] = None
    author: Annotated[str | Ref, "Who wrote it: a name, person:id or organization:id."] = ""
    signatory: Annotated[str | Ref, "Who signed it: a name, person:id or organization:id."] = ""
    addressee: Annotated[str | Ref, "To whom: a name, person:id or organization:id."] = ""
    status: Annotated[str, "Authentic, disputed…, and who says so."] = ""
    url: Annotated[Url, "Where it can be read."] = NO_URL
    summary: Annotated[Prose | None, "What it says, in a sentence or two."] = None
    body: Annotated[Prose | None, "More, where the reader needs it."] = None


class Term(Named, frozen=True, kw_only=True):
    """A word to be explained."""

    NAME_FIELDS: ClassVar[tuple[str, ...]] = ("term",)

    term: Annotated[str, "The term; small letters unless it is a proper name."]
    definition: Annotated[Prose, "What it means, in one or two sentences."]
    body: Annotated[Prose | None, "More, where the reader needs it."] = None


class Acronym(Named, frozen=True, kw_only=True):
    """An abbreviation and what it stands for."""

    NAME_FIELDS: ClassVar[tuple[str, ...]] = ("short", "expansion")

    short: Annotated[str, "The abbreviation; left out, it is the key."] = ""  # the reader sets it
    expansion: Annotated[str, "The words it stands for."]
    definition: Annotated[Prose | None, "What it is, in one or two sentences."] = None
    body: Annotated[Prose | None, "More, where the reader needs it."] = None
    stands_for: Annotated[Ref | None, "The entry it is short for, as kind:id."] = None


class Event(Entry, frozen=True, kw_only=True):
    """Something that happened on a date."""

    title: Annotated[str, "What happened, in a few words."]
    date: Annotated[Edtf, "When, EDTF level 0 or 1: 2020-01-05, 1979~, 1979-11-04/1981-01-20."]
    date_text: Annotated[str, "The article's words for the date, such as on Sunday."] = ""
    basis: Annotated[
        Literal["stated", "resolved", "inferred"],
        "stated: the article gives the date; resolved: counted from the article's day or another "
        "that it gives; inferred: known from elsewhere; left out, stated.",
    ] = "stated"
    reckoning: Annotated[str, "How the date was found, in a sentence, where it is not plain."] = ""
    passage: Annotated[
        OneOrMany[Selector], "The article's words that tell of it: a text, a selector, or a list."
    ] = ()
    article: Annotated[str, "The article's slug, where several hold the words."] = ""
    about: Annotated[tuple[Ref, ...], "Whom or what it concerns, as kind:id."] = ()
    summary: Annotated[Prose | None, "What happened, in a sentence or two."] = None
    body: Annotated[Prose | None, "More, where the reader needs it."] = None

    @property
    def label(self) -> str:
        """The title."""
        return self.title


class Quote(Entry, frozen=True, kw_only=True):
    """Words that somebody said or wrote."""

    exact: Annotated[
        OneOrMany[str],
        "The words between the marks; a list of pieces when the quotation is split.",
    ]
    prefix: Annotated[str, "Words just before it, where the same words stand twice."] = ""
    suffix: Annotated[str, "Words just after it, where the same words stand twice."] = ""
    article: Annotated[str, "The article's slug, where several hold the words."] = ""
    speaker: Annotated[Ref | None, "Who said it: person:, organization: or document:id."] = None
    addressee: Annotated[str | Ref, "To whom it was said: a name or a reference."] = ""
    cue: Annotated[str, "The article's words that introduce it, such as Esper said."] = ""
    medium: Annotated[str, "Where it was said: press briefing, letter, Twitter…"] = ""
    date: Annotated[Edtf | None, "When it was said, EDTF."] = None
    kind: Annotated[
        Literal["direct", "indirect"],
        "indirect: reported speech, without marks; left out, direct.",
    ] = "direct"
    note: Annotated[str, "What a reader should know about it."] = ""

    @property
    def label(self) -> str:
        """Its words."""
        return " … ".join(self.exact)


def _references(value: Value) -> Iterator[tuple[str, Ref]]:
    for name in fields_with(Ref, type(value)):
        held = getattr(value, name)
        if isinstance(held, Ref) and name != "ref":
            yield name, held
        elif type(held) is tuple:
            for index, item in enumerate(held):
                if isinstance(item, Ref):
                    yield f"{name}[{index}]", item
                elif isinstance(item, Value):
                    yield from ((f"{name}[{index}].{path}", ref) for path, ref in _references(item))


ENTRY_TYPES: dict[str, type[Entry]] = {
    "person": Person,
    "organization": Organization,
    "place": Place,
    "document": Document,
    "term": Term,
    "acronym": Acronym,
    "event": Event,
    "quote": Quote,
}

ALLOWED: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("quote", "speaker"): ("person", "organization", "document"),
    ("person", "memberships.organization"): ("organization",),
    ("document", "author"): ("person", "organization"),
    ("document", "signatory"): ("person", "organization"),
    ("acronym", "stands_for"): tuple(kind.name for kind in PAGED),  # what has a name
}
"""The kinds of entry that a field of one kind may refer to, where not all will do."""
