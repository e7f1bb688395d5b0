"""docs/data.md is true: it names what the data files hold, and how characters are counted."""

import json
import re
from typing import Any

import pytest

from builder.load.schema.format import shape
from builder.model.entries import ENTRY_TYPES
from builder.model.refs import KINDS
from tests.smallsite import ROOT
from tests.test_golden import GOLDEN
from tests.test_sample_site import built, sample

PAGE = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`(?:[\w<>/]+/)?([\w.]+)`", PAGE))
DATA = GOLDEN / "expected" / "data"
LISTS = {("events" if name == "event" else kind.folder): name for name, kind in KINDS.items()}


def read(path: str) -> Any:
    return json.loads((DATA / path).read_text(encoding="utf-8"))


def test_the_page_names_every_file() -> None:
    assert {path.name for path in DATA.iterdir() if path.is_file()} <= NAMED


@pytest.mark.parametrize("name", LISTS)
def test_what_an_entry_holds_is_a_field_of_its_sidecar_or_on_the_page(name: str) -> None:
    known = NAMED | shape(ENTRY_TYPES[LISTS[name]]).fields.keys()
    for entry in read(f"{name}.json"):
        places = [entry["place"]] if "place" in entry else entry.get("passages", [])
        assert entry.keys() <= known
        assert {key for place in places for key in place} <= NAMED


def test_mentions_hold_what_the_page_says_and_characters_are_counted_so() -> None:
    article = built()["index.html"].find(id="text_")
    assert article is not None
    blocks = [block.get_text() for block in article.find_all(["p", "h2"])]
    dateline = article.find(class_="dateline")
    assert dateline is not None
    text = "\n\n".join(blocks).removeprefix(dateline.get_text())
    mentions = json.loads(sample().html("data/mentions/us-troops-iraq.json"))
    assert {key for mention in mentions for key in mention} <= NAMED
    assert len(mentions) > 100
    for mention in mentions:
        assert text[mention["start"] : mention["end"]] == mention["exact"]
