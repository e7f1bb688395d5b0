"""`make hostile`: every field of every file with what attackers write, in a real browser.

    python -m tests.hostile [--vectors N]

Each leaf of `RICH` (all fields of the format) is tried with each vector. What the builder refuses
is safe; what it takes is built all at once and every page is opened, with the CSP off and on. No
script may run, no request may leave, and plain text must come out as it went in.
"""

from __future__ import annotations

import argparse
import json
import mimetypes
import sys
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote, urlsplit

import yaml
from bs4 import BeautifulSoup

from builder.build.building import build
from builder.ground.diagnostics import failed
from tests.conftest import CHROMIUM_ARGUMENTS, system_chromium
from tests.project import project
from tests.smallsite import PICTURE, request, site, tree

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Route

HOST = "http://site.test/"
SAFE = "https://example.org/"
SCHEMES = {"http:", "https:", "mailto:", "tel:"}

# After the cheat sheets of OWASP and PortSwigger, and the cases of DOMPurify, in our own words:
# out of text, attributes, titles, comments, scripts and styles; addresses; templates; encodings.
VECTORS = (
    "<script>fired()</script>",
    "<img src=x onerror=fired()>",
    "<svg/onload=fired()>",
    "<details open ontoggle=fired()>",
    "<iframe srcdoc='<script>parent.fired()</script>'></iframe>",
    "<video><source onerror=fired()></video>",
    '"><img src=x onerror=fired()>',
    "'><img src=x onerror=fired()>",
    '" autofocus tabindex=1 onfocus=fired() x="',
    "' autofocus tabindex=1 onfocus=fired() x='",
    "x onmouseover=fired() y=",
    "</script><script>fired()</script>",
    '"});fired();//',
    "</title><script>fired()</script>",
    "</textarea><script>fired()</script>",
    "</style><script>fired()</script>",
    "--><script>fired()</script><!--",
    "]]><script>fired()</script>",
    "javascript:fired()",
    "JaVaScRiPt:fired()",
    "data:text/html,<script>fired()</script>",
    "[x](javascript:fired())",
    "![x](https://evil.test/pixel.png)",
    "<javascript:fired()>",
    "<base href=//evil.test/>",
    "<link rel=stylesheet href=//evil.test/a.css>",
    '<meta http-equiv=refresh content="0;url=//evil.test/">',
    "<form action=//evil.test><button autofocus>",
    "{{ ''.__class__.__mro__ }}",
    "{% include '/etc/passwd' %}",
    "${fired()}",
    "&lt;script&gt;fired()&lt;/script&gt;",
    "&#60;img src=x onerror=fired()&#62;",
    "<noscript><p title='</noscript><img src=x onerror=fired()>'>",
    "<math><mtext><table><mglyph><style><img src=x onerror=fired()></style>",
    "<!--<img src='--><img src=x onerror=fired()>'>",
)

