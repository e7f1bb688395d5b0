"""nginx, set up to answer as GitHub Pages does: for tests on how a published site is served.

What is copied from GitHub Pages (docs.github.com/pages): a project's site lives below /NAME/; a
folder without its slash is redirected; `about` finds `about.html`; letters' case counts; anything
that is not there gets the site's own 404.html, whatever its depth, with status 404; text is UTF-8.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

CONFIGURATION = """
daemon off;
master_process off;
pid {home}/pid;
error_log stderr crit;
events {{ worker_connections 64; }}
http {{
  include {types};
  default_type application/octet-stream;
  charset utf-8;
  charset_types text/css application/javascript application/json text/xml;
  access_log off;
  client_body_temp_path {home}/body;
  proxy_temp_path {home}/proxy;
  fastcgi_temp_path {home}/fastcgi;
  uwsgi_temp_path {home}/uwsgi;
  scgi_temp_path {home}/scgi;
  server {{
    listen 127.0.0.1:{port};
    server_name _;
    absolute_redirect off;
    root {home}/www;
    location {base} {{
      try_files $uri $uri.html $uri/ =404;
      error_page 403 404 {base}404.html;
    }}
    location ~ /\\.(?!well-known/) {{ return 404; }}
    location = {base}404.html {{ internal; }}
  }}
}}
"""
TYPES = [f"{at}/nginx/mime.types" for at in ("/etc", "/usr/local/etc", "/opt/homebrew/etc")]


class Answer(NamedTuple):
    """What a server sent."""

    status: int
    kind: str
    location: str
    body: bytes


class Server(NamedTuple):
    """A running server: its port, and the path below which the site lies."""

    port: int
    base: str

    def get(self, path: str) -> Answer:
        """The answer to a request for `path`, nothing followed."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        with contextlib.closing(connection):
            connection.request("GET", path)
            said = connection.getresponse()
            kind, location = said.getheader("content-type", ""), said.getheader("location", "")
            return Answer(said.status, kind, location, said.read())


def nginx() -> str | None:
    """The program, if this machine has it."""
    return shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")


def free_port() -> int:
    """A port on which nothing listens just now."""
    with socket.create_server(("127.0.0.1", 0)) as sock:
        return int(sock.getsockname()[1])


@contextlib.contextmanager
def serving(program: str, port: int, home: Path, base: str) -> Iterator[Server]:
    """Serves `home`/www; the site lies in www below `base`."""
    types = next(path for path in TYPES if Path(path).exists())
    text = CONFIGURATION.format(home=home, types=types, port=port, base=base)
    (home / "nginx.conf").write_text(text, encoding="utf-8")
    process = subprocess.Popen(
        [program, "-p", str(home), "-e", "stderr", "-c", str(home / "nginx.conf")]
    )
    try:
        _wait(process, port)
        yield Server(port, base)
    finally:
        process.terminate()
        process.wait()


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    """Waits until the server answers. Raises RuntimeError when it ends instead."""
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except ConnectionRefusedError:
            with contextlib.suppress(subprocess.TimeoutExpired):
                raise RuntimeError(f"nginx ended with {process.wait(0.01)}") from None
