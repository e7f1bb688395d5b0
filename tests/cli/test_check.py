"""`backstory check`: everything is said, nothing is written; --fix writes what was agreed to."""

import json
import re
import shutil
from pathlib import Path

import pytest

from builder.sources.naming import LARGEST_PICTURE
from tests.smallsite import PICTURE, ROOT, backstory, put, site, tree

QUOTE = (
    "# Words\r\nslow:   # as told\r\n  exact: It's long  \r\n    in the making\r\n"
    "  speaker: person:ada-lovelace\r\n"
)
STORY = (
    "---\ntitle: A bridge\ndate: 2020-01-07\n---\n\n"
    "Ada Lovelace opened the bridge. “It’s long in the making,” she said.\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return site(tmp_path / "site")


def test_a_sound_site_is_said_to_be_so_and_nothing_is_written(root: Path) -> None:
    before = tree(root)
    done = backstory("check", cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    checked, found = done.stdout.splitlines()
    assert re.fullmatch(r"Checked \d+ pages from 3 files: nothing to report\.", checked)
    assert found == "Found in the articles: 1 mention."
    assert tree(root) == before


def test_errors_are_exit_1_and_warnings_are_not_unless_strict(root: Path) -> None:
    put(root, "content/notes.txt", "x")
    done = backstory("check", cwd=root)
    assert done.returncode == 0
    assert done.stderr.startswith("content/notes.txt:1:1: warning: ")
    assert "it can be built" in done.stdout
    assert backstory("check", "--strict", cwd=root).returncode == 1
    put(root, "content/people.yaml", "a: [b")
    done = backstory("check", cwd=root)
    assert (done.returncode, done.stdout) == (1, "")
    assert "content/people.yaml:1:4: error: " in done.stderr


def test_drafts_are_checked_when_asked(root: Path) -> None:
    draft = "---\ntitle: D\ndate: 2020-01-07\ndraft: true\n---\n[x](/nowhere/)\n"
    put(root, "content/draft.md", draft)
    assert backstory("check", cwd=root).returncode == 0
    done = backstory("check", "--drafts", cwd=root)
    assert done.returncode == 1
    assert "[broken-link]" in done.stderr


def test_for_programs_diagnostics_are_the_data(root: Path) -> None:
    put(root, "content/people.yaml", "ada-lovelace:\n  nmae: Ada Lovelace\n")
    done = backstory("check", "--format", "json", cwd=root)
    assert (done.returncode, done.stderr) == (1, "")
    (told,) = map(json.loads, done.stdout.splitlines())
    assert (told["code"], told["path"]) == ("unknown-key", "content/people.yaml")
    done = backstory("check", "site", "--format", "github", cwd=root.parent)
    assert done.stdout.startswith("::error file=site/content/people.yaml,line=2,col=3,endColumn=7,")
    done = backstory("check", "--format", "sarif", cwd=root)
    assert json.loads(done.stdout)["runs"][0]["results"][0]["ruleId"] == "unknown-key"


def test_a_build_has_the_same_formats(root: Path) -> None:
    put(root, "content/notes.txt", "x")
    done = backstory("build", "--format", "json", cwd=root)
    assert done.returncode == 0
    assert json.loads(done.stdout)["code"] == "unused-file"
    assert done.stderr.startswith("Built ")
    again = backstory("build", "--format", "json", cwd=root)
    assert again.stdout == done.stdout


def test_a_sidecar_with_an_ending_too_many_is_told_and_nothing_that_it_holds(root: Path) -> None:
    put(root, "content/quotes.yaml", QUOTE)
    put(root, "content/story.md", STORY)
    (root / "content/people.yaml").rename(root / "content/people.yaml.txt")
    told = backstory("check", "--format", "json", cwd=root).stdout.splitlines()
    (fault,) = map(json.loads, told)
    assert (fault["path"], fault["code"]) == ("content/people.yaml.txt", "misnamed-file")
    assert fault["hint"] == "Rename it to people.yaml."


@pytest.mark.parametrize(
    "name", ["content", "content/people.yaml", "content/story.md", "content/pages"]
)
def test_what_is_not_read_is_told_and_nothing_that_it_holds(root: Path, name: str) -> None:
    put(root, "content/quotes.yaml", QUOTE)
    put(root, "content/story.md", STORY + "\nMore [about us](pages/about.md).\n")
    put(root, "content/pages/about.md", "---\ntitle: About\n---\n[A bridge](/articles/story/)\n")
    other = "---\ntitle: Another\ndate: 2020-01-08\n---\n\nSee [the bridge](story.md).\n"
    put(root, "content/other.md", other)
    (root / name).rename(root / "elsewhere")
    (root / name).symlink_to(root / "elsewhere")
    told = backstory("check", "--format", "json", cwd=root).stdout.splitlines()
    (fault,) = map(json.loads, told)
    assert (fault["path"], fault["code"]) == (name, "symlink-refused")


def test_a_picture_that_is_too_large_is_not_missing_as_well(root: Path) -> None:
    put(root, "content/story.md", STORY + "\n![The bridge](bridge.jpg)\n")
    with (root / "content/bridge.jpg").open("wb") as file:
        file.truncate(LARGEST_PICTURE + 1)
    told = backstory("check", "--format", "json", cwd=root).stdout.splitlines()
    faults = [json.loads(line) for line in told]
    (fault,) = (fault for fault in faults if fault["severity"] == "error")
    assert (fault["path"], fault["code"]) == ("content/bridge.jpg", "file-too-large")
    assert fault["hint"] == "Save it with fewer pixels, or as JPEG or WebP."


def test_a_sound_site_is_no_data_but_a_sarif_log(root: Path) -> None:
    for form, expected in (("json", ""), ("github", "")):
        assert backstory("check", "--format", form, cwd=root).stdout == expected
    done = backstory("check", "--format", "sarif", cwd=root)
    assert json.loads(done.stdout)["runs"][0]["results"] == []


UNSOUND = '<p id="a"></p><p id="a"></p><a href="x">x</a><img src="../y">'


@pytest.mark.parametrize("is_built", [True, False])
def test_pages_are_judged_whether_they_are_built_or_not(root: Path, is_built: bool) -> None:
    put(root, "templates/404.html", UNSOUND)
    if is_built:
        backstory("build", cwd=root)
    before = tree(root)
    done = backstory("check", cwd=root)
    assert done.returncode == 1
    assert (
        "output/404.html:1:15: error: The id “a” stands on this page a second time." in done.stderr
    )
    assert f"1 │ {UNSOUND}\n  │               ^^" in done.stderr
    assert "[missing-alt]" in done.stderr
    assert "[image-unsized]" in done.stderr
    assert "broken" not in done.stderr  # 404.html is served at any depth
    assert tree(root) == before


def test_pages_of_older_content_are_made_anew_to_be_judged(root: Path) -> None:
    backstory("build", cwd=root)
    put(root, "templates/404.html", UNSOUND)
    before = tree(root)
    done = backstory("check", cwd=root)
    assert (done.returncode, done.stderr.count("[duplicate-id]")) == (1, 1)
    assert f"1 │ {UNSOUND}\n" in done.stderr
    assert tree(root) == before


def test_every_template_that_fails_is_told(root: Path) -> None:
    put(root, "templates/404.html", "\n  {{ page.titel }}")
    put(root, "templates/entry.html", "{% if %}")
    done = backstory("check", cwd=root)
    assert done.returncode == 1
    places = re.findall(r"^(\S+): error: .* \[template-failed\]$", done.stderr, re.MULTILINE)
    assert places == ["templates/404.html:2:3", "templates/entry.html:1:1"]
    assert not (root / "output").exists()


def test_errors_of_the_content_come_before_those_of_templates(root: Path) -> None:
    put(root, "templates/404.html", "{{ page.titel }}")
    put(root, "content/people.yaml", "ada-lovelace:\n  nmae: Ada Lovelace\n")
    done = backstory("check", cwd=root)
    assert "[unknown-key]" in done.stderr
    assert "[template-failed]" not in done.stderr


def test_a_build_with_drafts_is_not_taken_for_one_without(root: Path) -> None:
    put(root, "content/draft.md", "---\ntitle: D\ndate: 2020-01-07\ndraft: true\n---\nNone.\n")
    backstory("build", cwd=root)
    assert backstory("check", "--drafts", cwd=root).returncode == 0


def test_unfinished_pages_are_said_to_be_so(root: Path) -> None:
    backstory("build", cwd=root)
    marker = root / "output/.backstory"
    marker.write_text(marker.read_text().replace('"complete"', '"unfinished"'))
    done = backstory("check", cwd=root)
    assert done.returncode == 0
    assert "a build of it was interrupted" in done.stderr


def test_a_broken_picture_is_told_where_it_is_shown(root: Path) -> None:
    people = "ada-lovelace:\n  name: Ada Lovelace\n  image: {src: a.png, alt: Her}\n"
    put(root, "content/people.yaml", people)
    put(root, "content/a.png", PICTURE)
    assert backstory("check", cwd=root).returncode == 0
    put(root, "content/a.png", PICTURE[:20])
    for command in ("check", "build"):
        done = backstory(command, cwd=root)
        assert done.returncode == 1
        assert done.stderr.startswith("content/people.yaml:3:16: error: “a.png” is no picture")
    assert not (root / "output/index.html").exists()


def test_an_id_that_changed_is_told_until_an_alias_leads_on(root: Path) -> None:
    backstory("build", cwd=root)
    renamed = "# who\nlovelace:\n  name: Ada Lovelace\n"
    put(root, "content/people.yaml", renamed)
    done = backstory("check", cwd=root)
    assert (done.returncode, done.stderr.count("warning")) == (0, 2)  # and in the summary
    assert done.stderr.startswith(
        "content/people.yaml:2:1: warning: The page “/people/ada-lovelace/” would be gone"
    )
    assert "write `aliases: [ada-lovelace]` here." in done.stderr
    mended = backstory("check", "--fix", "--yes", cwd=root)
    assert "nothing to report" in mended.stdout
    text = (root / "content/people.yaml").read_text()
    assert text == renamed.replace("  name", "  aliases: [ada-lovelace]\n  name")
    backstory("build", cwd=root)
    old = (root / "output/people/ada-lovelace/index.html").read_text()
    assert 'url=../lovelace/"' in old


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("content/people.yaml", "ada lovelace:\n  name: Ada Lovelace\n", "bad-id"),
        ("site.yaml", "title: Small\nlanguage: en\nsearch: yes\n", "wrong-type"),
    ],
)
def test_a_page_is_not_gone_whose_file_has_an_error(
    root: Path, file: str, text: str, code: str
) -> None:
    put(root, "site.yaml", "title: Small\nlanguage: en\nsearch: true\n")
    backstory("build", cwd=root)
    put(root, file, text)
    said = backstory("check", cwd=root).stderr
    assert f"[{code}]" in said
    assert "[address-gone]" not in said


