"""Where the package keeps its default theme, the pages of its diagnostics, and its own code."""

import os

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def theme_folder() -> str:
    """The folder of the default theme: builder/theme/ once installed, templates/ in a checkout."""
    installed = os.path.join(_PACKAGE, "theme")
    beside = os.path.join(os.path.dirname(_PACKAGE), "templates")
    return installed if os.path.isdir(installed) else beside


def diagnostics_folder() -> str:
    """The folder with a page for each code: in the package, once installed; else in docs/."""
    installed = os.path.join(_PACKAGE, "docs", "diagnostics")
    beside = os.path.join(os.path.dirname(_PACKAGE), "docs", "diagnostics")
    return installed if os.path.isdir(installed) else beside


def code_folder() -> str:
    """The folder of the package's own code."""
    return _PACKAGE
