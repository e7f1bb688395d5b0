"""The command, interrupted before it has begun."""

from __future__ import annotations

import subprocess
import sys

# Ctrl-C comes while this module is looked for.
EARLY = """
import sys
class Impatient:
    def find_spec(self, name, *rest):
        if name == {name!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Impatient())
from builder.__main__ import main
main()
"""


def test_an_interruption_while_it_loads_shows_no_traceback() -> None:
    for name in ("builder.commands.cli", "builder.commands.exits"):
        done = subprocess.run(
            [sys.executable, "-c", EARLY.format(name=name)],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode, done.stderr) == (130, "")
