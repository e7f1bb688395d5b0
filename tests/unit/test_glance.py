"""At a glance: who and when, and the way to those for whom there is no room."""

from tests.project import project

NAMES = [f"Ada {letter}lovelace" for letter in "ABCDEFGHIJ"]


def page(count: int) -> str:
    """The article's page of a site whose article names so many people."""
    names = NAMES[:count]
    people = "".join(f"p{n}:\n  name: {name}\n" for n, name in enumerate(names))
    return project({"people.yaml": people, "a.md": ", ".join(names) + ".\n"}).html("index.html")


def test_ten_people_are_eight_and_two_more() -> None:
    html = page(10)
    who = html[html.index('<div class="who">') : html.index('id="text_"')]
    assert who.count("Ada ") == 8
    assert '<li class="rest"><a href="people/">and 2 more</a></li>' in who


def test_eight_people_are_all() -> None:
    assert 'class="rest"' not in page(8)
