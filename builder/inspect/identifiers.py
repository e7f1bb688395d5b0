"""Ids in other catalogues that cannot be such."""

from collections.abc import Iterator

from builder.ground.diagnostics import Diagnostic, warning
from builder.model.content import Content
from builder.model.identifiers import CATALOGUES, Catalogue


def identifiers(content: Content) -> Iterator[Diagnostic]:
    """`bad-identifier`: for ids that do not have the form of their catalogue, if it is known."""
    for entry in content.entries.values():
        for name, id_ in entry.identifiers.items():
            catalogue = CATALOGUES.get(name.casefold())
            if catalogue and not catalogue.may_have(id_):
                yield warning(
                    "bad-identifier",
                    f"“{id_}” is not an id of {name}, and nothing is made of it.",
                    entry.at(f"identifiers.{name}"),
                    f"Write {_meant(id_, catalogue)}.",
                )


def _meant(text: str, catalogue: Catalogue) -> str:
    """The id at the end of an address, or written in groups; else what one looks like."""
    last = text.replace(" ", "").rstrip("/").rpartition("/")[2]
    return last if catalogue.may_have(last) else f"the id alone, such as {catalogue.example}"
