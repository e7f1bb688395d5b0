"""What people write for MkDocs: names linked in the finished HTML of a page, with one expression.

MkDocs loads this file by itself, alone in the folder of the site.
"""

import html
import json
import re
from pathlib import Path
from typing import Any

SEGMENT = re.compile(r"(?s)(<(pre|code|a|h[1-6])\b.*?</\2>|<[^>]+>)")
STATE: dict[str, Any] = {}


def on_files(files: Any, config: Any) -> None:
    """Learn the entries, and which articles mention them."""
    listed = json.loads(Path("entities.json").read_text(encoding="utf-8"))
    by_name = {name: entry for entry in listed for name in [entry["name"], *entry["aliases"]]}
    longest_first = sorted(by_name, key=len, reverse=True)
    names = re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")
    back: dict[str, list[tuple[str, str]]] = {}
    for file in files.documentation_pages():
        if file.src_uri.startswith("articles/") and not file.src_uri.endswith("index.md"):
            text = Path(file.abs_src_path).read_text(encoding="utf-8")
            title, body = text.split('"', 2)[1], text.split("---", 2)[2]
            for key in dict.fromkeys(by_name[name]["id"] for name in names.findall(body)):
                back.setdefault(key, []).append(("/" + file.url, title))
    STATE.update(by_name=by_name, names=names, back=back)


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """The articles that mention an entry, below it."""
    path = page.file.src_uri
    if not path.startswith("e/") or path == "e/index.md":
        return markdown
    back = "".join(
        f"- <a href='{url}'>{title}</a>\n" for url, title in STATE["back"].get(path[2:-3], ())
    )
    return f"{markdown}\n\n## Mentioned in\n\n{back}"


def on_page_content(content: str, page: Any, config: Any, files: Any) -> str:
    """First mentions become links."""
    path = page.file.src_uri
    if not path.startswith("articles/") or path == "articles/index.md":
        return content
    seen: set[str] = set()

    def link(found: re.Match[str]) -> str:
        text, entry = found[0], STATE["by_name"][found[0]]
        if entry["id"] in seen:
            return text
        seen.add(entry["id"])
        preview = html.escape(entry["summary"])
        return f'<a class="e" href="/e/{entry["id"]}/" title="{preview}">{text}</a>'

    made: list[str] = []
    last = 0
    for segment in SEGMENT.finditer(content):
        made += [STATE["names"].sub(link, content[last : segment.start()]), segment[0]]
        last = segment.end()
    return "".join([*made, STATE["names"].sub(link, content[last:])])
