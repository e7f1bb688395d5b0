"""Addresses inside the site, and what may stand in a link to the outside.

An `Address` is relative to the site's root, without a leading slash: `""` is the front page,
`people/mark-esper/` a page, `data/people.json` a file; a `#fragment` may follow.
"""

import re
from typing import Literal, NewType

from builder.ground.expressions import expression

Address = NewType("Address", str)
Style = Literal["pretty", "file"]

SCHEMES = ("http", "https", "mailto", "tel")
_UNSAFE = expression(r"[\x00-\x20\\\x7f]")
_ABSOLUTE = expression(r"https?://[^/?#:@]|mailto:.|tel:.", re.IGNORECASE)


def output_path(address: Address) -> str:
    """The file under the output folder that holds the page at `address`."""
    path = address.partition("#")[0]
    return path + "index.html" if path == "" or path.endswith("/") else path


def relative(here: Address, there: Address, style: Style = "pretty") -> str:
    """The link to write on the page `here` for `there`; with `file` it names the index file."""
    path, mark, fragment = there.partition("#")
    if mark and output_path(here) == output_path(there):
        return mark + fragment
    target = output_path(there) if style == "file" else path
    return _escape(_way(here, target)) + mark + fragment


def _way(here: str, there: str) -> str:
    """The way from the page `here` to a file or folder."""
    top, slash, _ = here.partition("/")
    if slash and there and not there.startswith(top):  # by far the most links of a page
        return "../" * here.count("/") + there
    folders, target = here.split("/")[:-1], there.split("/")
    shared = 0
    while shared < min(len(folders), len(target) - 1) and folders[shared] == target[shared]:
        shared += 1
    way = "../" * (len(folders) - shared) + "/".join(target[shared:])
    return f"./{way}" if not way or ":" in way.partition("/")[0] else way


def _escape(path: str) -> str:
    """The path with the signs escaped that mean something else in an address."""
    return path.replace("%", "%25").replace("?", "%3F").replace("#", "%23").replace(" ", "%20")


def refusal(url: str) -> str:
    """Why `url` may not become a link: a sentence part, or "" when it may.

    Links may lead to http, https, mailto and tel addresses and to places on this site.
    """
    if not url.strip():
        return "it is empty"
    if not _can_be_split(url):
        return "its brackets or its host are none that an address may have"
    if url != url.strip() or _UNSAFE().search(url):
        return "it holds a space, a backslash or a control character"
    if url.startswith("//") or url.lower().startswith("www."):
        return "it names a host without a scheme; write https:// before it"
    scheme, colon, _ = url.partition(":")
    if not colon or any(c in scheme for c in "/?#"):
        return ""
    if scheme.lower() in SCHEMES:
        return ""
    return f"the scheme “{scheme}:” is not one of {', '.join(SCHEMES)}"


def _can_be_split(url: str) -> bool:
    """Whether the standard library can take the address apart; most surely can."""
    if url.isascii() and "[" not in url and "]" not in url:
        return True
    from urllib.parse import urlsplit

    try:
        urlsplit(url)
    except ValueError:
        return False
    return True


def is_internal(href: str) -> bool:
    """Whether an address that `refusal` accepts stays on the site: it has no scheme."""
    return ":" not in href.partition("/")[0].partition("#")[0]


def is_absolute(url: str) -> bool:
    """Whether an address leads outside wherever it is written: with a scheme and a host."""
    return _ABSOLUTE().match(url) is not None


def home_refusal(url: str) -> str:
    """Why a site cannot be published at `url`: a sentence part, or "" when it can.

    The addresses of its pages are made by writing a path after it.
    """
    from urllib.parse import urlsplit

    reason = refusal(url)
    if reason:
        return reason
    if not url.lower().startswith(("https://", "http://")):
        return "it does not begin with https://"
    if "?" in url or "#" in url:
        return "a ? or # ends the path, and the paths of the pages follow it"
    parts = urlsplit(url)
    if not parts.hostname:
        return "it names no host"
    if "@" in parts.netloc:
        return "it tells the name of a user"
    if not url.isprintable():
        return "it holds a character that cannot be seen"
    return "" if _has_sound_port(parts.netloc) else "its port is no number up to 65535"


def _has_sound_port(host: str) -> bool:
    """Whether a host is named without a port, or with one that there is."""
    _, colon, port = host.rpartition(":")
    if not colon or not port or host.endswith("]"):
        return True
    return port.isascii() and port.isdigit() and 0 < int(port[:6]) <= 65535


def home_of(url: str) -> str:
    """The address of a site to propose: https://example.org/news/ for `example.org/news?p=1`."""
    first, mark, rest = url.strip().partition("://")
    path = re.split("[?#]", rest if mark else first)[0]
    home = f"https://{path.rpartition('@')[2].strip('/')}/"
    return "https://example.org/" if home_refusal(home) else home
