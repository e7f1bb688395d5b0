"""A new field in an entry: in the form of the entry, and nothing else is touched."""

import pytest

from builder.ground.edits import edited
from builder.load.inserting import inserted
from tests.project import source


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n  name: A\n", "a:\n  aliases: [b]\n  name: A\n"),
        ("a:\r\n    name: A\r\n", "a:\r\n    aliases: [b]\r\n    name: A\r\n"),
        ("# A\n'a': # b\n\n  # c\n  name: A", "# A\n'a': # b\n\n  # c\n  aliases: [b]\n  name: A"),
        ("a: {name: A}\n", "a: {aliases: [b], name: A}\n"),
        ("a:\n  {\n    name: A,\n  }\n", "a:\n  {\n    aliases: [b], name: A,\n  }\n"),
        ("\ufeffa:\n name: A\n", "\ufeffa:\n aliases: [b]\n name: A\n"),
        ("z:\n  name: Z\na:\n  name: A\n", "z:\n  name: Z\na:\n  aliases: [b]\n  name: A\n"),
    ],
)
def test_a_field_is_put_first(before: str, after: str) -> None:
    edit = inserted(source("content/people.yaml", before), "a", "aliases", "[b]")
    assert edit is not None
    assert edited(before, [edit]) == after


@pytest.mark.parametrize("text", ["a:\n  aliases: [c]\n", "a:\n", "b:\n  name: A\n", "- a", "a: ["])
def test_where_it_cannot_be_sure_it_offers_nothing(text: str) -> None:
    assert inserted(source("content/people.yaml", text), "a", "aliases", "[b]") is None