COMMON: dict[str, Any] = {
    "sources": [{"title": "x", "url": SAFE, "publisher": "x", "date": "2020"}],
    "see_also": ["place:b"],
    "image": {"src": "a.png", "alt": "x", "credit": "x"},
    "links": {"wikipedia": SAFE},
    "identifiers": {"wikidata": "Q1"},
    "ignore": ["unused-entry"],
}
NAMED: dict[str, Any] = {
    **COMMON,
    "other_names": [{"name": "x", "note": "x", "match": "smart"}],
    "not_in": ["x"],
    "aliases": ["old-id"],
}
TEXTS = {"summary": "x", "body": "x"}
PERSON: dict[str, Any] = {
    "name": "x",
    "sort_name": "x",
    "honorific_prefix": "x",
    "memberships": [{"role": "x", "organization": "x", "start_date": "2001", "end_date": "2002"}],
    "birth_date": "1960",
    "death_date": "2019",
}
PLACE = {"name": "x", "coordinates": [1.5, 2.5], "country": "x"}
DOCUMENT = {
    "title": "x",
    "type": "x",
    "date": "2020",
    "author": "x",
    "signatory": "x",
    "addressee": "x",
    "status": "x",
    "url": SAFE,
}
EVENT: dict[str, Any] = {
    "title": "x",
    "date": "2020-01-05",
    "date_text": "on Sunday",
    "basis": "resolved",
    "reckoning": "x",
    "passage": [{"exact": "It rained on Sunday", "prefix": "", "suffix": "."}],
    "article": "a",
    "about": ["person:b"],
}
QUOTE = {
    "exact": ["so many words here"],
    "prefix": "“",
    "suffix": "”",
    "article": "a",
    "speaker": "person:b",
    "addressee": "x",
    "cue": "said one",
    "medium": "x",
    "date": "2020",
    "kind": "direct",
    "note": "x",
}
FRONT: dict[str, Any] = {
    "title": "x",
    "standfirst": "x",
    "byline": "x",
    "source": {"name": "x", "url": SAFE},
    "dateline": "x",
    "date": "2020-01-07",
    "anchor": "2020-01-07",
    "language": "en",
    "key_points": ["x"],
    "image": {"src": "a.png", "alt": "x", "credit": "x"},
    "slug": "a",
    "aliases": ["/old/"],
    "draft": False,
    "updated": "2020-01-08",
    "corrections": [{"date": "2020-01-08", "text": "x"}],
    "ignore": ["ambiguous-name"],
}
RICH: dict[str, Any] = {
    "site.yaml": {
        "title": "x",
        "tagline": "x",
        "url": SAFE,
        "language": "en",
        "timezone": "UTC",
        "publisher": {"name": "x", "url": SAFE},
        "licence": {"code": "x", "content": "x"},
        "linking": {"repeat": "section", "in_quotes": True},
        "theme": {"accent": "#aa0000", "font": "serif"},
        "nav": [{"title": "x", "url": SAFE}],
        "feeds": True,
        "search": True,
        "social_cards": False,
        "urls": "pretty",
        "check": {"ignore": ["ambiguous-name"], "require_sources": False},
    },
    "people.yaml": {"b": {**PERSON, **NAMED, **TEXTS}},
    "organizations.yaml": {"b": {"name": "x", "classification": "x", **NAMED, **TEXTS}},
    "places.yaml": {"b": {**PLACE, **NAMED, **TEXTS}},
    "documents.yaml": {"b": {**DOCUMENT, **NAMED, **TEXTS}},
    "glossary.yaml": {"b": {"term": "x", "definition": "x", "body": "x", **NAMED}},
    "acronyms.yaml": {
        "B": {
            "short": "x",
            "expansion": "x",
            "definition": "x",
            "body": "x",
            "stands_for": "term:b",
            **NAMED,
        }
    },
    "timeline.yaml": {"b": {**EVENT, **COMMON, **TEXTS}},
    "quotes.yaml": {"b": {**QUOTE, **COMMON}},
    "a.md": FRONT,
    "pages/p.md": {"title": "x", "slug": "p", "language": "en", "updated": "2020-01-08"},
}
BODY = """
It rained on Sunday. “so many words here” said one.

# VECTOR

- VECTOR

> VECTOR

| VECTOR | x |
|---|---|
| `VECTOR` | x |

[VECTOR](https://example.org "VECTOR") [^n] ![VECTOR](a.png)

    VECTOR

[^n]: VECTOR

VECTOR
"""
RICH = json.loads(json.dumps(RICH))  # nothing in it is shared: a leaf is set in one place
PROSE = {"summary", "body", "definition", "standfirst", "key_points"}

Path_ = tuple[str | int, ...]


class Found(NamedTuple):
    """What happened while pages were open: scripts that ran, requests that left, odd links."""

    fired: list[str]
    left: list[str]
    schemes: list[str]

    @property
    def harm(self) -> bool:
        """Whether anything happened that must not."""
        return any(self[:])


