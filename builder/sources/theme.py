"""Where the package keeps its default theme, the pages of its diagnostics, and its own code."""

import os

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def theme_folder() -> str:
    """The folder of the default theme: builder/theme/ once installed, templates/ in a checkout."""
    return _installed("theme", or_beside="templates")


def diagnostics_folder() -> str:
    """The folder with a page for each code: in the package, once installed; else in docs/."""
    pages = os.path.join("docs", "diagnostics")
    return _installed(pages, or_beside=pages)


def code_folder() -> str:
    """The folder of the package's own code."""
    return _PACKAGE


def _installed(folder: str, or_beside: str) -> str:
    """A folder in the package, where it was installed with one; else the one in the checkout."""
    inside = os.path.join(_PACKAGE, folder)
    beside = os.path.join(os.path.dirname(_PACKAGE), or_beside)
    return inside if os.path.isdir(inside) else beside
