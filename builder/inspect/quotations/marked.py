"""Quotations of an article that no entry covers, and entries whose words it does not quote.

And quotation marks that are never closed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from builder.ground.diagnostics import Diagnostic, Related, warning
from builder.ground.intervals import intervals
from builder.ground.text import is_spaceless
from builder.inspect.quotations.proposing import quotation_fields, quotation_id
from builder.link.anchors.marks import PAIRS, Stretch, stretches
from builder.link.anchors.quoting import bare
from builder.model.annotations import Anchored, Anchors, Linked
from builder.model.content import Content
from builder.model.entries import Quote
from builder.model.prose import Prose
from builder.model.studies import Marked, Study

_STRAIGHT = '"'
_AROUND = {**PAIRS, _STRAIGHT: _STRAIGHT}

SHORTEST = 4
"""Words between marks from which on they count as a quotation, not as a term or a nickname."""


def between_marks(body: Prose) -> tuple[Stretch, ...]:
    """The stretches between marks, but for those that the author calls no quotation."""
    others = body.under("noquote")
    return tuple(one for one in stretches(body) if any(others.gaps(one.start, one.end)))


def marked(body: Prose, between: Iterable[Stretch]) -> Iterator[Marked]:
    """The stretches between marks that are long enough to be quotations.

    Where no mark ends one, nobody knows how long it is: `unclosed` tells of it.
    """
    for found in between:
        start, end = found.start, found.end
        words = body.text[start:end].split()
        if found.closed and _is_long(words):
            yield Marked(start, end, " ".join(words), body.locate(start, end))


def _is_long(words: list[str]) -> bool:
    """Whether these are words enough; where nothing sets them apart, two characters make one."""
    return len(words) >= SHORTEST or sum(map(is_spaceless, "".join(words))) >= 2 * SHORTEST


def unclosed(body: Prose, between: Iterable[Stretch]) -> Iterator[Diagnostic]:
    """Marks that open a quotation which nothing ends."""
    for found in between:
        if not found.closed:
            mark = body.text[found.start - 1]
            text = body.text[found.start : found.end]
            words = " ".join(text.split()[:SHORTEST])
            yield warning(
                "quote-unclosed",
                f"This quotation mark is never closed: {mark}{words} …",
                body.locate(found.start - 1, found.start),
                _closing(mark, text),
            )


def _closing(mark: str, text: str) -> str:
    """What to type where this mark opens a quotation, and none closes it in the text behind it."""
    marks = " or ".join(PAIRS.get(mark, mark))
    if mark == _STRAIGHT:
        for opening, ends in PAIRS.items():
            if end := next((end for end in ends if end in text), ""):
                return f"Write {opening} in its place: {end} ends the quotation."
    elif _STRAIGHT in text:
        return f"Write {marks} in the place of the straight mark that ends it."
    return f"Put {marks} behind the last word of the quotation."


def quotations(content: Content, linked: Linked) -> Iterator[Diagnostic]:
    """Quotations that are not indexed, or not between quotation marks."""
    taken = Counter(quote.ref.id.casefold() for quote in content.of_type(Quote))
    for article in content.articles:
        which = article.slug if len(content.articles) > 1 else ""
        for one in uncovered(article, linked):
            yield _unindexed(one, taken, which)
    for entry in content.of_type(Quote):
        yield from _with_marks(entry)
        if entry.kind == "direct" and (found := linked.quotes.get(entry.ref)):
            if found.unquoted:
                yield _unmarked(entry, found)
            if found.left_out:
                yield _elided(entry, found)


def _with_marks(quote: Quote) -> Iterator[Diagnostic]:
    """Pieces of a quotation that hold the marks around them; the page would double these."""
    for index, piece in enumerate(quote.exact):
        place, inside = quote.at(f"exact[{index}]"), piece[1:-1]
        ends = _AROUND.get(piece[:1], "")
        is_plain = place.length == len(piece)  # whoever read it has said so
        if inside and piece[-1] in ends and not is_plain and not {piece[0], *ends} & {*inside}:
            yield warning(
                "curly-quotes",
                "The words of a quotation stand without its marks: the page sets its own.",
                place,
                f"Write the words alone: {shortened(inside)}",
            )


def _unmarked(quote: Quote, found: Anchored) -> Diagnostic:
    """A direct quotation of which the article has words that are no quotation."""
    words = shortened(found.unquoted)
    if not any(found.unquoted == bare(piece) for piece in found.exact):
        message = f"The quotation runs out of its quotation marks: “{words}”"
        hint = (
            "Copy only what stands between the marks. Where the speaker is named in between, write "
            'a list: exact: ["first piece", "second piece"]'
        )
    elif len(found.exact) == 1:
        message = "The article does not have this quotation between quotation marks."
        hint = (
            "If it is reported speech, add `kind: indirect`; if nobody says it, delete the entry."
        )
    else:
        message = f"The article does not have this piece between quotation marks: “{words}”"
        hint = "Take the piece out; if all of it is reported speech, add `kind: indirect`."
    here = Related(found.place, "here")
    return warning("quote-unmarked", message, quote.at("exact"), hint, here)


def _elided(quote: Quote, found: Anchored) -> Diagnostic:
    """A direct quotation of which the article has more words between the same marks."""
    words = shortened(found.left_out)
    return warning(
        "quote-elided",
        f"The quotation leaves out words that stand between two of its pieces: “{words}”",
        quote.at("exact"),
        "Copy these words too. If the pieces are true without them, add `ignore: [quote-elided]`.",
        Related(found.place, "here"),
    )


def uncovered(article: Study, linked: Linked) -> Iterator[Marked]:
    """Quotations of an article without an entry; one whose entry is faulty has one."""
    anchors = linked.anchors.get(article.slug, Anchors()).quotations
    near = [(place.start, place.end) for place in linked.near if place.article == article.slug]
    covered = intervals([*((anchor.start, anchor.end) for anchor in anchors), *near])
    return (one for one in article.quoted if not covered.overlap(one.start, one.end))


def _unindexed(found: Marked, taken: Counter[str], article: str) -> Diagnostic:
    """A quotation without an entry; `taken` and `article` as for what proposes one."""
    from builder.load.yaml.writing import entry  # only a site with such a quotation pays for it

    proposed = entry(
        quotation_id(found, taken), quotation_fields(found, article, "person:…").items()
    )
    otherwise = "" if found.said else ", or write [“…”]{.noquote} if nobody says it"
    return warning(
        "quote-unindexed",
        f"No entry covers this quotation: “{shortened(found.words)}”",
        found.place,
        f"Add it to content/quotes.yaml with its speaker{otherwise}:\n{proposed}",
    )


def shortened(text: str) -> str:
    """The words of a text, or as many of them as a message shows."""
    words = text.split()
    return " ".join(words) if len(words) <= 12 else " ".join(words[:12]) + " …"
