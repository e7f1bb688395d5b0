"""Links that authors write: where they lead on the site.

In Markdown, `/timeline/` is a page of this site, `other.md` an article or page by its file, and
`#revenge` a place in the same text. Pictures are named relative to the file that shows them.
"""

import posixpath
from collections.abc import Iterator

from builder.ground.urls import Address
from builder.model.content import Content
from builder.model.pictures import picture_path
from builder.model.prose import Prose
from builder.pages.addresses import article_address, at, media_address
from builder.pages.material import Material
from builder.pages.views import Span


def resolved(material: Material, prose: Prose) -> tuple[Span, ...]:
    """The internal links and pictures of a text, with the addresses they lead to."""
    return tuple(_links(material.content, prose)) + tuple(_pictures(material, prose))


def _links(content: Content, prose: Prose) -> Iterator[Span]:
    for mark in prose.marks:
        href = dict(mark.attributes).get("href", "") if mark.element == "a" else ""
        if href and is_internal(href) and not href.startswith("#"):
            yield Span(mark.start, mark.end, "link", href, "", target(content, prose.path, href))


def _pictures(material: Material, prose: Prose) -> Iterator[Span]:
    for atom in prose.atoms:
        src = dict(atom.attributes).get("src", "") if atom.element == "img" else ""
        if src:
            path = picture_path(prose.path, src)
            yield Span(
                atom.at, atom.at, "image", src, material.media.get(path, ""), media_address(path)
            )


def is_internal(href: str) -> bool:
    """Whether a link stays on the site (its address was accepted when it was read)."""
    return ":" not in href.partition("/")[0].partition("#")[0]


def target(content: Content, source: str, href: str) -> Address:
    """The address on the site that a link in the file `source` leads to."""
    path, mark, fragment = href.partition("#")
    if path.endswith(".md"):
        address = _address_offile_of(content, file_of(source, path))
    else:
        address = Address(path.lstrip("/"))
    return at(address, fragment) if mark else address


def file_of(source: str, href: str) -> str:
    """The file that `href`, written in the file `source`, names."""
    path = href.partition("#")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path))


def _address_offile_of(content: Content, file: str) -> Address:
    for article in content.articles:
        if article.path == file:
            return article_address(article.slug, content)
    for page in content.pages:
        if page.path == file:
            return Address(f"{page.slug}/")
    return Address(file)
