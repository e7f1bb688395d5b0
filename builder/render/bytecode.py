"""Templates compiled once: the code jinja2 makes of a template is kept for the next build."""

import io

from jinja2.bccache import Bucket, BytecodeCache

from builder.ground.digests import digest
from builder.sources.compiled import keep_compiled, load_compiled


class Compiled(BytecodeCache):
    """Keeps one compiled form for each template name.

    jinja2 writes the digest of the source before the code and ignores code of another source. A
    digest of ours stands before both, over the code and the `toolchain` that compiled it: a damaged
    file is never run, nor one that other versions or settings made.
    """

    def __init__(self, toolchain: str) -> None:
        self._toolchain = toolchain.encode()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with code that is whole and belongs to its source."""
        seal, _, code = load_compiled(bucket.key).partition(b"\n")
        if code and seal == self._seal(code):
            bucket.load_bytecode(io.BytesIO(code))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code in the bucket."""
        code = bucket.bytecode_to_string()
        keep_compiled(bucket.key, self._seal(code) + b"\n" + code)

    def _seal(self, code: bytes) -> bytes:
        return digest(self._toolchain + code).encode()
