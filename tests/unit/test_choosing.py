"""Who is meant, and which mentions become links."""

import pytest

from builder.ground.values import replaced
from builder.link.names.ambiguity import ambiguities
from builder.link.names.choosing import mentions
from builder.link.names.lexicon import Lexicon
from builder.model.annotations import Choice
from builder.model.prose import Heading, Mark
from builder.model.refs import Ref
from builder.model.settings import Linking
from tests.samples import form, prose

USUAL = Linking()
ESPER = Ref("person", "esper")
KNOWN = Lexicon(
    (form("Mark Esper", "person:esper"), form("Esper", "person:esper"), form("letter")), {}, USUAL
)


def choices(text: str, linking: Linking = USUAL, **marks: object) -> list[Choice]:
    made = prose(text, **marks)  # type: ignore[arg-type]
    return [m.choice for m in mentions(made, replaced(KNOWN, linking=linking)).mentions]


def test_the_first_mention_in_each_section_links() -> None:
    text = "Mark Esper and Esper\n\nRevenge\n\nEsper again"
    with_heading = replaced(prose(text), headings=(Heading("revenge", 2, 22, 29),))
    found = mentions(with_heading, KNOWN).mentions
    assert [m.choice for m in found] == [Choice.FIRST, Choice.LATER, Choice.FIRST]
    assert [m.n for m in found] == [1, 2, 3]


def test_a_name_is_linked_as_often_as_the_settings_say() -> None:
    sections = replaced(prose("Esper\n\nEsper"), headings=(Heading("a", 2, 5, 7),))
    once = mentions(sections, replaced(KNOWN, linking=Linking(repeat="page"))).mentions
    assert [m.choice for m in once] == [Choice.FIRST, Choice.LATER]
    text = "Esper and Esper"
    assert choices(text, Linking(repeat="page")) == [Choice.FIRST, Choice.LATER]
    assert choices(text, Linking(repeat="all")) == [Choice.EVERY, Choice.EVERY]
    assert choices(text, Linking(repeat="none")) == [Choice.NEVER, Choice.NEVER]


@pytest.mark.parametrize("text", ["“Esper” and Esper", '"Esper" and Esper'])
def test_inside_quotations_only_if_the_site_says_so(text: str) -> None:
    assert choices(text) == [Choice.FIRST, Choice.LATER]
    assert choices(text, Linking(in_quotes=False)) == [Choice.QUOTED, Choice.FIRST]


def test_marks_decide_before_names() -> None:
    linked = Mark(0, 5, "a", (("href", "https://example.org/"),))
    assert choices("Esper and Esper", marks=(linked,)) == [Choice.LINKED, Choice.FIRST]
    for element in ("code", "nolink"):
        assert choices("Esper and Esper", marks=(Mark(0, 5, element),)) == [Choice.FIRST]
    by_hand = Mark(0, 5, "mention", (("ref", "person:esper"),))
    assert choices("Esper and Esper", marks=(by_hand,)) == [Choice.FORCED, Choice.LATER]
    forced = Mark(0, 3, "mention", (("ref", "person:esper"),))
    assert choices("him and Esper", marks=(forced,)) == [Choice.FORCED, Choice.LATER]


def test_an_entry_never_links_to_its_own_page() -> None:
    found = mentions(prose("Esper’s letter"), KNOWN, host=ESPER).mentions
    assert [m.choice for m in found] == [Choice.SELF, Choice.FIRST]


FORMS = (
    form("Boris Johnson", "person:boris"),
    form("Johnson", "person:boris"),
    form("Mike Johnson", "person:mike"),
    form("Johnson", "person:mike"),
)
SHARED = Lexicon(FORMS, {}, USUAL)


def told(text: str) -> tuple[list[str], list[str]]:
    found = mentions(prose(text), SHARED)
    return [m.ref.id for m in found.mentions], [d.words for d in found.doubts]


def test_a_shared_form_means_the_one_whose_own_form_stands_earlier() -> None:
    assert told("Mike Johnson spoke. Johnson left.") == (["mike", "mike"], [])


def test_a_shared_form_means_the_one_that_was_linked_by_hand_before() -> None:
    text = prose("He spoke. Johnson left.", (Mark(0, 2, "mention", (("ref", "person:mike"),)),))
    found = mentions(text, SHARED)
    assert [m.ref.id for m in found.mentions] == ["mike", "mike"]
    alias = Ref("acronym", "MJ")
    text = prose("MJ spoke. Johnson left.", (Mark(0, 2, "mention", (("ref", "acronym:MJ"),)),))
    found = mentions(text, replaced(SHARED, subjects={alias: Ref("person", "mike")}))
    assert [m.ref.id for m in found.mentions] == ["MJ", "mike"]


def test_each_ambiguous_name_is_told() -> None:
    two = form("Smith", "person:ann"), form("Smith", "person:bob")
    known = Lexicon((*FORMS, *two), {}, USUAL)
    found = mentions(prose("Johnson met Smith, and Smith met Johnson."), known)
    assert [doubt.words for doubt in found.doubts] == ["Johnson", "Smith"]


def test_on_the_page_of_an_entry_a_shared_form_means_that_entry() -> None:
    found = mentions(prose("Johnson left."), SHARED, host=Ref("person", "mike"))
    assert [(m.ref.id, m.choice) for m in found.mentions] == [("mike", Choice.SELF)]


def test_a_shared_form_before_any_own_form_is_ambiguous() -> None:
    assert told("Johnson spoke. Mike Johnson left.") == (["mike"], ["Johnson"])


def test_a_shared_form_after_two_own_forms_is_ambiguous() -> None:
    assert told("Mike Johnson met Boris Johnson. Johnson left.") == (
        ["mike", "boris"],
        ["Johnson"],
    )


def test_an_ambiguous_name_is_told_once_with_every_claimants_place() -> None:
    found = mentions(prose("Johnson and Johnson"), SHARED)
    (diagnostic,) = ambiguities(found.doubts, SHARED)
    assert diagnostic.code == "ambiguous-name"
    assert [r.message for r in diagnostic.related] == [
        "claimed by person:boris",
        "claimed by person:mike",
    ]


def test_an_acronym_and_what_it_stands_for_are_one() -> None:
    zone, acronym = Ref("place", "zone"), Ref("acronym", "IZ")
    forms = (
        form("International Zone", "place:zone"),
        form("IZ", "acronym:IZ", subject=zone),
        form("International Zone", "place:zone"),
    )
    known = Lexicon(forms, {acronym: zone}, USUAL)
    found = mentions(prose("the International Zone (IZ)"), known)
    assert [(m.ref, m.subject, m.choice) for m in found.mentions] == [
        (zone, zone, Choice.FIRST),
        (acronym, zone, Choice.LATER),
    ]
    assert found.doubts == ()


def test_a_form_of_an_acronym_and_of_what_it_stands_for_leads_to_the_acronym() -> None:
    zone, acronym = Ref("place", "zone"), Ref("acronym", "IZ")
    forms = form("IZ", "place:zone"), form("IZ", "acronym:IZ", subject=zone)
    known = Lexicon(forms, {acronym: zone}, USUAL)
    found = mentions(prose("the IZ"), known)
    assert [(m.ref, m.subject) for m in found.mentions] == [(acronym, zone)]
