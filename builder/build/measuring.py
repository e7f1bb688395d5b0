"""Pictures whose size cannot be measured: no page could leave room for them, or show them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from builder.ground.diagnostics import Diagnostic, error
from builder.inspect.pictures import shown
from builder.model.content import Content
from builder.pages.views.page import Page
from builder.render.pictures import measured
from builder.sources.files import Sources
from builder.sources.site import read_media


def unreadable(content: Content, pages: Iterable[Page], sources: Sources) -> Iterator[Diagnostic]:
    """An `image-unreadable` error wherever a picture is shown that is none.

    `pages` are those to be made: of their files, the pictures among the sources are measured.
    """
    paths = {page.copied.source for page in pages if page.copied}
    broken = {path for path in paths & sources.media.keys() if _is_broken(sources.root, path)}
    for path, src, _, place in shown(content) if broken else ():
        if path in broken:
            yield error(
                "image-unreadable",
                f"“{src}” is no picture that can be read: its width and height cannot be found.",
                place,
                "Open it in an image program and save it anew, as PNG, JPEG, GIF, WebP or AVIF.",
            )


def _is_broken(root: Path, path: str) -> bool:
    try:
        return measured(read_media(root, path)) is None
    except OSError:  # gone meanwhile: whoever copies it says so
        return False
