"""A client of the real yaml-language-server: what an editor would send, and what comes back."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any, BinaryIO

Message = dict[str, Any]


class Server:
    """The server, run for a folder with the settings of an editor."""

    def __init__(self, modules: Path, folder: Path, settings: Message, attempts: Path) -> None:
        self._folder, self._settings, self._last = folder, settings, 0
        self._unread: list[Message] = []
        offline = Path(__file__).parent / "offline.cjs"
        program = modules / "yaml-language-server" / "bin" / "yaml-language-server"
        self._process = subprocess.Popen(
            ["node", "--require", str(offline), str(program), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "ATTEMPTS": str(attempts)},
        )
        root = folder.as_uri()
        workspace = {"workspaceFolders": True, "configuration": True}
        self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root,
                "workspaceFolders": [{"uri": root, "name": "site"}],
                "capabilities": {
                    "workspace": workspace,
                    "textDocument": {"hover": {"contentFormat": ["markdown", "plaintext"]}},
                },
            },
        )
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": settings})

    def open(self, path: str, text: str) -> list[Message]:
        """Open a file in the editor; the diagnostics that are shown for it."""
        uri = (self._folder / path).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        while True:
            message = self._next("textDocument/publishDiagnostics")
            if message["params"]["uri"] == uri:
                found: list[Message] = message["params"]["diagnostics"]
                return found

    def at(self, method: str, path: str, line: int, column: int) -> Any:
        """Ask about a place (from 0) in an open file."""
        document = {"uri": (self._folder / path).as_uri()}
        place = {"line": line, "character": column}
        return self.ask(f"textDocument/{method}", {"textDocument": document, "position": place})

    def ask(self, method: str, params: Message) -> Any:
        """Send a request; its result."""
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self._last and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._unread.append(message)

    def tell(self, method: str, params: Message) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def close(self) -> None:
        """End the server."""
        self._process.kill()
        self._process.communicate()

    def _next(self, method: str) -> Message:
        """The next message of that method, also one that came before an answer."""
        for message in self._unread:
            if message.get("method") == method:
                self._unread.remove(message)
                return message
        while (message := self._read()).get("method") != method:
            pass
        return message

    def _read(self) -> Message:
        """The next message; what the server itself asks for is answered at once."""
        stream = self._stream(self._process.stdout)
        length = 0
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has ended"
        message: Message = json.loads(stream.read(length))
        if "id" in message and "method" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        return message

    def _answer(self, message: Message) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        return [self._settings.get(item.get("section", "")) for item in message["params"]["items"]]

    def _send(self, message: Message) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self._stream(self._process.stdin)
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        stream.flush()

    @staticmethod
    def _stream(stream: Any) -> BinaryIO:
        return stream  # type: ignore[no-any-return]
