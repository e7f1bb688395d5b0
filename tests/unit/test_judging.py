"""Pages judged without being written: all are made, and of each template enough are read."""

from pathlib import Path

import pytest

from builder.audit import auditing
from builder.audit.pages import FinishedPage
from builder.build import judging
from builder.build.checking import check, finished
from builder.build.judging import Judged, judge
from tests.smallsite import ROOT, backstory, built, put, request, site

STORY = "---\ntitle: S\ndate: 2020-01-07\n---\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    people = "".join(f"p{n}:\n  name: Person{n}\n" for n in range(9))
    named = " ".join(f"Person{n} spoke." for n in range(9))
    return site(tmp_path, {"content/story.md": STORY + named, "content/people.yaml": people})


def judged(root: Path) -> Judged:
    wanted = request(root)
    return judge(check(wanted), wanted, finished(wanted))


def test_a_page_among_the_assets_is_not_judged(root: Path) -> None:
    (root / "templates/assets").mkdir(parents=True)
    (root / "templates/assets/old.html").write_bytes(b"caf\xe9 <a href=gone>")
    assert judged(root).diagnostics == ()
    backstory("build", cwd=root)
    assert judged(root).diagnostics == ()


def test_of_each_template_as_many_pages_are_read_as_are_allowed(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def counted(html: str, path: str) -> FinishedPage:
        read.append(path)
        return FinishedPage(frozenset(), (), ())

    monkeypatch.setattr(judging, "MOST", 3)
    monkeypatch.setattr(auditing, "read_page", counted)
    judged(root)
    assert [path for path in read if "/people/p" in path] == [
        f"output/people/p{n}/index.html" for n in (0, 3, 6)
    ]
    assert "output/index.html" in read


def test_a_template_that_fails_on_one_page_alone_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "MOST", 1)
    put(root, "templates/entry.html", "{% if page.label == 'Person5' %}\n{{ page.nme }}{% endif %}")
    found = judged(root).diagnostics
    assert [(one.code, one.location.line) for one in found] == [("template-failed", 2)]


def test_pages_that_were_built_for_another_address_are_not_judged_for_these(root: Path) -> None:
    put(root, "site.yaml", "title: S\nlanguage: en\nurl: https://a.example/\n")
    built(root, url="https://b.example/")
    assert judged(root).made
    built(root)
    assert not judged(root).made


def test_the_entry_page_that_the_guide_shows_passes(root: Path) -> None:
    guide = (ROOT / "docs/templates.md").read_text(encoding="utf-8")
    put(root, "templates/entry.html", guide.partition("```jinja\n")[2].partition("```")[0])
    assert judged(root).diagnostics == ()
