"""The schemas for editors: up to date, and of the same mind as the builder."""

import json
import re
from pathlib import Path

import pytest

from builder.load.schema.format import shape
from builder.load.schema.jsonschema import schema_texts, schemas
from builder.model.entries import ENTRY_TYPES
from builder.model.refs import KINDS, Kind

FOLDER = Path(__file__).parents[2] / "docs" / "schema"
TEXTS = schema_texts()


@pytest.mark.parametrize("name", TEXTS)
def test_the_committed_schema_is_up_to_date(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == TEXTS[name]


def test_there_is_no_other_schema() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(TEXTS)


@pytest.mark.parametrize("name", TEXTS)
def test_every_reference_inside_a_schema_leads_somewhere(name: str) -> None:
    schema = json.loads(TEXTS[name])
    references = {f"#/$defs/{key}" for key in schema["$defs"]}
    used = {line.split('"')[3] for line in TEXTS[name].splitlines() if '"$ref"' in line}
    assert used == references


@pytest.mark.parametrize("kind", KINDS.values(), ids=str)
def test_a_schema_has_the_fields_of_its_class(kind: Kind) -> None:
    entry = schemas()[kind.folder]["additionalProperties"]
    form = shape(ENTRY_TYPES[kind.name])
    assert list(entry["properties"]) == list(form.fields)
    assert entry["required"] == [field.name for field in form.required]


@pytest.mark.parametrize("name", schemas())
def test_every_field_is_described(name: str) -> None:
    schema = schemas()[name]
    objects = [schema, schema.get("additionalProperties"), *schema["$defs"].values()]
    for part in objects:
        if part:
            assert all(field["description"] for field in part.get("properties", {}).values())


@pytest.mark.parametrize(("speaker", "allowed"), [("person:ann", True), ("place:rome", False)])
def test_a_speaker_is_of_a_kind_that_can_speak(speaker: str, allowed: bool) -> None:
    quote = schemas()["quotes"]["additionalProperties"]
    pattern = quote["properties"]["speaker"]["pattern"]
    assert bool(re.search(pattern, speaker)) == allowed
