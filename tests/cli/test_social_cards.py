"""`social_cards: true`: where an article without an image is shared, its headline is shown."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from pathlib import Path
from typing import Any

import fontpkg
import pytest
from bs4 import BeautifulSoup
from PIL import Image, ImageChops, ImageFont

from builder.pages.socialcards import LETTERS
from builder.pages.views.machine import Inscription, SocialCard
from builder.render.socialcards import HEIGHT, WIDTH, drawn
from builder.sources.troubles import Unable
from tests.incremental.test_edits import clean_twin, rebuilt
from tests.smallsite import FILES, PICTURE, built, put, site, tree

CARDS = FILES["site.yaml"] + "url: https://example.org/news/\nsocial_cards: true\n"
PLACE = "cards/story.png"
HEADLINE = "A bridge between two banks of a river"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small site with social cards, built."""
    root = site(tmp_path / "site", {"site.yaml": CARDS})
    built(root)
    return root


def shared(root: Path, path: str = "index.html") -> dict[str, str]:
    """What a page says to networks, by property."""
    soup = BeautifulSoup((root / "output" / path).read_text("utf-8"), "html.parser")
    found = soup.select("meta[property], meta[name]")
    return {str(m.get("property") or m.get("name")): str(m.get("content")) for m in found}


def card(title: str, site: str = "Small") -> SocialCard:
    """A card; its direction is that of Arabic where its font is."""
    font, turned = ("Amiri", "rtl") if "\u0600" <= title[-1] <= "\u06ff" else ("Noto Serif", "ltr")
    name, address = (Inscription(text, "Noto Serif", "ltr") for text in (site, "example.org/news"))
    return SocialCard(Inscription(title, font, turned), name, address, "")


def inked(data: bytes) -> tuple[int, int, int, int]:
    """The box of what is drawn below the bar of colour."""
    image = Image.open(BytesIO(data)).convert("RGB").crop((0, 20, WIDTH, HEIGHT))
    paper = Image.new("RGB", image.size, image.getpixel((0, 0)))
    box = ImageChops.difference(image, paper).getbbox()
    assert box
    return box


def test_the_headline_is_the_picture(root: Path) -> None:
    told = shared(root)
    assert told["og:image"] == "https://example.org/news/cards/story.png"
    assert told["og:image:alt"] == "A bridge"
    assert told["twitter:card"] == "summary_large_image"
    image = Image.open(BytesIO((root / "output" / PLACE).read_bytes()))
    assert (image.format, image.size) == ("PNG", (1200, 630))
    assert "image" not in (root / "output/index.html").read_text("utf-8").partition("ld+json")[2]


@pytest.mark.parametrize(
    "change",
    [
        {"site.yaml": CARDS.replace("social_cards: true", "social_cards: false")},
        {"site.yaml": FILES["site.yaml"] + "social_cards: true\n"},
    ],
    ids=["off", "no address"],
)
def test_without_the_setting_or_an_address_there_are_no_cards(
    root: Path, change: dict[str, str]
) -> None:
    for path, text in change.items():
        put(root, path, text)
    built(root)
    assert not (root / "output/cards").exists()
    assert "og:image" not in shared(root)
    assert tree(root / "output") == clean_twin(root)


def test_a_picture_goes_before(root: Path) -> None:
    put(root, "content/bridge.png", PICTURE)
    story = FILES["content/story.md"]
    put(root, "content/story.md", story.replace("date:", "image: {src: bridge.png, alt: B}\ndate:"))
    built(root)
    assert not (root / "output/cards").exists()
    assert shared(root)["og:image"].endswith("/media/bridge.png")
    assert tree(root / "output") == clean_twin(root)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/story.md", "title: A bridge", "title: Two bridges"),
        ("site.yaml", "title: Small", "title: Large"),
        ("site.yaml", "example.org", "example.net"),
        ("site.yaml", "title: Small", 'title: Small\ntheme: {accent: "#204080"}'),
    ],
)
def test_what_stands_on_it_is_drawn_anew(root: Path, path: str, old: str, new: str) -> None:
    before = (root / "output" / PLACE).read_bytes()
    put(root, path, (root / path).read_text("utf-8").replace(old, new))
    built(root)
    assert (root / "output" / PLACE).read_bytes() != before
    assert tree(root / "output") == clean_twin(root)


def test_another_word_of_the_text_leaves_it(root: Path) -> None:
    put(root, "content/story.md", FILES["content/story.md"] + "\nIt rained.\n")
    written, _ = rebuilt(root)
    assert PLACE not in written


