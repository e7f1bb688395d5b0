"""builder.ground.values.fields_with: in which fields of an entry texts and references may stand."""

import pytest

from builder.ground.values import Value, fields_with
from builder.model.entries import Document, Event, Person, Quote
from builder.model.prose import Prose
from builder.model.refs import Ref


@pytest.mark.parametrize(
    ("kind", "texts", "references"),
    [
        (Person, ("summary", "body"), ("ref", "see_also", "memberships")),
        (Document, ("summary", "body"), ("ref", "see_also", "author", "signatory", "addressee")),
        (Event, ("summary", "body"), ("ref", "see_also", "about")),
        (Quote, (), ("ref", "see_also", "speaker", "addressee")),
    ],
)
def test_texts_and_references_are_looked_for_where_the_types_have_them(
    kind: type[Value], texts: tuple[str, ...], references: tuple[str, ...]
) -> None:
    assert fields_with(Prose, kind) == texts
    assert fields_with(Ref, kind) == references
