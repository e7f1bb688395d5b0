"""Why a page is made."""

from enum import StrEnum

from builder.ground.values import Value


class Reason(StrEnum):
    """Why a page was made, as a word; docs/commands.md says what each means."""

    CLEAN = "made-anew"
    NEW = "new"
    VIEW = "view-changed"
    FILE = "file-changed"
    TOOLS = "tools-changed"
    TEMPLATES = "templates-changed"


class Explanation(Value, frozen=True):
    """Why a page was made; where that is known, what in its view differs, and where it is said."""

    path: str
    reason: Reason
    differences: tuple[str, ...] = ()
