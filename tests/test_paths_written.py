"""However an author writes the path of a picture or a page, it is found, and leads there."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.smallsite import backstory, put, site

STORY = "---\ntitle: S\ndate: 2020-01-07\n---\nAda Lovelace spoke.\n"
PEOPLE = "ada:\n  name: Ada Lovelace\n  image: {{src: {src}, alt: Ada}}\n"


@pytest.mark.parametrize("src", ["images/p.png", "./images//p.png", "../content/images/p.png"])
def test_the_picture_of_an_entry(tmp_path: Path, src: str) -> None:
    files = {"content/story.md": STORY, "content/people.yaml": PEOPLE.format(src=src)}
    root, made = site(tmp_path, files), BytesIO()
    Image.new("RGB", (8, 6)).save(made, "PNG")
    put(root, "content/images/p.png", made.getvalue())
    done = backstory("build", cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert (root / "output/media/images/p.png").read_bytes() == made.getvalue()
    page = (root / "output/people/ada/index.html").read_text()
    assert 'src="../../media/images/p.png" alt="Ada" width="8" height="6"' in page


@pytest.mark.parametrize("url", ["content/pages/about.md", "/about/", "about/"])
def test_a_page_in_the_menu(tmp_path: Path, url: str) -> None:
    settings = f"title: T\nlanguage: en\nnav: [{{title: About, url: {url}}}]\n"
    page = "---\ntitle: About\n---\nWho we are.\n"
    files = {"content/story.md": STORY, "content/pages/about.md": page, "site.yaml": settings}
    root = site(tmp_path, files)
    done = backstory("build", cwd=root)
    assert (done.returncode, done.stderr) == (0, "")
    assert '<a href="about/">About</a>' in (root / "output/index.html").read_text()
