"""What can be wrong with a Markdown text, as diagnostics: the sentences, all in one place."""

from builder.ground.diagnostics import Diagnostic, Location, Related, error, warning


def refused_address(url: str, why: str, location: Location) -> Diagnostic:
    """A link or picture whose address may not stand on a page."""
    return error(
        "refused-address",
        f"The address “{_short(url)}” is not allowed: {why}.",
        location,
        "Use an http, https, mailto or tel address, a place on this site, or kind:id for an entry.",
    )


def refused_picture(url: str, why: str, location: Location) -> Diagnostic:
    """A picture that is not a file of the site."""
    return error(
        "refused-address",
        f"The picture “{_short(url)}” is not allowed: {why}.",
        location,
        "Put the file into content/ and give its path, such as images/bridge.jpg.",
    )


def html_shown(start: str, location: Location) -> Diagnostic:
    """HTML in Markdown."""
    return warning(
        "html-shown",
        f"“{_short(start)}” is HTML; readers will see it as it is typed.",
        location,
        "Use Markdown instead, or put it between backticks if it is meant to be seen.",
    )


def heading_level(location: Location) -> Diagnostic:
    """A heading of the first level inside a text."""
    return warning(
        "heading-level",
        "A heading with one # stands on the level of the page’s own title.",
        location,
        "Begin with ## inside a text.",
    )


def undefined_footnote(label: str, location: Location) -> Diagnostic:
    """A reference to a note that does not exist."""
    return warning(
        "undefined-footnote",
        f"There is no footnote “{_short(label)}”, so the mark stays as text.",
        location,
        f"Add a line that begins with [^{_short(label)}]: or remove the mark.",
    )


def unused_footnote(label: str, location: Location) -> Diagnostic:
    """A note that nothing refers to."""
    return warning(
        "unused-footnote",
        f"Nothing refers to the footnote “{_short(label)}”, so it is left out.",
        location,
        f"Put [^{_short(label)}] where it belongs, or remove the note.",
    )


def repeated_footnote(label: str, location: Location, first: Location) -> Diagnostic:
    """A second note with the label of an earlier one."""
    return warning(
        "repeated-definition",
        f"The footnote “{_short(label)}” is defined a second time; this text is left out.",
        location,
        "Give it a label of its own.",
        Related(first, "first defined here"),
    )


def repeated_reference(label: str, location: Location, first: Location) -> Diagnostic:
    """A second link definition with the label of an earlier one."""
    return warning(
        "repeated-definition",
        f"The link “{_short(label)}” is defined a second time; the first one counts.",
        location,
        "Remove one of them, or give it a label of its own.",
        Related(first, "first defined here"),
    )


def unused_reference(label: str, location: Location) -> Diagnostic:
    """A link definition that nothing uses, which no reader sees."""
    return warning(
        "unused-reference",
        f"Nothing uses the link definition “{_short(label)}”, so readers never see it.",
        location,
        f"Write [words][{_short(label)}] where it belongs, or remove the line.",
    )


def too_deep(location: Location) -> Diagnostic:
    """Text nested deeper than the reader follows."""
    return error(
        "nested-too-deeply",
        "Lists or quotations are nested too deeply here, so what follows would be left out.",
        location,
        "Use fewer levels.",
    )


def too_intricate(location: Location) -> Diagnostic:
    """Brackets or table cells beyond what is worth reading."""
    return error(
        "text-too-intricate",
        "This text has so many open brackets or table cells that it was not read to the end.",
        location,
        "Close the brackets, or put a backslash before those that are meant as such.",
    )


def surplus_cell(location: Location) -> Diagnostic:
    """A cell in a table row beyond the columns of its head."""
    return error(
        "table-cells",
        "This table row has more cells than the head has columns, so this cell would be left out.",
        location,
        "Add a column to the head, or write \\| for a bar inside a cell.",
    )


def refused_attribute(name: str, why: str, location: Location) -> Diagnostic:
    """Something between braces that may not stand on the page."""
    return warning(
        "refused-attribute",
        f"The attribute “{_short(name)}” is left out: {why}.",
        location,
        "Braces may hold .class, #id, lang=… and dir=….",
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


def _short(text: str) -> str:
    """Words from the source, on one line and not too many."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"
