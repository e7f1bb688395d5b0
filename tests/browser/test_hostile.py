"""A telling sample of `make hostile`, and for each context an unsafe twin that must fire."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from builder.ground.values import Value, fields
from builder.model.articles import FrontMatter, PageFrontMatter
from builder.model.entries import ENTRY_TYPES
from builder.model.refs import KINDS
from builder.model.settings import Settings
from tests.hostile import RICH, VECTORS, judged, opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser

POLICY = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; "
    "style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'\">"
)
# What a page would be whose template forgot to escape, with the vector that gets out of it there.
TWINS = {
    "text": ("<p>{}</p>", "<img src=x onerror=fired()>"),
    "double quotes": ('<p title="{}">x</p>', '"><img src=x onerror=fired()>'),
    "single quotes": ("<p title='{}'>x</p>", "'><img src=x onerror=fired()>"),
    "no quotes": ("<p title={}>x</p>", "x onmouseover=fired() y="),
    "address": ('<a href="{}">x</a>', "javascript:fired()"),
    "title": ("<title>{}</title>", "</title><script>fired()</script>"),
    "text area": ("<textarea>{}</textarea>", "</textarea><script>fired()</script>"),
    "style": ("<style>{}</style>", "</style><script>fired()</script>"),
    "comment": ("<!-- {} -->", "--><script>fired()</script><!--"),
    "linked data": (
        '<script type="application/ld+json">"{}"</script>',
        "</script><script>fired()</script>",
    ),
    "template of a script": ("<script>`{}`</script>", "${fired()}"),
    "inner HTML": (
        "<b id=a data-x='{}'></b><script>a.innerHTML = a.dataset.x</script>",
        "&lt;img src=x onerror=fired()&gt;",
    ),
}
LEAVING = {
    "picture": "<img src=//evil.test/pixel.png>",
    "style sheet": "<link rel=stylesheet href=//evil.test/a.css>",
    "base": "<base href=//evil.test/><img src=x>",
    "frame": "<iframe src=//evil.test/></iframe>",
}


def page(body: str, *, csp: bool = False) -> dict[str, bytes]:
    """A site of one page."""
    policy = POLICY if csp else ""
    return {"index.html": f"<!doctype html><meta charset=utf-8>{policy}<body>{body}".encode()}


@pytest.mark.parametrize("name", TWINS)
def test_an_unsafe_twin_fires_and_the_policy_stops_it(chromium: Browser, name: str) -> None:
    template, vector = TWINS[name]
    body = template.replace("{}", vector)
    assert opened(chromium, page(body), csp=False).fired
    assert not opened(chromium, page(body, csp=True), csp=True).fired


@pytest.mark.parametrize("name", LEAVING)
def test_what_leaves_is_seen_and_the_policy_stops_it(chromium: Browser, name: str) -> None:
    assert opened(chromium, page(LEAVING[name]), csp=False).left
    assert not opened(chromium, page(LEAVING[name], csp=True), csp=True).left


MARKUP = " ".join(v for v in VECTORS if "<" in v and "javascript:" not in v)


@pytest.mark.parametrize("vector", [MARKUP, "javascript:fired()"], ids=["markup", "address"])
def test_hostile_fields_do_no_harm(chromium: Browser, vector: str) -> None:
    count, wrong = judged(chromium, vector)
    assert wrong == []
    assert count > 80


def test_every_field_of_the_format_is_tried() -> None:
    for kind, entry in ENTRY_TYPES.items():
        (shown,) = RICH[KINDS[kind].sidecar].values()
        assert named(entry) - {"ref", "origin"} == shown.keys(), kind
    assert named(Settings) - {"origin"} == RICH["site.yaml"].keys()
    assert named(FrontMatter) == RICH["a.md"].keys()
    assert RICH["pages/p.md"].keys() < named(PageFrontMatter)
    json.dumps(RICH)


def named(of: type[Value]) -> set[str]:
    """The names of a class's fields."""
    return {field.name for field in fields(of)}
