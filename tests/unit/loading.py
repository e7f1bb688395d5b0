"""What the tests of builder.load share: texts to sites, and a reader that leaves Markdown alone."""

from collections.abc import Callable

from builder.ground.diagnostics import Diagnostic
from builder.load.content import load
from builder.model.content import Content
from builder.model.prose import Leaf, Prose, Run
from builder.sources.files import SourceFile

SITE = {"site.yaml": "title: A site\n"}
ARTICLE = "---\ntitle: An article\ndate: 2020-01-07\n---\nText.\n"


def plain_markdown(
    text: str, path: str, locate: Callable[[int, int], tuple[int, int]], doc_id: str
) -> tuple[Prose, tuple[Diagnostic, ...]]:
    """Every line of the text as one run."""
    runs, start = [], 0
    for number, line in enumerate(text.split("\n")):
        if line:
            runs.append(Run(start, len(line), *locate(number, 0)))
        start += len(line) + 1
    parts = (Leaf(0, len(text)),)
    return Prose(doc_id, text, parts, (), (), (), path, tuple(runs)), ()


def source_files(texts: dict[str, str | bytes]) -> dict[str, SourceFile]:
    """Files by path, from texts."""
    return {
        path: SourceFile(path, data.encode() if isinstance(data, str) else data, "")
        for path, data in texts.items()
    }


def read(texts: dict[str, str]) -> tuple[Content | None, tuple[Diagnostic, ...]]:
    """A site of these files, and a site.yaml where there is none among them."""
    return load(source_files({**SITE, **texts}), plain_markdown)


def told(texts: dict[str, str]) -> list[tuple[str, str, int, int]]:
    """What is wrong with these files: code, path, line, column."""
    return [(d.code, *d.location[:3]) for d in read(texts)[1]]
