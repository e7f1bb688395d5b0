"""What rendering has worked out is kept, used, and never trusted when damaged."""

from pathlib import Path

import pytest
from jinja2 import Environment, FunctionLoader

from builder.render import cldr
from builder.render.renderer import renderer
from builder.render.store import Compiled, Store
from builder.sources import compiled
from tests.project import source


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(compiled, "_FOLDER", str(tmp_path))
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return tmp_path


def rendered(source: str, toolchain: str = "now") -> str:
    environment = Environment(
        loader=FunctionLoader(lambda name: source),
        autoescape=True,
        bytecode_cache=Compiled(Store(toolchain)),
    )
    return environment.get_template("a.html").render()


def test_a_template_is_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert rendered("one") == "one"
    monkeypatch.setattr(Environment, "_generate", None)
    assert rendered("one") == "one"


def test_another_toolchain_compiles_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered("one")
    monkeypatch.setattr(Environment, "_generate", None)
    with pytest.raises(TypeError):
        rendered("one", "later")


def test_another_source_is_compiled_anew(folder: Path) -> None:
    assert rendered("one") == "one"
    assert rendered("two") == "two"


@pytest.mark.parametrize("damage", [b"", b"x", None])
def test_a_damaged_file_is_not_trusted(folder: Path, damage: bytes | None) -> None:
    rendered("one")
    (kept,) = folder.iterdir()
    data = kept.read_bytes()
    kept.write_bytes(data[:-1] + b"\0" if damage is None else damage)
    assert rendered("one") == "one"


def test_a_folder_that_cannot_be_written_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setattr(compiled, "_FOLDER", str(blocked))
    assert rendered("one") == "one"


def test_what_is_said_of_a_constant_is_not_kept_for_another_language(folder: Path) -> None:
    said = {language: dated(language) for language in ("en-GB", "de")}
    assert said == {"en-GB": "7 January 2020", "de": "7. Januar 2020"}


def dated(language: str, toolchain: str = "now") -> str:
    templates = {"a.html": source("a.html", "{{ '2020-01-07' | date }}")}
    made = renderer(templates, language, toolchain)
    return made.environment.get_template("a.html").render()


def test_how_a_language_writes_dates_is_asked_of_babel_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert dated("de") == "7. Januar 2020"
    monkeypatch.setattr(cldr, "calendar_of", None)
    assert dated("de") == "7. Januar 2020"
    with pytest.raises(TypeError):
        dated("de", "later")


@pytest.mark.parametrize("damage", [b"", b"x", b"[]"])
def test_a_damaged_calendar_is_made_again(folder: Path, damage: bytes) -> None:
    dated("de")
    (kept,) = folder.glob("calendar-*")
    kept.write_bytes(damage)
    assert dated("de") == "7. Januar 2020"


def test_what_could_not_be_kept_leaves_nothing_behind(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("os.replace", refused)
    Store("now").put("a", b"b")
    assert list(folder.iterdir()) == []
