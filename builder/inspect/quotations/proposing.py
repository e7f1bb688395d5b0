"""The entry to type for a quotation that has none: as it is pasted, it lacks a speaker at most."""

from collections import Counter

from builder.ground.slugs import fault, slugify
from builder.model.studies import Marked

_IN_ID = 5
"""Words of a quotation that make the id of its entry."""


def proposed(quoted: Marked, taken: Counter[str], article: str) -> str:
    """The lines of the entry for a quotation, under an id that none has.

    Args:
        quoted: The quotation.
        taken: The ids of the entries that there are; that of this one is added.
        article: The slug of its article, where an entry must name it, else "".
    """
    from builder.load.yaml.quoting import in_marks  # only a site with such a quotation pays for it

    fields = {
        "exact": in_marks(quoted.words.rstrip(",")),  # there only because the sentence goes on
        "prefix": in_marks(quoted.prefix) if quoted.prefix else "",
        "suffix": in_marks(quoted.suffix) if quoted.suffix else "",
        "article": article,
        "speaker": str(quoted.said.speaker) if quoted.said else "person:…",
    }
    lines = [f"  {field}: {value}" for field, value in fields.items() if value]
    return "\n".join((f"{_id(quoted.words, taken)}:", *lines))


def _id(words: str, taken: Counter[str]) -> str:
    first = slugify(" ".join(words.split()[:_IN_ID]))
    id_ = plain = "quotation" if fault(first) else first
    while taken[id_]:
        taken[plain] += 1
        id_ = f"{plain}-{taken[plain]}"
    taken[id_] = 1
    return id_
