"""What the preview adds to the pages it serves; published files never hold any of it.

It is put after the last byte of the page. HTML says what a start tag after `</html>` means: it is
treated as the last element of the body (WHATWG HTML, 13.2.6.4.20, "after after body"). So the
place needs no search, and nothing in the page, not even a `</head>` inside its data, can mislead
it; and the page's CSP, which stands in its head, is in force before it.
"""

import json
from html import escape

from builder.preview.edition import Edition

OWN = "/_preview/"
"""Where the preview's own files are: no id and no file of a site begins with an underscore."""


def injected(page: bytes, edition: Edition, files: tuple[str, ...]) -> bytes:
    """A page with the preview's style, problems and script after it.

    `files` are the output paths whose change means that the page must be loaded again.
    """
    addition = (
        f'\n<link rel="stylesheet" href="{OWN}style.css">'
        f'<div id="backstory-preview" lang="en" dir="ltr">{edition.problems}</div>'
        f'<script src="{OWN}client.js" data-run="{escape(edition.run)}" '
        f'data-edition="{edition.number}" data-files="{escape(json.dumps(files))}"></script>\n'
    )
    return page + addition.encode("ascii", "xmlcharrefreplace")


def notice(title: str, sentence: str) -> bytes:
    """A page of the preview's own, for an address where the site has none."""
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(title)}</title><h1>{escape(title)}</h1><p>{escape(sentence)}</p></html>"
    ).encode()
