"""`make storm`: a running preview under random requests; every answer is one, and none is 5xx.

    python -m tests.preview.storm [--count N] [--seed N]

Requests are put together from the hostile ones of `test_hostile.py`, and then bytes are changed,
doubled, moved and lost. After all of them the preview must answer as before.
"""

from __future__ import annotations

import argparse
import logging
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.preview.conftest import FILES
from tests.preview.running import Running, replace, running
from tests.preview.test_hostile import GOOD, REQUESTS, TARGETS, get

METHODS = ("GET", "HEAD", "POST", "OPTIONS", "get", "PRI", "")
HEADERS = (
    "Origin: http://127.0.0.1",
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "Accept-Encoding: gzip;q=0, *;q=x",
    "If-None-Match: *, W/\"\"",
    "Range: bytes=0-0",
    "Transfer-Encoding: chunked",
    "Content-Length: 3",
    "Host: localhost",
    "Expect: 100-continue",
    "X: " + "x" * 3_000,
)  # fmt: skip
PATHS = ("/", "/index.html", "/_preview/live", "/_preview/client.js", "/livereload", "/people?a=%")
STATUS = re.compile(rb"HTTP/1\.[01] (\d{3}) ")
BROKEN = "broken"
"""What is counted where an answer is none."""


def requests(seed: int, count: int) -> Iterator[bytes]:
    """So many requests, the same for the same seed."""
    chance = random.Random(seed)
    known = [request for request, _ in REQUESTS.values()]
    for _ in range(count):
        request = chance.choice(known) if chance.random() < 0.3 else composed(chance)
        for _ in range(chance.choice((0, 0, 0, 1, 2, 8))):
            request = spoiled(chance, request)
        yield request


def composed(chance: random.Random) -> bytes:
    """A request of a hostile target and any headers."""
    target = chance.choice([*PATHS, *(target for target, _ in TARGETS)])
    headers = chance.sample(HEADERS, chance.randint(0, 5))
    version = chance.choice(("1.1", "1.1", "1.0"))
    return get(target, *headers, version=version, method=chance.choice(METHODS)) + (
        b"abc" if chance.random() < 0.3 else b""
    )


def spoiled(chance: random.Random, request: bytes) -> bytes:
    """The request with one thing changed."""
    at, end = sorted(chance.randrange(len(request) + 1) for _ in range(2))
    piece = chance.choice((b"\r\n", b"\0", b"%", b"..", b"%2f", b"\xff"))
    return chance.choice(
        (
            request[:at] + bytes([chance.randrange(256)]) + request[at + 1 :],
            request[:at] + request[end:],
            request[:end] + request[at:],
            request[:at] + request[at:end][::-1] + request[end:],
            request[:at] + piece + request[at:],
        )
    )  # fmt: skip


def storm(site: Running, seed: int, count: int) -> Counter[str]:
    """Sends the requests; how often each status came. 101 is a socket; "" is no answer at all."""
    seen: Counter[str] = Counter()
    for request in requests(seed, count):
        answer = site.raw(request, ends=True)
        status = STATUS.match(answer)
        seen[status[1].decode() if status else BROKEN if answer else ""] += 1
        if str(site.root).encode() in answer:
            seen[BROKEN] += 1
    seen["at the end"] = int(site.raw(GOOD.encode()).startswith(b"HTTP/1.1 200 "))
    return seen


def wrong(seen: Counter[str]) -> list[str]:
    """What must not come: server errors, answers that are none, a preview that is gone."""
    bad = [status for status in seen if status.startswith("5") or status == BROKEN]
    return bad + ([] if seen["at the end"] else ["no answer at the end"])


def main(arguments: list[str]) -> int:
    """Prints how often each status came. Returns 1 where one must not come."""
    parser = argparse.ArgumentParser(prog="storm", description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(arguments)
    logging.disable()  # the preview tells the terminal of every request it refuses
    with tempfile.TemporaryDirectory(prefix="storm-") as folder:
        for name, text in FILES.items():
            replace(Path(folder) / "content" / name, text.encode())
        with running(Path(folder)) as site:
            seen = storm(site, given.seed, given.count)
    for status, count in sorted(seen.items()):
        print(f"{count:7}  {status or 'closed without an answer'}")
    print("; ".join(wrong(seen)) or "No server error.")
    return int(bool(wrong(seen)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
