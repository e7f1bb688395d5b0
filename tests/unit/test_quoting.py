"""Words that stand between no marks are told; every custom of quoting counts as marks."""

import pytest

from builder.link.anchors.asides import without_asides
from tests.project import project

CUSTOMS = {
    "a part of what stands between marks": (
        "“Well, we cannot sail today,” he said.",
        "we cannot sail",
    ),
    "marks copied with the words": ("“We cannot sail,” he said.", "“We cannot sail,”"),
    "straight marks": ('He said: "We cannot sail." And: "No."', "We cannot sail"),
    "straight marks, a mark is missing": ('We cannot stay. "We cannot sail.', "We cannot sail"),
    "straight marks at the wrong side of a space": ('He (who" cannot sail") left.', "cannot sail"),
    "marks in marks": ("“She said “we cannot sail” to me,” he said.", "we cannot sail” to me"),
    "single marks in marks": ("“She said ‘we cannot sail’ to me,” he said.", "we cannot sail"),
    "single marks": ("‘It’s the dogs’ boat: we cannot sail,’ he said.", "we cannot sail"),
    "straight single marks": ("'It's the dogs' boat: we cannot sail,' he said.", "we cannot sail"),
    "single marks of Germany": ("‚Wir segeln nicht‘, sagte er.", "Wir segeln nicht"),
    "Germany": ("Er sagte: „Wir segeln nicht“, und ging.", "Wir segeln nicht"),
    "Germany, in books": ("»Wir segeln nicht«, sagte er.", "Wir segeln nicht"),
    "Poland": ("„Nie płyniemy”, powiedział.", "Nie płyniemy"),
    "Sweden": ("”Vi seglar inte”, sade han.", "Vi seglar inte"),
    "Finland": ("»Emme purjehdi», hän sanoi.", "Emme purjehdi"),
    "France": ("Il a dit : « Nous ne partons pas » hier.", "Nous ne partons pas"),
    "France, after an apostrophe": ("C’est l’« ami de la mer » !", "ami de la mer"),
    "France, dialogue": ("— Nous ne partons pas, dit-il.", "Nous ne partons pas"),
    "Japan": ("彼は「船は出ません」と言った。", "船は出ません"),
    "China": ("他说“我们不能开船”。", "我们不能开船"),
    "a block quotation": ("The letter:\n\n> Sir,\n>\n> > we cannot sail.\n", "we cannot sail"),
    "paragraphs, each opened": ("“Storms came.\n\n“We cannot sail,” he said.", "Storms came"),
    "over two paragraphs": (
        "“Storms came.\n\n“We cannot sail,” he said.",
        '"Storms came.\\n\\n“We cannot sail"',
    ),
    "paragraphs, the first opened": (
        "“Storms came.\n\nWe cannot sail.\n\nNever again,” he said.",
        "We cannot sail",
    ),
    "paragraphs, the last closed": ("“Storms came.\n\nWe cannot sail,” he said.", "We cannot sail"),
    "a heading": ("## “We cannot sail”\n\nHe left.", "We cannot sail"),
    "an interview": (
        "We met.\n\nQ: a\n\n**Ms. Haddad:** b\n\nQ: c\n\n**Ms. Haddad:** d\n\nWe cannot sail.",
        "We cannot sail",
    ),
    "an interview, names in full at first": (
        "Kate Ross: a\n\nDr. Ed Hill: We cannot sail.\n\nKR: a\n\nEH: b\n\nKR: c\n\nEH: d",
        "We cannot sail",
    ),
    "an interview, surnames at first": (
        "Ed Hill: We cannot sail.\n\nKate: a\n\nEd: b\n\nKate: c\n\nEd: d",
        "We cannot sail",
    ),
    "pieces": ("“We cannot,” he said, “sail today.”", "[We cannot, sail today]"),
    "straight marks, pieces": ('"We cannot," he said, "sail today."', "[We cannot, sail today]"),
}


def told(text: str, exact: str) -> list[str]:
    quotes = f"one:\n  exact: {exact}\n"
    found = project({"a.md": text, "quotes.yaml": quotes}).diagnostics
    assert not any(d.severity == "error" for d in found)
    return [d.message for d in found if d.code in ("quote-unmarked", "quote-elided")]


@pytest.mark.parametrize("name", CUSTOMS)
def test_every_custom_of_quoting_counts(name: str) -> None:
    assert told(*CUSTOMS[name]) == []


NARRATION = "The article does not have this quotation between quotation marks."


