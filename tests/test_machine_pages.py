"""What a site says to machines: JSON-LD, TimelineJS, Web Annotation, social tags."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from tests.project import Project, project
from tests.test_golden import GOLDEN

HOME = "https://example.org/papers/"


@cache
def golden() -> Project:
    folder = GOLDEN / "site" / "content"
    files = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    return project({**files, "site.yaml": (GOLDEN / "site" / "site.yaml").read_text()})


def linked_data() -> Iterator[tuple[str, dict[str, Any]]]:
    for page in golden().pages:
        if page.path.endswith(".html"):
            soup = BeautifulSoup(golden().html(page.path), "html.parser")
            for script in soup.find_all("script", type="application/ld+json"):
                yield page.path, json.loads(script.get_text())


def said_to_machines(html: str) -> Any:
    """What a page says to machines."""
    script = BeautifulSoup(html, "html.parser").find("script", type="application/ld+json")
    assert script is not None
    return json.loads(script.get_text())


def test_every_kind_of_page_has_its_type() -> None:
    types = {path: data.get("@type", "graph") for path, data in linked_data()}
    assert types["articles/notes/index.html"] == "NewsArticle"
    assert types["people/ada-lovelace/index.html"] == "Person"
    assert types["acronyms/AE/index.html"] == "DefinedTerm"
    assert types["glossary/index.html"] == "DefinedTermSet"
    graphs = {p: {t["@type"] for t in d["@graph"]} for p, d in linked_data() if "@graph" in d}
    assert graphs == {"timeline/index.html": {"Event"}, "quotes/index.html": {"Quotation"}}


def things(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from things(item)


def test_ids_refer_to_pages_and_places_that_exist() -> None:
    ids = {thing["@id"] for _, data in linked_data() for thing in things(data) if "@id" in thing}
    paths = {page.path for page in golden().pages}
    assert ids
    for id_ in ids:
        path, _, fragment = id_.removeprefix(HOME).partition("#")
        assert path + "index.html" in paths, id_
        if fragment:
            soup = BeautifulSoup(golden().html(path + "index.html"), "html.parser")
            assert soup.find(id=fragment), id_


def test_an_acronym_has_its_code_and_a_quotation_its_creator_or_the_document_it_is_from() -> None:
    found = dict(linked_data())
    assert found["acronyms/AE/index.html"]["termCode"] == "AE"
    said, written = found["quotes/index.html"]["@graph"]
    assert (said["creator"]["@type"], said["creator"]["name"]) == ("Person", "Ada Lovelace")
    assert written["isBasedOn"]["name"] == "Sketch of the Analytical Engine"
    assert ("isBasedOn" in said, "creator" in written) == (False, False)


def test_in_the_data_the_url_of_every_entry_is_its_page_here() -> None:
    letter = {"title": "The letter", "url": "https://example.org/letter"}
    site = project({"a.md": "The letter.", "documents.yaml": json.dumps({"letter": letter})})
    (document,) = json.loads(site.html("data/documents.json"))
    assert document["url"] == "documents/letter/"
    assert document["external_url"] == "https://example.org/letter"


def test_the_data_tell_what_is_meant_where_a_field_is_left_out() -> None:
    event = {"title": "It", "date": "2020-01-03", "passage": "It came"}
    files = {"timeline.yaml": json.dumps({"e": event}), "quotes.yaml": "q:\n  exact: It came\n"}
    site = project({"a.md": "“It came.”", **files})
    assert json.loads(site.html("data/events.json"))[0]["basis"] == "stated"
    assert json.loads(site.html("data/quotes.json"))[0]["kind"] == "direct"


def test_a_document_has_its_author_by_id_or_by_a_name() -> None:
    documents = "a:\n  title: One\n  author: person:ada\nb:\n  title: Two\n  author: A Clerk\n"
    people = "ada:\n  name: Ada\n"
    site = project({"a.md": "One, Two.", "documents.yaml": documents, "people.yaml": people})
    one, two = (said_to_machines(site.html(f"documents/{id_}/index.html")) for id_ in "ab")
    assert one["author"] == {"@type": "Person", "name": "Ada", "@id": "../../people/ada/"}
    assert two["author"] == "A Clerk"


def test_the_byline_of_an_article_is_told_as_it_stands_for_it_may_be_an_agencys() -> None:
    front = "---\ntitle: A\ndate: 2020-01-07\nbyline: The Harbour Agency\n---\n"
    site = project({"a.md": f"{front}Words."})
    assert said_to_machines(site.html("index.html"))["author"] == "The Harbour Agency"


def test_a_document_has_its_day_where_it_is_a_plain_date() -> None:
    documents = "a:\n  title: One\n  date: 2020-01-05\nb:\n  title: Two\n  date: 2020~\n"
    site = project({"a.md": "One, Two.", "documents.yaml": documents})
    one, two = (said_to_machines(site.html(f"documents/{id_}/index.html")) for id_ in "ab")
    assert (one["dateCreated"], "dateCreated" in two) == ("2020-01-05", False)


def test_a_list_of_terms_is_called_as_on_the_page() -> None:
    glossary = "bridge:\n  term: bridge\n  definition: A way over.\n"
    settings = "title: Test\nlanguage: ar\n"
    site = project({"a.md": "A bridge.", "glossary.yaml": glossary, "site.yaml": settings})
    html = site.html("glossary/index.html")
    heading = BeautifulSoup(html, "html.parser").h1
    assert heading is not None
    assert said_to_machines(html)["name"] == heading.get_text() != "Glossary"


def test_reported_speech_is_nobodys_quotation() -> None:
    quotes = "a:\n  exact: It works\nb:\n  exact: It was long\n  kind: indirect\n"
    site = project({"a.md": "“It works”, she said. It was long.", "quotes.yaml": quotes})
    assert [
        quote["text"] for quote in said_to_machines(site.html("quotes/index.html"))["@graph"]
    ] == ["It works"]


def test_an_article_mentions_people_organizations_and_places_by_the_ids_of_their_pages() -> None:
    entries = {
        "people.yaml": "ann:\n  name: Ann Lee\n",
        "organizations.yaml": "works:\n  name: The Works\n",
        "places.yaml": "leeds:\n  name: Leeds\nyork:\n  name: York\n",
        "glossary.yaml": "loom:\n  term: loom\n  definition: It weaves.\n",
    }
    words = "Ann Lee left The Works in Leeds for a loom. The Works stayed in Leeds."
    settings = f"title: Test\nlanguage: en\nurl: {HOME}\n"
    site = project({"a.md": words, "site.yaml": settings, **entries})
    assert said_to_machines(site.html("index.html"))["mentions"] == [
        {"@type": "Person", "@id": f"{HOME}people/ann/", "name": "Ann Lee"},
        {"@type": "Organization", "@id": f"{HOME}organizations/works/", "name": "The Works"},
        {"@type": "Place", "@id": f"{HOME}places/leeds/", "name": "Leeds"},
    ]


@pytest.mark.parametrize(
    ("more", "description"),
    [("", "Air Defence"), ("\n  definition: What guards the sky.", "What guards the sky.")],
)
def test_an_acronym_is_described_by_its_expansion_where_it_has_no_definition(
    more: str, description: str
) -> None:
    site = project({"a.md": "AD.", "acronyms.yaml": f"AD:\n  expansion: Air Defence{more}\n"})
    page = BeautifulSoup(site.html("acronyms/AD/index.html"), "html.parser")
    (tag,) = page.find_all("meta", attrs={"name": "description"})
    assert tag["content"] == description


@pytest.mark.parametrize(
    ("text", "description"),
    [
        ("nine, letters, " * 20, "nine, letters, " * 10 + "nine…"),
        ("織機，織布，" * 40, "織機，織布，" * 26 + "織機…"),
        ("ก็" * 100, "ก็" * 79 + "…"),
        ("x" * 200, "x" * 160 + "…"),
    ],
)
def test_a_long_description_is_cut_where_a_word_ends_and_ends_in_no_comma(
    text: str, description: str
) -> None:
    site = project({"acronyms.yaml": f"AD:\n  expansion: A\n  definition: {text}\n", "a.md": "AD."})
    page = BeautifulSoup(site.html("acronyms/AD/index.html"), "html.parser")
    (tag,) = page.find_all("meta", attrs={"name": "description"})
    assert tag["content"] == description


def test_timelinejs_has_every_event_with_its_date_in_words() -> None:
    slides = json.loads(golden().html("data/timelinejs.json"))["events"]
    assert [(s["unique_id"], s["start_date"]["year"], s["display_date"]) for s in slides] == [
        ("designed", "1834", "about 1834 – perhaps 1837"),
        ("published", "1843", "August 1843"),
        ("shown", "1855", "1855"),
    ]
    assert slides[1]["start_date"] == {"year": "1843", "month": "08"}


def test_timelinejs_shows_signs_of_html_as_they_are_written() -> None:
    """It takes headlines and texts for HTML, and would show what a title embeds or names."""
    event = {"date": "2020-01-03", "title": "<iframe> & Co", "summary": "`<b>` is “bold”."}
    site = project({"a.md": "Words.", "timeline.yaml": json.dumps({"e": event})})
    (slide,) = json.loads(site.html("data/timelinejs.json"))["events"]
    shown = {name: BeautifulSoup(html, "html.parser") for name, html in slide["text"].items()}
    assert shown["headline"].find_all() == shown["text"].find_all() == []
    assert shown["headline"].text == "<iframe> & Co"
    assert shown["text"].text == "<b> is “bold”."
    assert slide["autolink"] is False


def test_the_headline_of_timelinejs_leads_to_the_event_where_the_site_has_an_address() -> None:
    slides = json.loads(golden().html("data/timelinejs.json"))["events"]
    link = BeautifulSoup(slides[0]["text"]["headline"], "html.parser").a
    assert link is not None
    assert (link["href"], link.text) == (f"{HOME}timeline/#e-designed", "The engine is designed")


@pytest.mark.parametrize(
    ("date", "start"),
    [
        ("2020-01-03T10:00:00Z", {"year": "2020", "month": "01", "day": "03"}),
        ("-0044-03-15", {"year": "-44", "month": "03", "day": "15"}),
        ("0000-03~", {"year": "0", "month": "03"}),
        ("-019X", {"year": "-199"}),
        ("197X", {"year": "1970"}),
        ("1979-XX", {"year": "1979"}),
        ("1985-04-XX", {"year": "1985", "month": "04"}),
        ("2020-21", {"year": "2020"}),
        ("Y-17000", {"year": "-17000"}),
    ],
)
def test_timelinejs_has_dates_as_they_are_written(date: str, start: dict[str, str]) -> None:
    site = project({"timeline.yaml": f"it:\n  title: It\n  date: {date}\n"})
    (slide,) = json.loads(site.html("data/timelinejs.json"))["events"]
    assert slide["start_date"] == start


def test_the_one_page_of_annotations_stands_in_their_collection() -> None:
    people = "ada:\n  name: Ada\n"
    whole = json.loads(
        project({"a.md": "Ada.", "people.yaml": people}).html("data/annotations.jsonld")
    )
    page = whole["first"]
    assert (page["type"], page["partOf"], len(page["items"])) == ("AnnotationPage", whole["id"], 1)


def test_selectors_of_annotations_stand_in_the_built_page() -> None:
    whole = json.loads(golden().html("data/annotations.jsonld"))
    assert (whole["type"], whole["label"]) == ("AnnotationCollection", "The Engine Papers")
    pages, following = [], whole["first"]
    while following:
        page = json.loads(golden().html(following.removeprefix(HOME)))
        assert (page["id"], page["partOf"]) == (following, whole["id"])
        pages.append(page)
        following = page.get("next")
    assert pages[-1]["id"] == whole["last"]
    texts = {
        f"{HOME}articles/{slug}/": text_of(f"articles/{slug}/index.html")
        for slug in ("notes", "prize")
    }
    items = [item for page in pages for item in page["items"]]
    assert {item["target"]["source"] for item in items if "source" in item["target"]} == set(texts)
    for item in items:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            words = target["selector"]
            exact = " ".join((words["prefix"] + words["exact"] + words["suffix"]).split())
            assert exact in texts[target["source"]], item["id"]


def test_annotations_lead_to_files_of_the_site_where_it_has_no_address() -> None:
    texts = {"a.md": "Esper.", "b.md": "Esper."}
    site = project({**texts, "people.yaml": "mark-esper:\n  name: Esper\n"})
    whole = "data/annotations.jsonld"
    first = there(whole, json.loads(site.html(whole))["first"])
    page = json.loads(site.html(first))
    (item,) = page["items"]
    said = (page["id"], page["partOf"], page["next"], item["target"]["source"], item["body"])
    assert [there(first, address) for address in said] == [
        "data/annotations/a.jsonld",
        whole,
        "data/annotations/b.jsonld",
        "articles/a/",
        "people/mark-esper/",
    ]


def there(file: str, address: str) -> str:
    """Where an address leads from a file of the site."""
    return urljoin(f"{HOME}{file}", address).removeprefix(HOME)


def text_of(path: str) -> str:
    """The text of an article's body as a browser shows it, footnote numbers left out."""
    body = BeautifulSoup(golden().html(path), "html.parser").select_one(".prose")
    assert body is not None
    for extra in body.select(".dateline, .footnote-ref, pre"):
        extra.decompose()
    return " ".join(body.get_text().split())


