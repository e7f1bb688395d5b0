"""Whatever an article says, the entries drafted for it are sound, and it asks for them once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz import wrong_drafts
from tests.project import FRONT

PIECES = (
    *("President", "Mary Roe", "Mary Jane Roe", "Roe", "John Roe", "Mark Esper", "Peter O'Brien"),
    *("Ludwig van Beethoven", "O’Brien", "the general", "said", "who", "the", "The", "and", "of"),
    *("on", "in", "On", "In", "from", "to", "between", "by", "since", "will", "that same year"),
    *("1979", "2020", "May", "May.", "Nov. 4", "4 November 1979", "Jan. 5", "Sunday", "on Sunday"),
    *("yesterday", "two days ago", "spring of 1979", "the 1970s", "1978–80", "1979-11-04"),
    *("last year", "c. 1950", "It fell in 1979.", "It fell in 1979.", "It rose on 4 May 2019."),
    *("“We will not go home now.”", "“We will not go home now,”", "“We did", "go home", "now”"),
    *('"It was what it was"', "‘so it is with us’", "“It fell in 1979 and so on”"),
    *("International Zone", "IZ", "(IZ)", "International Zones (IZs)", "Con On Now (CON)"),
    *("NUL (Net Use List)", "Office for Fun (OFF)", "IZ stands for International Zone.", "ÉU"),
    *("École Unie (ÉU)", "Cafe\u0301", "ß", "中文", "年", "\u00a0", "\u200b", "\u200d", "`", "\\"),
    *(".", ",", ":", ": ", "#", " # ", "-", "—", "–", "…", "(", ")", "[", "]", "*", "_", "'", '"'),
    *(
        "\n",
        "\n\n",
        "\n\n## ",
        "\n\n> ",
        "\n\n- ",
        "^[It fell in 1980.]",
        "{.nolink}",
        "{.noquote}",
    ),
    *("[Mary Roe]{.nolink}", "[Mary Roe](https://example.org/)", "`on 4 May 2019`"),
)
TEXT = st.lists(
    st.tuples(st.sampled_from(PIECES), st.sampled_from(("", " ", " ", " ", " "))), min_size=8
)
SIDECARS = {
    "people.yaml": (
        "mary-roe:\n  name: Mary Roe\n  other_names: [Roe]",
        "x:\n  name: Mary T. Roe\n",
        "# None.",
    ),
    "organizations.yaml": ("zone:\n  name: International Zone\n",),
    "glossary.yaml": ("iz:\n  term: IZ\n  definition: A zone.\n",),
    "acronyms.yaml": ("iz:\n  short: Iz\n  expansion: Other words\n", "\ufeff"),
    "quotes.yaml": ("we-will-not-go-home:\n  exact: go home\n", "\n"),
    "timeline.yaml": ("it-fell-in-1979:\n  title: It fell\n  date: 1979\n",),
}
BESIDE = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(texts) for name, texts in SIDECARS.items()}
)


@settings(max_examples=200)
@given(TEXT, BESIDE, st.sampled_from(("en", "de")), st.sampled_from(("\n", "\r\n")))
def test_a_draft_adds_no_error_and_the_next_one_nothing(
    pieces: list[tuple[str, str]], beside: dict[str, str], language: str, newline: str
) -> None:
    article = FRONT + "".join(word + space for word, space in pieces)
    texts = {
        "site.yaml": f"title: T\nlanguage: {language}\n",
        "content/a.md": article,
        **{f"content/{name}": text for name, text in beside.items()},
    }
    files = {path: text.replace("\n", newline).encode() for path, text in texts.items()}
    assert list(wrong_drafts(files, ["content/a.md"])) == []
