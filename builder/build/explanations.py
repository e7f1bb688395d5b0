"""Why a page is made."""

from enum import StrEnum

from builder.ground.values import Value


class Reason(StrEnum):
    """Why a page was made."""

    CLEAN = "everything is made anew"
    NEW = "it is new"
    VIEW = "what it shows has changed"
    FILE = "its file was changed or deleted"
    TOOLS = "Backstory or a library has changed"
    TEMPLATES = "a template or the site’s language has changed"


class Explanation(Value, frozen=True):
    """Why a page was made; where that is known, what in its view differs, and where it is said."""

    path: str
    reason: Reason
    differences: tuple[str, ...] = ()
