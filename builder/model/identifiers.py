"""Catalogues in which entries may have ids: the form of an id, and where it leads."""

import re

from builder.ground.values import Value


class Catalogue(Value, frozen=True):
    """A catalogue: a regular expression for its ids, the address before one, and an example."""

    form: str
    address: str
    example: str

    def may_have(self, text: str) -> bool:
        """Whether a text has the form of its ids."""
        return re.fullmatch(self.form, text, re.ASCII) is not None


CATALOGUES = {
    "wikidata": Catalogue(r"Q\d+", "http://www.wikidata.org/entity/", "Q42"),
    "viaf": Catalogue(r"\d+", "https://viaf.org/viaf/", "113230702"),
    "orcid": Catalogue(r"(?:\d{4}-){3}\d{3}[\dX]", "https://orcid.org/", "0000-0002-1825-0097"),
    "isni": Catalogue(r"\d{15}[\dX]", "https://isni.org/isni/", "0000000080455459"),
    "gnd": Catalogue(r"[\d-]+X?", "https://d-nb.info/gnd/", "119033364"),
    "geonames": Catalogue(r"\d+", "https://sws.geonames.org/", "98182"),
}
"""By name, in small letters. The addresses are those that name the thing, not a page about it."""