def test_social_tags_where_the_address_is_known() -> None:
    soup = BeautifulSoup(golden().html("articles/notes/index.html"), "html.parser")
    tags = {str(m["property"]): str(m["content"]) for m in soup.find_all("meta", property=True)}
    assert tags["og:title"] == "The notes of 1843"
    assert tags["og:url"] == f"{HOME}articles/notes/"
    bare = project({"a.md": "Words."}).html("index.html")
    assert "og:" not in bare
    assert "canonical" not in bare


def test_a_shared_list_is_called_as_on_the_page() -> None:
    settings = f"title: Test\nlanguage: ar\nurl: {HOME}\n"
    site = project({"a.md": "Words.", "site.yaml": settings})
    soup = BeautifulSoup(site.html("method/index.html"), "html.parser")
    heading, tag = soup.h1, soup.find("meta", property="og:title")
    assert heading is not None
    assert tag is not None
    assert tag["content"] == heading.get_text() != "Method"


PICTURED = """---
title: Test
date: 2020-01-07
image: {src: images/a bridge.png, alt: A "bridge"}
---
Words.
"""


def shared(url: str, article: str = PICTURED) -> tuple[dict[str, str], object]:
    """What an article's page says of itself where it is shared: its tags, the image in JSON-LD."""
    settings = f"title: Test\nlanguage: en\nurls: pretty\nurl: {url}\n"
    site = project({"a.md": article, "images/a bridge.png": "", "site.yaml": settings})
    soup = BeautifulSoup(site.html("index.html"), "html.parser")
    tags = {
        str(m.get("property", m.get("name"))): str(m["content"]) for m in soup("meta", content=True)
    }
    return tags, said_to_machines(site.html("index.html")).get("image")


