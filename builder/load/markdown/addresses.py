"""Links, pictures and attributes as an author wrote them, judged: what may stand on a page."""

import unicodedata
from urllib.parse import unquote

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token

from builder.ground.diagnostics import Diagnostic, Location
from builder.ground.expressions import expression
from builder.ground.text import is_language_tag
from builder.ground.urls import is_internal, refusal
from builder.ground.values import Value
from builder.load.decoding import mend_at
from builder.load.markdown import faults
from builder.load.markdown.anchors import Anchors
from builder.model.refs import KINDS

Attributes = tuple[tuple[str, str], ...]
ATTRIBUTES = ("class", "id", "lang", "dir")
"""What braces may give."""

_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?#=&:@!$+,;%")
_ESCAPED = expression(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")
"""Letters that are not ASCII, as an address may spell them."""


class Verdict(Value, frozen=True):
    """The elements for a stretch of text, outermost first, and what was wrong."""

    elements: tuple[tuple[str, Attributes], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def link(token: Token, location: Location, anchors: Anchors) -> Verdict:
    """What a Markdown link becomes: `a`, `mention`, or nothing when its address is refused."""
    href = str(token.attrs.get("href", ""))
    extra, found = attributes(token, location, anchors)
    kind, colon, name = href.partition(":")
    if colon and kind in KINDS:
        if not name:
            why = f"no entry is named after “{kind}:”"
            return Verdict((), (*found, faults.refused_address(href, why, location)))
        ref = unicodedata.normalize("NFC", href)
        return Verdict((("mention", (("ref", ref),)), *_span(extra)), found)
    address, why = _inside(href) if is_internal(href) else (_encoded(href), refusal(href))
    if why:
        if token.markup == "linkify":  # nobody asked for a link here, and no word is lost
            return Verdict((), found)
        return Verdict((), (*found, faults.refused_address(href, why, location)))
    title, hidden = mend_at(str(token.attrs.get("title", "")), location)
    own = (("href", address), *((("title", title),) if title else ()))
    return Verdict((("a", own + extra),), found + hidden)


def span(token: Token, location: Location, anchors: Anchors) -> Verdict:
    """What `[words]{…}` becomes: a `span`, with each of `SWITCHES` an element of its own."""
    extra, found = attributes(token, location, anchors)
    classes = dict(extra).get("class", "").split()
    meant = {name: of for name in classes if (of := faults.switch(name))}
    if not meant:
        return Verdict(_span(extra), found)
    rest = " ".join(name for name in classes if name not in meant)
    kept = tuple((key, rest if key == "class" else value) for key, value in extra)
    misspelt = (faults.like_switch(*one, location) for one in meant.items() if one[0] != one[1])
    switches = tuple((name, ()) for name in meant if name in faults.SWITCHES)
    spans = _span(tuple(pair for pair in kept if pair[1]))
    return Verdict((*switches, *spans), (*found, *misspelt))


def picture(
    token: Token, alt: str, location: Location, anchors: Anchors
) -> tuple[Attributes, tuple[Diagnostic, ...]]:
    """The attributes of an `img`, none when its address is refused; and what was wrong."""
    src = unquote(str(token.attrs.get("src", "")))  # the file’s own name
    extra, found = attributes(token, location, anchors)
    why = refusal(src.replace(" ", "%20")) or _not_a_file(src)
    if why:
        return (), (*found, faults.refused_picture(src, why, location))
    words, hidden = mend_at(alt, location)
    title, more = mend_at(str(token.attrs.get("title", "")), location)
    named = (("src", src), ("alt", words), *((("title", title),) if title else ()), *extra)
    return named, found + hidden + more


def attributes(
    token: Token, location: Location, anchors: Anchors
) -> tuple[Attributes, tuple[Diagnostic, ...]]:
    """The attributes given in braces that may stand on a page; and what was wrong with others."""
    refused = token.meta.get("insecure_attrs", {})
    why = "it may not stand on a page"
    found = [faults.refused_attribute(name, why, location) for name in refused]
    given = {name: str(token.attrs.get(name, "")) for name in ATTRIBUTES}
    if wanted := given["id"]:
        given["id"] = anchors.claim(wanted) if wanted.split() == [wanted] else ""
        if not given["id"]:
            why = "this id is taken or reserved, or holds a space or an underscore"
            found.append(faults.refused_attribute(f"#{wanted}", why, location))
    if given["lang"] and not is_language_tag(given["lang"]):
        why = "a language is a tag such as en, ar or pt-BR"
        found.append(faults.refused_attribute(f"lang={given['lang']}", why, location))
        given["lang"] = ""
    if given["dir"] not in ("", "ltr", "rtl", "auto"):
        why = "a direction is ltr, rtl or auto"
        found.append(faults.refused_attribute(f"dir={given['dir']}", why, location))
        given["dir"] = ""
    return tuple(pair for pair in given.items() if pair[1]), tuple(found)


def _span(extra: Attributes) -> tuple[tuple[str, Attributes], ...]:
    return (("span", extra),) if extra else ()


def _not_a_file(src: str) -> str:
    """Why an address is not that of a file beside the text."""
    if ":" in src.partition("/")[0]:
        return "a picture is a file of the site, not an address elsewhere"
    if src.startswith(("/", "#", "?")):
        return "the path of a picture does not begin with a slash or a mark"
    return ""


def _inside(href: str) -> tuple[str, str]:
    """A link within the site, named as its files and ids are; and why it may not stand there.

    A fragment keeps the escapes of ASCII signs: behind `:~:` they mean something.
    """
    path, mark, fragment = href.partition("#")
    decoded = unquote(path) + mark + _ESCAPED().sub(lambda found: unquote(found[0]), fragment)
    address = unicodedata.normalize("NFC", decoded)
    why = refusal(href.replace(" ", "%20")) or refusal(address.replace(" ", "%20"))
    return address, why


def _encoded(href: str) -> str:
    """The address with what may not stand in it per-cent-encoded, as CommonMark's examples do."""
    return href if _SAFE.issuperset(href) else str(normalizeLink(href))
