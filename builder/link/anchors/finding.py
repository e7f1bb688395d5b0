"""Finding the words of quotations and passages in the articles: one place, or an error."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from builder.ground.diagnostics import Diagnostic, Location, Related, error
from builder.ground.guess import did_you_mean, most_like
from builder.link.anchors.absent import absent
from builder.link.anchors.beside import told_apart
from builder.link.anchors.seeking import MOST_PIECES, MOST_PLACES, key_of
from builder.link.anchors.sightings import Sightings, Whereabouts, standing
from builder.link.anchors.words import Words
from builder.model.annotations import Anchored, Near

_FEW = 100
"""Articles among which a misspelt slug is looked for, and which are named."""
_TOLD = 3
"""Places of which it is told what an entry must say to mean them."""
_WHICH = {
    "quote": "Say which one: add `prefix` or `suffix` with the words before or after it",
    "passage": "Say which one: write `passage: {exact: …, prefix: …}` with the words before it, "
    "or `suffix` with those after it",
}
"""What to do where words stand in several places, by the first part of the code."""


def find(words: Words, sightings: Sightings, *, advise: bool = True) -> Whereabouts:
    """The one place where the words stand; else one error: altered, missing or ambiguous.

    `advise`: look for the nearest words, and for a prefix or suffix that selects one of several
    places. Both take their time.
    """
    if words.article and words.article not in sightings.slugs:
        elsewhere = sightings.places.get(key_of(words.selector), ())
        fault = no_article(words.article, words.article_location, sightings.slugs)
        return Whereabouts(None, (fault,), tuple(_near(elsewhere)))
    if not sightings.slugs:
        return Whereabouts(None, (_no_articles(words),))
    if len(words.selector.pieces) > MOST_PIECES:
        return Whereabouts(None, (_too_many_pieces(words),))
    places = standing(words, sightings)
    if len(places) == 1:
        return Whereabouts(places[0])
    if places:
        return Whereabouts(
            None, (_ambiguous(words, places, sightings, advise=advise),), tuple(_near(places))
        )
    return absent(words, sightings, advise=advise)


def _near(places: Iterable[Anchored]) -> Iterator[Near]:
    return (Near(place.article, *span) for place in places for span in place.spans)


def no_article(slug: str, place: Location, known: Iterable[str]) -> Diagnostic:
    """The error of an entry that names an article, at `place`, which is none of those known."""
    slugs = {other.casefold(): other for other in islice(known, _FEW)}
    near = slugs.get(most_like(slug.casefold(), slugs), "")
    hint = f"The articles are: {', '.join(slugs.values()) or 'none'}."
    if len(slugs) == _FEW:
        hint = "Write the article’s slug, the last part of its address."
    message = f"There is no article “{slug}”."
    return error("unknown-article", message, place, did_you_mean(near) or hint)


def _no_articles(words: Words) -> Diagnostic:
    message = f"There is no article in which the {words.what} could stand."
    hint = "Put the article into content/, in a file whose name ends in .md."
    return error("unknown-article", message, words.location, hint)


def _too_many_pieces(words: Words) -> Diagnostic:
    return error(
        f"{words.code}-missing",
        f"The {words.what} has {len(words.selector.pieces)} pieces; {MOST_PIECES} at most are "
        "looked for.",
        words.location,
        "Make several entries of it.",
    )


def _ambiguous(
    words: Words, places: Sequence[Anchored], sightings: Sightings, *, advise: bool
) -> Diagnostic:
    several = len({place.article for place in places}) > 1
    count = f"{len(places)} places" if len(places) < MOST_PLACES else "very many places"
    told = _TOLD if advise else 0
    return error(
        f"{words.code}-ambiguous",
        f"The {words.what} stands in {count}.",
        words.location,
        _WHICH[words.code] + (", or `article` with the article's slug." if several else "."),
        *(Related(place.place, _here(words, place, places, sightings)) for place in places[:told]),
        *(Related(place.place, "here") for place in places[told:MOST_PLACES]),
    )


def _here(words: Words, place: Anchored, places: Sequence[Anchored], sightings: Sightings) -> str:
    """That the words stand here, and the fields with which an entry means this place."""
    from builder.load.yaml.quoting import in_marks  # only a site with such words pays for it

    if sum(other.article == place.article for other in places) == 1:
        fields = {"article": place.article}
    else:
        read = sightings.search(place.article)
        span = place.spans[0][0], place.spans[-1][1]
        beside = told_apart(words.selector.pieces, span, read.compared) or ("", "")
        fields = {k: in_marks(v) for k, v in zip(("prefix", "suffix"), beside, strict=True) if v}
    said = " and ".join(f"`{field}: {value}`" for field, value in fields.items())
    return f"here, with {said}" if said else "here"
