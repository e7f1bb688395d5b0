"""The words of the interface: every catalogue is complete, in order, and used."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import TemplateRuntimeError

from builder.build.building import build
from builder.build.checking import check, finished
from builder.build.judging import judge
from builder.ground.values import Value, contents
from builder.model.refs import KINDS
from builder.pages.site import TITLES
from builder.pages.views.cards import IndexPage
from builder.pages.views.entries import EntryPage, Fact
from builder.pages.views.events import EventItem
from builder.pages.views.links import Link
from builder.pages.views.method import Tally
from builder.pages.views.quotations import QuoteItem
from builder.render.catalogues import ENGLISH, translations, wordings
from builder.render.cldr import calendar_of
from builder.render.dates import wording
from builder.sources.catalogues import catalogue
from builder.sources.troubles import Flawed
from tests.messages import LOCALE, forms, messages, read, updated
from tests.project import ROOT, project, source, theme
from tests.smallsite import request, site
from tests.test_sample_site import sample

PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\}")
CATALOGUES = sorted(LOCALE.glob("*.po"))
WORDS = (ROOT / "templates" / "_words.html").read_text(encoding="utf-8")
ARABIC = translations(theme(), "ar")


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_has_the_words_of_today(path: Path) -> None:
    """`python -m tests.messages` brings it up to date."""
    assert path.read_bytes() == updated(path)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_is_complete_and_certain(path: Path) -> None:
    empty = [m.id for m in read(path) if not all(forms(m.string))]
    unsure = [m.id for m in read(path) if m.id and m.fuzzy]
    assert (empty, unsure) == ([], [])


def test_every_kind_of_entry_has_its_words_for_translation() -> None:
    known = set(re.findall(r'^  "([^"]+)": _\(', WORDS, re.MULTILINE))
    assert {*KINDS, *TITLES.values()} - known == set()


def test_every_title_that_we_give_a_page_can_be_translated() -> None:
    known = set(re.findall(r'^  "([^"]+)": _\(', WORDS, re.MULTILINE))
    assert {"Timeline", "Page not found"} <= titles()
    assert titles() - known == set()


def titles() -> set[str]:
    """The titles that stand in the code that makes pages: others are an editor's."""
    calls = (
        node
        for path in (ROOT / "builder" / "pages").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "head"
    )
    given = (call.args[2] for call in calls)
    return {
        part.value
        for title in given
        for part in ast.walk(title)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_translations_keep_the_placeholders(path: Path) -> None:
    """The last form of a plural has them all; those for one and two may say the number in words."""
    for message in read(path):
        if message.id:
            said, translated = forms(message.id)[-1], forms(message.string)[-1]
            assert PLACEHOLDER.findall(said) == PLACEHOLDER.findall(translated)


def test_words_are_read_from_every_template_and_from_the_renderer() -> None:
    places = {path for message in messages() for path, _ in message.locations}
    assert {"templates/article.html", "templates/feed.xml", "builder/render/dates.py"} <= places


def test_every_word_that_a_view_names_can_be_translated() -> None:
    """What stands in no template as a literal is in _words.html, where translators find it."""
    known = set(re.findall(r'^  "([^"]+)": _\(', WORDS, re.MULTILINE))
    named = {word for page in sample().pages for word in words_of(page.view)}
    assert len(named) > 30
    assert named - known == set()


def words_of(view: object) -> Iterator[str]:
    """The words of the interface that a view names: of facts, tallies, kinds, grades, bases."""
    match view:
        case Fact() | Tally():
            yield view.name
        case EventItem():
            yield view.basis
        case QuoteItem():
            yield from (word for word in (view.kind, view.grade) if word)
        case Link():
            yield view.title if view.kind == "menu" else view.kind or "Article"
        case IndexPage() | EntryPage():
            yield view.kind
    if isinstance(view, Value | tuple):
        for item in contents(view) if isinstance(view, Value) else view:
            yield from words_of(item)


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, "اقتباس واحد"), (2, "اقتباسان"), (3, "3 اقتباسات"), (11, "11 اقتباسًا")],
)
def test_arabic_counts_as_arabic_does(count: int, expected: str) -> None:
    form = ARABIC.ngettext("%(count)s quotation", "%(count)s quotations", count)
    assert form % {"count": count} == expected


@pytest.mark.parametrize("tag", ["ar", "ar-EG", "AR", "ar-Arab-EG"])
def test_a_region_has_its_language_s_words(tag: str) -> None:
    assert translations(theme(), tag).gettext("Timeline") == "الخط الزمني"


@pytest.mark.parametrize("tag", ["en-GB", "it"])
def test_without_a_catalogue_the_words_are_english(tag: str) -> None:
    assert translations(theme(), tag) is ENGLISH


def test_a_site_may_bring_its_own() -> None:
    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    po += 'msgid "Timeline"\nmsgstr "Zeitleiste"\n'
    files = {"locale/de.po": source("templates/locale/de.po", po)}
    assert translations(files, "de").gettext("Timeline") == "Zeitleiste"


HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
FORMS = "Plural-Forms: nplurals=2; plural"
COUNTED = 'msgid "%(count)s minute"\nmsgid_plural "%(count)s minutes"\n'


