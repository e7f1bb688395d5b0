"""What a person was on the day of the article, and what stands beside them in the list."""

from builder.pages.views.articles import ArticlePage
from builder.pages.views.cards import Card, IndexPage
from builder.pages.views.entries import EntryPage
from tests.project import Project, project

PEOPLE = """\
ada:
  name: Ada Lovelace
  memberships:
    - {role: Consul, start_date: 2020-01-05}
    - {role: Envoy, start_date: 2019, end_date: 2020-01-04}
babbage:
  name: Charles Babbage
  memberships: [{role: Professor, organization: Cambridge, end_date: 2019}]
grace:
  name: Grace Hopper
  memberships: [{role: Rear admiral}]
"""
TEXT = "Ada Lovelace met Charles Babbage and Grace Hopper.\n"


def on(*days: str) -> Project:
    """A site with an article on each of these days."""
    texts = {f"a{d}.md": f"---\ntitle: On {d}\ndate: {d}\n---\n{TEXT}" for d in days}
    return project({"people.yaml": PEOPLE, **texts})


def article(site: Project, path: str) -> ArticlePage:
    view = site.page(path).view
    assert isinstance(view, ArticlePage)
    return view


def people(site: Project) -> tuple[IndexPage, dict[str, Card]]:
    view = site.page("people/index.html").view
    assert isinstance(view, IndexPage)
    return view, {card.ref: card for group in view.groups for card in group.cards}


def test_a_role_that_had_ended_says_when() -> None:
    view = article(on("2020-01-07"), "index.html")
    told = {card.label: (card.line, card.until) for card in view.people}
    assert told["Ada Lovelace"] == ("Consul", "")
    assert told["Charles Babbage"] == ("Professor, Cambridge", "2019")


def test_each_article_tells_roles_as_of_its_own_day() -> None:
    site = on("2020-01-03", "2020-01-07")
    early = article(site, "articles/a2020-01-03/index.html")
    late = article(site, "articles/a2020-01-07/index.html")
    assert [page.people[0].line for page in (early, late)] == ["Envoy", "Consul"]
    cards = [site.cards(page.head.address + "index.html") for page in (early, late)]
    assert [shown[0].line for shown in cards] == ["Envoy", "Consul"]


def test_an_entry_s_own_page_tells_it_too() -> None:
    site = on("2020-01-07")
    view = site.page("people/babbage/index.html").view
    assert isinstance(view, EntryPage)
    assert (view.line, view.until) == ("Professor, Cambridge", "2019")
    assert ">Professor, Cambridge (until 2019)</p>" in site.html("people/babbage/index.html")


def test_what_a_role_says_by_itself_is_no_fact_besides() -> None:
    documents = "treaty: {title: The Treaty, type: treaty, date: 2019}\n"
    bodies = "guild: {name: The Guild, classification: guild}\n"
    site = project({"documents.yaml": documents, "organizations.yaml": bodies, "a.md": "T.\n"})
    for path, line, names in (
        ("documents/treaty/", "treaty", ["Date"]),
        ("organizations/guild/", "guild", []),
    ):
        view = site.page(f"{path}index.html").view
        assert isinstance(view, EntryPage)
        assert (view.line, [fact.name for fact in view.facts]) == (line, names)


def test_a_post_that_had_not_begun_is_no_role_yet() -> None:
    posts = "[{role: Chair, start_date: 2020-01-08}, {role: Envoy, end_date: 2019}]"
    texts = {"a.md": "---\ntitle: T\ndate: 2020-01-07\n---\nAda Lovelace and Grace Hopper.\n"}
    names = f"ada:\n  name: Ada Lovelace\n  memberships: {posts}\n"
    later = "grace:\n  name: Grace Hopper\n  memberships: [{role: Admiral, start_date: 2021}]\n"
    site = project({"people.yaml": names + later, **texts})
    told = {brief.label: (brief.line, brief.until) for brief in article(site, "index.html").people}
    assert told == {"Ada Lovelace": ("Envoy", "2019"), "Grace Hopper": ("", "")}
    view = site.page("people/grace/index.html").view
    assert isinstance(view, EntryPage)
    assert (view.line, [fact.dates for fact in view.facts]) == ("", ["2021/.."])


def test_dates_that_contradict_each_other_are_no_term() -> None:
    posts = "[{role: Chair, start_date: 2010, end_date: 2001}, {role: Envoy, start_date: 2011}]"
    names = f"ada:\n  name: Ada Lovelace\n  memberships: {posts}\n"
    site = project({"people.yaml": names, "a.md": "Ada Lovelace.\n"})
    view = site.page("people/ada/index.html").view
    assert isinstance(view, EntryPage)
    assert [fact.dates for fact in view.facts] == ["", "2011/.."]


def test_the_list_says_the_day() -> None:
    site = on("2020-01-03", "2020-01-07")
    assert people(site)[0].day == "2020-01-07"
    said = 'Posts as of <time datetime="2020-01-07">7 January 2020</time>.'
    assert said in site.html("people/index.html")


def test_an_article_is_of_the_same_day_on_every_page() -> None:
    front = "---\ntitle: T\ndate: 2024-03-14T00:30:00+09:00\n---\n"
    zone = "title: T\nlanguage: en-GB\ntimezone: Europe/London\n"
    site = project({"site.yaml": zone, "people.yaml": PEOPLE, "a.md": f"{front}{TEXT}"})
    assert people(site)[0].day == "2024-03-13"
    assert ">13 March 2024</time>" in site.html("index.html")


def test_without_a_post_no_day_is_said() -> None:
    site = project({"people.yaml": "ada:\n  name: Ada Lovelace\n", "a.md": "Ada Lovelace.\n"})
    assert people(site)[0].day == ""


def test_beside_a_person_stand_words_deeds_and_company() -> None:
    events = "".join(
        f"e{n}:\n  title: Event {n}\n  date: 2020-01-0{n}\n  basis: inferred\n"
        f"  about: [person:ada]\n"
        for n in (4, 3, 2, 1)
    )
    site = project(
        {
            "people.yaml": PEOPLE,
            "timeline.yaml": events,
            "quotes.yaml": "q:\n  exact: It works\n  speaker: person:ada\n",
            "a.md": TEXT + "\n“It works”, Ada Lovelace said.\n",
        }
    )
    profile = people(site)[1]["person:ada"].profile
    assert profile
    assert [(said.pieces, said.permalink) for said in profile.said] == [
        (("It works",), "quotes/#q-q")
    ]
    assert [(deed.date, deed.address) for deed in profile.did] == [
        ("2020-01-01", "timeline/#e-e1"),
        ("2020-01-02", "timeline/#e-e2"),
        ("2020-01-03", "timeline/#e-e3"),
    ]
    assert [link.title for link in profile.together] == ["Charles Babbage", "Grace Hopper"]


def test_coordinates_are_told_to_the_metre() -> None:
    places = "a:\n  name: Alpha\n  coordinates: [0.00005, -12.3456789]\n"
    zero = "b:\n  name: Beta\n  coordinates: [-0.000001, 10]\n"
    site = project({"places.yaml": places + zero, "a.md": "Alpha, Beta.\n"})
    views = [site.page(f"places/{id_}/index.html").view for id_ in "ab"]
    assert [v.facts[0].value.title for v in views if isinstance(v, EntryPage)] == [
        "-12.34568,0.00005",
        "10,0",
    ]
