"""The census: what the articles of a site say of whom, whatever group they are counted in."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.model.refs import Ref
from builder.pages.census import GROUPS, Census
from builder.pages.material import gather
from builder.pages.site import site
from tests.project import Project, project

NAMES = ("Ada", "Bea", "Cleo")
PEOPLE = "".join(f"{name.lower()}:\n  name: {name}\n" for name in NAMES)
COUNCIL = "council:\n  name: Zone Council\n"
ACRONYMS = "IZ:\n  expansion: Inner Zone\n  stands_for: organization:council\n"
BODIES = st.lists(
    st.tuples(st.integers(1, 28), st.lists(st.sampled_from(NAMES), max_size=3)),
    min_size=1,
    max_size=2 * GROUPS,
)


def story(day: int, body: str) -> str:
    return f"---\ntitle: Story\ndate: 2020-01-{day:02}\n---\n\n{body}\n"


def census_of(made: Project) -> Census:
    planned = made.planned
    material = gather(planned.content, planned.linked, site(planned.content), {}, planned.reader)
    return Census(material)


@given(BODIES)
@settings(max_examples=20)
def test_all_that_is_named_is_counted_newest_article_first(
    bodies: list[tuple[int, list[str]]],
) -> None:
    files = {
        f"a{n}.md": story(day, " ".join(f"{name} came." for name in named) or "Nobody.")
        for n, (day, named) in enumerate(bodies)
    }
    census = census_of(project({**files, "people.yaml": PEOPLE}))
    for name in NAMES:
        ref = Ref("person", name.lower())
        assert census.of(ref).times == sum(named.count(name) for _, named in bodies)
        where = [(day, f"a{n}") for n, (day, named) in enumerate(bodies) if name in named]
        assert census.articles(ref) == [slug for _, slug in sorted(where, reverse=True)]


def test_who_is_mentioned_together_most_often_comes_first_then_by_the_sidecar() -> None:
    together = ["Cleo met Ada.", "Bea met Ada.", "Bea met Ada.", "Cleo met Bea.", "Ada met Cleo."]
    files = {f"a{n}.md": story(9, body) for n, body in enumerate(together)}
    census = census_of(project({**files, "people.yaml": PEOPLE}))
    counted = Counter(tuple(sorted(body.rstrip(".").split(" met "))) for body in together)
    assert counted["Ada", "Bea"] == counted["Ada", "Cleo"] == 2
    bea, cleo = Ref("person", "bea"), Ref("person", "cleo")
    assert census.of(Ref("person", "ada")).together == (bea, cleo)
    assert census.of(cleo).together == (Ref("person", "ada"), bea)


def test_an_acronym_is_met_first_where_it_stands_first() -> None:
    files = {f"a{n:02}.md": story(28 - n, "The Zone Council is the IZ.") for n in range(20)}
    files["early.md"] = story(1, "The Zone Council alone.")
    made = project({**files, "acronyms.yaml": ACRONYMS, "organizations.yaml": COUNCIL})
    first = census_of(made).of(Ref("organization", "council")).first
    assert first == "a19"


def test_the_order_of_articles_is_part_of_what_names_the_sentences() -> None:
    def named(days: tuple[int, int]) -> str:
        files = {f"a{n}.md": story(day, "Ada came.") for n, day in enumerate(days)}
        census = census_of(project({**files, "people.yaml": PEOPLE}))
        return census.of(Ref("person", "ada")).sentences

    assert named((1, 2)) == named((1, 2)) != named((3, 2))


def test_nobody_is_named_nowhere() -> None:
    census = census_of(project({"a.md": story(1, "Nobody."), "people.yaml": PEOPLE}))
    nobody = census.of(Ref("person", "ada"))
    assert (nobody.times, nobody.together, nobody.first) == (0, (), None)
    assert census.articles(Ref("person", "ada")) == []
