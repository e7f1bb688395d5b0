"""The socket: who may open it, what is said over it, and what ends it."""

import asyncio
import json
from collections.abc import Coroutine
from typing import Any

import pytest
from tornado.httpclient import HTTPClientError

from builder.preview.desk import MOST_WAITERS
from builder.preview.live import LONGEST_FRAME
from tests.preview.running import Running, Waiting, connect, page, state_of


def run(talk: Coroutine[Any, Any, None]) -> None:
    asyncio.run(talk)


def state(site: Running, target: str = "/") -> dict[str, object]:
    """What the page at this address says of itself."""
    return state_of(site.get(site.base + target.lstrip("/"))[2])


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "http://127.0.0.1",
        "http://127.0.0.1:1",
        "http://localhost:{port}",
        "https://127.0.0.1:{port}.evil.example",
        "http://evil@127.0.0.1:{port}",
        "null",
        "",
        "file://",
    ],
)
def test_pages_from_elsewhere_cannot_open_it(site: Running, origin: str) -> None:
    async def talk() -> None:
        with pytest.raises(HTTPClientError, match="403"):
            await connect(site, Origin=origin.format(port=site.port))

    run(talk())


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}"])
def test_a_rebound_name_cannot_open_it(site: Running, host: str) -> None:
    name = host.format(port=site.port)

    async def talk() -> None:
        with pytest.raises(HTTPClientError, match="421"):
            await connect(site, Host=name, Origin=f"http://{name}")

    run(talk())


def test_a_page_is_told_of_its_own_change_alone(site: Running) -> None:
    async def talk() -> None:
        front, people = await connect(site), await connect(site)
        await front.say(**state(site))
        await people.say(**state(site, "/people/"))
        assert await front.silent()
        assert await people.silent()
        site.save("people/index.html", page("New people"))
        assert await people.hear() == {
            "command": "reload",
            "path": "people/index.html",
            "liveCSS": True,
            "liveImg": True,
        }
        assert await front.silent()

    run(talk())


def test_a_page_is_told_what_changed_before_it_spoke(site: Running) -> None:
    async def talk() -> None:
        told, other = state(site), await connect(site)
        await other.say(**told)
        site.save("index.html", page("New"))
        assert (await other.hear() or {})["command"] == "reload"
        late = await connect(site)
        await late.say(**told)
        assert (await late.hear() or {})["command"] == "reload"

    run(talk())


@pytest.mark.parametrize("base", ["/"])
def test_a_style_is_swapped_and_not_told_twice(site: Running, base: str) -> None:
    async def talk() -> None:
        waiting = await connect(site)
        await waiting.say(**state(site))
        site.save("assets/style.css", "h1 { color: red }")
        message = await waiting.hear() or {}
        assert (message["command"], message["paths"]) == ("assets", [f"{base}assets/style.css"])
        await waiting.say(**{**state(site), "edition": message["edition"]})
        assert await waiting.silent()

    run(talk())


def test_a_page_that_was_missing_comes_into_being(site: Running) -> None:
    async def talk() -> None:
        waiting = await connect(site)
        await waiting.say(**state(site, "/later/"))
        site.save("later/index.html", page("Here now"))
        assert (await waiting.hear() or {})["command"] == "reload"

    run(talk())


def test_a_page_that_is_removed_reloads_into_404(site: Running) -> None:
    async def talk() -> None:
        waiting = await connect(site)
        await waiting.say(**state(site, "/people/"))
        (site.root / "content" / "people" / "index.html").unlink()
        assert (await waiting.hear() or {})["command"] == "reload"
        assert site.get("/people/")[0] == 404

    run(talk())


INFO = {"command": "info", "run": "r", "edition": 1, "files": ["index.html"]}


@pytest.mark.parametrize(
    "message",
    [
        "",
        "nonsense",
        "[]",
        "null",
        "{}",
        '{"command": "forget"}',
        "[" * 20_000,
        json.dumps({**INFO, "run": 1}),
        json.dumps({**INFO, "edition": "1"}),
        json.dumps({**INFO, "edition": None}),
        json.dumps({**INFO, "files": "index.html"}),
        json.dumps({**INFO, "files": []}),
        json.dumps({**INFO, "files": [1]}),
        json.dumps({**INFO, "files": ["a"] * 5}),
        json.dumps({**INFO, "padding": "x" * LONGEST_FRAME}),
        b"\xff\xfe",
    ],
    ids=lambda message: f"{message[:40]!r}",
)
def test_a_malformed_message_ends_the_connection(site: Running, message: str | bytes) -> None:
    async def talk() -> None:
        waiting = await connect(site)
        await waiting.connection.write_message(message, binary=isinstance(message, bytes))
        assert await waiting.hear() is None

    run(talk())
    assert site.get("/")[0] == 200


def test_the_number_of_sockets_is_bounded(site: Running) -> None:
    async def talk() -> None:
        pages = [await connect(site) for _ in range(MOST_WAITERS)]
        with pytest.raises(HTTPClientError, match="429"):
            await connect(site)
        pages[0].connection.close()
        assert await pages[0].hear() is None
        again: Waiting = await connect(site)
        await again.say(command="hello")
        assert (await again.hear() or {})["command"] == "hello"

    run(talk())


def test_the_greeting_is_livereloads_protocol_7(site: Running) -> None:
    async def talk() -> None:
        waiting = await connect(site)
        await waiting.say(command="hello", protocols=["http://livereload.com/protocols/official-7"])
        greeting = await waiting.hear() or {}
        assert greeting["protocols"] == ["http://livereload.com/protocols/official-7"]

    run(talk())
