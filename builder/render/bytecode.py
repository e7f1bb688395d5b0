"""Templates compiled once: the code jinja2 makes of a template is kept for the next build."""

import io

from jinja2.bccache import Bucket, BytecodeCache

from builder.render.store import Store


class Compiled(BytecodeCache):
    """Keeps one compiled form for each template name.

    jinja2 writes the digest of the source before the code and ignores code of another source.
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
