"""builder.render.untranslated: the words that a site's own catalogue lacks are told by check."""

from pathlib import Path

import pytest

from builder.build.checking import check, finished
from builder.build.judging import judge
from tests.smallsite import ROOT, request, site

THEIRS = (ROOT / "templates/locale/es.po").read_text(encoding="utf-8")


def told(root: Path, language: str, catalogue: str) -> list[tuple[str, str]]:
    """What check says of a site in Portuguese with this catalogue: code and message."""
    settings = f"title: Small\nlanguage: {language}\n"
    site(root, {"site.yaml": settings, "templates/locale/pt.po": catalogue})
    wanted = request(root)
    found = judge(check(wanted), wanted, finished(wanted)).diagnostics
    return [(one.code, one.message) for one in found]


@pytest.mark.parametrize(
    ("is_", "becomes"),
    [
        ('msgid "All years"\nmsgstr "Todos los años"', 'msgid "All years"\nmsgstr ""'),
        ('msgid "All years"\nmsgstr "Todos los años"', ""),
        ('msgid "All years"', '#, fuzzy\nmsgid "All years"'),
        ('msgid "All years"', 'msgid "All yaers"'),
    ],
    ids=["empty", "absent", "fuzzy", "misspelt"],
)
def test_a_message_without_a_translation_is_told(tmp_path: Path, is_: str, becomes: str) -> None:
    assert is_ in THEIRS
    assert told(tmp_path, "pt", THEIRS.replace(is_, becomes)) == [
        ("untranslated-language", "1 message of the interface stays English: “All years”.")
    ]


def test_a_plural_form_without_words_is_told(tmp_path: Path) -> None:
    ((_, message),) = told(tmp_path, "pt", THEIRS.replace("%(count)s menciones", ""))
    assert "“%(count)s mention”" in message


@pytest.mark.parametrize("language", ["pt", "pt-BR", "de"])
def test_a_whole_catalogue_and_one_that_is_not_used_are_not_told(
    tmp_path: Path, language: str
) -> None:
    catalogue = THEIRS if language != "de" else ""
    assert told(tmp_path, language, catalogue) == []


def test_a_catalogue_that_is_named_as_other_programs_do_is_to_be_renamed(tmp_path: Path) -> None:
    settings = "title: Small\nlanguage: pt-BR\n"
    site(tmp_path, {"site.yaml": settings, "templates/locale/pt_BR.po": THEIRS})
    (fault,) = check(request(tmp_path)).diagnostics
    assert fault.hint == "Rename templates/locale/pt_BR.po to pt-BR.po."


def test_a_catalogue_in_english_says_a_few_messages_otherwise(tmp_path: Path) -> None:
    settings = "title: Small\nlanguage: en-GB\n"
    catalogue = THEIRS[: THEIRS.index("\n\n")] + '\n\nmsgid "Timeline"\nmsgstr "Chronology"\n'
    site(tmp_path, {"site.yaml": settings, "templates/locale/en-GB.po": catalogue})
    wanted = request(tmp_path)
    assert judge(check(wanted), wanted, finished(wanted)).diagnostics == ()