@pytest.mark.parametrize("url", ["", "url: https://example.org\n"])
@pytest.mark.parametrize("title", ["A 橋", "Rates → 5%", "Москва и بغداد"])
def test_a_letter_that_no_font_has_is_told_at_the_headline(
    tmp_path: Path, title: str, url: str
) -> None:
    settings = FILES["site.yaml"] + "social_cards: true\n" + url
    story = FILES["content/story.md"].replace("A bridge", title)
    root = site(tmp_path / "site", {"site.yaml": settings, "content/story.md": story})
    (told,) = built(root).diagnostics
    assert (told.code, told.location[:2]) == ("card-undrawable", ("content/story.md", 2))
    assert not (root / "output/cards").exists()
    put(root, "content/story.md", story.replace("date:", "ignore: [card-undrawable]\ndate:"))
    assert built(root).diagnostics == ()


def test_space_of_any_kind_can_be_drawn(root: Path) -> None:
    story = FILES["content/story.md"].replace("A bridge", r'"A\tbridge\nand\u3000more"')
    put(root, "content/story.md", story)
    assert built(root).diagnostics == ()


def test_a_site_that_cannot_be_drawn_is_left_out_of_its_cards(root: Path) -> None:
    put(root, "site.yaml", CARDS.replace("title: Small", "title: השעון"))
    (told,) = built(root).diagnostics
    assert (told.code, told.location[:2]) == ("card-undrawable", ("site.yaml", 1))
    assert (root / "output" / PLACE).exists()


@pytest.mark.parametrize("name", LETTERS)
def test_the_fonts_have_the_letters_that_are_said_to_be_in_them(name: str) -> None:
    font = ImageFont.truetype(fontpkg.path(name, 700), 24, layout_engine=ImageFont.Layout.BASIC)
    nothing = bytes(font.getmask("\U0010ffff"))
    chars = (chr(code) for first, last in LETTERS[name] for code in range(first, last + 1))
    assigned = [char for char in chars if unicodedata.category(char)[0] != "C"]
    assert [char for char in assigned if bytes(font.getmask(char)) == nothing] == []


def test_arabic_begins_at_the_right_and_stays_there() -> None:
    left, _, right, _ = inked(drawn(card("جسر")))
    assert WIDTH - right < 100
    turned = "وزير الدفاع الأميركي يقول إن الرسالة خطأ (NATO) والحلف ينفي ذلك تماما"
    assert WIDTH - inked(drawn(card(turned)))[2] < 100
    left, _, right, _ = inked(drawn(card("Bridge")))
    assert left < 100
    assert right < WIDTH / 2


@pytest.mark.parametrize(
    "one",
    [card("Donaudampfschifffahrts" * 6), card("A", "A site of many words " * 9)],
    ids=["word", "site"],
)
def test_what_is_too_long_is_cut(one: SocialCard) -> None:
    assert inked(drawn(one))[2] < WIDTH - 60


@pytest.mark.parametrize("times", [1, 3, 6, 20])
def test_a_headline_of_any_length_stays_on_the_card(times: int) -> None:
    left, top, right, bottom = inked(drawn(card(HEADLINE + " and on" * 4 * times)))
    assert (left, right) > (60, 0)
    assert right < WIDTH - 60
    assert bottom < HEIGHT - 40
    assert top > 40


@pytest.mark.parametrize(
    "one",
    [card("W" * 100_000), card("and " * 25_000), card("A", "W" * 100_000)],
    ids=["word", "words", "site"],
)
def test_however_long_a_text_is_few_of_its_letters_are_measured(
    one: SocialCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[int] = []
    length = ImageFont.FreeTypeFont.getlength

    def counted(font: ImageFont.FreeTypeFont, text: str, **how: Any) -> float:
        measured.append(len(text))
        return length(font, text, **how)

    monkeypatch.setattr(ImageFont.FreeTypeFont, "getlength", counted)
    drawn(one)
    assert sum(measured) < 200_000


def test_without_fribidi_nothing_is_touched(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(root / "output")
    put(root, "content/story.md", FILES["content/story.md"].replace("A bridge", "Two bridges", 1))
    monkeypatch.setattr("PIL._imagingft.HAVE_RAQM", False)
    with pytest.raises(Unable, match="need FriBiDi") as trouble:
        built(root)
    assert "social_cards: false" in trouble.value.hint
    assert tree(root / "output") == before


def test_the_same_card_has_the_same_bytes() -> None:
    assert drawn(card(HEADLINE)) == drawn(card(HEADLINE))
