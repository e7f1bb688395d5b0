"""Reading ahead: another process reads what is new, while this one loads what pages are made with.

markdown-it and jinja2 take about as long to load, each longer than all else of a small site.
"""

from collections.abc import Callable, Mapping

from builder.build.articles import MANY
from builder.build.recalling import Recalling
from builder.build.workers import aside
from builder.load.content import articles_in, load, load_article
from builder.sources.files import SourceFile, TextFile


def read_ahead(
    files: Mapping[str, TextFile], recalling: Recalling, meanwhile: Callable[[], object]
) -> None:
    """Have all that is new among the texts of a site read, so that it is remembered.

    Many articles are left out: those are studied in several processes.

    Args:
        files: The texts, by path.
        recalling: Who reads them, and is to remember them.
        meanwhile: What is done here until they are read.
    """
    new = {path: file for path, file in files.items() if isinstance(file, SourceFile)}
    articles = articles_in(new)
    around = {path: new[path] for path in new.keys() - set(articles)}
    here = [new[path] for path in articles] if len(articles) < MANY else []
    if not (around or here):
        return

    def read() -> bytes:
        load(around, recalling)
        for file in here:
            load_article(file, "UTC", recalling)  # what is remembered of it is the same in any zone
        return recalling.found()

    recalling.open()
    found = aside(read, meanwhile)
    if found is not None:
        recalling.take(found)
