"""What can be wrong with what an author typed, as diagnostics: the sentences, in one place."""

from builder.ground.diagnostics import Diagnostic, Location, error, short, warning
from builder.model.refs import KIND_WORDS

_MARKDOWN = {
    "b": "**words**",
    "strong": "**words**",
    "i": "*words*",
    "em": "*words*",
    "a": "[words](https://…)",
    "br": "a backslash at the end of the line",
    "img": "![what it shows](name.jpg)",
    "p": "an empty line between paragraphs",
    "li": "a line that begins with a hyphen and a space",
    **dict.fromkeys(("h1", "h2"), "## Words"),
    **dict.fromkeys(("h3", "h4"), "### Words"),
    **dict.fromkeys(("iframe", "video", "audio", "embed"), "a link, [words](https://…),"),
}
"""What stands in Markdown for a tag of HTML."""
_NOTHING = ("script", "style", "center", "font", "u", "div", "span", "o:p")
"""Tags for which nothing does."""

SWITCHES = {
    "nolink": "to keep words from being linked",
    "noquote": "where what stands between marks is no quotation",
}
"""What can be switched off for `[words]{.…}`, and what for."""


def refused_address(url: str, why: str, location: Location) -> Diagnostic:
    """A link or picture whose address may not stand on a page."""
    word, _, id_ = url.partition(":")
    hint = (
        "Use an http, https, mailto or tel address, a place on this site, or kind:id for an entry."
    )
    if kind := KIND_WORDS.get(word.lower()):
        hint = f"Did you mean {kind}:{excerpt(id_)}?"
    message = f"The address “{excerpt(url)}” is not allowed: {why}."
    return error("refused-address", message, location, hint)


def refused_picture(url: str, why: str, location: Location) -> Diagnostic:
    """A picture that is not a file of the site."""
    return error(
        "refused-address",
        f"The picture “{excerpt(url)}” is not allowed: {why}.",
        location,
        "Put the file into content/ and give its path, such as images/bridge.jpg.",
    )


def html_shown(start: str, location: Location) -> Diagnostic:
    """HTML in Markdown."""
    return warning(
        "html-shown",
        f"“{excerpt(start)}” is HTML; readers will see it as it is typed.",
        location,
        _html_hint(start),
    )


def _html_hint(start: str) -> str:
    if start.startswith("<!--"):
        return "Delete it: a text has no place for notes that readers do not see."
    name = start.strip("</>").split(maxsplit=1)[0].lower() if start.strip("</> ") else ""
    if name in _NOTHING:
        return "Delete the tag: a text holds no style and no script. Else put it between backticks."
    instead = f"Write {_MARKDOWN[name]}" if name in _MARKDOWN else "Use Markdown"
    return f"{instead} instead, or put it between backticks if it is meant to be seen."


def markup_shown(words: str, what: str, location: Location, hint: str) -> Diagnostic:
    """Markup that is left as text. `what` it is not: "is no heading"."""
    message = f"“{excerpt(words)}” {what}; readers will see it as typed."
    return warning("markup-shown", message, location, hint)


def heading_level(signs: str, level: int, above: int, location: Location) -> Diagnostic:
    """A heading of the first level inside a text, or one that leaves out a level below `above`.

    Its `signs` are number signs, or the equals sign that underlines it.
    """
    if signs == "=":
        message = "A heading underlined with = stands on the level of the page’s own title."
        hint = "Delete the line of equals signs below it, and write ## before its words."
        return warning("heading-level", message, location, hint)
    if level == 1:
        message = "A heading with one # stands on the level of the page’s own title."
        hint = "Delete it if it is the title again; other headings begin with ##."
        return warning("heading-level", message, location, hint)
    before = f"follows one with {'#' * above}" if above > 1 else "is the first"
    message = f"A heading with {'#' * level} {before}."
    hint = f"Begin with {'#' * (above + 1)}: no level is left out on the way down."
    return warning("heading-level", message, location, hint)


def no_heading(location: Location) -> Diagnostic:
    """A paragraph with a line of hyphens just below it."""
    message = "A line of hyphens just below makes a heading of this paragraph."
    return warning("heading-level", message, location, "Put an empty line between the two.")


def undefined_footnote(label: str, location: Location, *, is_spaced: bool) -> Diagnostic:
    """A reference to a note that does not exist; or that has a space before its colon."""
    return warning(
        "undefined-footnote",
        f"There is no footnote “{excerpt(label)}”, so the mark stays as text.",
        location,
        f"Take out the space before the colon of the note: [^{excerpt(label)}]:"
        if is_spaced
        else f"Add a line that begins with [^{excerpt(label)}]: or remove the mark.",
    )


def too_intricate(location: Location) -> Diagnostic:
    """Markup beyond what is worth reading."""
    return error(
        "text-too-intricate",
        "There is so much markup here that Markdown is not read from this paragraph on.",
        location,
        "Take out what is repeated by mistake, divide long tables and lists, and put a backslash"
        " before brackets that stay open.",
    )


def refused_attribute(name: str, why: str, location: Location) -> Diagnostic:
    """Something between braces that may not stand on the page."""
    return warning(
        "refused-attribute",
        f"The attribute “{excerpt(name)}” is left out: {why}.",
        location,
        "Braces may hold .class, #id, lang=… and dir=….",
    )


def like_switch(name: str, meant: str, location: Location) -> Diagnostic:
    """A class that is meant for one of `SWITCHES`, and does nothing."""
    return warning(
        "refused-attribute",
        f"The class “.{excerpt(name)}” is left out: it is like .{meant}, and does nothing.",
        location,
        f"Write {{.{meant}}} {SWITCHES[meant]}.",
    )


def switch(words: str) -> str:
    """Which of `SWITCHES` this is, or is meant for (`no-link`, `NoLinks`, `.no link`); "" else."""
    letters = "".join(filter(str.isalpha, words)).lower().removesuffix("s")
    return letters if letters in SWITCHES else ""


def empty_heading(signs: str, location: Location) -> Diagnostic:
    """Number signs with nothing behind them on their line."""
    return warning(
        "empty-heading",
        f"This heading has no words, so its {signs} is left out.",
        location,
        f"Write the words behind it, on the same line: {signs} Words. Else delete the line.",
    )


def empty_link(location: Location) -> Diagnostic:
    """A link around nothing, or around a picture alone."""
    return warning(
        "empty-link",
        "This link has no words, so it is left out.",
        location,
        "Write the words of the link between the square brackets; a picture cannot be a link.",
    )


def too_long(length: int, limit: int, location: Location) -> Diagnostic:
    """More text than is read at once."""
    return error(
        "text-too-long",
        f"This text is {length:,} characters long; at most {limit:,} are read.",
        location,
        "Divide it into several texts.",
    )


def excerpt(text: str) -> str:
    """Words from the source, on one line and not too many."""
    return short(text, 60)
