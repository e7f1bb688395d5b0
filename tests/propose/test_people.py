"""People whom a text names in full: only where something shows that a name is a person's."""

import pytest

from builder.propose.people import Person, people
from tests.project import project


def named(text: str, *known: str) -> list[Person]:
    """The people of a text, on a site with these names."""
    return list(people(project({"a.md": text}).read("a")[0], frozenset(known)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Then Qasem Soleimani came. Soleimani stayed.", "Qasem Soleimani"),
        ("We met Defence Secretary Qasem Soleimani.", "Qasem Soleimani"),
        ("We met the general Qasem Soleimani.", "Qasem Soleimani"),
        ("We met a spokeswoman, Lena Marsh.", ""),  # of whom it says too little
        ("We met Qasem Soleimani, who stayed.", "Qasem Soleimani"),
        ("We met Qasem Soleimani, 62, at home.", "Qasem Soleimani"),
        ("We read Qasem Soleimani (1957–2020) there.", "Qasem Soleimani"),
        ("We met Mary Soleimani.", "Mary Soleimani"),
        ("Visiting Mary Soleimani, we stayed.", "Mary Soleimani"),
        ("But Mary Soleimani’s house stood.", "Mary Soleimani"),
        ("We met Mary A. Soleimani.", "Mary A. Soleimani"),
        ("We met Mary\nSoleimani.", "Mary Soleimani"),
        ("We met Dr.\u00a0Qasem\u00a0Soleimani.", "Qasem Soleimani"),
        ("We met Mary Soleimani FRS.", "Mary Soleimani"),
        ("We met Mary Soleimani DBE FRS.", "Mary Soleimani"),
        ("We met Mary Soleimani III.", "Mary Soleimani III"),
        ("We met her neighbour, Qasem Soleimani.", "Qasem Soleimani"),
        ("The shadow health secretary, Qasem Soleimani, stayed.", "Qasem Soleimani"),
        ("We met the driver, Lena Marsh and others.", ""),  # it may be a list
        ("We met Qasem Soleimani, an attorney for it.", "Qasem Soleimani"),
        ("Soleimani Films, a producer, and Marsh Capital, an economist firm, met.", ""),
        ("In Santa Rossa, a singer stayed. In Ostia Lido, he met a singer.", ""),
        ("In Silent Spring, author Mary Soleimani wrote it.", "Mary Soleimani"),
        ("Caltrans Director Mary Soleimani stayed.", "Mary Soleimani"),
        ("Miss Soleimani stayed. Marsh United lost, and United left.", ""),
        ("We met Mary Rösé.", "Mary Rösé"),
        ("We met Mary Ro\u0308se\u0301.", "Mary Ro\u0308se\u0301"),
        ("We met Ludwig van Beethoven. Beethoven played.", "Ludwig van Beethoven"),
        ("We met the mathematician Qasem Soleimani.", "Qasem Soleimani"),
        ("We met Erving Soleimani, who stayed.", "Erving Soleimani"),
        ("“Visiting Mary Soleimani, we stayed,” they said.", "Mary Soleimani"),
    ],
)
def test_what_shows_a_person(text: str, name: str) -> None:
    assert [one.name for one in named(text)] == [name][: bool(name)]


@pytest.mark.parametrize(
    "text",
    [
        "They met in New York. York is old.",
        "The White House spoke.",
        "The Burning Man opened. The Man spoke, and the Man left.",
        "He read the Green Zone report. A zone is a place. Zone.",
        "They played for the St. Louis Cardinals.",
        "Amnesty International said so.",
        "They work at Mark Twain University.",
        "On Good Friday and in Early May they met.",
        "# Mary Soleimani",
        "`Mary Soleimani` is code, as is [Mary Soleimani]{.nolink}.",
        "See example.com/Mary Soleimani.",
        "Then Blue Harrow came. Harrow stayed. A harrow is a tool.",
        "Then Burning Mast came. The Mast spoke, and Mast left.",
        "Then Editor Soleimani came. Soleimani stayed.",
        "We met Mary Anna Elisa Luisa Rosa Soleimani.",
        "We met Mary A in town.",
        "We met Mary NATO Soleimani.",
        "We met Mary Queen of Scots.",
    ],
)
def test_what_shows_none(text: str) -> None:
    assert named(text) == []


def test_other_names_are_those_that_the_text_uses() -> None:
    text = (
        "President Adil Abdul Mahdi spoke. Abdul Mahdi left. Mary Jane Roe came, and Mary Roe "
        "left. Roe smiled."
    )
    assert named(text) == [
        Person("Adil Abdul Mahdi", "", ("Abdul Mahdi",), "President"),
        Person("Mary Jane Roe", "", ("Mary Roe", "Roe"), ""),
    ]


