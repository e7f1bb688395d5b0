"""What a diagnostic adds to its message: the hint that says what to type, and further places."""

import pytest

from builder.ground.diagnostics import Diagnostic
from tests.project import FRONT, project

PERSON = "esper:\n  name: Mark Esper\n"
EVENT = "vote:\n  title: A vote\n  date: 2020-01-06\n  date_text: {}\n  passage: {}\n"


def only(files: dict[str, str], code: str) -> Diagnostic:
    """The one diagnostic of a code."""
    (found,) = [d for d in project(files).diagnostics if d.code == code]
    return found


@pytest.mark.parametrize(
    ("files", "code", "hint"),
    [
        (
            {"a.md": "The Federal Election Commission met. The FEC voted."},
            "undefined-acronym",
            "expansion: Federal Election Commission",
        ),
        ({"a.md": "The IZ is closed."}, "undefined-acronym", "“(IZ)” after it"),
        (
            {"timeline.yaml": EVENT.format("on Sunday", "on Sunday"), "a.md": "It was on Sunday."},
            "weekday-contradicts",
            "date: 2020-01-05",
        ),
        (
            {"timeline.yaml": EVENT.format("in May", "in May"), "a.md": "It was in May."},
            "date-contradicts",
            "Correct the date",
        ),
        (
            {"bridge.png": "", "a.md": "![A bridge](brigde.png)"},
            "image-missing",
            "Did you mean bridge.png?",
        ),
        (
            {"bridge.png": "", "a.md": "![A bridge](content/bridge.jpg)"},
            "image-missing",
            "Did you mean bridge.png?",
        ),
        (
            {"bridge.png": "", "a.md": "![A bridge](portrait.png)"},
            "image-missing",
            "Put the file at content/portrait.png",
        ),
        (
            {"bridge.png": "", "pages/p.md": "---\ntitle: P\n---\n![A bridge](brigde.png)"},
            "image-missing",
            "Did you mean ../bridge.png?",
        ),
        ({"a.md": "![A bridge](../bridge.png)"}, "image-missing", "nothing outside it"),
        ({"bridge.png": "", "a.md": "![](bridge.png)"}, "missing-alt", "](bridge.png)"),
        (
            {"people.yaml": PERSON + "  ignore: [unused-entri]\n", "a.md": "Mark Esper."},
            "unknown-code",
            "“unused-entry”",
        ),
        (
            {
                "people.yaml": PERSON,
                "a.md": "Mark Esper.",
                "site.yaml": "title: T\ncheck:\n  require_sources: true\n",
            },
            "missing-source",
            "take `require_sources: true` out of site.yaml",
        ),
        (
            {"people.yaml": "esper:\n  name: Mark Еsper\n", "a.md": "Mark Еsper."},
            "mixed-script-name",
            "the Latin “E”",
        ),
    ],
)
def test_a_hint_says_what_to_type(files: dict[str, str], code: str, hint: str) -> None:
    assert hint in only(files, code).hint


def test_an_acronym_has_its_further_places_and_not_too_many() -> None:
    found = only({"a.md": "The IZ. " * 9}, "undefined-acronym")
    assert [related.location.column for related in found.related] == [13, 21, 29, 37, 45]


def test_a_picture_that_is_missing_is_told_once() -> None:
    found = only({"a.md": "![A bridge](bridge.png)\n\n" * 9}, "image-missing")
    lines = [related.location.line - found.location.line for related in found.related]
    assert lines == [2, 4, 6, 8, 10]


def test_a_late_acronym_shows_where_it_is_explained() -> None:
    text = "The IZ is closed.\n\nThe International Zone (IZ) is large.\n"
    found = only({"a.md": text}, "acronym-late")
    assert found.related[0].location.line == FRONT.count("\n") + 3


def test_the_longest_form_of_a_person_is_shown() -> None:
    text = "Gen. Milley spoke. Later Gen. Mark Milley left."
    found = only({"a.md": text}, "unknown-person")
    assert "“Mark Milley”" in found.message
    assert found.location.column == 6
    assert [related.location.column for related in found.related] == [31]


def test_a_person_without_an_entry_has_further_places_and_not_too_many() -> None:
    found = only({"a.md": "Gen. Milley. " * 9}, "unknown-person")
    assert [related.location.column for related in found.related] == [19, 32, 45, 58, 71]


@pytest.mark.parametrize(
    "words",
    [
        "There has been no decision,",
        "It’s “late”: we go home, all of us – at last, and nobody asks us why we went at all",
        'a \\ and a "straight" mark’s end',
        "- @we {go} #home [now]: *all*",
    ],
)
def test_the_entry_that_a_quotation_lacks_covers_it_as_it_is_proposed(words: str) -> None:
    files = {"people.yaml": PERSON, "a.md": f"Mark Esper said: “{words}”"}
    _, *entry = only(files, "quote-unindexed").hint.split("\n")
    typed = "\n".join(entry).replace("person:…", "person:esper")
    assert project({**files, "quotes.yaml": typed}).diagnostics == ()


def test_an_entry_that_is_typed_without_its_speaker_is_told() -> None:
    files = {"a.md": "She said: “There has been no decision.”"}
    _, *entry = only(files, "quote-unindexed").hint.split("\n")
    assert entry[0] == "there-has-been-no-decision:"
    codes = [d.code for d in project({**files, "quotes.yaml": "\n".join(entry)}).diagnostics]
    assert codes == ["unknown-reference"]


def also(files: dict[str, str]) -> list[str]:
    """What is said of further places at the one reference that leads nowhere."""
    return [one.message for one in only(files, "unknown-reference").related]


def test_an_entry_that_is_missing_is_told_once_with_all_that_refer_to_it() -> None:
    text = "[He](person:roe) and [he](person:roe#mentions) met [him](person:roe)."
    files = {"people.yaml": PERSON, "a.md": f"Mark Esper. {text}"}
    assert also(files) == ["nor is there “person:roe#mentions”", "also here"]


def test_where_a_sidecar_is_empty_one_message_tells_of_all_that_it_lacks() -> None:
    text = "[He](person:roe), [she](person:lee), [he](person:roe) met."
    assert also({"people.yaml": "# roe:\n", "a.md": text}) == [
        "nor is there “person:lee”",
        "also here",
    ]
    assert also({"a.md": "[He](person:roe). " * 6}) == ["also here"] * 5
    *told, last = also({"a.md": "[He](person:roe). " * 9})
    assert (told, last) == (["also here"] * 4, "also here; 3 more places")


def test_an_acronym_whose_missing_meaning_another_one_lacks_too_is_no_rival() -> None:
    acronyms = "".join(
        f"A{n}:\n  short: AB\n  expansion: Alpha\n  stands_for: organization:alpha\n"
        for n in (1, 2)
    )
    told = project({"acronyms.yaml": acronyms, "a.md": "The AB met."}).diagnostics
    assert [d.code for d in told] == ["unknown-reference"]