def test_the_picture_of_an_article_is_shown_where_it_is_shared() -> None:
    tags, image = shared(HOME)
    assert image == tags["og:image"] == f"{HOME}media/images/a%20bridge.png"
    assert tags["og:image:alt"] == 'A "bridge"'
    assert tags["twitter:card"] == "summary_large_image"


def test_without_a_picture_or_an_address_no_image_is_named() -> None:
    plain, nothing = shared(HOME, "Words.")
    assert (plain["twitter:card"], nothing) == ("summary", None)
    assert "og:image" not in plain
    homeless, nothing = shared('""')
    assert ("og:image" in homeless, "twitter:card" in homeless, nothing) == (False, False, None)


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("1936", "1936"),
        ("1936-05-01", "1936-05-01"),
        ("2001-12", "2001-12"),
        ("1936~", None),
        ("193X", None),
        ("2001-21", None),
    ],
)
def test_a_birthday_that_is_no_plain_date_is_not_told_to_search_engines(
    date: str, said: str | None
) -> None:
    people = f"ann:\n  name: Ann Lee\n  birth_date: {date}\n"
    site = project({"a.md": "Ann Lee.", "people.yaml": people})
    assert said_to_machines(site.html("people/ann/index.html")).get("birthDate") == said


@pytest.mark.parametrize(
    ("fields", "same"),
    [
        ("identifiers: {wikidata: Q7259}", ["http://www.wikidata.org/entity/Q7259"]),
        (
            'links: {a: "https://viaf.org/viaf/9"}\n  identifiers: {VIAF: "9", gnd: 1-X}',
            ["https://viaf.org/viaf/9", "https://d-nb.info/gnd/1-X"],
        ),
        ("identifiers: {wikidata: 7259, geonames: Q1, register: X7}", None),
    ],
)
def test_what_catalogues_call_an_entry_is_told_to_search_engines(
    fields: str, same: list[str] | None
) -> None:
    people = f"ada:\n  name: Ada Lovelace\n  {fields}\n"
    site = project({"a.md": "Ada Lovelace.", "people.yaml": people})
    assert said_to_machines(site.html("people/ada/index.html")).get("sameAs") == same


