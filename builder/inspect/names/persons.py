"""People whom the article names with a title, and whom no entry explains. English texts alone."""

from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, Related, warning
from builder.ground.grouping import grouped
from builder.ground.intervals import Intervals
from builder.ground.slugs import slugify
from builder.ground.text import one_form
from builder.inspect.names.titles import titled_names
from builder.model.articles import Article

_MOST = 5
"""Further places that a diagnostic names."""


def unknown_persons(
    article: Article, mentioned: Intervals, names: frozenset[str]
) -> Iterator[Diagnostic]:
    """`unknown-person`: once for each name of an article in English."""
    for places in grouped(_strangers(article, mentioned, names)).values():
        yield _unexplained(article, places)


def _strangers(
    article: Article, mentioned: Intervals, names: frozenset[str]
) -> Iterator[tuple[str, tuple[int, int]]]:
    """The titled names in no mention: the last name of each, and its place."""
    body = article.body
    closed = body.under("code", "nolink")
    for titled in titled_names(body):
        start, end = titled.start, titled.end
        name = body.text[start:end]
        apart = not (mentioned.overlap(start, end) or closed.overlap(start, end))
        if apart and one_form(name) not in names:
            yield name.split()[-1], (start, end)


def _unexplained(article: Article, places: list[tuple[int, int]]) -> Diagnostic:
    start, end = max(places, key=lambda place: place[1] - place[0])
    name = " ".join(article.body.text[start:end].split())
    first, *further = places
    return warning(
        "unknown-person",
        f"No entry explains “{name}”.",
        article.body.locate(*first),
        _hint(name),
        *(Related(article.body.locate(*place), "also here") for place in further[:_MOST]),
    )


def _hint(name: str) -> str:
    """What to add: an entry, by its full name, with the surname by which texts go on to call it."""
    *_, last = words = name.split()
    if len(words) == 1:
        return f"Add an entry with “name: …” and “other_names: [{name}]” to content/people.yaml."
    with_surname = "" if last.isupper() else f" and “other_names: [{last}]”"
    return f"Add “{slugify(name)}:” with “name: {name}”{with_surname} to content/people.yaml."
