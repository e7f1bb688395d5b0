"""Previews: by pointer, by key, by finger; dismissed, pinned, switched off (WCAG 2.2, 1.4.13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Open, Served
from tests.waiting import until

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

CARD = "#preview_:popover-open"
LONG = 10_000
"""Milliseconds: longer than anything opens or closes. The page's clock is ours; nobody waits."""
PHONE = {"viewport": {"width": 390, "height": 800}, "has_touch": True, "is_mobile": True}


def esper(page: Page) -> Locator:
    """The first link to Mark Esper in the article's text."""
    return page.locator('.prose a[data-ref="person:mark-esper"]').first


def letter(page: Page) -> Locator:
    return page.locator('.prose a[data-ref="document:withdrawal-letter"]').first


def stop_the_clock(page: Page) -> None:
    """From now on the page's time passes only as the test says, whatever the machine does."""
    page.clock.install(time=0)
    page.clock.pause_at(LONG)


def tab_to(page: Page, link: Locator) -> None:
    """Moves the focus onto a link by key, from the one before it."""
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")


def test_hover_shows_who_it_is(visit: Open) -> None:
    page = visit()
    esper(page).hover()
    card = page.wait_for_selector(CARD)
    assert card is not None
    text = card.inner_text()
    assert "Mark Esper" in text
    assert "Defence Secretary" in text
    assert "3 mentions · 2 quotations" in text


def test_it_waits_for_a_pointer_that_stays(visit: Open) -> None:
    page = visit()
    stop_the_clock(page)
    esper(page).hover()
    page.clock.run_for(300)
    assert page.locator("#preview_").count() == 0
    page.clock.run_for(100)
    assert page.locator(CARD).count() == 1


def test_the_pointer_may_enter(visit: Open) -> None:
    page = visit()
    stop_the_clock(page)
    esper(page).hover()
    page.clock.run_for(400)
    page.locator("#preview_ .more-link").hover()
    page.clock.run_for(LONG)
    assert page.locator(CARD).count() == 1


def test_it_goes_when_the_pointer_has_gone(visit: Open) -> None:
    page = visit()
    esper(page).hover()
    page.wait_for_selector(CARD)
    page.mouse.move(2, 2)
    page.wait_for_selector("#preview_", state="detached")


def test_a_pointer_that_passes_opens_nothing(visit: Open) -> None:
    page = visit()
    stop_the_clock(page)
    esper(page).hover()
    page.mouse.move(2, 2)
    page.clock.run_for(LONG)
    assert page.locator("#preview_").count() == 0


def test_focus_shows_it_and_says_it(visit: Open) -> None:
    page = visit()
    tab_to(page, esper(page))
    page.wait_for_selector(CARD)
    assert esper(page).get_attribute("aria-describedby") == "preview_text"
    assert "Secretary of Defense" in page.locator("#preview_text").inner_text()


def test_the_way_through_by_key(visit: Open) -> None:
    page = visit()
    tab_to(page, esper(page))
    page.wait_for_selector(CARD)
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.className") == "more-link"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "pin"
    page.keyboard.press("Escape")
    assert page.locator("#preview_").count() == 0
    assert page.evaluate("document.activeElement.dataset.ref") == "person:mark-esper"


def test_tab_goes_on_to_the_next_link(visit: Open) -> None:
    page = visit()
    tab_to(page, esper(page))
    page.wait_for_selector(CARD)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.ref") == "place:pentagon"
    assert page.locator("#preview_").get_attribute("data-ref") == "place:pentagon"


def test_a_card_goes_at_once_when_the_focus_goes_elsewhere(visit: Open) -> None:
    page = visit()
    tab_to(page, esper(page))
    stop_the_clock(page)
    page.locator(".colophon a").first.focus()
    assert page.locator("#preview_").count() == 0


