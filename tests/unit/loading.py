"""What the tests of builder.load share: texts to sites, and a reader that leaves Markdown alone."""

from collections.abc import Mapping
from typing import NamedTuple

from builder.ground.diagnostics import Diagnostic, in_order
from builder.load.articles import sort_key
from builder.load.collisions import slug_collisions
from builder.load.content import load, load_article
from builder.load.layout import articles_in
from builder.load.readers import Readers
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.prose import Leaf, Prose, Run
from builder.sources.files import SourceFile

SITE = {"site.yaml": "title: A site\n"}
ARTICLE = "---\ntitle: An article\ndate: 2020-01-07\n---\nText.\n"


class PlainReaders(Readers):
    """Readers that leave Markdown alone."""

    def markdown(
        self, text: str, path: str, first_line: int, doc_id: str
    ) -> tuple[Prose, tuple[Diagnostic, ...]]:
        """Every line of the text as one run."""
        runs, start = [], 0
        for number, line in enumerate(text.split("\n")):
            if line:
                runs.append(Run(start, len(line), first_line + number, 1))
            start += len(line) + 1
        parts = (Leaf(0, len(text)),)
        return Prose(doc_id, text, parts, (), (), (), path, tuple(runs)), ()


class Whole(NamedTuple):
    """A site read: its content, and its articles with their texts."""

    content: Content
    articles: tuple[Article, ...]


def source_files(texts: dict[str, str | bytes]) -> dict[str, SourceFile]:
    """Files by path, from texts."""
    return {
        path: SourceFile(path, data.encode() if isinstance(data, str) else data, "")
        for path, data in texts.items()
    }


def read(texts: Mapping[str, str | bytes]) -> tuple[Whole | None, tuple[Diagnostic, ...]]:
    """A site of these files, and a site.yaml where there is none among them."""
    return load_all({**SITE, **texts})


def load_all(texts: Mapping[str, str | bytes]) -> tuple[Whole | None, tuple[Diagnostic, ...]]:
    """A site of these files alone."""
    files = source_files(dict(texts))
    content, found = load(files, PlainReaders())
    zone = content.settings.timezone if content else "UTC"
    pages = [load_article(files[path], zone, PlainReaders()) for path in articles_in(files)]
    slugs = [(p.slug, p.page.at("slug")) for p in pages if p.page]
    _, collisions = slug_collisions(slugs)
    told = in_order((*found, *(d for page in pages for d in page.diagnostics), *collisions))
    articles = [page.page for page in pages if isinstance(page.page, Article)]
    articles.sort(key=lambda article: (sort_key(article), article.slug))
    return (Whole(content, tuple(articles)) if content else None), told


def told(texts: dict[str, str]) -> list[tuple[str, str, int, int]]:
    """What is wrong with these files: code, path, line, column."""
    return [(d.code, *d.location[:3]) for d in read(texts)[1]]
