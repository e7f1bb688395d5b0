"""The socket: who may open it, what is said over it, and what ends it."""

import json
from contextlib import ExitStack
from typing import Any

import pytest

from builder.preview.live import LONGEST_FRAME
from builder.preview.reception import MOST_WAITERS
from tests.preview.running import Running, page, state_of, upgrade, waiting


def state(site: Running, target: str = "/") -> dict[str, Any]:
    """What the page at this address says of itself."""
    return state_of(site.get(target)[2])


def refused(site: Running, **headers: str | None) -> int:
    """The status with which the socket is refused."""
    status, connection, _ = upgrade(site, **headers)
    connection.close()
    return status


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
        None,
    ],
)
def test_pages_from_elsewhere_cannot_open_it(site: Running, origin: str | None) -> None:
    assert refused(site, Origin=origin and origin.format(port=site.port)) == 403


def test_the_origin_counts_whatever_else_the_request_says(site: Running) -> None:
    assert refused(site, Origin="http://evil.example", **{"Sec-Fetch-Site": "same-origin"}) == 403


@pytest.mark.parametrize("host", ["evil.example", "evil.example:{port}"])
def test_a_rebound_name_cannot_open_it(site: Running, host: str) -> None:
    name = host.format(port=site.port)
    assert refused(site, Host=name, Origin=f"http://{name}") == 421


def test_a_page_is_told_of_its_own_change_alone(site: Running) -> None:
    with waiting(site) as front, waiting(site) as people:
        front.say(**state(site))
        people.say(**state(site, "/people/"))
        assert front.is_silent()
        assert people.is_silent()
        site.save("people/index.html", page("New people"))
        assert people.hear() == {
            "command": "reload",
            "path": "people/index.html",
            "liveCSS": True,
            "liveImg": True,
            "edition": 2,
        }
        assert front.is_silent()


def test_a_page_is_told_what_changed_before_it_spoke(site: Running) -> None:
    served = state(site)
    with waiting(site) as other:
        other.say(**served)
        site.save("index.html", page("New"))
        assert (other.hear() or {})["command"] == "reload"
    with waiting(site) as late:
        late.say(**served)
        assert (late.hear() or {})["command"] == "reload"


def test_a_page_opened_while_a_build_runs_hears_only_what_changed(site: Running) -> None:
    state(site)
    site.save("people/index.html", page("One"))
    site.until("/people/", "One")  # this build has made the front page too; the next need not
    count = site.building.count
    site.building.gate.clear()
    site.save("people/index.html", page("Two"))
    site.building.wait_for(count + 1)
    with waiting(site) as front:
        front.say(**state(site))
        assert front.is_silent()
        site.building.gate.set()
        site.until("/people/", "Two")
        assert front.is_silent()


def test_a_style_is_swapped_and_not_told_twice(site: Running) -> None:
    served = state(site)
    with waiting(site) as front:
        front.say(**served)
        site.save("assets/style.css", "h1 { color: red }")
        message = front.hear() or {}
        assert (message["command"], message["paths"]) == ("assets", ["/assets/style.css"])
    with waiting(site) as again:
        again.say(**{**served, "edition": message["edition"]})
        assert again.is_silent()


def test_a_page_that_was_missing_comes_into_being(site: Running) -> None:
    with waiting(site) as front:
        front.say(**state(site, "/later/"))
        site.save("later/index.html", page("Here now"))
        assert (front.hear() or {})["command"] == "reload"


def test_a_page_that_is_removed_reloads_into_404(site: Running) -> None:
    with waiting(site) as people:
        people.say(**state(site, "/people/"))
        (site.root / "content" / "people" / "index.html").unlink()
        assert (people.hear() or {})["command"] == "reload"
        assert site.get("/people/")[0] == 404


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
    ids=lambda message: f"{message[:80]!r}",
)
def test_a_malformed_message_ends_the_connection(site: Running, message: str | bytes) -> None:
    with waiting(site) as front:
        if isinstance(message, bytes):
            front.send(message, kind=0x2)
        else:
            front.send(message.encode())
        assert front.hear() is None
    assert site.get("/")[0] == 200


def test_the_number_of_sockets_is_bounded(site: Running) -> None:
    with ExitStack() as stack:
        pages = [stack.enter_context(waiting(site)) for _ in range(MOST_WAITERS)]
        assert refused(site) == 429
        pages[0].send(b"", kind=0x8)  # it says goodbye
        assert pages[0].hear() is None
        assert stack.enter_context(waiting(site)).is_silent()


def test_the_greeting_is_livereloads_protocol_7(site: Running) -> None:
    protocols = ["http://livereload.com/protocols/official-7"]
    with waiting(site) as front:
        front.say(command="hello", protocols=protocols)
        assert (front.hear() or {})["protocols"] == protocols


def test_a_page_that_does_not_read_is_let_go(site: Running) -> None:
    with waiting(site) as front:
        front.say(**state(site))
        assert front.is_silent()
        for number in range(8):
            count = site.building.count
            site.save("error.txt", str(number) * 3_000_000)
            site.building.wait_for(count + 1)
        heard = 0
        while front.hear() is not None:
            heard += 1
        assert heard < 8
