"""Which entries belong together: those of which one refers to the other."""

from collections import defaultdict

from builder.model.entries import Named
from builder.model.refs import Ref
from builder.pages.entry import relations
from tests.test_sample_site import sample


def test_an_entry_belongs_to_all_that_it_refers_to_in_any_field() -> None:
    content = sample().planned.content
    paged = {entry.ref for entry in content.of_type(Named)}
    expected: dict[Ref, set[Ref]] = defaultdict(set)
    for here in paged:
        for _, there in content.entries[here].references:
            if there in paged and there != here:
                expected[here].add(there)
                expected[there].add(here)
    assert len(expected) > 20
    assert {ref: set(others) for ref, others in relations(content).items()} == expected
