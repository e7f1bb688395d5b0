"""A store for what rendering works out once, beside our compiled modules, for later builds."""

import io

from jinja2.bccache import Bucket, BytecodeCache

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


class Compiled(BytecodeCache):
    """Keeps the code that jinja2 makes of templates, one for each name.

    It writes the digest of the source before the code and ignores code of another source.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with code that is whole and belongs to its source."""
        code = self._store.get(f"template-{bucket.key}")
        if code:
            bucket.load_bytecode(io.BytesIO(code))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code in the bucket."""
        self._store.put(f"template-{bucket.key}", bucket.bytecode_to_string())
