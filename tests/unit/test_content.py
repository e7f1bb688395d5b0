"""A site's texts to content."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.ground.diagnostics import Location
from builder.load.collisions import slug_collisions
from builder.model.entries import Person
from builder.model.refs import Ref
from tests.unit.loading import ARTICLE, load_all, read, told

PEOPLE = "b:\n  name: B\na:\n  name: A\n"


def test_a_sound_site_is_read_whole_and_in_order() -> None:
    whole, found = read(
        {
            "content/x.md": ARTICLE,
            "content/people.yaml": PEOPLE,
            "content/places.yaml": "c:\n  name: C\n",
            "content/pages/method.md": "---\ntitle: Method\n---\nHow.\n",
        }
    )
    assert found == ()
    assert whole is not None
    assert list(whole.content.entries) == [
        Ref("person", "b"),
        Ref("person", "a"),
        Ref("place", "c"),
    ]
    assert [article.slug for article in whole.articles] == ["x"]
    assert [page.slug for page in whole.content.pages] == ["method"]
    assert whole.content.settings.timezone == "UTC"


def test_a_sidecar_without_entries_is_no_fault() -> None:
    whole, found = read({"content/people.yaml": "# nobody yet\n"})
    assert found == ()
    assert whole is not None
    assert whole.content.entries == {}


@pytest.mark.parametrize(
    "text", ["tagline: no title\n", "", "- a\n", "title: ''\n", "title: @x\n", "just words\n"]
)
def test_without_a_title_there_is_no_content_but_all_faults(text: str) -> None:
    whole, found = read({"site.yaml": text, "content/people.yaml": "a:\n  nam: A\n"})
    assert whole is None
    assert {d.location.path for d in found} == {"site.yaml", "content/people.yaml"}


@pytest.mark.parametrize(
    ("text", "code", "line", "hint"),
    [
        ("title: T\ntimezone: Europe/Lodnon", "unknown-time-zone", 2, "Europe/London"),
        ("title: T\ntimezone: Europe", "unknown-time-zone", 2, ""),
        ("title: T\ntimezone: ../../etc/passwd", "unknown-time-zone", 2, ""),
        (f"title: T\ntimezone: a{'.b' * 2_000}/c", "unknown-time-zone", 2, ""),
        ("title: T\nlanguage: english", "bad-language", 2, "Write en"),
        ("title: T\nlanguage: en_GB", "bad-language", 2, "Write en-GB."),
        ("title: T\nlanguage: e_G_B", "bad-language", 2, "BCP 47"),
        ("title: T\ntheme:\n  accent: red", "bad-colour", 3, "#0b5fa5"),
        ("title: T\ntheme:\n  accent: '#fff;}'", "bad-colour", 3, "#0b5fa5"),
        ("title: T\nlinking: all", "wrong-type", 2, "repeat"),
        ("title: T\nnav: [{title: A, url: 'javascript:1'}]", "refused-address", 2, "https"),
        ("title: T\nnav: [{title: A, url: 'person:ann'}]", "refused-address", 2, "/people/ann/"),
        ("title: T\npublisher: {name: P, url: 'person:ann'}", "refused-address", 2, "https"),
        ("title: T\nurl: example.org/a", "refused-address", 2, "Write https://example.org/a/,"),
        ("title: T\nurl: https://", "refused-address", 2, "Write https://example.org/,"),
        ("title: T\nurl: https://a.example/?b", "refused-address", 2, "Write https://a.example/,"),
        ("title: T\nurl: https://a.example/#b", "refused-address", 2, "Write https://a.example/,"),
        ("title: T\nurl: https://b@a.example", "refused-address", 2, "Write https://a.example/,"),
        ("title: T\ntitel: U", "unknown-key", 2, "“title”"),
    ],
)
def test_a_fault_of_the_settings_has_a_place_and_leaves_a_site(
    text: str, code: str, line: int, hint: str
) -> None:
    whole, (found,) = read({"site.yaml": text})
    assert (found.code, found.location.path, found.location.line) == (code, "site.yaml", line)
    assert hint in found.hint
    assert whole is not None


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"content/peple.yaml": ""}, ("unknown-file", "content/peple.yaml", 1, 1)),
        ({"content/x/people.yaml": ""}, ("unknown-file", "content/x/people.yaml", 1, 1)),
        ({"content/x/y.md": ARTICLE}, ("unknown-file", "content/x/y.md", 1, 1)),
        ({"content/x.md": "Text."}, ("front-matter-missing", "content/x.md", 1, 1)),
        ({"content/x.md": "---\na: b\n"}, ("front-matter-unclosed", "content/x.md", 1, 1)),
        ({"content/x.md": "---\n- a\n---\n"}, ("wrong-type", "content/x.md", 2, 1)),
        ({"content/x.md": "---\na b\n---\n"}, ("wrong-type", "content/x.md", 2, 1)),
        ({"content/a b.md": ARTICLE}, ("bad-id", "content/a b.md", 1, 1)),
        ({"content/con.md": ARTICLE}, ("bad-id", "content/con.md", 1, 1)),
        (
            {"content/x.md": "---\nslug: a/b\ntitle: T\ndate: 2020-01-07\n---\n"},
            ("bad-id", "content/x.md", 2, 7),
        ),
        (
            {"content/pages/x.md": "---\ntitle: T\nlanguage: e\n---\n"},
            ("bad-language", "content/pages/x.md", 3, 11),
        ),
        ({"content/people.yaml": "- a"}, ("wrong-type", "content/people.yaml", 1, 1)),
        ({"content/people.yaml": "a: b"}, ("wrong-type", "content/people.yaml", 1, 4)),
        ({"content/people.yaml": "a:"}, ("missing-field", "content/people.yaml", 1, 1)),
        ({"content/people.yaml": "a b:\n  name: A"}, ("bad-id", "content/people.yaml", 1, 1)),
        ({"content/people.yaml": "'':\n  name: A"}, ("bad-id", "content/people.yaml", 1, 1)),
        (
            {"content/people.yaml": "x:\n  name: A\nX:\n  name: B"},
            ("id-collision", "content/people.yaml", 3, 1),
        ),
        (
            {
                "content/x.md": ARTICLE,
                "content/y.md": "---\nslug: X\ntitle: T\ndate: 2020-01-07\n---\n",
            },
            ("id-collision", "content/y.md", 2, 7),
        ),
        (
            {
                "content/pages/x.md": "---\ntitle: A\nslug: y\n---\n",
                "content/pages/y.md": "---\ntitle: B\n---\n",
            },
            ("id-collision", "content/pages/y.md", 1, 1),
        ),
    ],
)
def test_a_fault_of_a_file_is_told_once_at_its_place(
    files: dict[str, str], expected: tuple[str, str, int, int]
) -> None:
    assert told(files) == [expected]


def test_files_that_are_one_to_some_disks_are_not_told_for_their_slugs_as_well() -> None:
    slugs = [("X", Location("content/X.md")), ("x", Location("content/x.md"))]
    assert slug_collisions(slugs) == (frozenset({1}), ())


def test_a_collision_names_both_places() -> None:
    _, (found,) = read({"content/people.yaml": "x:\n  name: A\nX:\n  name: B"})
    assert found.related[0].location[:3] == ("content/people.yaml", 1, 1)


def test_a_file_misspelt_is_told_with_the_name_that_is_meant() -> None:
    _, (found,) = read({"content/peple.yaml": ""})
    assert "people.yaml" in found.hint


@pytest.mark.parametrize(
    ("zone", "date", "anchor"),
    [
        ("UTC", "2020-01-07", datetime.date(2020, 1, 7)),
        ("UTC", "2020-01-07T23:30:00-05:00", datetime.date(2020, 1, 8)),
        ("America/New_York", "2020-01-07T02:00:00Z", datetime.date(2020, 1, 6)),
        ("Asia/Jakarta", "2020-01-06T18:00:00Z", datetime.date(2020, 1, 7)),
        ("Asia/Jakarta", "0001-01-01T00:00:00+14:00", datetime.date(1, 1, 1)),
        ("UTC", "2020-01-07\nanchor: 2020-01-06", datetime.date(2020, 1, 6)),
    ],
)
def test_yesterday_counts_from_the_day_of_the_article_in_the_zone_of_the_site(
    zone: str, date: str, anchor: datetime.date
) -> None:
    site = f"title: T\ntimezone: {zone}\n"
    whole, found = read({"site.yaml": site, "content/x.md": f"---\ntitle: T\ndate: {date}\n---\n"})
    assert found == ()
    assert whole is not None
    assert whole.articles[0].anchor == anchor


@pytest.mark.parametrize(
    ("zone", "date", "told"),
    [
        ("Europe/London", "2024-03-14T00:30:00+09:00", "2024-03-13T15:30:00+00:00"),
        ("America/New_York", "2020-01-01T02:00:00Z", "2019-12-31T21:00:00-05:00"),
        ("Europe/London", "1843-09-05T09:00Z", "1843-09-05T09:00:00+00:00"),
        ("UTC", "0001-01-01T00:00:00+14:00", "0001-01-01T00:00:00+14:00"),
    ],
)
def test_the_time_of_an_article_is_told_in_the_zone_of_the_site(
    zone: str, date: str, told: str
) -> None:
    site = f"title: T\ntimezone: {zone}\n"
    whole, _ = read({"site.yaml": site, "content/x.md": f"---\ntitle: T\ndate: {date}\n---\n"})
    assert whole is not None
    assert whole.articles[0].front.date == told


def test_articles_stand_by_date_then_time_then_slug() -> None:
    dates = {
        "d": "2020-01-07",
        "c": "2020-01-06",
        "b": "2020-01-07T09:00Z",
        "a": "2020-01-07T10:00Z",
        "e": "2020-01-06",
    }
    files = {f"content/{k}.md": f"---\ntitle: T\ndate: {v}\n---\n" for k, v in dates.items()}
    whole, _ = read(files)
    assert whole is not None
    assert [article.slug for article in whole.articles] == ["c", "e", "d", "b", "a"]


def test_the_slug_of_the_front_matter_counts_or_else_the_name_of_the_file() -> None:
    whole, _ = read(
        {
            "content/x.md": "---\ntitle: T\nslug: y\ndate: 2020-01-07\n---\n",
            "content/café.md": ARTICLE,
        }
    )
    assert whole is not None
    assert {article.slug for article in whole.articles} == {"y", "café"}


def test_front_matter_and_body_know_where_they_stand() -> None:
    whole, _ = read({"content/x.md": ARTICLE})
    assert whole is not None
    article = whole.articles[0]
    assert article.at("date")[1:3] == (3, 7)
    assert article.at("byline")[1:3] == (1, 1)
    assert article.body.locate(0)[1:3] == (5, 1)


def test_what_could_not_be_read_is_named() -> None:
    whole, found = read(
        {
            "content/people.yaml": "a:\n  name: A\nb:\n  name: @b\nc:\n  name: C\n",
            "content/places.yaml": "d: [a]\n",
            "content/x.md": "---\ntitle: T\n---\n",
        }
    )
    assert whole is not None
    assert set(whole.content.entries) == {Ref("person", "a")}
    assert whole.content.unread == {
        Ref("person", "b"),
        Ref("person", "c"),
        Ref("place", "d"),
    }
    assert [d.code for d in found] == ["yaml-syntax", "wrong-type", "missing-field"]


@pytest.mark.parametrize(
    "body",
    [
        "\n    One goes\n    on.\n\n    Two.",
        ">-\n    One goes\n    on.\n\n    Two.",
        "|\n    One goes on.\n\n    Two.",
        "'One goes\n    on.\n\n    Two.'",
        '"One goes on.\\n\\nTwo."',
    ],
)
def test_an_empty_line_in_a_value_ends_a_paragraph(body: str) -> None:
    whole, _ = read({"content/people.yaml": f"a:\n  name: A\n  body: {body}\n"})
    assert whole is not None
    (entry,) = whole.content.of_type(Person)
    assert entry.body is not None
    assert entry.body.text.strip() == "One goes on.\n\nTwo."


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (">\n    One:\n\n      two\n      three", "One:\n\n  two\n  three\n"),
        # as PyYAML writes a text with a letter that is not ASCII, and one with two paragraphs
        ('"\\xE9 goes\\\n    \\ on\\nand on."', "é goes on\nand on."),
        ("'One goes\n\n    on.\n\n\n    Two.'", "One goes\non.\n\nTwo."),
        # a backslash, and no line feed
        ('"One \\\\name.\n\n    Two."', "One \\name.\n\nTwo."),
    ],
)
def test_lines_that_yaml_does_not_fold_stay(body: str, text: str) -> None:
    whole, _ = read({"content/people.yaml": f"a:\n  name: A\n  body: {body}\n"})
    assert whole is not None
    (entry,) = whole.content.of_type(Person)
    assert entry.body is not None
    assert entry.body.text == text


def test_a_file_that_is_no_text_is_one_fault() -> None:
    _, found = load_all({"site.yaml": b"title: S", "content/pages/a.md": b"PK\x03\x04\0"})
    assert [d.code for d in found] == ["bad-encoding"]


def test_another_encoding_is_one_fault() -> None:
    whole, found = load_all({"site.yaml": "title: “S”".encode("cp1252")})
    assert [d.code for d in found] == ["bad-encoding"]
    assert whole is not None
    assert whole.content.settings.title == "“S”"


PIECES = [
    *("title: T", "date: 2020-01-07", "name: A", "exact: [a, b]", "date: on Sunday", "passage: x"),
    *("---", "x:", "  ", "\n", "\n  ", "- ", ": ", "[", "]", "{", "}", "'", '"', "|", ">", "#"),
    *("é", "\u202e", "\x00", "person:a", "null", "timezone: Mars", "\t", "@", "&a", "*a", "!t"),
]
CONTENTS = st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.binary(max_size=120)
PATHS = st.sampled_from(
    [
        *("site.yaml", "content/x.md", "content/pages/y.md", "content/people.yaml"),
        *(
            "content/quotes.yaml",
            "content/timeline.yaml",
            "content/acronyms.yaml",
            "content/q.yaml",
        ),
    ]
)


@given(st.dictionaries(PATHS, CONTENTS, max_size=4))
def test_any_bytes_become_diagnostics(files: dict[str, str | bytes]) -> None:
    whole, found = load_all(files)
    assert (
        bool(whole) or "site.yaml" not in files or "site.yaml" in {d.location.path for d in found}
    )
    assert all(d.location.line >= 1 and d.location.column >= 1 and d.message for d in found)
    assert all(d.location.path in files for d in found)


def test_a_line_that_is_no_yaml_is_one_fault() -> None:
    text = "a:\n  exact: b\n  speaker: person: mark\n"
    assert told({"content/quotes.yaml": text}) == [("yaml-syntax", "content/quotes.yaml", 3, 18)]


@pytest.mark.parametrize(
    ("alias", "is_refused"),
    [
        ("/old-name/", False),
        ("2020/01/07/story.html", False),
        ("../../etc/passwd", True),
        ("/", True),
        ("https://example.org/x", True),
        ("a//b", True),
        ("/con/", True),
        ("a b", True),
        ("C:\\\\x", True),
    ],
)
def test_an_old_address_is_a_path_inside_the_site(alias: str, is_refused: bool) -> None:
    front = f'---\ntitle: T\ndate: 2020-01-07\naliases: ["{alias}"]\n---\n'
    expected = [("bad-alias", "content/x.md", 4, 11)] if is_refused else []
    assert told({"content/x.md": front}) == expected


def test_an_old_address_with_an_empty_part_is_not_said_to_be_empty_itself() -> None:
    front = "---\ntitle: T\ndate: 2020-01-07\naliases: [/a//b/]\n---\n"
    _, (fault,) = read({"content/x.md": front})
    assert fault.message.endswith("this page: it has two slashes in a row.")


def test_of_two_pages_of_one_slug_the_first_is_kept() -> None:
    pages = {f"content/pages/{name}.md": f"---\ntitle: {name}\nslug: a\n---\n" for name in "xy"}
    whole, _ = read(pages)
    assert whole is not None
    assert [page.path for page in whole.content.pages] == ["content/pages/x.md"]


def test_a_page_that_lacks_its_title_is_not_called_an_article() -> None:
    _, (fault,) = read({"content/pages/x.md": "---\nslug: a\n---\n"})
    assert fault.message == "The front matter of this page has no “title”."


def test_for_an_id_that_is_a_device_no_such_id_is_proposed() -> None:
    _, (fault,) = read({"content/people.yaml": "CON:\n  name: A\n"})
    assert fault.hint == "Write an id such as mark-esper."
