"""The entry to type for a quotation that has none: as it is pasted, it lacks a speaker at most."""

from collections import Counter

from builder.ground.slugs import free_slug
from builder.model.studies import Marked

_IN_ID = 5
"""Words of a quotation that make the id of its entry."""


def quotation_id(quoted: Marked, taken: Counter[str]) -> str:
    """An id for the entry of a quotation; `taken` are those that there are, in small letters."""
    return free_slug(" ".join(quoted.words.split()[:_IN_ID]), taken, "quotation")


def quotation_fields(quoted: Marked, article: str, speaker: str) -> dict[str, str]:
    """The fields of an entry for a quotation, some of them empty.

    Args:
        quoted: The quotation.
        article: The slug of its article, where an entry must name it, else "".
        speaker: Who is meant to have said it, where the article leaves that open.
    """
    return {
        "exact": quoted.words.rstrip(",，、،"),  # there only because the sentence goes on
        "prefix": quoted.prefix,
        "suffix": quoted.suffix,
        "article": article,
        "speaker": str(quoted.said.speaker) if quoted.said else speaker,
    }
