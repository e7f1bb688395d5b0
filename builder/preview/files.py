"""From a place in the site to one of its files, and what kind of file that is."""

import os
from collections.abc import Set

from builder.preview.requests import Asked, Redirect, answers, folder_path

HTML = "text/html; charset=utf-8"

# A table of our own: what the system knows of types differs from machine to machine.
_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": HTML,
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonld": "application/ld+json; charset=utf-8",
    ".map": "application/json; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}


def content_type(path: str) -> str:
    """The Content-Type of a file, by its suffix."""
    return _TYPES.get(os.path.splitext(path)[1].lower(), "application/octet-stream")


def find(paths: Set[str], place: Asked, base: str) -> str | Redirect | None:
    """The file that answers for a place, in GitHub Pages' order: itself, .html, its index.html."""
    *plain, index = answers(place)
    exact = next((path for path in plain if path in paths), None)
    if exact or index not in paths:
        return exact
    return index if place.folder else Redirect(folder_path(place.steps, base))