# ---- the files


def leaves(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    """The ways to all scalars."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))
    else:
        yield path


def put_in(data: dict[str, Any], path: Path_, value: str) -> None:
    """Sets the leaf at `path`."""
    *way, last = path
    target: Any = data
    for key in way:
        target = target[key]
    target[last] = value


def value_at(path: Path_, vector: str) -> str:
    """The vector, told from that of every other leaf; at the front, where addresses begin."""
    return f"{vector} {'.'.join(map(str, path))}"


def files(data: dict[str, Any], vector: str) -> dict[str, str]:
    """The site as files."""
    made = {}
    for name, value in data.items():
        text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=10_000)
        body = BODY.replace("VECTOR", vector) if name == "a.md" else f"\n{vector}\n"
        made[name] = f"---\n{text}---\n{body}" if name.endswith(".md") else text
    return made


def taken(vector: str) -> list[Path_]:
    """The leaves into which the builder takes this vector; the others are refused."""
    accepted = []
    for path in leaves(RICH):
        data = deepcopy(RICH)
        put_in(data, path, value_at(path, vector))
        try:
            made = project(files(data, "plain"), media={"content/a.png": "0"})
        except AssertionError:  # site.yaml cannot be used
            continue
        if not failed(made.diagnostics):
            accepted.append(path)
    return accepted


def in_text(vector: str) -> str:
    """What to write into Markdown: the vector, or nothing of it where it is refused there."""
    made = project(files(RICH, vector), media={"content/a.png": "0"})
    return "plain" if failed(made.diagnostics) else vector


def hostile_site(folder: Path, vector: str, paths: list[Path_]) -> Path:
    """Builds the site with the vector in all these leaves, and in the text; its output."""
    data = deepcopy(RICH)
    for path in paths:
        put_in(data, path, value_at(path, vector))
    texts = files(data, in_text(vector))
    named = {n if n == "site.yaml" else f"content/{n}": text for n, text in texts.items()}
    root = site(folder, {**named, "content/a.png": PICTURE})
    (root / "content/story.md").unlink()
    outcome = build(request(root))
    assert not outcome.failed, [d for d in outcome.diagnostics if d.severity == "error"]
    return root / "output"


# ---- the browser


def answered(output: dict[str, bytes], found: Found, csp: bool, route: Route) -> None:
    """Answers from the output; what wants to go elsewhere is noted and stopped."""
    address = route.request.url
    if not address.startswith(HOST):
        if not address.startswith("data:"):
            found.left.append(address)
        route.abort()
        return
    path = unquote(urlsplit(address).path).lstrip("/")
    path += "index.html" if path.endswith("/") or not path else ""
    data = output.get(path)
    if data is None:
        route.fulfill(status=404, body="")
        return
    data = data.replace(
        b'http-equiv="refresh"', b'name="refresh"'
    )  # our own: stay, and be looked at
    if not csp:
        data = data.replace(b'http-equiv="Content-Security-Policy"', b'name="off"')
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    route.fulfill(status=200, body=data, content_type=f"{kind}; charset=utf-8")


STIR = """() => {
  for (const element of document.querySelectorAll('*'))
    for (const kind of ['mouseover', 'mouseenter', 'focus', 'focusin', 'pointerover', 'toggle'])
      element.dispatchEvent(new Event(kind, {bubbles: true}));
  return [...document.querySelectorAll('[href], [src], [action]')].map((e) =>
    new URL(e.getAttribute('href') ?? e.getAttribute('src') ?? e.getAttribute('action'),
            document.baseURI).protocol);
}"""

# A link of ours is followed last, and each is followed (or stopped by the policy) in its turn: once
# it was, so were the others.
CLICK = """() => new Promise((resolve, reject) => {
  const all = [...document.querySelectorAll('a[href]')];
  const links = all.filter((link) => link.protocol === 'javascript:');
  const last = document.createElement('a');
  last.href = 'javascript:void dispatchEvent(new Event("followed"))';
  let stopped = 0;
  addEventListener('followed', resolve);
  document.addEventListener('securitypolicyviolation', (event) => {
    stopped += event.effectiveDirective === 'script-src-elem';
    if (stopped > links.length) resolve();
  });
  setTimeout(() => reject(new Error('A link was neither followed nor stopped.')), 30000);
  for (const link of [...links, last]) link.click();
})"""


def opened(browser: Browser, output: dict[str, bytes], *, csp: bool) -> Found:
    """Opens every page, stirs every element, follows every link with a scheme of its own."""
    found = Found([], [], [])
    with browser.new_context() as context:
        watch(context, output, found, csp=csp)
        tab = context.new_page()
        tab.on("dialog", lambda dialog: dialog.dismiss())
        for path in sorted(output):
            if path.endswith(".html"):
                tab.goto(HOST + path, wait_until="load")
                kinds: list[str] = tab.evaluate(STIR)
                found.schemes.extend(k for k in kinds if k not in SCHEMES)
                tab.evaluate(CLICK)
                tab.evaluate("1")  # what ran has been told by then
    return found


def watch(context: BrowserContext, output: dict[str, bytes], found: Found, *, csp: bool) -> None:
    """Notes in `found` what runs and what leaves."""
    context.expose_binding("fired", lambda source: found.fired.append(source["page"].url))
    context.route("**/*", lambda route: answered(output, found, csp, route))


# ---- the words


def lost(output: Path, vector: str, paths: list[Path_]) -> list[str]:
    """The plain leaves whose text is nowhere as it went in: not in a page, not in the data."""
    shown: list[str] = []
    for path, data in tree(output).items():
        if path.endswith(".html"):
            soup = BeautifulSoup(data.decode(), "html.parser")
            shown.append(soup.get_text())
            shown += [str(v) for tag in soup.find_all(True) for v in tag.attrs.values()]
        elif path.endswith(".json"):
            shown += strings(json.loads(data))
    whole = " ".join("\n".join(shown).split())
    wanted = [path for path in paths if not PROSE & set(map(str, path))]
    return [v for path in wanted if " ".join((v := value_at(path, vector)).split()) not in whole]


def strings(value: Any) -> list[str]:
    """All texts in a JSON value."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in strings(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in strings(inner)]
    return [value] if isinstance(value, str) else []


def judged(browser: Browser, vector: str) -> tuple[int, list[str]]:
    """Into how many leaves the vector went, and what it did that it must not."""
    paths = taken(vector)
    with tempfile.TemporaryDirectory() as folder:
        output = hostile_site(Path(folder) / "site", vector, paths)
        pages = tree(output)
        wrong = [f"the text is lost: {text}" for text in lost(output, vector, paths)]
        for csp in (False, True):
            found = opened(browser, pages, csp=csp)
            if found.harm:
                wrong.append(f"with the CSP {'on' if csp else 'off'}: {found}")
    return len(paths), wrong


def main(arguments: list[str]) -> int:
    """Prints a line for each vector. Returns 1 where one did harm."""
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(prog="hostile", description=__doc__)
    parser.add_argument("--vectors", type=int, default=len(VECTORS))
    given = parser.parse_args(arguments)
    total, harmful = sum(1 for _ in leaves(RICH)), 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=system_chromium(), args=CHROMIUM_ARGUMENTS
        )
        for vector in VECTORS[: given.vectors]:
            count, wrong = judged(browser, vector)
            harmful += bool(wrong)
            verdict = "; ".join(wrong[:3]) or "no harm"
            print(f"{count:4} of {total} fields take it: {vector}: {verdict}", flush=True)
    print(f"{harmful} vectors did harm" if harmful else "No vector did harm.")
    return min(harmful, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
