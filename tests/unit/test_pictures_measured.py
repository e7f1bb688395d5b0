"""Pictures are measured, so that a page leaves room for them."""

import warnings
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngImageFile

from builder.ground.digests import digest
from builder.ground.urls import Address
from builder.render.orders import ordered
from builder.render.pictures import Size, looked_at, measured, measuring
from builder.render.renderer import renderer
from tests.photographs import XMP, photograph
from tests.project import project, theme
from tests.smallsite import built, site


def picture(kind: str, width: int = 30, height: int = 20, turned: bool = False) -> bytes:
    made, exif = BytesIO(), Image.Exif()
    if turned:
        exif[0x0112] = 6
    Image.new("RGB", (width, height)).save(made, kind, exif=exif)
    return made.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "AVIF"])
def test_every_kind_that_a_site_may_hold(kind: str) -> None:
    assert measured(picture(kind)) == Size(30, 20)


def test_a_photograph_held_upright_is_measured_upright() -> None:
    assert measured(picture("JPEG", turned=True)) == Size(20, 30)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "AVIF"])
def test_the_place_of_a_photograph_is_found(kind: str) -> None:
    look = looked_at(photograph(kind))
    assert look
    assert look.tells_place


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF"])
def test_the_place_of_a_photograph_is_found_in_xmp_too(kind: str) -> None:
    look = looked_at(photograph(kind, {}, XMP))
    assert look
    assert look.tells_place


@pytest.mark.parametrize("gps", [{}, {0: b"\2\3\0\0"}, {29: "2020:01:07"}])
def test_other_metadata_tell_of_no_place(gps: dict[int, object]) -> None:
    look = looked_at(photograph("JPEG", gps, b"<rdf:Description dc:title='GPS'/>"))
    assert look
    assert not look.tells_place


def test_an_orientation_that_is_no_number_turns_nothing() -> None:
    data = photograph().replace(b"\x01\x12\x00\x03", b"\x01\x12\x00\x07")
    assert measured(data) == Size(30, 20)


def test_of_an_orientation_that_stands_twice_nothing_is_said() -> None:
    data = photograph().replace(b"\x01\x12\x00\x03\0\0\0\1", b"\x01\x12\x00\x03\0\0\0\2")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert measured(data)


def test_a_picture_with_any_byte_damaged_is_none_or_is_measured() -> None:
    whole = picture("AVIF")
    for place in range(len(whole)):
        damaged = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        assert measured(damaged) is None or isinstance(measured(damaged), Size)


@pytest.mark.parametrize(
    "data", [b"", b"no picture", picture("PNG")[:20], picture("TIFF"), picture("DDS")]
)
def test_what_is_no_picture_has_no_size(data: bytes) -> None:
    assert measured(data) is None


def test_a_huge_picture_is_measured_without_being_read() -> None:
    made = BytesIO()
    Image.new("1", (10_000, 9_999)).save(made, "PNG")
    assert measured(made.getvalue()) == Size(10_000, 9_999)


def unpacked(picture: PngImageFile) -> None:
    raise AssertionError(picture)


def test_the_pixels_of_a_picture_are_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    data = picture("PNG")
    monkeypatch.setattr(PngImageFile, "load", unpacked)
    assert measured(data) == Size(30, 20)


def test_what_stands_behind_the_pixels_is_found_all_the_same() -> None:
    data = photograph("PNG")
    first, last = data.index(b"eXIf") - 4, data.index(b"IDAT") - 4
    moved = data[:first] + data[last:-12] + data[first:last] + data[-12:]
    look = looked_at(moved)
    assert look
    assert look.tells_place


def test_a_file_that_is_gone_has_no_size() -> None:
    def gone(path: str) -> bytes:
        raise FileNotFoundError(path)

    assert measuring(gone)(Address("media/a.png")) is None


def test_a_template_can_measure_the_pictures_of_the_site_alone(tmp_path: Path) -> None:
    sizes = " ".join(f'{{{{ "{way}" | size }}}}' for way in ("media/a.png", "../b.png", "\\0"))
    files = {"content/a.png": picture("PNG"), "b.png": picture("PNG")}
    root = site(tmp_path, {**files, "templates/404.html": f"<{sizes}>"})
    built(root)
    page = (root / "output" / "404.html").read_text(encoding="utf-8")
    assert page == '< width="30" height="20"  >'


def test_every_picture_of_a_page_has_its_size() -> None:
    data = picture("PNG")
    files = {
        "a.md": "---\ntitle: T\ndate: 2020-01-07\nimage: {src: b.png, alt: Two}\n---\n"
        "![One](b.png)\n\nAda Lovelace came.\n",
        "people.yaml": "ada:\n  name: Ada Lovelace\n  image: {src: b.png, alt: Three}\n",
    }
    site = project(files, {"content/b.png": digest(data)})
    asked: list[str] = []

    def read(path: str) -> bytes:
        asked.append(path)
        return data

    rendering = renderer(theme(), "en", "").using(site.planned.prose, read)
    html = rendering.write(ordered(site.page("index.html"))).data.decode()
    images = html.split("<img")[1:]
    assert len(images) == 3
    assert all('width="30" height="20"' in tag.partition(">")[0] for tag in images)
    assert asked == ["content/b.png"]
