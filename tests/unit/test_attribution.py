"""Who said a quotation, by the article's own words; an entry that says otherwise."""

import pytest

from builder.ground.diagnostics import Diagnostic
from tests.project import project

FILES = {
    "people.yaml": (
        "esper: {name: Mark Esper, other_names: [Esper]}\n"
        "milley: {name: Mark Milley, other_names: [Milley]}\n"
    ),
    "organizations.yaml": "army: {name: the Army}\n",
    "documents.yaml": "letter: {title: The letter}\n",
}


def found(text: str, **files: str) -> list[Diagnostic]:
    """What is said of an article with this text, which names everybody once more at its end."""
    named = "\n\nMark Esper, Mark Milley, the Army. The letter."
    sidecars = {f"{name}.yaml": given for name, given in files.items()}
    return [*project({**FILES, **sidecars, "a.md": text + named}).diagnostics]


def said(text: str) -> list[str]:
    """The speakers that are proposed for the quotations of a text, in its order."""
    hints = [d.hint for d in found(text) if d.code == "quote-unindexed"]
    return [hint.rpartition("speaker: ")[2] for hint in hints]


def test_initials_without_end_are_read_once() -> None:
    initials = "A." * 80
    assert said(f"“We stay for a while,” Esper, {initials}; and left.") == ["person:…"]
    assert said(f"“We stay,” Esper said {initials}; “we stay for a while.”") == ["person:…"]
    assert said(f"Esper said, a {initials}; he said, “We stay for a while.”") == ["person:…"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We stay for a while,” Esper said.", "person:esper"),
        ("“We stay for a while”, Esper said.", "person:esper"),
        ("“We stay for a while,” Esper told Milley.", "person:esper"),
        ("“We stay for a while,” Esper later said on Monday.", "person:esper"),
        ("“We stay for a while,” Esper had said in Doha.", "person:esper"),
        ("Esper had told reporters: “We stay for a while.”", "person:esper"),
        ("“We stay for a while,” Defense Secretary Mark Esper said Monday.", "person:esper"),
        ("“We stay for a while,” said Esper, who was there.", "person:esper"),
        ("“Do we stay for long?” asked Esper.", "person:esper"),
        ("“We stay for a while,” said former defence secretary Mark Esper.", "person:esper"),
        ("“We stay for a while,” according to Esper.", "person:esper"),
        ("“We stay for a while,” said Esper\\\nin Doha.", "person:esper"),
        ("“We stay for a while,” said Esper", "person:esper"),
        ("“We stay for a while,” the Army said in a statement.", "organization:army"),
        ("Esper said:\n“We stay for a while.”", "person:esper"),
        ("The letter stated, “We stay for a while.”", "document:letter"),
        ("Esper told reporters at the Pentagon: “We stay for a while.”", "person:esper"),
        (
            "In Doha, General Milley bluntly wrote on Twitter: “We stay here now.”",
            "person:milley",
        ),
        ("Milley said, “We stay for a while,” Esper recalled.", "person:milley"),
        ("But Esper said, “We stay for a while.”", "person:esper"),
        ('"We stay for a while," Esper said.', "person:esper"),
        ('"No." Esper told us: "We stay for a while."', "person:esper"),
        ("“We stay for a while,” said truck driver Mark Esper of Doha.", "person:esper"),
        ("“We stay for a while,” said Milley’s lawyer, Mark Esper.", "person:esper"),
        ("“We stay for a while,” the spokesman, Mark Esper, said.", "person:esper"),
        ("“We stay for a while,” Esper, a former aide to Milley, said.", "person:esper"),
        ("Esper, 56, who once ran Doha Inc., said: “We stay for a while.”", "person:esper"),
        ("Judge Mark Esper QC told him: “We stay for a while.”", "person:esper"),
        ("The spokesman, Mark Esper, said: “We stay for a while.”", "person:esper"),
        ("According to Dr Mark Esper, a hydrologist: “We stay for a while.”", "person:esper"),
        ("It was late, according to Esper: “We stay for a while.”", "person:esper"),
        ("“Do we stay for long?” Esper asked. Then he left.", "person:esper"),
    ],
)
def test_a_name_beside_a_verb_of_saying_is_the_speaker(text: str, speaker: str) -> None:
    assert said(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "“We stay for a while,” he said.",
        "“We stay for a while,” the former prime minister, Esper said.",
        "“We stay for a while,” Esper said Milley wrote.",
        "“We stay for a while,” a spokesman for Esper said.",
        "“We stay for a while,” said Esper’s spokesman.",
        "“We stay for a while,” said Esper and Milley.",
        "“We stay for a while,” Milley and Esper said.",
        "“We stay for a while.” Esper said he would go.",
        "“Do we stay for long?” Esper said he would go.",
        "After the call of Milley for “a longer stay for all,” Esper said no.",
        "A spokesman for Esper said, “We stay for a while.”",
        "Milley and Esper said, “We stay for a while.”",
        "Esper said Milley wrote: “We stay for a while.”",
        "Esper said. “We stay for a while.”",
        "“We stay for a while,”\n\nEsper said.",
        "Esper said:\n\n“We stay for a while.”",
        "“We stay for a while”",
        "“We stay for a while,” said the wife of captain Esper.",
        "“We stay for a while,” Milley, and his lawyer, Esper, said.",
        "Esper, the general, and Milley, the captain, said: “We stay for a while.”",
        "Unlike Esper, the captain said: “We stay for a while.”",
        "Esper, whose rival, a captain, said: “We stay for a while.”",
        "According to Esper, a captain told Milley: “We stay for a while.”",
        "“Do we stay for long?” Esper said on Monday he would go.",
        "“We stay for a while,” Esper had been told.",
        "“We stay for a while.” Esper had said he would go.",
    ],
)
def test_where_it_is_not_plain_nobody_is(text: str) -> None:
    assert said(text) == ["person:…"]


