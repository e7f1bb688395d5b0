"""Which pages must be rendered again: those whose view differs from the one last rendered."""

import json

from builder.ground.digests import digest
from builder.pages.views import Page


def view_digest(page: Page) -> str:
    """The identity of a page: equal digests, equal pages, by the same templates and toolchain."""
    view = json.dumps((page.template, type(page.view).__name__, page.view), ensure_ascii=False)
    return digest(view.encode("utf-8", "surrogatepass"))
