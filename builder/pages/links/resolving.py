"""Links that authors write: where they lead on the site.

In Markdown, `/timeline/` is a page of this site, `other.md` an article or page by its file, and
`#revenge` a place in the same text. Pictures are named relative to the file that shows them.
"""

from collections.abc import Iterable, Iterator, Mapping

from builder.ground.urls import Address, is_internal
from builder.ground.values import Value
from builder.model.content import Content
from builder.model.pictures import path_from
from builder.model.prose import Atom, Mark, Prose
from builder.model.studies import Study
from builder.pages.addresses import article_address, at, further_address, media_address
from builder.pages.material import Material
from builder.pages.views.texts import Span


class Targets(Value, frozen=True):
    """Where the links and pictures that are written in a file lead: each by how it is written.

    A picture has the digest of its bytes, and its address.
    """

    links: Mapping[str, Address] = {}
    pictures: Mapping[str, tuple[str, Address]] = {}


_NONE = Targets()


def article_targets(material: Material, article: Study) -> Targets:
    """Where the links and pictures of an article lead."""
    if not (article.links or article.pictures):
        return _NONE
    hrefs = (link.href for link in article.links if not link.href.startswith("#"))
    paths = ((shown.src, shown.path) for shown in article.pictures)
    return _targets(material, article.path, hrefs, paths)


def prose_targets(material: Material, prose: Prose) -> Targets:
    """Where the links and pictures of a text lead."""
    hrefs = (href for _, href in away(prose))
    paths = ((src, path_from(prose.path, src)) for _, src in sources(prose))
    return _targets(material, prose.path, hrefs, paths)


def _targets(
    material: Material, source: str, hrefs: Iterable[str], paths: Iterable[tuple[str, str]]
) -> Targets:
    """Where these links in the file `source` lead, and pictures, of which `paths` has the files."""
    content, media = material.content, material.media
    return Targets(
        links={href: target(content, source, href) for href in hrefs},
        pictures={src: (media.get(path, ""), media_address(path)) for src, path in paths},
    )


def resolved(prose: Prose, targets: Targets) -> tuple[Span, ...]:
    """The internal links and pictures of a text, with the addresses they lead to."""
    links = ((mark.start, mark.end, href) for mark, href in away(prose))
    return link_spans(targets, links, ((atom.at, src) for atom, src in sources(prose)))


def link_spans(
    targets: Targets, links: Iterable[tuple[int, int, str]], pictures: Iterable[tuple[int, str]]
) -> tuple[Span, ...]:
    """Links and pictures at these places of a text, with the addresses they lead to."""
    return (
        *(Span(start, end, "link", href, "", targets.links[href]) for start, end, href in links),
        *(Span(at, at, "image", src, *targets.pictures[src]) for at, src in pictures),
    )


def written(prose: Prose) -> Iterator[tuple[Mark, str]]:
    """Every link of a text that stays on the site, `#revenge` in the same text included."""
    for mark in prose.marks:
        href = dict(mark.attributes).get("href", "") if mark.element == "a" else ""
        if href and is_internal(href):
            yield mark, href


def away(prose: Prose) -> Iterator[tuple[Mark, str]]:
    """Every link of a text to another place of the site."""
    return ((mark, href) for mark, href in written(prose) if not href.startswith("#"))


def sources(prose: Prose) -> Iterator[tuple[Atom, str]]:
    """Every picture in a text, with how it is written."""
    for atom in prose.atoms:
        if atom.element == "img" and (src := dict(atom.attributes).get("src", "")):
            yield atom, src


def target(content: Content, source: str, href: str) -> Address:
    """The address on the site that a link in the file `source` leads to."""
    path, mark, fragment = href.partition("#")
    if path.endswith(".md"):
        address = _address_of_file(content, path_from(source, path))
    else:
        address = Address(path.lstrip("/"))
    return at(address, fragment) if mark else address


def _address_of_file(content: Content, file: str) -> Address:
    page = content.by_path.get(file)
    if page is None:
        return Address(file)
    is_article = isinstance(page, Study)
    return article_address(page.slug, content) if is_article else further_address(page.slug)
