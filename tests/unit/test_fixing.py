"""Safe fixes: which are offered, and what they leave alone."""

import pytest

from builder.build.fixing import fixes
from tests.fuzz import mended, understood

SITE = {"site.yaml": b"title: T\n"}
WIDE = f"The bridge was {'opened again ' * 10}on Sunday. Many saw it."
STORY = "---\ntitle: T\ndate: 2020-01-07\n---\n"


def mend(path: str, text: str) -> str | None:
    """The text after the fixes; None where none is offered."""
    changed = mended(understood({**SITE, path: text.encode()}))
    return changed[path].decode() if changed else None


@pytest.mark.parametrize(
    ("path", "wrong", "right"),
    [
        ("content/people.yaml", "a:\n  nmae: A # she\n", "a:\n  name: A # she\n"),
        ("content/people.yaml", "a:\r\n  Name: A\r\n", "a:\r\n  name: A\r\n"),
        ("content/people.yaml", "a: {nam: A, sumary: B}\n", "a: {name: A, summary: B}\n"),
        ("content/people.yaml", "\ufeffa:\n  nmae: A\n", "\ufeffa:\n  name: A\n"),
        ("content/people.yaml", "a:\n  name: A\n  image: {src: a.png, alt: x, scr: y}\n", None),
        ("content/a.md", f"---\ndaet: 2020{STORY[3:]}", None),
        (
            "content/a.md",
            "---\ntitel: T\ndate: 2020-01-07\n---\nx",
            "---\ntitle: T\ndate: 2020-01-07\n---\nx",
        ),
        ("content/a.md", f"{STORY}Cafe\u0301 *e\u0301*\r\n", f"{STORY}Café *é*\r\n"),
        (
            "content/a.md",
            f"{STORY}All:\n•\tone\n• two • 2\n•three\n",
            f"{STORY}All:\n- one\n- two • 2\n- three\n",
        ),
        ("content/a.md", f"{STORY}> • one\n> • two\n", None),
        ("content/a.md", f"{STORY}> All:\n• one\n• two\n", None),
        ("content/a.md", f"{STORY}All[^1].\n\n[^1]: A note\n• one\n", None),
        ("content/a.md", f"{STORY}• one\n• 1986. It was\n", None),
        ("content/a.md", f"{STORY}• one\n• [1]: /a\n", None),
        ("content/a.md", f"{STORY}• one\n• # two\n", None),
        ("content/a.md", f"{STORY}• *one* [a](/a)\n", f"{STORY}- *one* [a](/a)\n"),
        ("content/a.md", f"{STORY}> {WIDE}\n{WIDE}\n", None),
        ("content/people.yaml", "a:\n  name: A\n  body: • one\n", None),
        ("content/people.yaml", f"a:\n  name: A\n  body: |\n    {WIDE}\n    B\n    {WIDE}\n", None),
        ("site.yaml", "title: T\nlangauge: en\n", "title: T\nlanguage: en\n"),
        ("content/people.yaml", "a:\n  name: A\n  nmae: B\n", None),
        ("content/people.yaml", "a:\n  name: A\n  colour: red\n", None),
        ("content/people.yaml", "a:\n  'nmae': A\n", None),
    ],
)
def test_a_field_misspelt_and_another_normal_form_are_mended_and_all_else_stays(
    path: str, wrong: str, right: str | None
) -> None:
    assert mend(path, wrong) == right


def test_a_list_whose_lines_stand_apart_is_mended_at_once() -> None:
    lines = "".join(f"\n• line {number}\n" for number in range(12))
    files = {**SITE, "content/a.md": f"{STORY}All:\n{lines}\n## Next\n".encode()}
    assert len(fixes(understood(files))) == 1
    assert mend("content/a.md", files["content/a.md"].decode()) == (
        f"{STORY}All:\n{lines.replace('•', '-')}\n## Next\n"
    )


@pytest.mark.parametrize(
    ("ref", "right"),
    [
        ("person:ann-roe", "person:ann-lee"),
        ("person:ann-roe # she", "person:ann-lee # she"),
        ('"person:ann-roe"', None),
        ("person:ann-ro", None),
        ("organization:ann-roe", None),
    ],
)
def test_a_reference_to_a_former_id_is_given_the_new_one(ref: str, right: str | None) -> None:
    files = {
        **SITE,
        "content/people.yaml": b"ann-lee:\n  name: Ann Lee\n  aliases: [ann-roe]\n",
        "content/a.md": f"{STORY}[She](person:ann-roe) said: “We go home.”\n".encode(),
        "content/quotes.yaml": f"q:\n  exact: We go home.\n  speaker: {ref}\n".encode(),
    }
    written = files["content/quotes.yaml"].decode()
    changed = mended(understood(files))
    expected = {"content/quotes.yaml": written.replace(ref, right).encode()} if right else {}
    assert changed == expected


@pytest.mark.parametrize(
    ("exact", "right"),
    [
        ("It's so - here ...", "It’s so – here …"),
        ('"It\'s so - here ..."', '"It’s so – here …"'),
        (">-\n    It's so -\n    here ...", ">-\n    It’s so –\n    here …"),
        ("[It's so, here ...]", "[It’s so, here …]"),
        ("'It''s so - here …'", "'It’s so – here …'"),
        ("It’s so – here …", None),
    ],
)
def test_a_quotation_is_given_the_articles_marks(exact: str, right: str | None) -> None:
    files = {
        **SITE,
        "content/a.md": f"{STORY}“It’s so – here …” she said.\n".encode(),
        "content/quotes.yaml": f"q:\n  exact: {exact}\n  note: It's - ...\n".encode(),
    }
    site = understood(files)
    assert not any(found.fix for found in site.diagnostics)
    expected = None if right is None else f"q:\n  exact: {right}\n  note: It's - ...\n"
    changed = mended(site)
    assert changed.get("content/quotes.yaml", b"").decode() == (expected or "")


def test_a_file_in_another_encoding_is_left_alone() -> None:
    text = "a:\n  nmae: Zoë\n".encode("cp1252")
    site = understood({**SITE, "content/people.yaml": text})
    assert any(found.fix for found in site.diagnostics)
    assert fixes(site) == ()


WIDE = f"The bridge was opened in May, after {'long ' * 20}work. It cost four million."


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (f"{WIDE}\nDemands\n{WIDE}\n", f"{WIDE}\n\nDemands\n\n{WIDE}\n"),
        (f"{WIDE}\r\n*Is* it so?\r\n", f"{WIDE}\r\n\r\n*Is* it so?\r\n"),
        (f"{WIDE}\nand so on.\n", None),
        (f"{WIDE}\n{'On and ' * 20}\nso on.\n", None),
        (f"> {WIDE}\n> {WIDE}\n", None),
        (f"{WIDE}\n1986. That was it.\n", None),
        (f"{WIDE}\n[1]: was it.\n", None),
    ],
)
def test_paragraphs_are_parted_where_each_line_is_one(wrong: str, right: str | None) -> None:
    assert mend("content/a.md", STORY + wrong) == (right and STORY + right)