@pytest.mark.parametrize(
    ("po", "line", "words"),
    [
        (HEAD + 'msgid "Timeline\nmsgstr "Zeit"\n', 4, "This line"),
        (HEAD + 'msgid "Timeline"\nmsgstr "Zeit\n', 5, "This line"),
        (HEAD + 'msgid "Timeline"\nmsgstr "Zeit\\"\n', 5, "This line"),
        (HEAD + 'msgid "Timeline"\nms', 5, "This line"),
        (HEAD + 'msgid "a"\nmsgstr "b"\nmsgid "Timeline"\n', 6, "This message"),
        (HEAD + COUNTED + "".join(f'msgstr[{n}] "x"\n' for n in range(3)), 4, "more forms than"),
        (HEAD.replace("utf-8", "klingon"), 1, "unknown encoding: klingon"),
        (HEAD.replace("utf-8", "ascii") + 'msgid "a"\nmsgstr "ä"\n', 1, "can't decode"),
        (HEAD.replace("Content-Type: ", "Plural-Forms: nplurals=x; "), 1, "'x'"),
        (
            HEAD.replace("Content", 'Plural-Forms: nplurals=10; plural=0;\\n"\n"Content')
            + f'{COUNTED}msgstr[0] "x"\n',
            1,
            "no language has 10 plural forms",
        ),
        (HEAD.replace("Content", f'{FORMS}=1/0;\\n"\n"Content'), 1, "by zero"),
        (HEAD.replace("Content", f'{FORMS}=1%(n-11);\\n"\n"Content'), 1, "by zero"),
        (
            HEAD + COUNTED + 'msgstr[0] "1 Minute"\nmsgstr[1] "%(anzahl)s Minuten"\n',
            4,
            "“%(count)s minute” cannot be filled in: “%(anzahl)s Minuten”",
        ),
        (HEAD + 'msgid "about %(d)s"\nmsgstr "etwa %(d)"\n', 4, "“about %(d)s”"),
        (HEAD + 'msgid "all"\nmsgstr "100 %"\n', 4, "“all” cannot be filled in: “100 %”"),
    ],
)
def test_a_catalogue_that_cannot_be_used_has_a_place(po: str, line: int, words: str) -> None:
    with pytest.raises(Flawed) as flaw:
        translations({"locale/de.po": source("templates/locale/de.po", po)}, "de")
    told = flaw.value.diagnostic
    assert (told.code, told.location[:2]) == ("template-failed", ("templates/locale/de.po", line))
    assert words in told.message
    assert told.hint


@pytest.mark.parametrize(("one", "count"), [([], 2), ("a", "x")])
def test_a_plural_of_what_is_no_text_or_no_number_is_told(one: object, count: object) -> None:
    ngettext = wordings(ARABIC)["ngettext"]
    with pytest.raises(TemplateRuntimeError, match="“ngettext” takes two texts and a number: "):
        ngettext(one, "b", count)


@pytest.mark.parametrize("language", ["", "Language: fr\\n", "Language: tlh\\n"])
def test_the_head_tells_how_a_language_counts_whether_it_is_known_or_not(language: str) -> None:
    head = HEAD.replace("Content", f'{language}{FORMS}=n>1;\\n"\n"Content')
    forms = 'msgstr[0] "%(count)s minute"\nmsgstr[1] "%(count)s minutes"\n'
    files = {"locale/fr.po": source("templates/locale/fr.po", head + COUNTED + forms)}
    ngettext = translations(files, "fr").ngettext
    given = [ngettext("%(count)s minute", "%(count)s minutes", count) for count in (0, 1, 2)]
    assert given == ["%(count)s minute", "%(count)s minute", "%(count)s minutes"]


@pytest.mark.parametrize(
    "message",
    [
        COUNTED + 'msgstr[0] "eine Minute"\nmsgstr[1] "%(num)s Minuten"\n',
        '#, fuzzy\nmsgid "%(a)s"\nmsgstr "%(b)s"\n',
        'msgid "all"\nmsgstr ""\n"100 %%"\n# end\n#~ msgid "x"\n#~ msgstr "%(y)s"\n',
        'msgctxt "menu"\nmsgid "a\\"b"\nmsgstr "\\\\"\r\n',
    ],
)
def test_a_catalogue_that_can_be_used(message: str) -> None:
    files = {"locale/de.po": source("templates/locale/de.po", HEAD + message)}
    assert translations(files, "de") is not ENGLISH


def test_check_and_build_tell_of_a_catalogue_once(tmp_path: Path) -> None:
    po = HEAD + 'msgid "Timeline"\nmsgstr "%(zeit)s"\n'
    files = {"site.yaml": "title: S\nlanguage: de\n", "templates/locale/de.po": po}
    wanted = request(site(tmp_path, files))
    (built,) = build(wanted).diagnostics
    (judged,) = judge(check(wanted), wanted, finished(wanted)).diagnostics
    assert built == judged
    assert built.location[:2] == ("templates/locale/de.po", 4)


def test_of_two_catalogues_the_nearer_one() -> None:
    names = {"locale/pt.po", "locale/pt-BR.po"}
    assert catalogue("pt-BR", names) == "locale/pt-BR.po"
    assert catalogue("pt-AO", names) == "locale/pt.po"


def test_dates_speak_the_language_too() -> None:
    assert wording(calendar_of("ar"), ARABIC.gettext)("1979~") == "نحو 1979"


def person_page(language: str) -> str:
    """The page of a person on a site in this language."""
    files = {
        "site.yaml": f"title: S\nlanguage: {language}\n",
        "a.md": "---\ntitle: S\ndate: 2020-01-07\n---\nقالت ليلى.\n",
        "people.yaml": "layla:\n  name: ليلى\n  summary: مهندسة.\n",
    }
    return project(files).html("people/layla/index.html")


@pytest.mark.parametrize("language", [path.stem for path in CATALOGUES])
def test_a_page_in_another_language_has_no_word_of_english_interface(language: str) -> None:
    html, english = person_page(language), person_page("en")
    direction = "rtl" if language == "ar" else "ltr"
    assert f'lang="{language}" dir="{direction}"' in html
    assert f">{translations(theme(), language).gettext('People')}<" in html
    for word in ("People<", "Method<", "Light<", "Skip to"):
        assert word in english
        assert word not in html
