"""A real preview on a free port of this machine, in a thread, with a build of a few lines.

The site's files are those in content/. A file `content/error.txt` or `content/warning.txt`
is a diagnostic with its text as the message; `content/crash.txt` makes the build itself break.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import threading
from collections.abc import Callable, Iterable, Iterator, Set
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from builder.build.shown import Renewed, Shown
from builder.ground.diagnostics import Diagnostic, Location, error, warning
from builder.ground.digests import digest
from builder.preview.folders import watched
from builder.preview.ports import bind
from builder.preview.server import Preview, serve
from builder.sources.troubles import Flawed, Unable, Unsteady

DEADLINE = 30
"""Seconds until something that should happen is taken not to; nothing waits as long if it does."""

FLAWED = b"flawed"
"""A file that holds this cannot be made."""

FAULTY = b"faulty"
"""At a file that holds this the builder itself breaks."""

BARRED = b"barred"
"""A file that holds this lacks something on the machine."""

CHANGING = b"changing"
"""A file that holds this changes while it is read."""

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)


def page(words: str, head: str = "") -> str:
    """A page under the strict CSP of the site's own pages."""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{CSP}">{head}'
        f"<title>Test</title></head><body><h1>{words}</h1></body></html>"
    )


class Held(Shown):
    """The files of a site, at hand once they have been read."""

    def __init__(self, files: dict[str, bytes], made: Iterable[str] = ()) -> None:
        self.files = files
        self.made = set(made)

    @property
    def paths(self) -> Set[str]:
        return self.files.keys()

    def ready(self, path: str) -> bytes | None:
        return self.files[path] if path in self.made else None

    def read(self, path: str) -> bytes:
        if self.files[path] == FLAWED:
            raise Flawed(error("template-failed", "It fails.", Location("templates/a.html", 3)))
        if self.files[path] == FAULTY:
            raise RecursionError
        if self.files[path] == BARRED:
            raise Unable("It needs a tool.", "Install it.")
        if self.files[path] == CHANGING:
            raise Unsteady(path)
        self.made.add(path)
        return self.files[path]

    def name(self, path: str) -> str:
        return digest(self.read(path)) if path in self.files else ""


class Building:
    """The build of a few lines, which counts how often it was called."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.count = 0
        self.gate = threading.Event()  # cleared: a build waits in its middle
        self.gate.set()
        self.changed = threading.Condition()
        self.files = Held({})

    def __call__(self, attended: Iterable[str]) -> Renewed:
        with self.changed:
            self.count += 1
            self.changed.notify_all()
        assert self.gate.wait(DEADLINE)
        files = self._content()
        if "crash.txt" in files:
            raise SystemExit(f"{self.root} is broken")
        ok = "error.txt" not in files
        if ok:
            last = self.files
            self.files = Held(files, (p for p in last.made if last.files[p] == files.get(p)))
        return Renewed(ok, self.files, tuple(_diagnostics(files)))

    def wait_for(self, count: int) -> None:
        """Wait until the build has been called so often."""
        with self.changed:
            assert self.changed.wait_for(lambda: self.count >= count, DEADLINE), "no build came"

    def _content(self) -> dict[str, bytes]:
        """The files of the content. A save that replaces a file is never half there."""
        folder = self.root / "content"
        found: dict[str, bytes] = {}
        for path in folder.rglob("*") if folder.is_dir() else ():
            try:
                if path.suffix != ".tmp" and path.is_file():  # a save under way is no file
                    found[path.relative_to(folder).as_posix()] = path.read_bytes()
            except FileNotFoundError:
                continue
        return found


def _diagnostics(files: dict[str, bytes]) -> Iterator[Diagnostic]:
    for name, make in (("error.txt", error), ("warning.txt", warning)):
        if name in files:
            made = make(f"test-{name[:-4]}", "", Location(f"content/{name}", 1, 2))
            yield made._replace(message=files[name].decode())  # however long it is


def replace(path: Path, data: bytes) -> None:
    """Save a file in one step, as good editors do."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(path.name + ".tmp")
    new.write_bytes(data)
    os.replace(new, path)


class Running:
    """A running preview, and what a test needs of it."""

    def __init__(self, root: Path, port: int, base: str, building: Building) -> None:
        self.root = root
        self.port = port
        self.base = base
        self.building = building
        self.has_ended = False

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{self.base}"

    def save(self, name: str, text: str) -> None:
        """Save a file of the content."""
        replace(self.root / "content" / name, text.encode())

    def get(self, target: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """The answer to GET: status, headers in small letters, body."""
        lines = {"Host": f"127.0.0.1:{self.port}", "Connection": "close", **headers}
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        return parse(self.raw(f"GET {target} HTTP/1.1\r\n{head}\r\n".encode("latin-1")))

    def until(self, target: str, words: str) -> None:
        """Wait until the answer for this target holds these words."""
        for _ in range(DEADLINE * 50):
            if words in self.get(target)[2].decode():
                return
            with self.building.changed:
                self.building.changed.wait(0.02)
        raise AssertionError(f"“{words}” never came")

    def raw(self, request: bytes, *, ends: bool = False) -> bytes:
        """What the server sends after these very bytes, until it closes the connection.

        With `ends`, it is told that nothing more will come; it need not answer then.
        """
        with socket.create_connection(("127.0.0.1", self.port), DEADLINE) as connection:
            received = b""
            try:
                connection.sendall(request)
                if ends:
                    connection.shutdown(socket.SHUT_WR)
                while data := connection.recv(65_536):
                    received += data
            except TimeoutError:
                raise
            except OSError:  # the server closed first
                pass
            return received


def parse(answer: bytes) -> tuple[int, dict[str, str], bytes]:
    """An answer as status, headers and body."""
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in lines)
    return int(first.split()[1]), {name.lower(): value.strip() for name, _, value in pairs}, body


