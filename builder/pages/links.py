"""Links that authors write: where they lead on the site, and whether anything is there.

In Markdown, `/timeline/` is a page of this site, `other.md` an article or page by its file, and
`#revenge` a place in the same text. Pictures are named relative to the file that shows them.
"""

import posixpath
from collections.abc import Iterator, Mapping

from builder.ground.diagnostics import Diagnostic, Location, error
from builder.ground.urls import Address
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.pictures import picture_path
from builder.model.prose import Prose
from builder.pages.addresses import article_address, at, media_address
from builder.pages.material import Material
from builder.pages.views import Page, Span


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
        address = _address_of_file(content, _file(source, path))
    else:
        address = Address(path.lstrip("/"))
    return at(address, fragment) if mark else address


def _file(source: str, href: str) -> str:
    """The file that `href`, written in the file `source`, names."""
    path = href.partition("#")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), path))


def _address_of_file(content: Content, file: str) -> Address:
    for article in content.articles:
        if article.path == file:
            return article_address(article.slug, content)
    for page in content.pages:
        if page.path == file:
            return Address(f"{page.slug}/")
    return Address(file)


def broken(
    content: Content, pages: tuple[Page, ...], anchors: Mapping[str, frozenset[str]]
) -> Iterator[Diagnostic]:
    """Links in texts that lead to no page, no picture or no anchor of the plan.

    `anchors` holds, for pages whose anchors are known, the ids that stand on them, by address.
    """
    paths = {page.path for page in pages}
    for _, _, prose in content.texts():
        for mark in prose.marks:
            href = dict(mark.attributes).get("href", "") if mark.element == "a" else ""
            if not href or not is_internal(href) or href.startswith("#"):
                continue
            address, _, fragment = target(content, prose.path, href).partition("#")
            path = address + "index.html" if address == "" or address.endswith("/") else address
            if path not in paths:
                location = prose.locate(mark.start, mark.end)
                file = _file(prose.path, href)
                yield _to_draft(content, address, file, location) or _nowhere(
                    href, address, location, paths
                )
            elif fragment and fragment not in anchors.get(address, frozenset((fragment,))):
                yield error(
                    "broken-anchor",
                    f"The page “/{address}” has no place “#{fragment}”.",
                    prose.locate(mark.start, mark.end),
                    "Link to the page alone, or to a heading's id on it.",
                )


def _to_draft(content: Content, address: str, file: str, location: Location) -> Diagnostic | None:
    """An error for a link to a draft that this build leaves out."""
    for page in content.withheld.pages:
        folder = "articles/" if isinstance(page, Article) else ""
        if page.path == file or address == f"{folder}{page.slug}/":
            return error(
                "draft-linked",
                f"The link leads to “{page.front.title}”, which is a draft.",
                location,
                f"Take `draft: true` out of {page.path}, or take out the link.",
            )
    return None


def _nowhere(href: str, address: str, location: Location, paths: set[str]) -> Diagnostic:
    slashed = f"{address}/index.html" in paths
    hint = (
        f"Write /{address}/ with the slash."
        if slashed
        else "Write a page as /timeline/, an article by its file, an entry as kind:id."
    )
    return error(
        "broken-link",
        f"The link “{href}” leads to no page of this site.",
        location,
        hint,
    )