def test_a_page_that_is_meant_to_go_can_be_silenced(root: Path) -> None:
    backstory("build", cwd=root)
    (root / "content/people.yaml").unlink()
    settings = "title: Small\nlanguage: en\n"
    assert "[address-gone]" in backstory("check", cwd=root).stderr
    put(root, "site.yaml", settings + "check: {ignore: [address-gone]}\n")
    assert backstory("check", "--strict", cwd=root).returncode == 0
    assert "unused-ignore" not in backstory("build", cwd=root).stderr
    assert backstory("check", "--strict", cwd=root).returncode == 0  # nor is it told as unused


def test_of_two_slips_of_one_field_none_is_mended(root: Path) -> None:
    text = "ada-lovelace:\n  nam: Ada\n  nmae: Bob\n"
    put(root, "content/people.yaml", text)
    backstory("check", "--fix", "--yes", cwd=root)
    assert (root / "content/people.yaml").read_text() == text


def broken(root: Path) -> dict[str, bytes]:
    """The site with three faults that can be fixed, one of them asked for only."""
    put(root, "content/story.md", STORY)
    put(root, "content/quotes.yaml", QUOTE)
    put(
        root,
        "content/people.yaml",
        "ada-lovelace: # she\n  naem: Ada Lovelace\n  summary: e\u0301\n",
    )
    return tree(root)


