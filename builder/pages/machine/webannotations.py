"""The annotations for other tools, `data/annotations.jsonld` (W3C Web Annotation, 2017)."""

from collections.abc import Iterator, Sequence
from typing import Any

from builder.ground.grouping import grouped
from builder.ground.urls import Address
from builder.ground.values import name_of
from builder.model.annotations import mention_anchor
from builder.model.prose import Prose
from builder.model.refs import Ref
from builder.model.settings import Settings
from builder.model.studies import Study
from builder.pages.addresses import anchor, at, entry_address
from builder.pages.material import Material
from builder.pages.page import OfArticle, Page, ViewPage
from builder.pages.site import iri_of
from builder.pages.views.machine import Data

AROUND = 32
"""Characters of prefix and suffix, as the specification's examples have them."""
FILE = Address("data/annotations.jsonld")


class _Annotations(OfArticle, frozen=True):
    """The annotations of an article."""

    material: Material

    def _parts(self) -> tuple[object, ...]:
        """What they are made of, for the keys of the files that hold them."""
        material, article = self.material, self.article
        return (
            article.slug,
            article.mentions_digest,
            material.anchors(article),
            material.address(article),
            material.content.settings.url,
        )


class WholeFile(_Annotations, frozen=True):
    """The collection of a site with one article, with its one page in it."""

    @property
    def key(self) -> str:
        """What the annotations are made of, and the site's title."""
        return name_of(("collection", self.material.content.settings.title, self._parts()))

    @property
    def view(self) -> Data:
        """The collection."""
        whole = _whole(self.material.content.settings)
        iri, items = whole["id"], list(_items(self.material, self.article, FILE))
        first = {"id": f"{iri}#page", "type": "AnnotationPage", "partOf": iri, "items": items}
        return Data({**whole, "first": first})


class PageFile(_Annotations, frozen=True):
    """A page of the collection: one of several articles; `following` is the file of the next."""

    following: Address

    @property
    def key(self) -> str:
        """What the annotations are made of, and the next page."""
        return name_of(("page", self.following, self._parts()))

    @property
    def view(self) -> Data:
        """The page of the collection."""
        settings, here = self.material.content.settings, Address(self.path)
        whole = {"partOf": iri_of(settings, here, FILE)}
        after = {"next": iri_of(settings, here, self.following)} if self.following else {}
        head = _head(iri_of(settings, here, here), "AnnotationPage")
        items = list(_items(self.material, self.article, here))
        return Data({**head, **whole, **after, "items": items})


def annotation_pages(material: Material) -> Iterator[Page]:
    """A collection of all annotations, and a page of it for each article.

    Where there is one article, its page stands in the collection itself (Annotation Vocabulary
    3.2.6: `first` may be a page or its address); else an edit would write all annotations anew.
    """
    articles, settings = material.content.articles, material.content.settings
    if len(articles) == 1:
        yield WholeFile(FILE, "", articles[0], material)
    elif articles:
        files = [Address(f"data/annotations/{article.slug}.jsonld") for article in articles]
        collection = _collection(settings, files[0], files[-1])
        yield ViewPage(FILE, "", lambda: Data(collection))
        following = [*files[1:], Address("")]
        for file, article, next_file in zip(files, articles, following, strict=True):
            yield PageFile(file, "", article, material, next_file)


def _collection(settings: Settings, first: Address, last: Address) -> dict[str, Any]:
    ends = {"first": iri_of(settings, FILE, first), "last": iri_of(settings, FILE, last)}
    return {**_whole(settings), **ends}


def _whole(settings: Settings) -> dict[str, Any]:
    """What the collection says of itself; it should have a label (Data Model 5.1)."""
    head = _head(iri_of(settings, FILE, FILE), "AnnotationCollection")
    return {**head, "label": settings.title}


def _head(iri: str, kind: str) -> dict[str, Any]:
    return {"@context": "http://www.w3.org/ns/anno.jsonld", "id": iri, "type": kind}


def _items(material: Material, article: Study, file: Address) -> Iterator[dict[str, Any]]:
    """An annotation for each mention, and one for each quotation and event with all its pieces.

    They will stand in this `file`.
    """
    settings, address = material.content.settings, material.address(article)
    reader, anchors = material.reader, material.anchors(article)
    body, source = reader.article(article.slug).body, iri_of(settings, file, address)

    def item(
        motivation: str, fragment: str, ref: Ref, spans: Sequence[tuple[int, int]]
    ) -> dict[str, Any]:
        targets = [{"source": source, "selector": selector(body, *span)} for span in spans]
        return {
            "id": iri_of(settings, file, at(address, fragment)),
            "type": "Annotation",
            "motivation": motivation,
            "body": iri_of(settings, file, entry_address(ref)),
            "target": targets[0] if len(targets) == 1 else targets,
        }

    for m in reader.close(article.slug).body:
        yield item("identifying", mention_anchor(m.ref, m.n), m.ref, [(m.start, m.end)])
    places = (*anchors.quotations, *anchors.passages)
    pieces = grouped((place.ref, (place.start, place.end)) for place in places)
    for ref, spans in pieces.items():
        yield item("describing", anchor(ref), ref, spans)


def selector(prose: Prose, start: int, end: int) -> dict[str, str]:
    """A TextQuoteSelector for `text[start:end]`; white space as a browser shows it."""
    return {
        "type": "TextQuoteSelector",
        "exact": _shown(prose.text[start:end]),
        "prefix": _shown(prose.text[max(0, start - AROUND) : start]),
        "suffix": _shown(prose.text[end : end + AROUND]),
    }


def _shown(text: str) -> str:
    """Line ends inside a block are spaces on the page; between blocks there is one line end."""
    return text.replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n")
