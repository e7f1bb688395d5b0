"""After any sequence of edits, an incremental build leaves the bytes of a clean one."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from builder.build.building import build
from builder.build.request import Request
from tests.test_golden import GOLDEN, files

ARTICLES = st.sampled_from(["notes", "prize", "unfinished", "extra", "more"])
NAMES = st.sampled_from(
    ["Ada Lovelace", "Lovelace", "the engine", "AE", "東京", "Paris", "Babbage"]
)
SIDECARS = st.sampled_from(["people", "places", "glossary", "acronyms", "timeline", "quotes"])


class Edits(RuleBasedStateMachine):
    """A site that is edited, and built after each edit."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="backstory-"))
        self.site = self.folder / "site"
        shutil.copytree(GOLDEN / "site", self.site)

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(slug=ARTICLES, name=NAMES, number=st.integers(0, 3))
    def write_article(self, slug: str, name: str, number: int) -> None:
        text = (
            f"---\ntitle: {slug}\ndate: 1860-01-0{number + 1}\n---\n\nOf {name}, {number} times.\n"
        )
        (self.site / "content" / f"{slug}.md").write_text(text, encoding="utf-8")

    @rule(slug=ARTICLES)
    def remove_article(self, slug: str) -> None:
        (self.site / "content" / f"{slug}.md").unlink(missing_ok=True)

    @rule(slug=ARTICLES)
    def toggle_draft(self, slug: str) -> None:
        path = self.site / "content" / f"{slug}.md"
        if path.exists():
            text = path.read_text(encoding="utf-8")
            given = "draft: true\n"
            text = (
                text.replace(given, "")
                if given in text
                else text.replace("\n---\n", f"\n{given}---\n", 1)
            )
            path.write_text(text, encoding="utf-8")

    @rule(sidecar=SIDECARS)
    def toggle_sidecar(self, sidecar: str) -> None:
        path = self.site / "content" / f"{sidecar}.yaml"
        aside = self.folder / path.name
        shutil.move(path, aside) if path.exists() else shutil.move(aside, path)

    @rule(name=NAMES, id_=st.sampled_from(["ali", "tokyo", "someone"]))
    def name_a_person(self, name: str, id_: str) -> None:
        path = self.site / "content" / "people.yaml"
        if path.exists():
            lines = path.read_text(encoding="utf-8").split("\nali:")[0]
            path.write_text(f"{lines}\nali:\n  name: علی\n{id_}-2:\n  name: {name} {id_}\n")

    @rule(repeat=st.sampled_from(["section", "page", "all", "none"]), title=NAMES)
    def change_settings(self, repeat: str, title: str) -> None:
        (self.site / "site.yaml").write_text(
            f"title: {title}\nlinking: {{repeat: {repeat}}}\n", encoding="utf-8"
        )

    @rule(text=st.sampled_from(["", "User-agent: *\n", "Other: {{ page.sitemap }}\n"]))
    def override_a_template(self, text: str) -> None:
        path = self.site / "templates" / "robots.txt"
        path.write_text(text) if text else path.unlink(missing_ok=True)

    @rule()
    def damage_the_cache(self) -> None:
        for path in (self.site / ".cache").rglob("*"):
            if path.is_file():
                path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    @rule(path=st.sampled_from(["index.html", "people/index.html", "data/people.json"]))
    def touch_the_output(self, path: str) -> None:
        target = self.folder / "out" / path
        if target.exists():
            target.write_text("changed by hand")

    @invariant()
    def incremental_equals_clean(self) -> None:
        if not hasattr(self, "site"):
            return
        output, clean = self.folder / "out", self.folder / "clean"
        outcome = build(Request(str(self.site), str(output)))
        other = build(Request(str(self.site), str(clean), clean=True))
        assert outcome.diagnostics == other.diagnostics
        if outcome.summary is not None:
            assert files(output) == files(clean)
        shutil.rmtree(clean, ignore_errors=True)


TestEdits = Edits.TestCase
TestEdits.settings = settings(max_examples=8, stateful_step_count=7, deadline=None)
