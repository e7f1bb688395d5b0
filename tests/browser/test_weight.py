"""What a reader's line carries: the article with its style and script, compressed."""

import gzip

from tests.browser.conftest import Served


def test_the_article_with_style_and_script(sites: dict[str, Served]) -> None:
    folder = sites["sample"].folder
    files = [folder / "index.html", *(folder / "assets").iterdir()]
    assert sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files) <= 30_000
