"""What names the makers of pages: it is another where our code, Python or a library is another."""

import os
from pathlib import Path

import pytest

from builder.sources.inputs import toolchain


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "code" / "part").mkdir(parents=True)
    (tmp_path / "libraries" / "msgspec-1.dist-info").mkdir(parents=True)
    monkeypatch.setattr("builder.sources.inputs.code_folder", lambda: str(tmp_path / "code"))
    monkeypatch.setattr("sys.path", [str(tmp_path / "libraries")])
    made = tmp_path / "code" / "part" / "module.py"
    made.write_text("one = 1\n")
    return made


def test_the_same_makers_have_the_same_name(module: Path) -> None:
    before = toolchain()
    module.with_suffix(".pyc").write_bytes(b"compiled")
    module.with_name("kept.db").write_bytes(b"")
    assert toolchain() == before


def test_a_module_that_is_linked_elsewhere_is_the_same(module: Path) -> None:
    before = toolchain()
    os.link(module, module.parents[2] / "second name")
    assert toolchain() == before


@pytest.mark.parametrize("change", ["version", "python", "library", "size", "time", "gone", "new"])
def test_other_makers_have_another_name(
    module: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    before = toolchain()
    match change:
        case "version":
            monkeypatch.setattr("builder.sources.inputs.__version__", "0")
        case "python":
            monkeypatch.setattr("sys.version_info", (3, 99, 0))
        case "library":
            (module.parents[2] / "libraries" / "msgspec-1.dist-info").rename(
                module.parents[2] / "libraries" / "msgspec-2.dist-info"
            )
        case "size":
            status = module.stat()
            module.write_text("one = 10\n")
            os.utime(module, ns=(status.st_atime_ns, status.st_mtime_ns))
        case "time":
            module.write_text("two = 2\n")
            os.utime(module, ns=(0, module.stat().st_mtime_ns + 1_000))
        case "gone":
            module.unlink()
        case "new":
            module.with_name("another.py").touch()
    assert toolchain() != before