def test_each_piece_of_a_quotation_has_its_speaker() -> None:
    text = "“We stay for a while,” Esper said, “and then we go home.”"
    assert said(text) == ["person:esper", "person:esper"]


@pytest.mark.parametrize(
    "text",
    [
        "“We stay for a while,” Esper said on Monday. “Then we go back home.”",
        "“We stay for a while,” Esper said on Monday. “Do we go back home?”",
        "“We stay for a while,” commented Dr. Mark Esper. “Then we go back home.” He left.",
        "“We stay for a while,” Esper said, adding: “Then we go back home.”",
        "“We stay for a while,” said Esper, pouring coffee, “and then we go back.”",
    ],
)
def test_what_follows_a_speaker_in_the_paragraph_is_theirs(text: str) -> None:
    assert said(text) == ["person:esper", "person:esper"]


@pytest.mark.parametrize(
    "text",
    [
        "“We stay for a while,” Esper said. He put it down. “Then we go back home.”",
        "“We stay for a while,” Esper said. “Then we go back home,” his wife replied.",
        "“We stay for a while,” Esper said. “Do we go back home?” his wife asked.",
        "“We stay for a while,” Esper said as Milley replied. “Then we go back home.”",
        "“We stay for a while,” Esper said.\n\n“Then we go back home.”",
        "Esper said: “We stay for a while.” “Then we go back home.”",
    ],
)
def test_what_does_not_follow_at_once_may_be_anothers(text: str) -> None:
    assert said(text) == ["person:esper", "person:…"]


def test_only_english_is_read() -> None:
    front = "---\ntitle: T\ndate: 2020-01-07\nlanguage: de\n---\n"
    assert said(front + "“We stay for a while,” Esper said.") == ["person:…"]


QUOTE = 'stay:\n  exact: ["We stay", "we go"]\n  speaker: {}\n'
TEXT = "“We stay for a while,” Esper said, “and then we go home.”"


def test_an_entry_with_another_person_is_told_once() -> None:
    (told,) = found(TEXT, quotes=QUOTE.format("person:milley"))
    assert told.code == "quote-other-speaker"
    assert (told.location.path, told.location.line) == ("content/quotes.yaml", 3)
    assert "`speaker: person:esper`" in told.hint
    (here,) = told.related
    assert (here.location.column, here.location.length) == (24, len("Esper said"))


@pytest.mark.parametrize("speaker", ["person:esper", "organization:army", "document:letter"])
def test_an_entry_with_the_speaker_or_their_office_is_not(speaker: str) -> None:
    assert found(TEXT, quotes=QUOTE.format(speaker)) == []


def test_a_person_may_speak_for_an_office() -> None:
    text = "“We stay for a while,” the Army said. Then we go."
    quote = 'stay:\n  exact: "We stay for a while"\n  speaker: person:esper\n'
    assert found(text, quotes=quote) == []


def test_a_speaker_without_an_entry_is_told_as_that_alone() -> None:
    (told,) = found(TEXT, quotes=QUOTE.format("person:mily"))
    assert told.code == "unknown-reference"
