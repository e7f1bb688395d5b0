"""Slugs: the part of an address that is made from words."""

import unicodedata
from collections import Counter

from builder.ground.expressions import expression

_ID = expression(r"[^\W_]+(?:[-_.][^\W_]+)*")
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(port + n for port in ("com", "lpt") for n in "123456789¹²³"))
)
"""Names of devices (Microsoft Learn, "Naming Files, Paths, and Namespaces")."""
LONGEST = 100
_LEAVING_ROOM = 90
"""Characters of a slug behind which a number may stand."""


def slugify(text: str) -> str:
    """Words in lower case, joined by hyphens; letters of every script stay, in NFC.

    Idempotent. Two texts may give one slug, and a text without letters gives "": callers check.
    """
    composed = unicodedata.normalize("NFC", text).replace("İ", "i")  # Python keeps the dot apart
    lowered = unicodedata.normalize("NFC", composed.lower())
    kept = (c if unicodedata.category(c)[0] in "LMN" else " " for c in lowered if c not in "'’ʼ")
    return "-".join("".join(kept).split())[:LONGEST].strip("-")


def fault(slug: str) -> str:
    """Why `slug` cannot be an id or a file name everywhere: a sentence part, or ""."""
    if not slug:
        return "it is empty"
    if len(slug.encode()) > 2 * LONGEST:
        return f"it is longer than {2 * LONGEST} bytes"
    if slug.partition(".")[0].lower() in _DEVICES:
        return "Windows keeps this name for a device"
    if not _ID().fullmatch(_without_marks(slug)):
        return "an id is letters and digits joined by single hyphens, underscores or dots"
    return ""


def free_slug(words: str, taken: Counter[str], otherwise: str) -> str:
    """A slug of the words, or of others where they give none; with a number if it is taken.

    Args:
        words: What to make it from.
        taken: How often each slug was taken, in small letters; this one is added.
        otherwise: What serves where the words make no slug that will do.
    """
    first = slugify(words)[:_LEAVING_ROOM].strip("-")
    slug = plain = otherwise if fault(first) else first
    while taken[slug]:
        taken[plain] += 1
        slug = f"{plain}-{taken[plain]}"
    taken[slug] = 1
    return slug


def _without_marks(text: str) -> str:
    """Without combining marks and joiners: they belong to the letter before them."""
    return "".join(c for c in text if unicodedata.category(c)[0] != "M" and c not in "\u200c\u200d")