@contextmanager
def running(
    root: Path,
    *,
    base: str = "/",
    outdated: Callable[[], bool] = lambda: False,
    polling: bool = False,
    port: int = 0,
) -> Iterator[Running]:
    """A preview of the site in `root`; it has built once and answers."""
    sockets, port = bind("127.0.0.1", port)
    building = Building(root)
    preview = Preview(
        str(root),
        "127.0.0.1",
        base,
        watched(str(root)),
        building,
        outdated,
        polling,
    )
    site = Running(root, port, base, building)
    stops: list[Callable[[], object]] = []
    is_ready = threading.Event()

    async def served() -> None:
        task, loop = asyncio.current_task(), asyncio.get_running_loop()
        assert task is not None
        stops.append(lambda: loop.call_soon_threadsafe(task.cancel))
        await serve(preview, sockets, is_ready.set)
        site.has_ended = True

    def run() -> None:
        with suppress(asyncio.CancelledError):
            asyncio.run(served())

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        assert is_ready.wait(DEADLINE), "the preview did not start"
        yield site
    finally:
        building.gate.set()
        if thread.is_alive() and stops and not site.has_ended:
            stops[0]()
        thread.join(DEADLINE)
        assert not thread.is_alive(), "the preview did not end"


class Waiting:
    """A page at the other end of the socket (RFC 6455, with a mask of zeros)."""

    def __init__(self, connection: socket.socket, early: bytes) -> None:
        self.connection = connection
        self.received = early

    def say(self, **message: object) -> None:
        """Send a message."""
        self.send(json.dumps(message).encode())

    def send(self, data: bytes, kind: int = 0x1) -> None:
        """Send a frame: 1 is text, 2 is bytes."""
        length = len(data)
        if length < 126:
            size = bytes([0x80 | length])
        elif length < 65_536:
            size = b"\xfe" + length.to_bytes(2)
        else:
            size = b"\xff" + length.to_bytes(8)
        self.connection.sendall(bytes([0x80 | kind]) + size + bytes(4) + data)

    def hear(self) -> dict[str, Any] | None:
        """The next message; None once the connection is closed."""
        try:
            first, size = self._take(2)
            length = int.from_bytes(self._take({126: 2, 127: 8}[size])) if size > 125 else size
            data = self._take(length)
        except (ConnectionError, EOFError):
            return None
        return json.loads(data) if first == 0x81 else None

    def is_silent(self) -> bool:
        """Whether nothing was sent: a greeting is answered, and nothing came before."""
        self.say(command="hello")
        return (self.hear() or {}).get("command") == "hello"

    def _take(self, count: int) -> bytes:
        while len(self.received) < count:
            data = self.connection.recv(65_536)
            if not data:
                raise EOFError
            self.received += data
        taken, self.received = self.received[:count], self.received[count:]
        return taken


@contextmanager
def waiting(site: Running, **headers: str | None) -> Iterator[Waiting]:
    """Open the socket as a page of the preview does."""
    status, connection, early = upgrade(site, **headers)
    assert status == 101, status
    with connection:
        yield Waiting(connection, early)


def upgrade(site: Running, **headers: str | None) -> tuple[int, socket.socket, bytes]:
    """Ask for the socket: the status of the answer, the connection, and what came after.

    A header that is None is left out.
    """
    lines = {
        "Host": f"127.0.0.1:{site.port}",
        "Origin": f"http://127.0.0.1:{site.port}",
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
        **headers,
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value is not None)
    connection = socket.create_connection(("127.0.0.1", site.port), DEADLINE)
    connection.sendall(f"GET /_preview/live HTTP/1.1\r\n{head}\r\n".encode())
    answer = b""
    while b"\r\n\r\n" not in answer:
        data = connection.recv(65_536)
        assert data, "the connection was closed without an answer"
        answer += data
    return int(answer.split()[1]), connection, answer.partition(b"\r\n\r\n")[2]


def state_of(body: bytes) -> dict[str, Any]:
    """What the script of a served page will say of itself."""
    from html.parser import HTMLParser

    found: dict[str, str | None] = {}

    class Scripts(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag == "script" and "data-run" in dict(attrs):
                found.update(attrs)

    Scripts().feed(body.decode())
    return {
        "command": "info",
        "run": found["data-run"],
        "edition": int(found["data-edition"] or ""),
        "files": json.loads(found["data-files"] or ""),
    }
