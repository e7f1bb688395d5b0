"""What docs/fields.md says of the fields is what they are."""

from pathlib import Path
from typing import Literal, get_args, get_origin

import pytest

from builder.load.schema.format import shape
from builder.load.schema.shapes import Field
from builder.model.articles import Correction, FrontMatter, Outlet, PageFrontMatter
from builder.model.entries import ENTRY_TYPES, Entry, Membership, Named
from builder.model.refs import KINDS
from builder.model.settings import Check, Licence, Linking, NavItem, Publisher, Settings, Theme
from builder.model.values import Image, OtherName, Selector, Source

PAGE = (Path(__file__).parent.parent / "docs" / "fields.md").read_text(encoding="utf-8")
PARTS = (Source, Image, OtherName, Membership, Selector, Outlet, Correction)
SETTINGS = (Settings, Publisher, Licence, Linking, Theme, NavItem, Check)
CLASSES = (*ENTRY_TYPES.values(), Entry, Named, FrontMatter, PageFrontMatter, *PARTS, *SETTINGS)
BASES: dict[type, type] = {FrontMatter: PageFrontMatter, Named: Entry}
BASES.update({cls: Named if issubclass(cls, Named) else Entry for cls in ENTRY_TYPES.values()})
"""The classes that have other fields too, which stand in the table of another class."""


def table(cls: type) -> str:
    """The table of a class's own fields: each with its description, in bold if it must be given."""
    known = shape(BASES[cls]).fields if cls in BASES else {}
    own = [field for name, field in shape(cls).fields.items() if name not in known]
    rows = (
        f"| {'**' * field.is_required}`{field.name}`{'**' * field.is_required}"
        f" | {field.description}{_choices(field)} |"
        for field in own
    )
    return "\n".join(("| field | what |", "|---|---|", *rows, ""))


def _choices(field: Field) -> str:
    """The words of which one may stand in a field, where these are few."""
    is_choice = get_origin(field.type) is Literal
    return f" One of {', '.join(f'`{word}`' for word in get_args(field.type))}." * is_choice


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_the_page_has_the_fields_of_every_class(cls: type) -> None:
    assert table(cls) in PAGE


def test_the_page_has_no_other_table() -> None:
    assert PAGE.count("| field | what |") == len(CLASSES)


def test_every_sidecar_has_its_section() -> None:
    for kind in KINDS.values():
        assert f"\n### {kind.sidecar}\n" in PAGE