@pytest.mark.parametrize(
    ("text", "exact", "message"),
    [
        ("“No,” he said. They cannot sail.", "They cannot sail", NARRATION),
        ("“No,” he said. They cannot sail. “Never.”", "They cannot sail", NARRATION),
        ('"No," he said. They cannot sail. "Never."', "They cannot sail", NARRATION),
        ("‘It’s no,’ he said. They cannot sail. ‘Never.’", "They cannot sail", NARRATION),
        ("»Nein«, sagte er. Sie segeln nicht. »Nie.«", "Sie segeln nicht", NARRATION),
        ("« Non », dit-il. Ils restent. « Jamais »", "Ils restent", NARRATION),
        ("> “No.”\n\nThey cannot sail.", "They cannot sail", NARRATION),
        ("“No,” he said.\n\nThey cannot sail.\n\n“Never.”", "They cannot sail", NARRATION),
        ("They cannot sail,” he said.", "They cannot sail", NARRATION),
        ("Q: Why?\n\nThey cannot sail.\n\nQ: Why?\n\nA: No.", "They cannot sail", NARRATION),
        ("They cannot sail.\n\nQ: a\n\nA: b\n\nQ: c\n\nA: d", "They cannot sail", NARRATION),
        (
            "“We sail,” he told us. “Today.”",
            "We sail,” he told us. “Today",
            "The quotation runs out of its quotation marks: “he told us”",
        ),
        (
            "“We sail,” he told us, and left.",
            "[We sail, and left]",
            "The article does not have this piece between quotation marks: “and left”",
        ),
        (
            "They cannot, he told us, sail today.",
            "[They cannot, sail today]",
            "The article does not have this piece between quotation marks: “They cannot”",
        ),
    ],
)
def test_words_outside_of_marks_are_told(text: str, exact: str, message: str) -> None:
    assert told(text, exact) == [message]


def test_reported_speech_has_no_marks() -> None:
    assert told("They cannot sail, he said.", "They cannot sail\n  kind: indirect") == []


ASIDES = {
    "France": ("« Le toit, explique Jeanne Roux, a été refait. »", "[Le toit, a été refait]"),
    "France, a comma copied": ("« Le toit, dit M. Roux, tient. »", '["Le toit,", tient]'),
    "France, a pronoun": ("« Le toit, ajoute-t-elle, a été refait. »", "[Le toit, a été refait]"),
    "France, in the past": ("« Le toit, a-t-il dit, a été refait. »", "[Le toit, a été refait]"),
    "France, a sentence ends": ("« Il tient, dit Roux. Il est neuf. »", "[Il tient, Il est neuf]"),
    "France, a double name": (
        "« Le toit, dit Jean-Luc Roux, a été refait. »",
        "[Le toit, a été refait]",
    ),
    "France, as one says": ("« Le toit, dit-on, a été refait. »", "[Le toit, a été refait]"),
    "Spain, a verb that is a noun in English": (
        "«El techo, dice Ana Ruiz, es nuevo.»",
        "[El techo, es nuevo]",
    ),
    "Spain": ("«El techo —explica Ana Ruiz— es nuevo.»", "[El techo, es nuevo]"),
    "Spain, no name": ("«El techo, dijo, es nuevo.»", "[El techo, es nuevo]"),
    "Italy": ("«Il tetto, ha spiegato Rossi, è nuovo.»", "[Il tetto, è nuovo]"),
    "Portugal": ("«O telhado, disse Rui Costa, é novo.»", "[O telhado, é novo]"),
}


@pytest.mark.parametrize("name", ASIDES)
def test_an_aside_that_says_who_speaks_is_nothing_left_out(name: str) -> None:
    assert told(*ASIDES[name]) == []


@pytest.mark.parametrize(
    ("text", "exact", "words"),
    [
        ("« Il ne part pas, dit Roux, ici. »", "[Il ne part, ici]", "pas, dit Roux"),
        ("« Il ne part pas, dit Roux, ici. »", "[Il, ici]", "ne part pas, dit Roux"),
        ("« Le toit, hélas, a été refait. »", "[Le toit, a été refait]", "hélas"),
        ("« Il part, dit Roux. Jamais. Il reste. »", "[Il part, Il reste]", "dit Roux. Jamais"),
        ("“We, said Roux, are not going.”", "[We, going]", "said Roux, are not"),
        ("« Il part, dit-il, mais pas loin, ici. »", "[Il part, ici]", "dit-il, mais pas loin"),
        ("« Il, dit Roux, maire, est ici. »", "[Il, est ici]", "dit Roux, maire"),
        ("“A course, hands-on and free, for all.”", "[A course, for all]", "hands-on and free"),
        ("“Cut them, dice the rest, and boil.”", "[Cut them, and boil]", "dice the rest"),
    ],
)
def test_other_words_are_left_out(text: str, exact: str, words: str) -> None:
    message = f"The quotation leaves out words that stand between two of its pieces: “{words}”"
    assert told(text, exact) == [message]


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("Le toit, explique Jean-Luc Roux, a été refait", ["Le toit", "a été refait"]),
        ("Le coût, sous-estimé, a doublé", ["Le coût, sous-estimé, a doublé"]),
    ],
)
def test_a_quotation_is_taken_apart_where_somebody_speaks(words: str, pieces: list[str]) -> None:
    assert without_asides(words) == pieces
