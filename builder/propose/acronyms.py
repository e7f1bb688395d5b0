"""Acronyms that an article uses and spells out."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice

from builder.ground.intervals import Intervals
from builder.ground.slugs import fault, free_slug
from builder.ground.text import one_form
from builder.inspect.acronyms.capitals import acronyms
from builder.inspect.acronyms.definitions import expansion, words_of
from builder.inspect.acronyms.unexplained import MOST_GUESSES
from builder.model.articles import Article
from builder.model.prose import leaf_at
from builder.model.refs import Ref
from builder.propose.entries import Known, Proposal


def spelled_out(article: Article, mentioned: Intervals, known: Known) -> dict[str, str]:
    """The acronyms that the text spells out, or for which it has words elsewhere, with these.

    Args:
        article: The article.
        mentioned: Where its text mentions entries.
        known: The entries by their names.
    """
    found = _with_words(article, mentioned, known)
    left = islice((short for short, words in found.items() if not words), MOST_GUESSES)
    guessed = {short: expansion(article.body.text, short) for short in left}
    return {short: words for short, words in {**found, **guessed}.items() if words}


def proposed_acronyms(
    words: Mapping[str, str], known: Known, taken: Counter[str]
) -> Iterator[Proposal]:
    """An entry for each acronym.

    Args:
        words: The acronyms, with the words that they stand for.
        known: The entries by their names.
        taken: The ids of the acronyms that there are, in small letters; those of these are added.
    """
    for short, expanded in words.items():
        if fault(short) or taken[short.casefold()]:
            id_, given = free_slug(short, taken, "acronym"), short
        else:
            taken[short.casefold()] += 1
            id_, given = short, ""
        stands_for = _entry_of(expanded, known)
        fields = ("short", given), ("expansion", expanded), ("stands_for", stands_for)
        yield Proposal(Ref("acronym", id_), fields)


def _entry_of(words: str, known: Known) -> str:
    """The entry that has these words as a name, if one alone has: else both would claim them."""
    refs = known.get(one_form(words), ())
    return str(refs[0]) if len(refs) == 1 else ""


def _with_words(article: Article, mentioned: Intervals, known: Known) -> dict[str, str]:
    """The acronyms in order, each with the words that the text gives for it, if it does."""
    body, leaves = article.body, article.body.leaves
    found: dict[str, str] = {}
    for short in acronyms(body):
        if one_form(short.word) in known or mentioned.overlap(short.start, short.end):
            continue
        if not found.setdefault(short.word, ""):
            leaf = leaf_at(leaves, short.start)
            found[short.word] = words_of(body.text, short, (leaf.start, leaf.end))
    return found
