"""builder.preview.rebuilding: when garbage is collected."""

import asyncio
import gc
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from builder.build.shown import NOTHING, Renewed
from builder.preview import rebuilding
from builder.preview.rebuilding import MOST, Result, keep_built


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What happens, in order; the preview rests at once."""
    events: list[str] = []
    monkeypatch.setattr(rebuilding, "REST", 0)
    monkeypatch.setattr(gc, "collect", lambda: events.append("tidied"))
    return events


def lived(log: list[str], builds: int) -> None:
    """Let so many builds be wanted, each while the one before is published; then rest for good."""

    async def life() -> None:
        wanted, rested = asyncio.Event(), asyncio.Event()

        async def build() -> Result:
            return Result(Renewed(ok=True, site=NOTHING, diagnostics=()), {}, "")

        def publish(_: Result) -> None:
            log.append("built")
            if log.count("built") < builds:
                wanted.set()
            else:
                rested.set()

        wanted.set()
        keeping = asyncio.create_task(keep_built(wanted, build, publish))
        await rested.wait()
        for _ in range(100):  # turns of the loop: many more than it takes
            await asyncio.sleep(0)
        keeping.cancel()
        with suppress(asyncio.CancelledError):
            await keeping

    with ThreadPoolExecutor(1) as thread:  # in this one a browser may have a loop of its own
        thread.submit(lambda: asyncio.run(life())).result()


def test_it_is_while_the_preview_rests(log: list[str]) -> None:
    lived(log, 1)
    assert log == ["built", "tidied"]


def test_it_is_after_many_builds_in_a_row(log: list[str]) -> None:
    lived(log, 2 * MOST)
    assert log == 2 * [*["built"] * MOST, "tidied"]
