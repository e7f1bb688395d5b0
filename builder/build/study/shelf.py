"""The shelf: articles with their texts, read again where a page or a message needs them."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from builder.load.articles import PageRead
from builder.model.articles import Article
from builder.model.content import Content
from builder.model.prose import Prose
from builder.model.studies import Study
from builder.sources.files import TextFile

AT_HAND = 256
"""Articles that are kept once they have been read."""


class Shelf:
    """Reads articles by their slug, and gives texts by their digest."""

    def __init__(
        self,
        articles: Iterable[Study],
        files: Mapping[str, TextFile],
        read: Callable[[TextFile], PageRead[Article]],
    ) -> None:
        """Have these articles; `files` has the file of each by its slug, which `read` reads."""
        self._files = files
        self._reader = read
        self._texts: Mapping[str, Prose] = {}
        self._articles = {one.standfirst.digest: one.slug for one in articles if one.standfirst}
        self._open: Mapping[str, Prose] = {}
        self._at_hand = lru_cache(AT_HAND)(self._read)

    def put_texts(self, content: Content) -> None:
        """Take in the texts of entries and pages."""
        self._texts = {prose.digest: prose for *_, prose in content.texts}

    def read(self, slug: str) -> Article:
        """The article; what is wrong with it was said when it was studied. Raises Unable."""
        article = self._at_hand(slug)
        self._open = {prose.digest: prose for _, prose in article.texts}
        self._articles |= dict.fromkeys(self._open, slug)
        return article

    def prose(self, digest: str) -> Prose:
        """A text of an entry or a page, of an article once read, or any article's standfirst."""
        if digest in self._texts:
            return self._texts[digest]
        if digest not in self._open:
            self.read(self._articles[digest])
        return self._open[digest]

    def _read(self, slug: str) -> Article:
        article = self._reader(self._files[slug]).page
        assert article is not None  # it has been studied
        return article
