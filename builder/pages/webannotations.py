"""The annotations for other tools, `data/annotations.jsonld` (W3C Web Annotation, 2017)."""

from collections.abc import Iterator
from typing import Any

from builder.ground.urls import Address
from builder.model.articles import Article
from builder.model.prose import Prose
from builder.model.refs import Ref
from builder.pages.addresses import anchor, at, entry_address, mention_anchor
from builder.pages.material import Material
from builder.pages.site import absolute

AROUND = 32
"""Characters of prefix and suffix, as the specification's examples have them."""


def annotations(material: Material) -> dict[str, Any]:
    """All mentions, quotations and passages of all articles, as one annotation page."""
    items = [item for article in material.content.articles for item in _items(material, article)]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": _iri(material, Address("data/annotations.jsonld")),
        "type": "AnnotationPage",
        "items": items,
    }


def _items(material: Material, article: Article) -> Iterator[dict[str, Any]]:
    """An annotation for each mention, and one for each quotation and event with all its pieces."""
    found = material.linked.articles[article.slug]
    for mention in found.mentions:
        fragment = mention_anchor(mention.ref, mention.n)
        spans = [(mention.start, mention.end)]
        yield _item(material, article, "identifying", fragment, mention.ref, spans)
    pieces: dict[Ref, list[tuple[int, int]]] = {}
    for place in (*found.quotations, *found.passages):
        pieces.setdefault(place.ref, []).append((place.start, place.end))
    for ref, spans in pieces.items():
        yield _item(material, article, "describing", anchor(ref), ref, spans)


def _item(
    material: Material,
    article: Article,
    motivation: str,
    fragment: str,
    ref: Ref,
    spans: list[tuple[int, int]],
) -> dict[str, Any]:
    address = material.address(article)
    source = _iri(material, address)
    targets = [{"source": source, "selector": selector(article.body, *span)} for span in spans]
    return {
        "id": _iri(material, at(address, fragment)),
        "type": "Annotation",
        "motivation": motivation,
        "body": _iri(material, entry_address(ref)),
        "target": targets[0] if len(targets) == 1 else targets,
    }


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


def _iri(material: Material, address: Address) -> str:
    """The full address where the site has one, else the way from the site's root."""
    return absolute(material.content.settings, address) or f"../{address}"