@pytest.mark.parametrize("pinned", [False, True])
def test_tab_leads_out_of_a_card_to_its_link(visit: Open, *, pinned: bool) -> None:
    page = visit()
    tab_to(page, esper(page))
    page.keyboard.press("ArrowDown")
    focused = page.locator(":focus")
    if pinned:
        page.locator("#preview_ .pin").press("Enter")
        page.locator("#pinned_ .off").focus()
    else:
        page.locator("#preview_ .off").focus()
    page.keyboard.press("Tab")
    assert page.locator("#preview_ :focus, #pinned_ :focus").count() == 0
    assert focused.evaluate("e => e.compareDocumentPosition(document.querySelector('main'))") & 8
    page.keyboard.press("Shift+Tab")
    assert focused.get_attribute("data-ref") == "person:mark-esper"
    page.keyboard.press("ArrowDown")
    assert focused.get_attribute("class") == "more-link"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert focused.get_attribute("data-ref") == "person:mark-esper"


@pytest.mark.parametrize("height", [600, 720])
def test_no_card_is_cut_off_by_a_low_window(visit: Open, height: int) -> None:
    page = visit(viewport={"width": 1280, "height": height})
    links = page.locator(".prose a.mention")
    for link in links.all()[:12]:
        link.evaluate("e => e.scrollIntoView({block: 'center'})")
        tab_to(page, link)
        card = page.locator(CARD).bounding_box()
        assert card is not None
        assert card["y"] >= 0
        assert card["y"] + card["height"] <= height


def test_what_a_card_offers_is_seen_at_400_per_cent(visit: Open) -> None:
    page = visit(viewport={"width": 320, "height": 256}, device_scale_factor=4)
    tab_to(page, esper(page))
    for offer in page.locator("#preview_ .preview-bar > *").all():
        assert offer.evaluate(
            "e => { const r = e.getBoundingClientRect();"
            "return document.elementFromPoint(r.left + r.width / 2, r.bottom - 2) === e }"
        )


def test_what_a_card_says_is_seen_at_400_per_cent(visit: Open) -> None:
    page = visit(viewport={"width": 320, "height": 256}, device_scale_factor=4)
    esper(page).hover()
    page.wait_for_selector(CARD)
    assert page.locator("#preview_text span").evaluate(
        "e => { const r = e.getBoundingClientRect();"
        "const line = parseFloat(getComputedStyle(e).lineHeight);"
        "return document.elementFromPoint(r.left + 9, r.top + 1.5 * line) === e }"
    )


def test_a_link_in_two_lines_has_its_card_at_the_line_that_is_pointed_to(visit: Open) -> None:
    page = visit()
    link = page.locator(".prose a.mention", has_text="Iraqi defence ministry").first
    link.evaluate("e => e.scrollIntoView({block: 'center'})")
    pieces = link.evaluate("e => [...e.getClientRects()].map(r => [r.x + r.width / 2, r.y + 9])")
    assert len(pieces) == 2
    for x, y in pieces:
        page.mouse.move(x, y)
        card = page.locator(CARD).bounding_box()
        assert card is not None
        assert card["x"] <= x <= card["x"] + card["width"]
        page.mouse.move(2, 2)
        page.wait_for_selector("#preview_", state="detached")


def test_escape_closes_and_leaves_the_focus(visit: Open) -> None:
    page = visit()
    tab_to(page, esper(page))
    page.wait_for_selector(CARD)
    page.keyboard.press("Escape")
    assert page.locator("#preview_").count() == 0
    assert page.evaluate("document.activeElement.dataset.ref") == "person:mark-esper"


def test_a_pinned_card_stays_while_others_come_and_go(visit: Open) -> None:
    page = visit()
    esper(page).hover()
    page.locator(".pin").click()
    page.mouse.move(2, 2)
    letter(page).hover()
    page.wait_for_selector(CARD)
    page.mouse.move(2, 2)
    page.wait_for_selector("#preview_", state="detached")
    assert "Mark Esper" in page.locator(".pinned:popover-open").inner_text()
    assert page.locator(".pinned .pin").get_attribute("aria-pressed") == "true"
    page.locator(".pinned .pin").click()
    assert page.locator(".preview").count() == 0