def test_fixes_are_shown_and_made_only_when_agreed(root: Path) -> None:
    before = broken(root)
    done = backstory("check", "--fix", cwd=root)
    assert done.returncode == 1
    assert "-  naem: Ada Lovelace" in done.stderr
    assert "+  name: Ada Lovelace" in done.stderr
    assert "Nothing was changed." in done.stderr
    assert tree(root) == before


def test_fixes_change_nothing_else(root: Path) -> None:
    before = broken(root)
    done = backstory("check", "--fix", "--yes", cwd=root)
    after = tree(root)
    assert (done.returncode, "Changed 2 files." in done.stderr) == (0, True)
    people, quotes = "content/people.yaml", "content/quotes.yaml"
    expected = before[people].replace(b"naem", b"name").replace("e\u0301".encode(), "é".encode())
    assert after[people] == expected
    assert after[quotes] == before[quotes].replace(b"It's", "It’s".encode())
    assert {**after, people: b"", quotes: b""} == {**before, people: b"", quotes: b""}
    again = backstory("check", "--fix", "--yes", cwd=root)
    assert "There is nothing that can be fixed safely." in again.stderr


def test_a_fix_that_another_one_uncovers_is_made_in_the_same_run(root: Path) -> None:
    put(root, "content/story.md", STORY + "“It was long in the making,” Ada Lovelace said.\n")
    put(root, "content/people.yaml", "ada-lovelace:\n  name: Ada Lovelace\n  aliases: [ada]\n")
    quote = "long:\n  exact: It was long in the making\n  {}\n"
    put(root, "content/quotes.yaml", quote.format("speakr: person:ada"))
    done = backstory("check", "--fix", "--yes", cwd=root)
    assert (done.returncode, done.stderr.count("+++ ")) == (0, 1)
    fixed = quote.format("speaker: person:ada-lovelace")
    assert (root / "content/quotes.yaml").read_text() == fixed


