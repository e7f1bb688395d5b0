"""Ids inside one prose: unique, and never those that the pages give to other things."""

from builder.ground.slugs import slugify

# Quotations, events, mentions; footnotes and the references to them.
_RESERVED = ("q-", "e-", "m-", "fn-", "fnref-")
_MAIN = "main"
"""The main part of every page."""
_KEPT = "_"
"""What no heading and no author's id holds: every other id that a template gives has one
(docs/templates.md), and so have those of texts with a `doc_id`."""


class Anchors:
    """The ids given so far. With a `doc_id` every id begins with it, for pages with many texts.

    So no two ids of a page are the same, whatever the words of its headings.
    """

    def __init__(self, doc_id: str) -> None:
        self.prefix = f"{doc_id}{_KEPT}" if doc_id else ""
        self._given: set[str] = set()
        self._last: dict[str, int] = {}

    def for_heading(self, text: str) -> str:
        """A new id made from a heading's words; a second one of the same words ends in -2."""
        slug = slugify(text) or "section"
        if _is_reserved(slug):
            slug = f"section-{slug}"
        count = self._last.get(slug, 1)
        name = slug
        while name in self._given:
            count += 1
            name = f"{slug}-{count}"
        self._given.add(name)
        self._last[slug] = count
        return self.prefix + name

    def claim(self, name: str) -> str:
        """The full id for a name that the author chose, or "" when it is taken or reserved."""
        if name in self._given or _is_reserved(name):
            return ""
        self._given.add(name)
        return self.prefix + name

    def full(self, fragment: str) -> str:
        """The address of an anchor of this prose: `#name` with the prefix, if the name is known."""
        name = fragment.removeprefix("#")
        return f"#{self.prefix}{name}" if name in self._given else fragment


def _is_reserved(name: str) -> bool:
    # A second heading “Q” would become q-2.
    return name == _MAIN or _KEPT in name or f"{name}-".startswith(_RESERVED)
