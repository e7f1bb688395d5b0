"""A store for what rendering works out once, beside our compiled modules, for later builds."""

from builder.ground.digests import digest
from builder.sources.compiled import keep_compiled, load_compiled


class Store:
    """Keeps bytes by their name, each in a file.

    In it stands first a digest of the bytes and of the `toolchain` that made them: what is damaged,
    or was made by other versions or settings, counts as forgotten.
    """

    def __init__(self, toolchain: str) -> None:
        self._toolchain = toolchain.encode()

    def get(self, name: str) -> bytes:
        """What is kept under a name; b"" where nothing is, or where it is not whole."""
        seal, _, data = load_compiled(name).partition(b"\n")
        return data if seal == self._seal(data) else b""

    def put(self, name: str, data: bytes) -> None:
        """Keep the data, as far as the disk allows."""
        keep_compiled(name, self._seal(data) + b"\n" + data)

    def _seal(self, data: bytes) -> bytes:
        return digest(self._toolchain + data).encode()
