"""`backstory draft`: what an article asks for, at the ends of the sidecars, when agreed to."""

from pathlib import Path

import pytest

from tests.smallsite import ROOT, backstory, put, site, tree

FRONT = "---\ntitle: Talks\ndate: 2020-01-07\n---\n\n"
STORY = (
    f"{FRONT}“We will not leave Iraq now,” President Mary Roe said. On Sunday the Joint Task Force "
    "(JTF) met; “It was a long day, was it not?” she asked.\n\n“We did go home,” Roe said.\n"
)
NOTE = "People, speakers and events are found in English alone: add those here yourself.\n"
PEOPLE = "# Ours.\nada-lovelace: # She.\n  name: Ada Lovelace\n  summary: She opened it."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with an article that nobody has written entries for, and an entry of another."""
    files = {"content/story.md": STORY, "content/people.yaml": PEOPLE}
    return site(tmp_path, {**files, "content/bridge.md": f"{FRONT}Ada Lovelace opened it.\n"})


def text(root: Path, name: str) -> str:
    """A sidecar, as it is on the disk."""
    return (root / "content" / name).read_bytes().decode()


def test_entries_are_written_behind_those_that_are_there(root: Path) -> None:
    done = backstory("draft", "story", "--yes", cwd=root)
    assert done.returncode == 0
    assert done.stdout.startswith(
        "Wrote 1 person, 1 place, 1 acronym, 1 event and 3 quotations from content/story.md.\n"
    )
    assert text(root, "people.yaml") == (
        f"{PEOPLE}\n\nmary-roe:\n  name: Mary Roe\n"
        "  other_names: [Roe]\n  memberships: [{role: President}]\n"
    )
    assert text(root, "places.yaml") == "iraq:\n  name: Iraq\n"
    assert text(root, "acronyms.yaml") == "JTF:\n  expansion: Joint Task Force\n"
    assert text(root, "quotes.yaml").startswith(
        "we-will-not-leave-iraq:\n  exact: We will not leave Iraq now\n  article: story\n"
        "  speaker: person:mary-roe\n\n"
    )
    assert text(root, "timeline.yaml").startswith("the-joint-task-force-jtf:\n  title: ")


def test_what_is_left_to_say_is_told(root: Path) -> None:
    bureau = "The Bureau of Land Management (BLM) met John Poe.\n"
    put(root, "content/story.md", f"{STORY}\n{bureau}")
    done = backstory("draft", "story", root.name, "--yes", cwd=root.parent)
    assert done.stdout.endswith(
        "Read them, and delete what is not meant. What only you know is left to add:\n"
        "  content/people.yaml: who each of the 2 is (summary)\n"
        "  content/organizations.yaml: what it does (summary)\n"
        "  content/places.yaml: what that is (summary)\n"
        "  content/acronyms.yaml: what it means (definition)\n"
        "  content/timeline.yaml: a title in your words (title)\n"
        "  content/quotes.yaml: who said one of them (speaker)\n"
        f"See what it makes meanwhile: backstory serve {root.name} --open\n"
        f"And what else is amiss: backstory check {root.name}\n"
    )


def test_the_site_builds_with_them_and_the_article_asks_for_no_more(root: Path) -> None:
    backstory("draft", "story", "--yes", cwd=root)
    build = backstory("build", cwd=root)
    assert build.returncode == 0
    assert build.stderr.count("warning:") == build.stderr.count("[quote-unattributed]") == 1
    before = tree(root / "content")
    again = backstory("draft", "story", cwd=root)
    assert (again.returncode, again.stderr) == (0, "")
    assert again.stdout == "content/story.md asks for no entry that is not there.\n"
    assert tree(root / "content") == before


def test_what_would_be_written_is_shown_and_nothing_is_where_nobody_agrees(root: Path) -> None:
    before = tree(root)
    done = backstory("draft", "story", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "+++ content/acronyms.yaml\n@@ -0,0 +1,2 @@\n+JTF:\n" in done.stderr
    assert " ada-lovelace: # She.\n" in done.stderr
    question = "Write 1 person, 1 place, 1 acronym, 1 event and 3 quotations into 5 files? "
    assert question in done.stderr
    assert "To agree beforehand: backstory draft story --yes\n" in done.stderr
    assert done.stderr.endswith("Nothing was written.\n")
    assert tree(root) == before


@pytest.mark.parametrize("name", ["content/story.md", "story.md", "story"])
def test_an_article_is_meant_by_its_file_or_its_slug(root: Path, name: str) -> None:
    assert backstory("draft", name, "--yes", cwd=root).returncode == 0


@pytest.mark.parametrize("name", ["content/cafe\u0301.md", "cafe\u0301.md", "caf\u00e9"])
def test_an_article_is_meant_however_its_accents_are_stored(root: Path, name: str) -> None:
    (root / "content" / "story.md").rename(root / "content" / "cafe\u0301.md")
    assert backstory("draft", name, "--yes", cwd=root).returncode == 0


@pytest.mark.parametrize("way", ["{}/content/story.md", "content/story.md", "story.md", "story"])
def test_it_may_be_meant_from_outside_of_the_site_too(root: Path, way: str) -> None:
    named = way.format(root.name)
    asked = backstory("draft", named, root.name, cwd=root.parent)
    assert f"To agree beforehand: backstory draft {named} {root.name} --yes\n" in asked.stderr
    assert backstory("draft", named, root.name, "--yes", cwd=root.parent).returncode == 0
    assert (root / "content" / "acronyms.yaml").exists()


def test_the_command_that_is_named_can_be_typed(root: Path) -> None:
    put(root, "content/my story.md", STORY.replace("title: Talks", "title: Talks\nslug: talks"))
    (root / "content" / "story.md").unlink()
    done = backstory("check", cwd=root)
    assert "asks for: backstory draft 'content/my story.md'\n" in done.stderr
    asked = backstory("draft", "my story.md", cwd=root)
    assert "To agree beforehand: backstory draft 'my story.md' --yes\n" in asked.stderr


def test_an_unknown_article_is_refused_with_the_one_that_was_meant(root: Path) -> None:
    done = backstory("draft", "storey", "--yes", cwd=root)
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no article “storey”." in done.stderr
    assert "Did you mean “story”?" in done.stderr


def test_an_article_that_is_not_in_the_site_is_told_where_it_goes(root: Path) -> None:
    put(root.parent, "mine.md", STORY)
    done = backstory("draft", "../mine.md", "--yes", cwd=root)
    assert done.returncode == 2
    assert "  Known are: bridge, story. A new one goes into content/ first.\n" in done.stderr


def test_errors_come_first(root: Path) -> None:
    put(root, "content/glossary.yaml", "bridge:\n  term: bridge\n")
    before = tree(root)
    done = backstory("draft", "story", "--yes", cwd=root)
    assert (done.returncode, done.stdout) == (1, "")
    assert "content/glossary.yaml:1:1: error: " in done.stderr
    assert "warning: " in backstory("check", cwd=root).stderr
    assert "warning" not in done.stderr
    assert done.stderr.endswith("tried on the whole site: mend this first.\n")
    assert tree(root) == before
    put(root, "content/people.yaml", "ada:\n\tname: Ada\n")
    several = backstory("draft", "story", root.name, "--yes", cwd=root.parent)
    place = f"{root.name}/content/people.yaml:2:1"
    assert several.stderr.endswith(f": mend these 2 errors first, beginning with {place}.\n")


def test_paragraphs_that_run_into_one_are_parted_first(root: Path) -> None:
    wide = f"The mayor of Doha opened it {'again ' * 20}on Sunday. Many saw it."
    put(root, "content/story.md", f"{FRONT}{wide}\nDemands\n{wide}\n")
    put(root, "content/bridge.md", f"{FRONT}{wide}\nAda Lovelace opened it.\n")
    done = backstory("draft", "story", root.name, "--yes", cwd=root.parent)
    assert (done.returncode, done.stdout) == (1, "")
    assert "story.md:7:1: warning: " in done.stderr
    assert "bridge.md" not in done.stderr
    assert f"To mend 1 of them: backstory check {root.name} --fix\n" in done.stderr
    assert done.stderr.endswith("Mend this first: nothing was written.\n")
    backstory("check", root.name, "--fix", "--yes", cwd=root.parent)
    assert backstory("draft", "story", root.name, "--yes", cwd=root.parent).returncode == 0


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("people", "{ada-lovelace: {name: Ada Lovelace}}\n"),
        ("quotes", "{home: {exact: We did go home, speaker: person:ada-lovelace}}\n"),
    ],
)
def test_a_sidecar_that_cannot_go_on_is_left_alone(root: Path, name: str, held: str) -> None:
    put(root, f"content/{name}.yaml", held)
    before = tree(root)
    done = backstory("draft", "story", "--yes", cwd=root)
    assert done.returncode == 2
    assert f"No entry can be added at the end of content/{name}.yaml: " in done.stderr
    assert tree(root) == before


def test_where_sources_are_asked_for_the_article_is_one(root: Path) -> None:
    put(root, "site.yaml", "title: Small\nlanguage: en\ncheck: {require_sources: true}\n")
    put(root, "content/story.md", STORY.replace("title: Talks", "title: 'Talks, day 1: done'"))
    backstory("draft", "story", "--yes", cwd=root)
    source = 'sources: [{title: "Talks, day 1: done", date: 2020-01-07}]\n'
    assert [text(root, f"{name}.yaml").count(source) for name in ("people", "quotes")] == [1, 3]
    assert backstory("check", cwd=root).stderr.count("[missing-source]") == 1  # our own entry


def test_a_quotation_that_nothing_tells_apart_is_left_out(root: Path) -> None:
    said = "“We will not leave Iraq now,” President Mary Roe said.\n\n"
    put(root, "content/story.md", FRONT + said * 60 + "“We did go home,” Roe said.\n")
    done = backstory("draft", "story", "--yes", cwd=root)
    assert done.returncode == 0
    assert text(root, "quotes.yaml").count("exact:") == 1
    again = backstory("draft", "story", cwd=root)
    assert again.stdout == "content/story.md asks for no entry that is not there.\n"


def test_line_ends_stay(root: Path) -> None:
    put(root, "content/people.yaml", PEOPLE.replace("\n", "\r\n"))
    backstory("draft", "story", "--yes", cwd=root)
    written = text(root, "people.yaml")
    assert written.startswith(PEOPLE.replace("\n", "\r\n") + "\r\n\r\nmary-roe:\r\n")
    assert written.count("\n") == written.count("\r\n")


def test_a_draft_is_drafted_for_too(root: Path) -> None:
    put(root, "content/story.md", STORY.replace("title: Talks", "title: Talks\ndraft: true"))
    assert backstory("draft", "story", "--yes", cwd=root).returncode == 0


def test_of_another_language_only_quotations_and_acronyms_are_known(root: Path) -> None:
    german = "language: de\n---\n\nThen Mark Roe came on 5 May 1979. Die Inter Zone (IZ) lag dort. "
    put(
        root,
        "content/story.md",
        FRONT.replace("---\n\n", german) + "„Wir gehen heute noch fort.“\n",
    )
    done = backstory("draft", "story", "--yes", cwd=root)
    assert done.stdout.startswith(f"Wrote 1 acronym and 1 quotation from content/story.md.\n{NOTE}")
    again = backstory("draft", "story", cwd=root)
    assert again.stdout == f"content/story.md asks for no entry that is not there.\n{NOTE}"


def test_the_sample_article_alone_makes_a_site(tmp_path: Path) -> None:
    words = (ROOT / "tests" / "seed_article.txt").read_text(encoding="utf-8")
    root = site(tmp_path, {"content/story.md": FRONT + words, "content/people.yaml": ""})
    backstory("check", "--fix", "--yes", cwd=root)  # its lines are pasted without empty ones
    done = backstory("draft", "story", "--yes", cwd=root)
    assert done.stdout.startswith("Wrote 7 people, 7 places, 2 acronyms, ")
    assert "article:" not in text(root, "quotes.yaml") + text(root, "timeline.yaml")
    assert "CJTF-OIR:\n  expansion: Combined Joint Task Force–Operation Inherent Resolve\n" in text(
        root, "acronyms.yaml"
    )
    build = backstory("build", cwd=root)
    assert (build.returncode, "error" in build.stderr) == (0, False)
