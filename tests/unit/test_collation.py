"""The order of names, by language."""

import pytest

from builder.pages.collation import order


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", ["Eber", "Éclair", "Edam", "zebra"]),
        ("en", ["Lorca", "Łukasz", "Lynd", "Odd", "Ørsted", "Otto"]),
        ("de-AT", ["Ofen", "Öl", "Opal", "Zug"]),
        ("sv", ["Adam", "Zorn", "Åberg", "Ärlig", "Öberg"]),
        ("da", ["Zorn", "Æble", "Ørsted", "Åberg"]),
        ("es", ["nube", "nuez", "ñandú", "oca"]),
        ("pl", ["lód", "luk", "łaska", "mama"]),
        ("tr", ["Hakan", "Irmak", "İnan", "Ozan", "Öz"]),
        ("ru", ["Ёлкин", "Жуков", "Иванов", "Йорк", "Кот"]),
        ("ar", ["أحمد", "بغداد", "ليلى"]),
    ],
)
def test_names_are_sorted_as_their_language_sorts_them(language: str, names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(backwards, key=order(language).key) == names


@pytest.mark.parametrize(
    ("language", "name", "letter"),
    [
        ("en", "Éclair", "E"),
        ("sv", "Åberg", "Å"),
        ("en", "Åberg", "A"),
        ("en", "“Quoted”", "Q"),
        ("en", "52 sites", "5"),
        ("en", "…", "#"),
        ("en", "Łukasz", "L"),
        ("pl", "Łukasz", "Ł"),
        ("en", "Æsop", "A"),
        ("ru", "Йорк", "Й"),
        ("tr", "İnan", "İ"),
        ("tr", "Irmak", "I"),
        ("ar", "أحمد", "ا"),
    ],
)
def test_a_name_stands_under_the_letter_that_its_language_gives_it(
    language: str, name: str, letter: str
) -> None:
    assert order(language).letter(name) == letter


def test_composed_and_decomposed_are_one() -> None:
    composed, decomposed = order("sv").key("\u00c5")[0], order("sv").key("A\u030a")[0]
    assert composed == decomposed
