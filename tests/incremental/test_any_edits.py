"""After any edits, an incremental build leaves the bytes of a clean one, and a preview shows them.

A short run is among the tests; `make edits` is the long one.
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from unittest import mock

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from builder.build.building import build
from builder.build.processes import assisting
from builder.build.request import Outcome, Request
from builder.build.showing import Showing
from builder.build.shown import Shown
from builder.ground.diagnostics import Diagnostic
from builder.pages import front
from builder.render.searchindex import PROGRAM
from builder.sources.troubles import Flawed
from tests.smallsite import PICTURE, request
from tests.test_golden import GOLDEN, files

SEQUENCES = int(os.environ.get("BACKSTORY_EDITS", "8"))
"""Sequences of edits that are tried."""
ARTICLES = st.sampled_from(["notes", "prize", "unfinished", "extra", "more"])
NAMES = st.sampled_from(
    ["Ada Lovelace", "Lovelace", "the engine", "AE", "東京", "Paris", "Babbage"]
)
SIDECARS = st.sampled_from(
    ["people", "places", "glossary", "acronyms", "organizations", "documents", "timeline", "quotes"]
)
FRONT = st.sampled_from(
    [
        ("standfirst", ""),
        ("standfirst", "Of Lovelace and *the engine*."),
        ("standfirst", "Of Paris; see [the other](prize.md).[^n]"),
        ("key_points", ""),
        ("key_points", "[Ada Lovelace wrote., An AE.]"),
        ("key_points", "[Paris.]"),
        ("aliases", ""),
        ("aliases", "[/before/, older.html]"),
        ("aliases", "[/before/]"),
        ("aliases", "[/articles/notes/]"),
        ("aliases", "[/archive/]"),
        ("corrections", ""),
        ("corrections", "[{date: 1861-01-01, text: It was Paris.}]"),
        ("language", ""),
        ("language", "fr"),
        ("slug", ""),
        ("slug", "prize"),
        ("slug", "other"),
        ("anchor", "1842-01-01"),
        ("anchor", ""),
        ("date", "1860-01-01T23:30:00Z"),
        ("date", "1843-09-05"),
        ("image", ""),
        ("image", "{src: a.png, alt: An engine}"),
        ("ignore", "[unused-entry, quote-unindexed]"),
    ]
)
SETTINGS = st.sampled_from(
    [
        ("title", "Papers"),
        ("url", ""),
        ("url", "https://example.org/papers/"),
        ("url", "https://example.net"),
        ("language", "de"),
        ("language", "ar"),
        ("language", "en"),
        ("timezone", "Asia/Tokyo"),
        ("timezone", "America/New_York"),
        ("urls", "file"),
        ("urls", "pretty"),
        ("linking", "{repeat: all}"),
        ("linking", "{repeat: none}"),
        ("linking", "{repeat: page, in_quotes: false}"),
        ("theme", '{accent: "#903020"}'),
        ("theme", "{font: serif}"),
        ("publisher", "{name: Other Press}"),
        ("licence", "{code: MIT, content: CC0}"),
        ("feeds", "false"),
        ("social_cards", "true"),
        ("search", "true"),
        ("search", "false"),
        ("check", "{ignore: [unused-entry]}"),
        ("nav", "[{title: Away, url: /timeline/}]"),
    ]
)
WORDS = st.sampled_from(
    [
        "the engine",
        "whatever we know how to order it to perform.",
        "Of Paris, 2 times.",
        "was shown in Paris",
        "is nowhere",
        "The engine of the two Swedes was shown",
    ]
)
WHERE = st.sampled_from(
    ["", "article: prize", "article: more", "prefix: 'Of '", "suffix: ','", "cue: Of", "cue: Paris"]
)
FORGED = st.sampled_from(
    [
        "UPDATE kept SET data = (SELECT data FROM kept o WHERE o.kind = kept.kind LIMIT 1)",
        "UPDATE kept SET data = o.data, seal = o.seal FROM kept o WHERE o.rowid = kept.rowid + 1",
        "UPDATE kept SET key = upper(key)",
        "UPDATE maker SET name = 'another'",
        "DELETE FROM kept WHERE kind IN ('close', 'prose')",
        "DELETE FROM kept WHERE kind = 'seen'",
        "DROP TABLE kept",
        "CREATE TRIGGER ours AFTER INSERT ON kept BEGIN DELETE FROM kept; END",
    ]
)


class Edits(RuleBasedStateMachine):
    """A site that is edited, and after each edit built, or shown by one preview."""

    @initialize(
        is_shown=st.booleans(),
        processes=st.sampled_from([1, 2]),
        many=st.sampled_from([2, 64]),
        latest=st.sampled_from([2, 50]),
    )
    def begin(self, is_shown: bool, processes: int, many: int, latest: int) -> None:
        self.is_shown = is_shown
        self.processes = processes
        self.numbers = ExitStack()  # else no site here were large, or had an archive
        self.numbers.enter_context(mock.patch.object(assisting, "MANY", many))
        self.numbers.enter_context(mock.patch.object(front, "LATEST", latest))
        self.folder = Path(tempfile.mkdtemp(prefix="backstory-"))
        self.site = self.folder / "site"
        self.wished: dict[str, object] = {}
        shutil.copytree(GOLDEN / "site", self.site)
        self.showing = Showing(request(self.site, **self.wished))

    def teardown(self) -> None:
        self.numbers.close()
        shutil.rmtree(self.folder)

    def content(self, name: str) -> Path:
        return self.site / "content" / name

    @rule(slug=ARTICLES, name=NAMES, number=st.integers(0, 3))
    def write_article(self, slug: str, name: str, number: int) -> None:
        text = (
            f"---\ntitle: {slug}\ndate: 1860-01-0{number + 1}\n---\n\nOf {name}, {number} times.\n"
        )
        self.content(f"{slug}.md").write_text(text, encoding="utf-8")

    @rule(slug=ARTICLES, text=st.sampled_from(["![An engine](a.png)", "[There](prize.md) AEs."]))
    def add_to_article(self, slug: str, text: str) -> None:
        path = self.content(f"{slug}.md")
        if path.exists():
            path.write_text(f"{path.read_text('utf-8')}\n{text}\n", encoding="utf-8")

    @rule(slug=ARTICLES)
    def remove_article(self, slug: str) -> None:
        self.content(f"{slug}.md").unlink(missing_ok=True)

    @rule(slug=ARTICLES)
    def leave_one_article(self, slug: str) -> None:
        if self.content(f"{slug}.md").exists():
            for path in self.content("").glob("*.md"):
                if path.stem != slug:
                    path.unlink()

    @rule(slug=ARTICLES, other=ARTICLES)
    def rename_article(self, slug: str, other: str) -> None:
        path = self.content(f"{slug}.md")
        if path.exists():
            path.rename(self.content(f"{other}.md"))

    @rule(slug=ARTICLES)
    def toggle_draft(self, slug: str) -> None:
        path = self.content(f"{slug}.md")
        given = path.exists() and "draft: true\n" in path.read_text("utf-8")
        self.put_front(path, "draft", "" if given else "true")

    @rule(slug=ARTICLES, field=FRONT)
    def edit_front_matter(self, slug: str, field: tuple[str, str]) -> None:
        self.put_front(self.content(f"{slug}.md"), *field)

    def put_front(self, path: Path, name: str, value: str) -> None:
        """Give a field of the front matter another value; none where that is empty."""
        if path.exists():
            _, front, body = path.read_text("utf-8").split("---\n", 2)
            lines = "".join(without(name, front)) + (f"{name}: {value}\n" if value else "")
            path.write_text(f"---\n{lines}---\n{body}", encoding="utf-8")

    @rule(sidecar=SIDECARS)
    def toggle_sidecar(self, sidecar: str) -> None:
        path = self.content(f"{sidecar}.yaml")
        aside = self.folder / path.name
        shutil.move(path, aside) if path.exists() else shutil.move(aside, path)

    @rule(sidecar=SIDECARS)
    def move_places(self, sidecar: str) -> None:
        path = self.content(f"{sidecar}.yaml")
        if path.exists():
            path.write_text(f"# A line more.\n{path.read_text('utf-8')}", encoding="utf-8")

    @rule(sidecar=SIDECARS)
    def turn_a_sidecar_round(self, sidecar: str) -> None:
        path = self.content(f"{sidecar}.yaml")
        if path.exists():
            entries = path.read_text("utf-8").replace("\n ", "\0").splitlines()
            text = "\n".join(reversed(entries)).replace("\0", "\n ")
            path.write_text(f"{text}\n", encoding="utf-8")

    @rule(name=NAMES, id_=st.sampled_from(["ali", "tokyo", "someone"]))
    def name_a_person(self, name: str, id_: str) -> None:
        path = self.content("people.yaml")
        if path.exists():
            lines = path.read_text(encoding="utf-8").split("\nali:")[0]
            path.write_text(f"{lines}\nali:\n  name: علی\n{id_}-2:\n  name: {name} {id_}\n")

    @rule(old=NAMES, new=NAMES, sidecar=SIDECARS)
    def replace_a_name(self, old: str, new: str, sidecar: str) -> None:
        path = self.content(f"{sidecar}.yaml")
        if path.exists():
            path.write_text(path.read_text("utf-8").replace(old, new), encoding="utf-8")

    @rule(words=WORDS, where=WHERE, speaker=st.sampled_from(["ali", "ada-lovelace", "nobody"]))
    def quote(self, words: str, where: str, speaker: str) -> None:
        lines = ["heard:", f"  exact: {words}", f"  speaker: person:{speaker}", f"  {where}"]
        self.put_entry("quotes.yaml", lines)

    @rule(words=WORDS, more=WORDS, where=WHERE, date=st.sampled_from(["1855", "1834~", "1860-01"]))
    def tell_an_event(self, words: str, more: str, where: str, date: str) -> None:
        place = where if where.startswith("article") else ""
        lines = ["heard:", f"  title: {more}", f'  date: "{date}"', f"  {place}", "  passage:"]
        self.put_entry("timeline.yaml", [*lines, f"    - {words}", f"    - {more}"])

    def put_entry(self, sidecar: str, lines: list[str]) -> None:
        """Put an entry at the end of a sidecar, instead of the one put there before."""
        path = self.content(sidecar)
        if path.exists():
            before = path.read_text("utf-8").partition("heard:")[0]
            path.write_text(before + "\n".join(lines) + "\n", encoding="utf-8")

    @rule(data=st.sampled_from([b"", PICTURE, PICTURE + b"!", b"no picture"]))
    def change_a_picture(self, data: bytes) -> None:
        path = self.content("a.png")
        path.write_bytes(data) if data else path.unlink(missing_ok=True)

    @rule(setting=SETTINGS)
    def change_a_setting(self, setting: tuple[str, str]) -> None:
        path = self.site / "site.yaml"
        lines = "".join(without(setting[0], path.read_text("utf-8")))
        path.write_text(f"{lines}{setting[0]}: {setting[1]}\n", encoding="utf-8")

    @rule(url=st.sampled_from([None, "", "https://example.com/"]), drafts=st.booleans())
    def wish_otherwise(self, url: str | None, drafts: bool) -> None:
        self.wished = {"url": url, "drafts": drafts}
        self.showing = Showing(request(self.site, **self.wished))

    @rule(text=st.sampled_from(["", "Agent: *\n", "{{ page.sitemap }}\n", '{{ "1855~" | date }}']))
    def override_a_template(self, text: str) -> None:
        path = self.site / "templates" / "robots.txt"
        path.write_text(text) if text else path.unlink(missing_ok=True)

    @rule(kept=st.integers(0, 3))
    def damage_the_cache(self, kept: int) -> None:
        for path in (self.site / ".cache").rglob("*"):
            if path.is_file():
                path.write_bytes(path.read_bytes()[: path.stat().st_size * kept // 4])

    @rule()
    def lose_half_of_the_manifest(self) -> None:
        for path in (self.site / ".cache").rglob("manifest.since"):
            path.unlink()

    @rule()
    def lose_the_memory(self) -> None:
        for path in self.memories():
            path.unlink()

    @rule(sql=FORGED)
    def forge_the_memory(self, sql: str) -> None:
        for path in self.memories():
            with closing(sqlite3.connect(path)) as table:
                try:
                    table.execute(sql)
                    table.commit()
                except sqlite3.DatabaseError:
                    continue

    def memories(self) -> list[Path]:
        """What builds remember."""
        return list((self.site / ".cache").rglob("memory.db"))

    @rule(path=st.sampled_from(["index.html", "people/index.html", "data/people.json"]))
    def touch_the_output(self, path: str) -> None:
        target = self.folder / "out" / path
        if target.exists():
            target.write_text("changed by hand")

    @invariant()
    def incremental_equals_clean(self) -> None:
        if not hasattr(self, "site"):
            return
        clean = self.folder / "clean"
        outcome = build(self.request(clean)._replace(clean=True))
        if self.is_shown:
            self.preview_shows(outcome, clean)
        else:
            self.build_leaves(outcome, clean)
        shutil.rmtree(clean, ignore_errors=True)

    def build_leaves(self, clean: Outcome, made: Path) -> None:
        """An incremental build, be it in several processes, says and leaves the same."""
        output = self.folder / "out"
        outcome = build(self.request(output)._replace(processes=self.processes))
        assert outcome.diagnostics == clean.diagnostics
        if outcome.summary is not None:
            assert files(output) == files(made)

    def preview_shows(self, clean: Outcome, made: Path) -> None:
        """A preview says the same, and every file it shows is the same.

        That a single page fails, it says only where that page is looked at.
        """
        renewed = self.showing.renew()
        if clean.failed:
            assert not renewed.ok or flaws(renewed.site) & set(clean.diagnostics)
            return
        assert (renewed.ok, renewed.diagnostics) == (True, clean.diagnostics)
        if PROGRAM in renewed.site.paths:
            renewed.site.read(PROGRAM)  # then the rest of the index is there too
        assert {path: renewed.site.read(path) for path in renewed.site.paths} == files(made)

    def request(self, output: Path) -> Request:
        """What is asked for, into this folder."""
        return Request(str(self.site), str(output))._replace(**self.wished)  # type: ignore[arg-type]


def flaws(site: Shown) -> set[Diagnostic]:
    """What fails where all files of a site are made."""
    found: set[Diagnostic] = set()
    for path in site.paths:
        try:
            site.read(path)
        except Flawed as flaw:
            found.add(flaw.diagnostic)
    return found


def without(name: str, text: str) -> Iterator[str]:
    """The lines of a YAML mapping without the field of this name."""
    inside = False
    for line in text.splitlines(keepends=True):
        inside = line.startswith(f"{name}:") or (inside and line.startswith(" "))
        if not inside:
            yield line


TestEdits = Edits.TestCase
TestEdits.settings = settings(
    max_examples=SEQUENCES,
    stateful_step_count=7,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