def test_what_lacks_entries_can_be_drafted(root: Path) -> None:
    put(root, "content/story.md", STORY + "“It was long in the making.”\n")
    way = f"{root.name}/content/story.md {root.name}"
    for words, where, cwd in (("content/story.md", [], root), (way, [root.name], root.parent)):
        done = backstory("check", *where, cwd=cwd)
        assert f"To begin the entries that it asks for: backstory draft {words}\n" in done.stderr
        assert backstory("draft", *words.split(), cwd=cwd).stderr.count("exact: It was long") == 1


def test_a_link_is_not_written_through(root: Path) -> None:
    outside = put(root.parent, "people.yaml", "ada-lovelace:\n  naem: Ada Lovelace\n")
    (root / "content/people.yaml").unlink()
    (root / "content/people.yaml").symlink_to(outside)
    assert backstory("check", "--fix", "--yes", cwd=root).returncode == 1
    assert "naem" in outside.read_text()


@pytest.mark.parametrize(
    "arguments", [["--yes"], ["--format", "xml"], ["nowhere"], ["--nonsense"], ["a", "b"]]
)
def test_wrong_usage_is_exit_2(root: Path, arguments: list[str]) -> None:
    done = backstory("check", *arguments, cwd=root)
    assert (done.returncode, done.stdout) == (2, "")


def test_the_sample_and_its_pages_have_nothing_to_remark(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "site.yaml", tmp_path)
    assert backstory("build", cwd=tmp_path).returncode == 0
    done = backstory("check", "--strict", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "nothing to report" in done.stdout


@pytest.mark.parametrize("name", ["quay.heic", "quay.svg"])
def test_a_file_that_is_shown_and_is_no_picture_is_told_once_where_it_is_shown(
    root: Path, name: str
) -> None:
    put(root, f"content/{name}", "x")
    put(root, f"content/other-{name}", "x")
    put(root, "content/story.md", f"{STORY}\n![The quay]({name})\n")
    told = backstory("check", "--format", "json", cwd=root).stdout.splitlines()
    places = [(d["path"], d["code"]) for d in map(json.loads, told) if name in d["path"]]
    assert [path for path, _ in places] == [f"content/other-{name}"]
    (missing,) = (d for d in map(json.loads, told) if d["code"] == "image-missing")
    assert missing["hint"].startswith("Save it as PNG")
