"""Markdown files to articles and further pages: front matter, slug, anchor day, body."""

import datetime
import posixpath
import unicodedata
from typing import Any

from builder.ground.diagnostics import Diagnostic, Location, error
from builder.ground.slugs import fault, slugify
from builder.ground.values import Value, replaced
from builder.load.context import shape_of
from builder.load.forms import alias_fault, language_fault
from builder.load.frontmatter import Cut, cut
from builder.load.nodes import Mapping, Scalar
from builder.load.reading import Decoded, Markdown, decode, prose_reader, without_missing
from builder.load.schema import shape
from builder.load.yaml import Document, read_yaml
from builder.load.zones import day_of, local
from builder.model.articles import Article, FrontMatter, FurtherPage, PageFrontMatter
from builder.model.prose import Prose
from builder.model.values import Origin


class PageRead(Value, frozen=True):
    """An article or page (None where its front matter cannot be used), its slug, what is wrong."""

    page: FurtherPage | None
    slug: str
    diagnostics: tuple[Diagnostic, ...]


class _File(Value, frozen=True):
    """A file to be read: its front matter's class, the site's time zone, the reader of prose."""

    path: str
    stem: str
    form: type[PageFrontMatter]
    zone: str
    markdown: Markdown


def read_article(text: str, path: str, zone: str, markdown: Markdown) -> PageRead:
    """An article from content/*.md; `zone` is the site's time zone."""
    return _read(text, _File(path, _stem(path), FrontMatter, zone, markdown))


def read_further_page(text: str, path: str, markdown: Markdown) -> PageRead:
    """A page from content/pages/*.md."""
    return _read(text, _File(path, _stem(path), PageFrontMatter, "UTC", markdown))


def _stem(path: str) -> str:
    """The file's name without its ending; macOS gives names in NFD."""
    return unicodedata.normalize("NFC", posixpath.basename(path).removesuffix(".md"))


def _read(text: str, file: _File) -> PageRead:
    parts, faults = cut(text, file.path)
    if parts.front is None:
        return PageRead(None, file.stem, faults)
    found = _front(parts.front, parts.front_line, file)
    slug, slug_faults = _slug(found, file)
    faults += found.diagnostics + slug_faults
    if found.values is None:
        return PageRead(None, slug, faults)
    front = file.form(**found.values)
    faults += _judged(front, found.origin)
    body, body_faults = _body(parts, file)
    common: dict[str, Any] = {"path": file.path, "slug": slug, "origin": found.origin, "body": body}
    page = FurtherPage(front=front, **common)
    if isinstance(front, FrontMatter):
        anchor = front.anchor or day_of(local(front.date, file.zone))
        page = Article(front=front, anchor=anchor, **common)
    return PageRead(page, slug, faults + body_faults)


def _front(text: str, first_line: int, file: _File) -> Decoded:
    """The front matter decoded, with all that is wrong with it."""
    document = read_yaml(text, file.path, first_line)
    root, faults = _root(document, file.path)
    reader = prose_reader(file.markdown, document, file.path, slugify(file.stem))
    kind = "article" if file.form is FrontMatter else "page"
    owner = f"The front matter of this {kind}"
    found = decode(shape(file.form), root, reader, owner=owner, place=root)
    told = found.diagnostics
    if faults or not document.is_whole:
        told = without_missing(told)
    return replaced(found, diagnostics=document.diagnostics + faults + told)


def _judged(front: PageFrontMatter, origin: Origin) -> tuple[Diagnostic, ...]:
    """Faults of values that are texts to the schema."""
    faults = language_fault(front.language, origin.fields.get("language", origin.location))
    for index, alias in enumerate(front.aliases):
        faults += alias_fault(alias, origin.fields.get(f"aliases[{index}]", origin.location))
    return faults


def _body(parts: Cut, file: _File) -> tuple[Prose, tuple[Diagnostic, ...]]:
    def locate(line: int, column: int) -> tuple[int, int]:
        return parts.body_line + line, column + 1

    return file.markdown(parts.body, file.path, locate, "")


def _root(document: Document, path: str) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """The mapping of the front matter; an empty one where it is something else."""
    root = document.root
    place = Location(path, 1, 1, 3)
    if isinstance(root, Mapping):
        return Mapping(root.pairs, place), ()
    empty = Mapping((), place)
    is_said = not document.is_whole or (isinstance(root, Scalar) and root.is_empty)
    if root is None or is_said:
        return empty, ()
    message = f"Front matter holds fields as “name: value”, and this is {shape_of(root)}."
    return empty, (error("wrong-type", message, root.location, "Begin with “title: …”."),)


def _slug(found: Decoded, file: _File) -> tuple[str, tuple[Diagnostic, ...]]:
    """The slug that the front matter gives, or else the file's name; checked."""
    given = (found.values or {}).get("slug", "")
    slug = given or file.stem
    why = fault(slug)
    if not why:
        return slug, ()
    place = found.origin.fields["slug"] if given else Location(file.path)
    subject = "slug" if given else "address of this file, whose name it is"
    hint = f"Write “slug: {slugify(slug) or 'some-words'}” in the front matter."
    return slug, (error("bad-id", f"“{slug}” cannot be the {subject}: {why}.", place, hint),)


def sort_key(article: Article, zone: str) -> tuple[str, str]:
    """Articles stand by day of publication, then time of day."""
    moment = local(article.front.date, zone)
    time = moment.isoformat() if isinstance(moment, datetime.datetime) else ""
    return day_of(moment).isoformat(), time
