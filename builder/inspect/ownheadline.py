"""The headline of an article that was pasted with its text, where readers see it twice."""

from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, warning
from builder.ground.text import one_form
from builder.model.articles import Article


def repeated_title(article: Article) -> Iterator[Diagnostic]:
    """`title-repeated`: the text begins with the title, whatever their capitals and stops.

    As a heading with one # it is told already, with what to do.
    """
    body, title = article.body, article.front.title
    first = next(iter(body.leaves), None)
    if first is None or first.end - first.start > 2 * len(title):  # as most texts begin
        return
    is_told = any(one.start == first.start and one.level == 1 for one in body.headings)
    words = body.text[first.start : first.end]
    if not is_told and _letters(words) == _letters(title) != "":
        yield warning(
            "title-repeated",
            "The text begins with its own title, which the page sets above it.",
            body.locate(first.start, first.end),
            "Delete these lines." if "\n" in words else "Delete this line.",
        )


def _letters(words: str) -> str:
    """What is compared: letters and digits, in small letters."""
    return "".join(filter(str.isalnum, one_form(words).casefold()))
