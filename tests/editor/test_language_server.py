"""The schemas in an editor: the real yaml-language-server completes, explains and checks."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.editor.server import Server

ROOT = Path(__file__).parent.parent.parent
SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
BY_MODELINE: dict[str, Any] = {
    "yaml": {"completion": True, "hover": True, "validate": True, "schemaStore": {"enable": False}}
}
BY_SETTINGS = {"yaml": {**BY_MODELINE["yaml"], "schemas": SETTINGS["yaml.schemas"]}}
MODELINE = "# yaml-language-server: $schema=../docs/schema/people.schema.json\n"
PERSON = "mark-esper:\n  name: Mark Esper\n  birth_date: 1964-04-26\n  \n"

pytestmark = pytest.mark.node


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "docs" / "schema", tmp_path / "docs" / "schema")
    (tmp_path / "content").mkdir()
    return tmp_path


@pytest.fixture(params=["modeline", "settings"])
def opened(
    request: pytest.FixtureRequest, folder: Path, node_modules: Path
) -> Iterator[tuple[Server, str]]:
    """A server that finds the schema in either way, and what begins the file for it."""
    by_modeline = request.param == "modeline"
    attempts = folder / "attempts"
    settings = BY_MODELINE if by_modeline else BY_SETTINGS
    server = Server(node_modules, folder, settings, attempts)
    yield server, MODELINE if by_modeline else "# people\n"
    server.close()
    assert not attempts.exists(), attempts.read_text(encoding="utf-8")


def test_a_sound_file_is_fine_and_fields_are_completed(opened: tuple[Server, str]) -> None:
    server, head = opened
    assert server.open("content/people.yaml", head + PERSON) == []
    found = server.at("completion", "content/people.yaml", 4, 2)
    labels = {item["label"] for item in found["items"]}
    assert {"summary", "memberships", "other_names"} <= labels
    assert "name" not in labels


def test_a_field_is_explained(opened: tuple[Server, str]) -> None:
    server, head = opened
    server.open("content/people.yaml", head + PERSON)
    found = server.at("hover", "content/people.yaml", 2, 4)
    contents = found["contents"]
    words = contents["value"] if isinstance(contents, dict) else str(contents)
    assert "The full name, as you would print it" in words


def test_faults_are_marked_in_place(opened: tuple[Server, str]) -> None:
    server, head = opened
    text = f"{head}mark-esper:\n  nmae: Mark Esper\n  birth_date: 26.4.1964\n"
    found = server.open("content/people.yaml", text)
    told = {(d["range"]["start"]["line"], d["range"]["start"]["character"]) for d in found}
    assert {(2, 2), (3, 14)} <= told
    assert any("nmae" in d["message"] for d in found)


def test_the_samples_own_files_are_fine(folder: Path, node_modules: Path) -> None:
    server = Server(node_modules, folder, BY_MODELINE, folder / "attempts")
    try:
        for path in ("site.yaml", *(f"content/{file}" for file in sidecars())):
            text = (ROOT / path).read_text(encoding="utf-8")
            assert text.startswith("# yaml-language-server: $schema="), path
            assert server.open(path, text) == [], path
    finally:
        server.close()


def test_every_sidecar_has_its_schema_in_the_editors_settings() -> None:
    mapped = {
        Path(file).name: Path(schema).name for schema, file in SETTINGS["yaml.schemas"].items()
    }
    names = [path.name for path in (ROOT / "docs" / "schema").iterdir()]
    expected = {name.replace(".schema.json", ".yaml"): name for name in names}
    expected.pop("article.yaml"), expected.pop("page.yaml")
    assert mapped == expected


def test_the_lock_names_no_registry() -> None:
    lock = json.loads((ROOT / "tests" / "node" / "package-lock.json").read_text(encoding="utf-8"))
    packages = lock["packages"].values()
    assert not any("resolved" in package for package in packages)
    assert all(
        "integrity" in package for package in packages if package is not lock["packages"][""]
    )


def sidecars() -> list[str]:
    """The sample's sidecars."""
    return sorted(path.name for path in (ROOT / "content").glob("*.yaml"))
