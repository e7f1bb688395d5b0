"""Reading under all conditions: no script, no style, paper, narrow, enlarged, right to left."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.conftest import Open, Served, Show
from tests.smallsite import PICTURE
from tests.waiting import until

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGES = [
    "",
    "people/",
    "people/donald-trump/",
    "documents/withdrawal-letter/",
    "glossary/",
    "acronyms/",
    "timeline/",
    "quotes/",
    "method/",
]
# What is seen, has more than a few words, and has no room for them.
SQUEEZED = """
[...document.querySelectorAll("main :is(p, li, dd, dt, h1, h2, h3)")]
  .filter(e => e.offsetParent && e.innerText.length > 30 && e.offsetWidth < 120)
  .map(e => `${e.tagName} ${e.offsetWidth}px: ${e.innerText}`)
"""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def overflow(page: Page) -> int:
    wide: int = page.evaluate(OVERFLOW)
    return wide


@pytest.mark.parametrize("path", PAGES)
def test_no_sideways_scrolling_at_320(visit: Open, path: str) -> None:
    assert overflow(visit(path, viewport={"width": 320, "height": 640})) == 0


@pytest.mark.parametrize("path", ["", "articles/notes/", "people/"])
def test_several_articles_fit_too(visit: Open, path: str) -> None:
    assert overflow(visit(path, site="several", viewport={"width": 320, "height": 640})) == 0


def test_on_a_phone_the_choice_of_thirty_speakers_leaves_the_first_quotation_in_view(
    show: Show,
) -> None:
    speakers = [f"person-of-name-{number}" for number in range(30)]
    said = {name: f"the bridge of {name} is open to all of us" for name in speakers}
    files = {
        "content/people.yaml": "".join(f"{name}:\n  name: {name}\n" for name in speakers),
        "content/quotes.yaml": "".join(
            f"q-{name}:\n  exact: {words}\n  speaker: person:{name}\n"
            for name, words in said.items()
        ),
        "content/story.md": "---\ntitle: A bridge\ndate: 2020-01-07\n---\n"
        + "".join(f"\nThen “{words},” {name} said.\n" for name, words in said.items()),
    }
    page = show(files, "quotes/index.html", viewport={"width": 360, "height": 700})
    expect(page.locator(".quotation blockquote").first).to_be_in_viewport(ratio=1)
    last = page.locator(".filter a").last
    last.focus()
    expect(last).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("site", ["sample", "several"])
@pytest.mark.parametrize("path", ["", "people/", "timeline/", "quotes/", "method/"])
def test_no_column_is_squeezed(visit: Open, site: str, path: str) -> None:
    page = visit(path, site=site)
    for width in (500, 780, 900, 1000, 1160, 1600):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(SQUEEZED) == [], width


@pytest.mark.parametrize("path", ["", "timeline/", "quotes/"])
def test_no_sideways_scrolling_at_400_per_cent(visit: Open, path: str) -> None:
    """1280 by 1024 at 400 per cent is 320 by 256 (WCAG 2.2, 1.4.10)."""
    options = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}
    assert overflow(visit(path, **options)) == 0


@pytest.mark.parametrize("path", ["", "timeline/", "quotes/"])
def test_twice_as_large_letters_fit(visit: Open, path: str) -> None:
    """1280 at 200 per cent is 640 (WCAG 2.2, 1.4.4)."""
    assert overflow(visit(path, viewport={"width": 640, "height": 450})) == 0


@pytest.mark.parametrize("path", ["", "people/", "timeline/", "quotes/"])
def test_nothing_overflows_from_right_to_left(visit: Open, path: str) -> None:
    for width in (320, 900, 1280):
        page = visit(path, site="arabic", viewport={"width": width, "height": 800})
        assert overflow(page) == 0


def test_the_heading_of_an_entry_begins_where_lines_begin(visit: Open) -> None:
    heading = visit("people/layla-haddad/", site="arabic").locator("h1")
    assert heading.evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_without_script_everything_is_there(visit: Open) -> None:
    page = visit(java_script_enabled=False)
    assert not page.locator(".controls").is_visible()
    assert not page.locator("#cards_").is_visible()
    page.locator('.prose a[data-ref="person:mark-esper"]').first.click()
    page.wait_for_url("**/people/mark-esper/")


def test_filters_lead_on_without_script(visit: Open) -> None:
    page = visit("timeline/", java_script_enabled=False)
    page.locator(".filter a", has_text="Donald Trump").click()
    page.wait_for_url("**/people/donald-trump/#all_events")


def test_filters_narrow_in_place_with_script(visit: Open) -> None:
    page = visit("timeline/")
    page.locator(".filter a", has_text="Donald Trump").click()
    assert page.url.endswith("/timeline/")
    assert page.locator(".timeline > li:visible").count() == 4
    assert page.locator("#status_").inner_text() == "Shown: 4"
    days = page.locator(".timeline > li:visible .when p:first-child")
    repeated = [day == before for before, day in pairwise(["", *days.all_inner_texts()])]
    assert days.evaluate_all("all => all.map(e => e.classList.contains('again'))") == repeated
    assert page.locator(".axis a:visible").count() == 4
    page.locator(".filter a", has_text="Everyone").click()
    assert page.locator(".timeline > li:visible").count() == 13


def test_a_filter_that_is_opened_elsewhere_leaves_the_list_as_it_is(visit: Open) -> None:
    page = visit("timeline/")
    with page.context.expect_page():
        page.locator(".filter a", has_text="Donald Trump").click(modifiers=["ControlOrMeta"])
    assert page.locator(".timeline > li:visible").count() == 13


def test_a_link_to_an_item_that_is_hidden_brings_the_list_back(visit: Open) -> None:
    page = visit("quotes/")
    page.locator(".filter a", has_text="Letter of the US military").click()
    page.evaluate("location.hash = '#q-rouhani-never-threaten'")
    expect(page.locator("#q-rouhani-never-threaten")).to_be_in_viewport()
    assert page.locator(".quotation:visible").count() > 3


def test_quotations_are_narrowed_by_speaker(visit: Open) -> None:
    page = visit("quotes/")
    page.locator(".filter a", has_text="Letter of the US military").click()
    assert page.locator(".quotation:visible").count() == 3


def test_a_list_is_narrowed_again_unless_an_item_is_asked_for(visit: Open) -> None:
    page = visit("quotes/")
    page.locator(".filter a", has_text="Letter of the US military").click()
    page.reload()
    assert page.locator(".quotation:visible").count() == 3
    page.goto(page.url + "#q-rouhani-never-threaten")
    page.reload()
    assert page.locator("#q-rouhani-never-threaten").is_visible()
    assert page.locator(".quotation:visible").count() > 3


@pytest.mark.parametrize("count", [3, 60])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_axis_is_never_too_small_to_read_nor_in_the_way(
    show: Show, width: int, count: int
) -> None:
    events = "".join(
        f"e{n}: {{title: Event {n}, date: {2000 + n % 20}-{n % 12 + 1:02}-{n % 28 + 1:02},"
        " basis: inferred}\n"
        for n in range(count)
    )
    options = {"viewport": {"width": width, "height": 800}}
    page = show({"content/timeline.yaml": events}, "timeline/index.html", **options)
    expect(page.locator(".timeline h2").first).to_be_in_viewport()
    axis = page.locator(".axis")
    assert axis.is_visible() == (width == 1280)
    if axis.is_visible():
        drawn = axis.evaluate("e => e.getBoundingClientRect().height / e.viewBox.baseVal.height")
        assert drawn >= 0.9


def test_a_quotation_is_copied_with_its_source(visit: Open, sites: dict[str, Served]) -> None:
    page = visit("quotes/", permissions=["clipboard-read", "clipboard-write"])
    page.clock.install(time=0)
    page.clock.pause_at(1_000)  # it offers to copy again after a while, which is not to pass yet
    copy = page.locator("#q-rouhani-never-threaten .copy")
    copy.click()
    expect(copy).to_have_text("Copied")  # the page itself, whose clock stands, could not wait
    assert page.locator("#status_").inner_text() == "Copied"
    page.clock.run_for(2_000)
    assert copy.inner_text() == "Copy with source"
    assert page.locator("#status_").inner_text() == ""  # so that a second copy is heard as well
    copied: str = page.evaluate("navigator.clipboard.readText()")
    words, address = copied.splitlines()
    assert words == "“Never threaten the Iranian nation.” — Hassan Rouhani, Twitter, 6 January 2020"
    assert address.startswith(sites["sample"].address + "#q-rouhani-never-threaten:~:text=Never")


def test_where_the_clipboard_is_closed_to_scripts_a_quotation_is_copied_all_the_same(
    visit: Open,
) -> None:
    page = visit("quotes/", permissions=["clipboard-read", "clipboard-write"])
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject('closed') }")
    copy = page.locator("#q-rouhani-never-threaten .copy")
    copy.click()
    expect(copy).to_have_text("Copied")
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“Never threaten the Iranian nation.” — Hassan Rouhani")
    assert page.locator("textarea").count() == 0


def test_that_it_is_copied_is_said_of_a_single_speaker_too(show: Show) -> None:
    files = {
        "content/story.md": (
            "---\ntitle: A bridge\ndate: 2020-01-07\n---\n\nAda Lovelace said, “It is open.”\n"
        ),
        "content/quotes.yaml": "open:\n  exact: It is open.\n  speaker: person:ada-lovelace\n",
    }
    page = show(files, "quotes/index.html")
    page.locator(".copy").click()
    until(page, "document.querySelector('[role=status]')?.textContent === 'Copied'")


@pytest.mark.parametrize("path", ["quotes/", "people/hassan-rouhani/"])
def test_a_quotation_is_called_by_who_said_it_not_by_all_that_stands_below(
    visit: Open, path: str
) -> None:
    figures = visit(path).get_by_role("figure", name="Hassan Rouhani", exact=True)
    assert figures.count() == 1


@pytest.mark.parametrize("path", ["quotes/", "people/mark-esper/"])
def test_the_sources_of_a_quotation_stand_close_to_what_they_prove(visit: Open, path: str) -> None:
    quotation = visit(path).locator(".quotation").first
    above = quotation.locator(".actions").bounding_box()
    sources = quotation.locator("summary").bounding_box()
    assert above is not None
    assert sources is not None
    assert sources["y"] - (above["y"] + above["height"]) < 12


def test_the_picture_of_a_quotation_stands_apart_from_its_words(show: Show) -> None:
    files = {
        "content/story.md": (
            "---\ntitle: A bridge\ndate: 2020-01-07\n---\n\nAda Lovelace said, “It is open.”\n"
        ),
        "content/quotes.yaml": "open:\n  exact: It is open.\n  speaker: person:ada-lovelace\n"
        "  image: {src: a.png, alt: A bridge}\n",
        "content/a.png": PICTURE,
    }
    page = show(files, "quotes/index.html")
    below = page.locator("blockquote").evaluate("e => e.getBoundingClientRect().bottom")
    top = page.locator(".quotation .picture").evaluate("e => e.getBoundingClientRect().top")
    assert top - below > 8


def test_a_quotation_leads_to_its_words_in_the_article(visit: Open) -> None:
    page = visit("quotes/")
    page.locator("#q-rouhani-never-threaten").get_by_text("Read it in the article").click()
    target = page.locator(":target")
    assert target.inner_text() == "Never threaten the Iranian nation."
    assert target.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(251, 231, 161)"


def test_an_event_leads_to_its_passage_and_the_article_back(visit: Open) -> None:
    page = visit("timeline/")
    page.locator("#e-trump-vow").get_by_text("Read it in the article").click()
    assert page.locator(":target").inner_text().startswith("Trump on Saturday vowed")
    page.locator(".dates a", has_text="Donald Trump vows").click()
    page.wait_for_url("**/timeline/#e-trump-vow")


@pytest.mark.parametrize("width", [320, 1280])
def test_at_a_glance_every_event_is_named_and_reached_once(visit: Open, width: int) -> None:
    page = visit(viewport={"width": width, "height": 800})
    if width < 768:
        page.locator(".glance summary").click()
    links = page.locator(".dates a").all()
    addresses = [link.get_attribute("href") for link in links]
    assert len(set(addresses)) == len(addresses) == 13
    assert all(link.is_visible() for link in links)


def test_on_a_phone_documents_and_dates_are_unfolded_so_the_article_begins_sooner(
    visit: Open,
) -> None:
    page = visit(viewport={"width": 390, "height": 844})
    dates, fold = page.locator(".glance .dates"), page.locator(".glance summary")
    assert not dates.is_visible()
    assert page.locator("#text_").evaluate("e => e.getBoundingClientRect().top") < 2 * 844
    fold.press("Enter")
    assert dates.is_visible()


def test_where_there_is_room_and_on_paper_nothing_is_folded(visit: Open) -> None:
    page = visit(viewport={"width": 768, "height": 800})
    parts = page.locator(".glance .dates"), page.locator(".glance .papers")
    assert all(part.is_visible() for part in parts)
    assert not page.locator(".glance summary").is_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(media="print")
    assert all(part.is_visible() for part in parts)
    assert not page.locator(".glance summary").is_visible()


@pytest.mark.parametrize(("width", "is_said"), [(320, False), (1280, True)])
def test_at_a_glance_roles_are_said_where_there_is_room(
    visit: Open, width: int, is_said: bool
) -> None:
    page = visit(viewport={"width": width, "height": 800})
    assert page.locator(".glance .line").first.is_visible() == is_said


@pytest.mark.parametrize(("width", "beside"), [(320, False), (390, True)])
def test_on_a_phone_what_happened_stands_beside_its_day(
    visit: Open, width: int, *, beside: bool
) -> None:
    page = visit(viewport={"width": width, "height": 800})
    page.locator(".glance summary").click()
    dates = page.locator(".glance .dates")
    day, event = dates.locator(".day").first, dates.locator("ul a").first
    tops = [part.evaluate("e => e.getBoundingClientRect().top") for part in (day, event)]
    assert (abs(tops[0] - tops[1]) < 8) is beside


def test_paper_has_numbered_notes_and_no_buttons(visit: Open) -> None:
    page = visit()
    page.emulate_media(media="print")
    assert page.locator("#cards_").is_visible()
    assert not page.locator(".controls").is_visible()
    assert not page.locator(".masthead nav").is_visible()
    link = page.locator('.prose a[data-ref="person:mark-esper"]').first
    number = link.evaluate("e => getComputedStyle(e, '::after').content")
    note = page.locator("#cards_ li").nth(int("".join(filter(str.isdigit, number))) - 1)
    assert note.get_attribute("data-card") == "person:mark-esper"


def test_paper_has_no_words_that_only_lead_on(visit: Open) -> None:
    page = visit()
    page.emulate_media(media="print")
    for words in ("All quotations", "How this site was checked"):
        link = page.get_by_text(words)
        assert link.count() == 1
        assert not link.is_visible()


def test_the_numbers_of_notes_on_paper_lie_over_no_other_column(visit: Open) -> None:
    page = visit()
    page.emulate_media(media="print")
    gap, size = page.locator("#cards_ li").evaluate_all(
        """notes => {
            const boxes = notes.map(note => note.getBoundingClientRect());
            const first = boxes.filter(box => box.left === boxes[0].left);
            const second = boxes.find(box => box.left > boxes[0].left);
            const size = parseFloat(getComputedStyle(notes[0]).fontSize);
            return [second.left - Math.max(...first.map(box => box.right)), size];
        }"""
    )
    assert gap > 2.5 * size  # two digits, brackets and a space


def test_the_numbers_of_notes_on_paper_are_not_those_of_footnotes(show: Show) -> None:
    text = "---\ntitle: A bridge\ndate: 2020-01-07\n---\n\nAda Lovelace[^1] came.\n\n[^1]: Or so.\n"
    page = show({"content/story.md": text})
    page.emulate_media(media="print")
    shown = page.locator(".mention").evaluate("e => getComputedStyle(e, '::after').content")
    assert shown.replace('" "', "") == '"[1]"'
    style = page.locator("#cards_ li").evaluate("e => getComputedStyle(e).listStyleType")
    assert style == "bracketed"


def test_paper_shows_the_addresses_of_sources(visit: Open) -> None:
    page = visit("people/mark-esper/")
    page.emulate_media(media="print")
    source = page.locator(".sources a").first
    shown = source.evaluate("e => getComputedStyle(e, '::after').content")
    assert f"<{source.get_attribute('href')}>" in shown


def test_paper_shows_the_addresses_where_an_entry_has_a_page_elsewhere(show: Show) -> None:
    address = "https://en.wikipedia.org/wiki/Ada_Lovelace"
    people = f"ada-lovelace:\n  name: Ada Lovelace\n  links: {{wikipedia: {address}}}\n"
    page = show({"content/people.yaml": people}, "people/ada-lovelace/index.html")
    page.emulate_media(media="print")
    shown = page.get_by_text("Wikipedia").evaluate("e => getComputedStyle(e, '::after').content")
    assert address in shown


def test_what_is_folded_away_is_on_paper(visit: Open) -> None:
    page = visit("people/mark-esper/")
    folded = page.locator("details .sources").first
    assert not folded.is_visible()
    page.emulate_media(media="print")
    assert folded.is_visible()


def test_events_take_the_whole_width_of_wide_paper(visit: Open) -> None:
    page = visit("timeline/")
    page.emulate_media(media="print")
    events, around = page.locator(".timeline").bounding_box(), page.locator("main").bounding_box()
    assert events is not None
    assert around is not None
    assert events["width"] == around["width"]


def test_paper_cuts_no_picture_in_two(show: Show) -> None:
    picture = BytesIO()
    Image.new("L", (300, 2400)).save(picture, "png")
    text = "---\ntitle: A bridge\ndate: 2020-01-07\n---\n\nAda Lovelace.\n\n![A tower](a.png)\n"
    files = {"content/story.md": text, "content/a.png": picture.getvalue()}
    page = show(files, viewport={"width": 700, "height": 900})
    page.emulate_media(media="print")
    box = page.locator(".prose img").bounding_box()
    assert box is not None
    assert box["height"] < 900
    assert box["height"] == pytest.approx(8 * box["width"], abs=8)


def test_forced_colours_keep_what_is_current_and_what_is_pressed(visit: Open) -> None:
    page = visit(forced_colors="active")
    current = page.locator(".masthead [aria-current]")
    assert current.evaluate("e => getComputedStyle(e).borderBottomStyle") == "solid"
    page.locator('.prose a[data-ref="person:mark-esper"]').first.hover()
    page.locator(".pin").click()
    assert page.locator(".pin").evaluate("e => getComputedStyle(e).borderTopWidth") == "3px"


def test_reduced_motion_moves_nothing(visit: Open) -> None:
    page = visit(reduced_motion="reduce")
    page.locator('.prose a[data-ref="person:mark-esper"]').first.hover()
    card = page.locator("#preview_")
    assert card.evaluate("e => getComputedStyle(e).transitionDuration") == "0s"


@pytest.mark.parametrize(("path", "text"), [("", "text_"), ("people/", "main")])
def test_the_skip_link_is_first_and_leads_to_the_text(visit: Open, path: str, text: str) -> None:
    page = visit(path)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == text
    page.keyboard.press("Tab")
    assert page.locator(f"#{text} :focus").count() == 1


def test_nothing_moves_while_the_page_loads(visit: Open) -> None:
    page = visit()
    shift = page.evaluate(
        """new Promise(done => {
          let sum = 0;
          new PerformanceObserver(list => {
            for (const entry of list.getEntries()) sum += entry.value;
          }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
        })"""
    )
    assert shift == 0


def test_the_margin_is_the_text_s_margin(visit: Open) -> None:
    """Notes stand beside the column, and the column has 60 to 75 signs on a line."""
    page = visit(viewport={"width": 1440, "height": 900})
    measure = page.evaluate(
        """() => {
          const p = document.querySelectorAll('.prose > p')[0];
          const range = document.createRange();
          const lines = new Set();
          const top = p.getBoundingClientRect().top;
          const height = parseFloat(getComputedStyle(p).lineHeight);
          const line = (r) => Math.floor((r.top + r.height / 2 - top) / height);
          const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
          let signs = 0;
          while (walker.nextNode()) {
            range.selectNodeContents(walker.currentNode);
            for (const r of range.getClientRects()) lines.add(line(r));
            signs += walker.currentNode.length;
          }
          return signs / lines.size;
        }"""
    )
    assert 55 <= measure <= 75
    assert overflow(page) == 0


def test_definitions_in_a_text_are_told_from_their_terms(show: Show) -> None:
    text = "---\ntitle: A bridge\ndate: 2020-01-07\n---\n\nAbutment\n: Where a bridge ends.\n"
    page = show({"content/story.md": text})
    term, meaning = page.locator(".prose dt"), page.locator(".prose dd")
    assert term.evaluate("e => getComputedStyle(e).fontWeight") == "700"
    assert meaning.evaluate("e => parseFloat(getComputedStyle(e).paddingInlineStart)") > 0


@pytest.mark.parametrize(("language", "own"), [("en", "ar"), ("ar", "en")])
def test_notes_stand_in_the_margin_of_a_text_in_another_direction(
    show: Show, language: str, own: str
) -> None:
    said = {"ar": "قال إن الجسر مفتوح للجميع", "en": "He said that the bridge is open"}[own]
    files = {
        "site.yaml": f"title: Small\nlanguage: {language}\n",
        "content/story.md": f"---\ntitle: A\ndate: 2020-01-07\nlanguage: {own}\n---\n\n{said}.\n",
        "content/timeline.yaml": f"open:\n  title: A\n  date: 2020-01-06\n  passage: {said}\n",
    }
    page = show(files, viewport={"width": 1000, "height": 800})
    margin = page.locator(".prose").evaluate(
        """e => {
          e.scrollIntoView({block: 'center'});
          const box = e.getBoundingClientRect(), onRight = document.dir === 'ltr';
          const x = onRight ? box.right + 90 : box.left - 90;
          const there = document.elementFromPoint(x, box.top + 15);
          return there !== null && there.matches('[data-note]');
        }"""
    )
    assert margin
    assert overflow(page) == 0


def test_the_contents_follow_the_reader_and_say_where_they_are(visit: Open) -> None:
    page = visit(viewport={"width": 1440, "height": 900})
    page.locator("#demands").scroll_into_view_if_needed()
    page.locator("#demands").evaluate("e => scrollTo(0, e.offsetTop - 20)")
    here = page.locator(".contents a", has_text="Demands")
    box = here.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900
    until(page, "document.querySelector('.contents a:target-current')?.textContent === 'Demands'")
