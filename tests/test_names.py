"""Names survive, whatever their script and however their accents are stored (a whole site)."""

from __future__ import annotations

import itertools
import unicodedata
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from builder.audit.auditing import audit_folder
from builder.ground.diagnostics import Diagnostic
from tests.smallsite import PICTURE, built, put, request, site, tree

# Each name, and the language tag its script is given: None where it is that of the page.
NAMES = {
    "علي بن سعيد": "und-Arab",
    "علی‌رضا رضایی": "und-Arab",  # with a zero-width non-joiner, as Persian writes it
    "בר כוכבא": "und-Hebr",
    "Nguyễn Thị Định": None,
    "José Núñez": None,
    "孫逸仙": "und-Hani",
    "안중근": "und-Hang",
}
FORMS = list(itertools.product(("NFC", "NFD"), repeat=3))


def formed(form: str, text: str) -> str:
    """`text` in that normal form."""
    return unicodedata.normalize(form, text)  # type: ignore[arg-type]


def named(folder: Path, article: str, sidecar: str, names: str) -> Path:
    """A site about these people: its article, its sidecar and its file names in normal forms."""
    story = "\n\n".join(f"Then came {name}, and left." for name in NAMES)
    ids = {name: name.replace(" ", "-") for name in NAMES}
    people = "".join(
        f"{id_}:\n  name: {name}\n  image: {{src: {id_}.png, alt: A face}}\n"
        for name, id_ in ids.items()
    )
    front = "---\ntitle: Arrivals\ndate: 2020-01-07\n---\n\n"
    files: dict[str, str | bytes] = {
        "site.yaml": "title: Names\n",
        "content/people.yaml": formed(sidecar, people),
        formed(names, "content/José.md"): front + formed(article, story) + "\n",
        "content/story.md": "---\ntitle: Other\ndate: 2020-01-08\n---\n\nNothing.\n",
    }
    for id_ in ids.values():
        files[formed(names, f"content/{id_}.png")] = PICTURE
    return site(folder, files)


@pytest.mark.parametrize(
    ("article", "sidecar", "names"), FORMS, ids=["-".join(forms) for forms in FORMS]
)
def test_all_normal_forms_make_one_site(
    tmp_path: Path, article: str, sidecar: str, names: str
) -> None:
    root = named(tmp_path / "site", article, sidecar, names)
    outcome = built(root)
    apart = [
        path for form, path in ((article, "José.md"), (sidecar, "people.yaml")) if form == "NFD"
    ]
    told = [(d.code, d.location.path) for d in outcome.diagnostics]
    assert told == [("not-nfc", f"content/{path}") for path in apart]
    output = root / "output"
    assert audit_folder(output) == ()
    paths = set(tree(output))
    assert all(path == formed("NFC", path) for path in paths)
    html = (output / "articles/José/index.html").read_text(encoding="utf-8")
    prose = BeautifulSoup(html, "html.parser").select_one(".prose")
    assert prose is not None
    links = prose.select("a.mention")
    assert [formed("NFC", link.get_text()) for link in links] == list(NAMES)
    for link, name in zip(links, NAMES, strict=True):
        way = unquote(str(link["href"])).removeprefix("../../")
        assert way == f"people/{name.replace(' ', '-')}/"
        assert f"{way}index.html" in paths
        assert f"media/{name.replace(' ', '-')}.png" in paths
    said = [line for line in prose.get_text().splitlines() if line.strip()]
    assert said == [formed(article, f"Then came {name}, and left.") for name in NAMES]


def test_names_stand_apart_and_say_their_script(tmp_path: Path) -> None:
    root = named(tmp_path / "site", "NFC", "NFC", "NFC")
    built(root)
    page = (root / "output/people/index.html").read_text(encoding="utf-8")
    shown = {bdi.get_text(): bdi.get("lang") for bdi in BeautifulSoup(page, "html.parser")("bdi")}
    assert NAMES.items() <= shown.items()


def test_links_of_authors_lead_to_names_of_any_script(tmp_path: Path) -> None:
    front = "---\ntitle: Arrivals\ndate: 2020-01-07\n---\n\n"
    links = (
        "/people/jürgen/ /people/j%C3%BCrgen/ #über-uns #%C3%BCber-uns ärtikel.md#über "
        "<my page.md> my%20page.md person:ju\u0308rgen media/pic.png /assets/style.css"
    )
    words = "".join(
        f"[x]({link})\n\n" for link in links.replace("my page", "my\0page").split()
    ).replace("\0", " ")
    root = site(
        tmp_path / "site",
        {
            "content/a.md": f"{front}## Über uns\n\n{words}![A](pic.png) ![B](media/pic.png)\n",
            "content/ärtikel.md": f"{front}## Über\n\nWords.\n",
            "content/my page.md": front.replace("date", "slug: other\ndate") + "Words.\n",
            "content/pic.png": PICTURE,
            "content/media/pic.png": PICTURE,
            "content/people.yaml": "jürgen:\n  name: Jürgen Lee\n",
        },
    )
    built(root)
    output = root / "output"
    assert audit_folder(output) == ()
    html = (output / "articles/a/index.html").read_text(encoding="utf-8")
    prose = BeautifulSoup(html, "html.parser").select_one(".prose")
    assert prose is not None
    assert [unquote(str(link["href"])) for link in prose.select("a")] == [
        *["../../people/jürgen/"] * 2,
        *["#über-uns"] * 2,
        "../ärtikel/#über",
        *["../other/"] * 2,
        "../../people/jürgen/",
        "../../media/pic.png",
        "../../assets/style.css",
    ]


def codes(root: Path) -> list[Diagnostic]:
    """The errors of the site; the build must fail on them."""
    from builder.build.building import build

    outcome = build(request(root))
    assert outcome.failed
    return [d for d in outcome.diagnostics if d.severity == "error"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("content/José.md", formed("NFD", "content/José.md")),
        ("content/Story.md", "content/story.md"),
        ("content/STRASSE.md", "content/straße.md"),
        ("content/a.png", "content/A.png"),
    ],
    ids=["normal forms", "capitals", "sharp s", "pictures"],
)
def test_files_that_some_disks_take_for_one(tmp_path: Path, first: str, second: str) -> None:
    root = site(tmp_path / "site")
    text = "---\ntitle: Twin\ndate: 2020-01-07\n---\n\nWords.\n"
    put(root, first, text)
    if (root / second).exists() and second != "content/story.md":
        pytest.skip("this disk takes the two names for one")
    put(root, second, text)
    (fault, *_) = [d for d in codes(root) if d.code == "name-collision"]
    places = {fault.location.path, *(related.location.path for related in fault.related)}
    assert {p.casefold() for p in places} == {formed("NFC", p).casefold() for p in (first, second)}


@pytest.mark.parametrize("name", ["a\u202eb", "a\u2066b", "a\u200fb\u202a"])
def test_what_turns_text_round_is_refused(tmp_path: Path, name: str) -> None:
    root = site(tmp_path / "site", {"content/people.yaml": f"a:\n  name: {name}\n"})
    assert "bidi-override" in {d.code for d in codes(root)}
