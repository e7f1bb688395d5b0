"""Where pages leave word: which files somebody looks at."""

from builder.preview.edition import Edition, Seen
from builder.preview.reception import MOST_SERVED, Reception
from tests.preview.running import Held


class Tab:
    """A page that waits."""

    def __init__(self, *files: str) -> None:
        self.seen: Seen | None = Seen("run", 1, files) if files else None

    def tell(self, messages: object) -> None:
        """Nothing is told here."""

    def close(self) -> None:
        """Nothing is held here."""


def reception() -> Reception:
    return Reception(Edition("run", 1, Held({}), {}, {}), "/")


def test_pages_that_wait_are_looked_at() -> None:
    here = reception()
    here.waiters |= {Tab("a.html", "b.html"), Tab("a.html"), Tab()}
    assert here.attended() == here.attended() == {"a.html", "b.html"}


def test_a_page_that_was_served_is_looked_at_until_the_next_build_has_begun() -> None:
    here = reception()
    here.served.append(("a.html", "404.html"))
    assert here.attended() == here.begin() == {"a.html", "404.html"}
    assert here.attended() == here.begin() == set()


def test_of_all_that_a_crawler_asked_for_little_is_looked_at() -> None:
    here = reception()
    for number in range(1_000):
        here.served.append((f"{number}.html",))
    assert here.attended() == {f"{number}.html" for number in range(1_000 - MOST_SERVED, 1_000)}