@pytest.mark.parametrize(("end", "said"), [("2019", None), ("2020-02", "Mayor")])
def test_a_post_that_had_ended_is_no_job_title(end: str, said: str | None) -> None:
    people = f"ann:\n  name: Ann Lee\n  memberships: [{{role: Mayor, end_date: {end}}}]\n"
    article = "---\ntitle: A\ndate: 2020-01-07\n---\nAnn Lee."
    site = project({"a.md": article, "people.yaml": people})
    assert said_to_machines(site.html("people/ann/index.html")).get("jobTitle") == said


CORRECTED = """---
title: Words
date: 2020-01-07
slug: شرح
corrections:
  - {date: 2020-01-09, text: Newer.}
  - {date: 2020-01-08, text: Older.}
---

Words.
"""


def test_a_correction_is_a_change_for_the_map_and_for_search_engines() -> None:
    settings = "title: Test\nurl: https://example.org/\n"
    site = project({"a.md": CORRECTED, "b.md": "Words.", "site.yaml": settings})
    assert said_to_machines(site.html("articles/شرح/index.html"))["dateModified"] == "2020-01-09"
    lines = site.html("sitemap.xml").splitlines()
    home = "https://example.org/articles"
    escaped = f"{home}/%D8%B4%D8%B1%D8%AD/"
    assert f"<url><loc>{escaped}</loc><lastmod>2020-01-09</lastmod></url>" in lines
    assert f"<url><loc>{home}/b/</loc><lastmod>2020-01-07</lastmod></url>" in lines


