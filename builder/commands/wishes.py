"""What the user of the preview asked for."""

from typing import NamedTuple


class Options(NamedTuple):
    """What the user asked for; `port` is the one that was got, once there is one."""

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
