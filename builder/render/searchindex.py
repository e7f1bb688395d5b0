"""The index of the search page, made from finished pages by Pagefind, which runs beside us.

Pagefind listens for requests and answers each: JSON in base64, with a comma after it. (Its
Python package waits a tenth of a second for every answer.) Equal pages in equal order give equal
bytes. It knows a text by what stands in <main>; what a template marks with `data-pagefind-ignore`
is left out (pagefind.app, "Indexing").
"""

import base64
import json
import os
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from builder.pages.addresses import SEARCH_INDEX
from builder.sources.troubles import Unable, unable

Ask = Callable[[dict[str, Any]], dict[str, Any]]
PROGRAM = SEARCH_INDEX + "pagefind.js"
"""What the search page loads; it finds the rest beside itself."""
_OF_ITS_OWN = ("pagefind-component", "pagefind-highlight", "pagefind-modular", "pagefind-ui")
"""Begin the names of the search pages that it brings."""
_END = b","
_AT_ONCE = 1 << 20


def search_index(pages: Iterable[tuple[str, str]], language: str, style: str) -> dict[str, bytes]:
    """The files of an index, by their paths in the output.

    Args:
        pages: Paths in the output, and the HTML there.
        language: That of the site, in small letters; texts in others are found in it too.
        style: `pretty` or `file`: then results lead to `…/index.html`.

    Raises:
        Unable: Pagefind is missing or fails.
    """
    with _pagefind() as ask:
        wish = {
            "root_selector": "main",
            "force_language": language,
            "keep_index_url": style == "file",
        }
        index = ask({"type": "NewIndex", "config": wish})["index_id"]
        for path, html in pages:
            ask({"type": "AddFile", "index_id": index, "file_path": path, "file_contents": html})
        files = ask({"type": "GetFiles", "index_id": index})["files"]
    return {
        SEARCH_INDEX + file["path"]: base64.b64decode(file["content"])
        for file in files
        if not file["path"].startswith(_OF_ITS_OWN)
    }


def require_pagefind() -> str:
    """Where the program lies. Raises Unable where it is not installed."""
    try:
        from pagefind_bin import get_executable

        return str(get_executable())
    except (ImportError, OSError) as missing:
        raise Unable(
            "The search page needs Pagefind, which is not installed.",
            "Set up Backstory anew, or write `search: false` into site.yaml.",
        ) from missing


@contextmanager
def _pagefind() -> Iterator[Ask]:
    """A function from a request to Pagefind's answer, while that runs. Raises Unable."""
    program = require_pagefind()
    # It heeds settings in the folder it runs in and in the environment: here are none.
    environment = {name: v for name, v in os.environ.items() if not name.startswith("PAGEFIND_")}
    try:
        with subprocess.Popen(
            [program, "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=os.path.dirname(program),
            env=environment,
        ) as running:
            yield partial(_asked, running)
    except OSError as failure:
        raise unable("make the index of the search page", failure) from failure


def _asked(running: "subprocess.Popen[bytes]", request: dict[str, Any]) -> dict[str, Any]:
    """The answer to a request. Raises Unable where Pagefind ends or refuses, and OSError."""
    assert running.stdin
    assert running.stdout
    message = json.dumps({"message_id": 1, "payload": request}).encode()
    running.stdin.write(base64.b64encode(message) + _END)
    running.stdin.flush()
    answer = bytearray()
    while not answer.endswith(_END):
        part = os.read(running.stdout.fileno(), _AT_ONCE)
        if not part:
            raise _failed("it ended")
        answer += part
    said: dict[str, Any] = json.loads(base64.b64decode(answer[: -len(_END)]))["payload"]
    if said["type"] == "Error":
        raise _failed(said["message"])
    return said


def _failed(reason: str) -> Unable:
    return Unable(
        f"Pagefind could not make the index of the search page: {reason}.",
        "Build again; if that does not help, write `search: false` into site.yaml.",
    )
