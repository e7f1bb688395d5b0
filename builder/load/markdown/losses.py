"""What Markdown would leave out without a word, as diagnostics: the sentences, in one place."""

from builder.ground.diagnostics import Diagnostic, Location, Related, error, warning
from builder.load.markdown.faults import excerpt


def unused_footnote(label: str, location: Location) -> Diagnostic:
    """A note that nothing refers to."""
    return warning(
        "unused-footnote",
        f"Nothing refers to the footnote “{excerpt(label)}”, so it is left out.",
        location,
        f"Put [^{excerpt(label)}] where it belongs, or remove the note.",
    )


def repeated_footnote(label: str, location: Location, first: Location) -> Diagnostic:
    """A second note with the label of an earlier one."""
    return warning(
        "repeated-definition",
        f"The footnote “{excerpt(label)}” is defined a second time; this text is left out.",
        location,
        "Give it a label of its own.",
        Related(first, "first defined here"),
    )


def repeated_reference(label: str, location: Location, first: Location) -> Diagnostic:
    """A second link definition with the label of an earlier one."""
    return warning(
        "repeated-definition",
        f"The link “{excerpt(label)}” is defined a second time; the first one counts.",
        location,
        "Remove one of them, or give it a label of its own.",
        Related(first, "first defined here"),
    )


def unused_reference(label: str, location: Location) -> Diagnostic:
    """A link definition that nothing uses, which no reader sees."""
    return warning(
        "unused-reference",
        f"Nothing uses the link definition “{excerpt(label)}”, so readers never see it.",
        location,
        f"Write [words][{excerpt(label)}] where it belongs, or remove the line.",
    )


def too_deep(location: Location) -> Diagnostic:
    """Text nested deeper than the reader follows."""
    return error(
        "nested-too-deeply",
        "Lists or quotations are nested too deeply here, so what follows would be left out.",
        location,
        "Use fewer levels.",
    )


def surplus_cell(location: Location) -> Diagnostic:
    """A cell in a table row beyond the columns of its head."""
    return error(
        "table-cells",
        "This table row has more cells than the head has columns, so this cell would be left out.",
        location,
        "Add a column to the head, or write \\| for a bar inside a cell.",
    )
