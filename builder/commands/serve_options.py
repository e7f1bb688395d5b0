"""The options of `backstory serve`, as values: they load neither click nor the preview."""

from typing import NamedTuple


class ServeOptions(NamedTuple):
    """What the user asked for; `port` is the one that is listened on, once it is known."""

    site: str
    port: int
    host: str
    base: str
    drafts: bool

    @property
    def address(self) -> str:
        """Where to look."""
        host = "localhost" if self.host in ("", "0.0.0.0", "::") else self.host
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}{self.base}"