def test_the_map_has_the_day_on_which_a_further_page_changed() -> None:
    site = project(
        {
            "site.yaml": "title: Test\nurl: https://example.org/\n",
            "a.md": "Words.",
            "pages/about.md": "---\ntitle: About\nupdated: 2020-03-01\n---\nWords.\n",
            "pages/method.md": "---\ntitle: Method\nupdated: 2020-03-02\n---\nWords.\n",
            "pages/more.md": "---\ntitle: More\n---\nWords.\n",
        }
    )
    lines = site.html("sitemap.xml").splitlines()
    home = "https://example.org"
    assert f"<url><loc>{home}/about/</loc><lastmod>2020-03-01</lastmod></url>" in lines
    assert f"<url><loc>{home}/method/</loc><lastmod>2020-03-02</lastmod></url>" in lines
    assert f"<url><loc>{home}/more/</loc></url>" in lines


@pytest.mark.parametrize("zone", ["Nowhere/Land", "../etc", "javascript:x"])
def test_a_zone_that_does_not_exist_is_told_and_nothing_breaks(zone: str) -> None:
    settings = f"title: Test\nurl: https://example.org/\ntimezone: {zone!r}\n"
    site = project({"a.md": "Words.", "site.yaml": settings})
    assert [d.code for d in site.diagnostics] == ["unknown-time-zone"]