@pytest.mark.parametrize(
    ("text", "sort_name"),
    [
        ("We met Mary Soleimani.", "Soleimani, Mary"),
        ("We met the general Qasem Soleimani.", ""),  # which of them is the surname?
        ("We met Qasem Soleimani. Soleimani left.", ""),  # it is listed, and ends the name
        ("Mary Roe and John Roe came. Roe left.", "Roe, Mary"),
        ("We met Mary Anna Soleimani.", ""),
        ("We met Gabriel Rojas Marsh.", ""),
        ("We met President Kim Jong-un.", ""),
        ("We met President Abdul Mahdi.", ""),
    ],
)
def test_a_name_sorts_by_its_surname_where_it_is_plain_which(text: str, sort_name: str) -> None:
    assert next(iter(named(text))).sort_name == sort_name


def test_a_genitive_ends_a_name() -> None:
    assert [one.name for one in named("Mary Soleimani’s John Roe left.")] == [
        "Mary Soleimani",
        "John Roe",
    ]


def test_a_numeral_is_no_surname() -> None:
    text = (
        "William Seely III came. Seely left. Elizabeth II and Louis XV came. Then Elizabeth left."
    )
    assert named(text) == [
        Person("William Seely III", "Seely, William III", ("Seely",), ""),
        Person("Elizabeth II", "", (), ""),
        Person("Louis XV", "", (), ""),
    ]


def test_a_rank_is_no_post() -> None:
    assert [one.post for one in named("Gen. Mark Milley met Prime Minister Mary Roe.")] == [
        "",
        "Prime Minister",
    ]


def test_whoever_has_an_entry_is_left_out() -> None:
    for known in ("Mary Roe", "Mary Jane Roe", "Mary J. Roe"):
        assert named("Mary Jane Roe came, and Mary Roe left.", known) == []


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Mary Roe came. Roe left. John Roe stayed. Roe smiled.", "Mary Roe"),
        ("Roe left, said Mary Roe. John Roe stayed.", ""),
        ("Mary Roe and John Roe came. Roe left.", ""),
        ("Roe left, said Mary Roe.", "Mary Roe"),
    ],
)
def test_a_surname_that_several_have_is_listed_for_who_is_called_so(text: str, called: str) -> None:
    listed = [one.name for one in named(text) if "Roe" in one.other_names]
    assert listed == [called][: bool(called)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("José Serra came, and Jose Serra left.", [("José Serra", ("Jose Serra",))]),
        ("Jose Serra came, and José Serra left.", [("José Serra", ("Jose Serra",))]),
        ("José Peña and Jose Pena came. Pena left.", [("José Peña", ("Jose Pena", "Pena"))]),
        ("John Paul Roe came; Paul Roe left.", [("John Paul Roe", ("Paul Roe",))]),
        ("John Paul Roe came. John Paul left.", [("John Paul Roe", ())]),
        ("John Paul Roe and Mary Paul Roe met Paul Roe.", None),
    ],
)
def test_names_that_are_one_persons(
    text: str, names: list[tuple[str, tuple[str, ...]]] | None
) -> None:
    found = [(one.name, one.other_names) for one in named(text)]
    assert found == names if names else len(found) == 3


def test_a_surname_that_an_entry_has_already_is_not_listed_once_more() -> None:
    assert named("John Roe came. Roe left.", "Roe") == [Person("John Roe", "Roe, John", (), "")]


def test_of_several_with_a_surname_the_one_in_the_title_is_called_so() -> None:
    text = "---\ntitle: A day of Mary Roe\ndate: 2020-01-07\n---\nJohn Roe met Mary Roe. Roe left."
    assert [one.other_names for one in named(text)] == [(), ("Roe",)]


@pytest.mark.parametrize(("others", "is_one"), [(10, True), (60, False)])
def test_of_very_many_with_a_surname_names_are_not_compared(others: int, is_one: bool) -> None:
    crowd = " ".join(
        f"Z{chr(97 + n % 20)}{chr(97 + n // 20)} Roe, who came." for n in range(others)
    )
    found = [one.name for one in named(f"{crowd} John Paul Roe left. Paul Roe stayed.")]
    assert ("Paul Roe" not in found) == is_one


def test_whoever_has_an_entry_with_accents_is_left_out_without_them_too() -> None:
    assert named("Jose Serra came.", "José Serra") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dow Jones fell. Paul Jones saw it, and Jones left.", ["Paul Jones"]),
        ("Dow Jones fell. The Dow Jones rose. Jones left.", []),
    ],
)
def test_a_surname_alone_shows_nobody_where_it_may_be_anothers(text: str, names: list[str]) -> None:
    assert [one.name for one in named(text)] == names
