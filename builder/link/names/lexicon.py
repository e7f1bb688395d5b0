"""The lexicon: all that is looked for in texts, and what it means."""

from collections.abc import Mapping
from functools import cached_property

from builder.ground.diagnostics import Diagnostic, Location
from builder.ground.text import primary_subtag
from builder.ground.values import Value, name_of, replaced
from builder.link.names.clearing import uncrowded
from builder.link.names.forms import Form, forms, subjects
from builder.link.names.matching import Names, names
from builder.model.content import Content
from builder.model.entries import Named
from builder.model.refs import Ref
from builder.model.settings import Linking

_NOWHERE = Location("")
_ELIDING = ("ca", "fr", "it", "oc")
"""Languages in which D’ stands before a name that begins with a vowel."""


class Lexicon(Value, frozen=True, dict=True):
    """The forms of all entries, what each entry is one with, and when a mention links.

    `elides` as in `wholes.whole`. `crowded` tells of forms that are too many to be looked for.
    """

    forms: tuple[Form, ...]
    subjects: Mapping[Ref, Ref]
    linking: Linking
    elides: bool = False
    crowded: tuple[Diagnostic, ...] = ()

    @cached_property
    def names(self) -> Names:
        """The forms, ready to be found."""
        return names(self.forms, elides=self.elides)

    @cached_property
    def identity(self) -> str:
        """Equal identities, equal mentions in the same text; where forms stand does not matter."""
        placeless = [replaced(form, location=_NOWHERE) for form in self.forms]
        return name_of((placeless, list(self.subjects.items()), self.linking, self.elides))

    @cached_property
    def numbers(self) -> Mapping[Ref, int]:
        """Every entry with names by its number; the identity holds these too."""
        return {ref: number for number, ref in enumerate(self.subjects)}


def lexicon(content: Content) -> Lexicon:
    """The lexicon of a site."""
    named = content.of_type(Named)
    subject_of = subjects(named)
    language = content.settings.language
    listed, told = uncrowded(tuple(forms(named, subject_of, language)))
    elides = primary_subtag(language) in _ELIDING
    return Lexicon(listed, subject_of, content.settings.linking, elides, told)