def test_of_an_entry_whose_card_is_pinned_no_second_one_opens(visit: Open) -> None:
    page = visit()
    stop_the_clock(page)
    esper(page).hover()
    page.clock.run_for(400)
    page.locator(".pin").click()
    page.mouse.move(2, 2)
    esper(page).hover()
    page.clock.run_for(400)
    assert page.locator(".preview").count() == 1


def test_escape_takes_a_pinned_card_away_where_no_other_is_open(visit: Open) -> None:
    page = visit()
    tab_to(page, esper(page))
    page.locator("#preview_ .pin").press("Enter")
    page.locator("#pinned_ .off").focus()
    page.keyboard.press("Escape")
    assert page.locator(".preview").count() == 0
    assert page.evaluate("document.activeElement.dataset.ref") == "person:mark-esper"


@pytest.mark.parametrize("name", ["pin", "shut", "off"])
def test_a_pinned_card_that_is_clicked_away_leaves_the_reader_where_they_are(
    visit: Open, name: str
) -> None:
    page = visit()
    esper(page).hover()
    page.locator(".pin").click()
    page.evaluate("scrollTo(0, 800)")
    page.locator(f".pinned .{name}").click()
    page.wait_for_selector(".preview", state="detached")
    assert page.evaluate("scrollY") == 800


def test_off_takes_a_pinned_card_away(visit: Open) -> None:
    page = visit()
    esper(page).hover()
    page.locator(".pin").click()
    page.locator(".pinned .off").click()
    assert page.locator(".preview").count() == 0


def test_how_to_reach_a_card_is_said_to_who_uses_keys_alone(visit: Open) -> None:
    page = visit()
    letter(page).evaluate("e => e.scrollIntoView({block: 'end'})")  # the card stands above both
    tab_to(page, esper(page))
    assert page.locator("#preview_ .preview-hint").count() == 1
    letter(page).hover()
    page.wait_for_selector(f'{CARD}[data-ref="document:withdrawal-letter"]')
    assert page.locator("#preview_ .preview-hint").count() == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_the_end_of_the_page_is_seen_beside_a_pinned_card(visit: Open, width: int) -> None:
    page = visit(viewport={"width": width, "height": 800})
    tab_to(page, esper(page))
    page.locator("#preview_ .pin").press("Enter")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    foot, card = page.locator(".colophon").bounding_box(), page.locator(".pinned").bounding_box()
    assert foot is not None
    assert card is not None
    assert foot["y"] + foot["height"] <= card["y"]


def test_a_pinned_card_is_there_again_when_the_page_is(visit: Open) -> None:
    page = visit()
    esper(page).hover()
    page.locator(".pin").click()
    article = page.url
    page.reload()
    assert "Mark Esper" in page.locator(".pinned:popover-open").inner_text()
    page.goto(article + "people/mark-esper/")
    assert page.locator(".preview").count() == 0
    page.goto(article)
    page.locator(".pinned .pin").click()
    page.reload()
    assert page.locator(".preview").count() == 0


def test_off_is_off_on_the_next_page_too(visit: Open) -> None:
    page = visit()
    esper(page).hover()
    page.locator(".off").click()
    page.goto(page.url + "people/mark-esper/")
    assert not page.locator("#previews_").is_checked()
    tab_to(page, page.locator("a.mention").first)
    assert page.locator("#preview_").count() == 0
    page.locator("#previews_").check()
    tab_to(page, page.locator("a.mention").first)
    page.wait_for_selector(CARD)


def test_the_first_tap_shows_the_second_follows(visit: Open, sites: dict[str, Served]) -> None:
    page = visit(**PHONE)
    esper(page).tap()
    page.wait_for_selector(CARD)
    assert page.url == sites["sample"].address
    esper(page).tap()
    page.wait_for_url("**/people/mark-esper/")


