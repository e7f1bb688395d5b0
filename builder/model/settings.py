"""The site's settings, `site.yaml`."""

from typing import Annotated, Literal

from builder.ground.values import Value
from builder.model.values import NO_HREF, NO_URL, Href, Origin, Url


class Publisher(Value, frozen=True, kw_only=True):
    """Who publishes the site."""

    name: Annotated[str, "The publisher's name."] = ""
    url: Annotated[Url, "The publisher's address."] = NO_URL


class Licence(Value, frozen=True, kw_only=True):
    """Under which terms the site may be used."""

    code: Annotated[str, "The licence of the code, such as MIT."] = ""
    content: Annotated[str, "The licence of the words, such as CC BY 4.0."] = ""


class Linking(Value, frozen=True, kw_only=True):
    """How often and where names become links."""

    repeat: Annotated[
        Literal["section", "page", "all", "none"],
        "Link the first mention in each section, on each page, every mention, or none; left out, "
        "section.",
    ] = "section"
    in_quotes: Annotated[bool, "Whether names inside quotations link; left out, they do."] = True


class Theme(Value, frozen=True, kw_only=True):
    """The look."""

    accent: Annotated[str, "The colour of links and rules, as #rrggbb."] = ""
    font: Annotated[Literal["serif", "sans"], "The face of the text; left out, serif."] = "serif"


class NavItem(Value, frozen=True, kw_only=True):
    """A link in the site's navigation."""

    title: Annotated[str, "Its words."]
    url: Annotated[Href, "Its address: outside, or on this site, such as /timeline/."]


class Check(Value, frozen=True, kw_only=True):
    """Which checks matter here."""

    ignore: Annotated[tuple[str, ...], "Codes of diagnostics that are meant on this site."] = ()
    require_sources: Annotated[bool, "Whether every entry must name a source."] = False


class Settings(Value, frozen=True, kw_only=True):
    """The settings of the site."""

    origin: Origin
    title: Annotated[str, "The site's title."]
    tagline: Annotated[str, "What the site is, in a line."] = ""
    url: Annotated[Href, "Where it will be published; may be empty."] = NO_HREF
    language: Annotated[str, "The language, such as en-GB or ar; left out, en."] = "en"
    timezone: Annotated[
        str,
        "The publisher's time zone, such as Europe/London, in which a time falls on a day; left "
        "out, UTC.",
    ] = "UTC"
    publisher: Annotated[Publisher, "Who publishes the site."] = Publisher()
    licence: Annotated[Licence, "The terms of use."] = Licence()
    linking: Annotated[Linking, "How names become links."] = Linking()
    theme: Annotated[Theme, "The look."] = Theme()
    nav: Annotated[tuple[NavItem, ...], "Further links in the navigation."] = ()
    feeds: Annotated[bool, "Whether a site with a url has a feed.xml; left out, it has."] = True
    search: Annotated[
        bool, "Whether there is a page for searching the site; its index costs each build its time."
    ] = False
    social_cards: Annotated[
        bool,
        "Whether an article without an image is shared with a picture of its headline; only with a "
        "url.",
    ] = False
    urls: Annotated[
        Literal["pretty", "file"], "file: links name index.html, for reading from a folder."
    ] = "pretty"
    check: Annotated[Check, "Which checks matter."] = Check()