def test_a_card_does_not_cover_what_was_tapped(visit: Open) -> None:
    page = visit(**PHONE)
    esper(page).evaluate("e => e.scrollIntoView({block: 'end'})")
    esper(page).tap()
    card, link = page.locator(CARD).bounding_box(), esper(page).bounding_box()
    assert card is not None
    assert link is not None
    assert link["y"] + link["height"] <= card["y"]


def test_a_tap_elsewhere_closes(visit: Open) -> None:
    page = visit(**PHONE)
    esper(page).tap()
    page.wait_for_selector(CARD)
    page.locator(".dateline").tap()
    assert page.locator("#preview_").count() == 0


def test_the_card_leads_on(visit: Open) -> None:
    page = visit(**PHONE)
    esper(page).tap()
    page.locator("#preview_ .more-link").tap()
    page.wait_for_url("**/people/mark-esper/")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("site", ["sample", "arabic"])
def test_the_card_stands_within_the_window(visit: Open, width: int, site: str) -> None:
    page = visit(site=site, viewport={"width": width, "height": 800})
    for link in page.locator(".prose a.mention").all()[:12]:
        tab_to(page, link)
        box = page.locator(CARD).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width + 0.5
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 800.5
        seen = link.evaluate(
            "e => { const r = e.getClientRects()[0];"
            "return document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2) }"
        )
        assert seen is not None
        page.keyboard.press("Escape")


def test_on_a_phone_on_its_side_a_card_shows_its_words_and_not_over_its_link(visit: Open) -> None:
    page = visit(**(PHONE | {"viewport": {"width": 844, "height": 390}}))
    link = page.locator('.prose a[data-ref="person:qasem-soleimani"]').first
    link.tap()
    page.wait_for_selector(CARD)
    parts = (link, page.locator(CARD), page.locator("#preview_ span"), page.locator(".preview-bar"))
    measure = "e => e.getBoundingClientRect().toJSON()"
    tapped, card, words, bar = (part.evaluate(measure) for part in parts)
    assert tapped["bottom"] <= card["top"]
    assert words["bottom"] <= bar["top"]


def test_it_works_from_a_folder_and_fetches_nothing(visit: Open, sites: dict[str, Served]) -> None:
    page = visit()
    page.goto((sites["sample"].folder / "index.html").as_uri())
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    tab_to(page, esper(page))
    page.wait_for_selector(CARD)
    assert "3 mentions" in page.locator("#preview_text").inner_text()
    # The browser asks for the page's icon by itself, when it has the time.
    assert [url for url in fetched if not url.endswith("/icon.svg")] == []


BELOW = """(() => {
  const box = name => document.querySelector(name).getBoundingClientRect();
  const link = box(".anchored"), card = box("#preview_");
  const under = card.top - link.bottom;
  return Math.abs(card.left - link.left) < 2 && under >= 0 && under < 20;
})()"""
"""Whether the card begins where its link does, right below it."""


def test_the_card_stands_at_its_link_while_the_page_moves(visit: Open) -> None:
    page = visit()
    esper(page).evaluate("e => scrollBy(0, e.getBoundingClientRect().top - 200)")
    tab_to(page, esper(page))
    page.evaluate("scrollBy(0, 60)")
    assert page.evaluate(BELOW)


def test_the_card_goes_with_its_link_when_the_page_takes_another_shape(visit: Open) -> None:
    page = visit()
    esper(page).evaluate("e => scrollBy(0, e.getBoundingClientRect().top - 200)")
    tab_to(page, esper(page))
    page.evaluate("document.querySelector('.dateline').style.paddingInlineStart = '9rem'")
    page.evaluate("document.querySelector('.prose').style.paddingBlockStart = '40px'")
    until(page, BELOW)


def test_a_browser_without_popovers_follows_the_link(visit: Open) -> None:
    page = visit()
    page.add_init_script("delete HTMLElement.prototype.showPopover")
    page.reload()
    assert not page.locator("#previews_").is_visible()
    esper(page).click()
    page.wait_for_url("**/people/mark-esper/")
