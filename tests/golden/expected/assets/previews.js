// Previews: a card beside a link to an entry, made of the words that stand at the end of the page.
// It opens on hover after a moment, on keyboard focus, and on the first tap; it stays while the
// pointer is on the link or on the card; Escape closes it; it can be pinned, and switched off.
// WCAG 2.2, 1.4.13. A pinned card is there again when the page is loaded again.
(function () {
  "use strict";
  const source = document.getElementById("cards_");
  const toggle = document.getElementById("previews_");
  const key = "backstory-previews", pinKey = "backstory-pinned";
  const OPEN_AFTER = 350, CLOSE_AFTER = 250; // milliseconds: no flicker on the way to elsewhere
  const GAP = 6; // pixels
  let on = read() !== "off";
  let open = null; // {link, card}: the card that follows the reader
  let pinned = null; // the card that stays
  let timer = 0, tapped = false, keyboard = false, pointer = "", x = 0;

  if (!source || !HTMLElement.prototype.showPopover) {
    if (toggle) toggle.parentElement.hidden = true; // there is nothing to switch
    return;
  }
  if (toggle) {
    toggle.checked = on;
    toggle.addEventListener("change", () => switchTo(toggle.checked));
  }

  const words = source.dataset;

  // Looked up each time: a preview of the site may have renewed the cards.
  function given(link) {
    return document.querySelector(`#cards_ [data-card="${CSS.escape(link.dataset.ref)}"]`);
  }

  function read() {
    try { return localStorage.getItem(key); } catch (e) { return null; }
  }

  function switchTo(value) {
    on = value;
    try { localStorage.setItem(key, on ? "on" : "off"); } catch (e) { /* it lasts for this page */ }
    if (toggle) toggle.checked = on;
    if (!on) { close(); unpin(); }
  }

  function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }

  function button(text, className, action) {
    const made = element("button", className, text);
    made.type = "button";
    made.addEventListener("click", action);
    return made;
  }

  function build(link, text) {
    const card = element("div", "preview");
    card.id = "preview_";
    card.popover = "manual";
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-label", text.querySelector("b").textContent);
    const body = element("div", "preview-text");
    body.id = "preview_text";
    for (const node of text.childNodes) body.append(node.cloneNode(true));
    const bar = element("p", "preview-bar");
    const more = element("a", "more-link", words.more);
    more.href = link.href;
    const pin = button(words.pin, "pin", () => (card === pinned ? unpin(true) : fix(pin)));
    pin.setAttribute("aria-pressed", "false");
    bar.append(more, pin, button(words.off, "off", () => { switchTo(false); back(link); }));
    const shut = button("×", "shut", () => {
      if (card === pinned) unpin(); else close();
      back(link);
    });
    shut.setAttribute("aria-label", words.close);
    card.append(shut, body, bar);
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", () => later());
    card.addEventListener("focusout", (event) => {
      if (open && open.card === card && !card.contains(event.relatedTarget)) later();
    });
    return card;
  }

  // Focus goes back to the link, and the card stays shut. Only a key moves the page there.
  function back(link) {
    tapped = true;
    link.focus({ preventScroll: pointer !== "" });
    tapped = false;
  }

  // With `near` the window moves, if it must, so that the card does not cover the link.
  function show(link, near) {
    clearTimeout(timer);
    const text = given(link);
    if (!on || !text || (open && open.link === link)) return;
    if (pinned && pinned.dataset.ref === link.dataset.ref) return;
    close();
    const card = build(link, text);
    card.dataset.ref = link.dataset.ref;
    if (keyboard) card.lastChild.before(element("p", "preview-hint", words.hint));
    document.body.append(card);
    link.classList.add("anchored");
    link.setAttribute("aria-describedby", "preview_text");
    open = { link, card };
    card.showPopover();
    if (near) link.scrollIntoView({ block: "nearest" });
    place(open);
  }

  // Above its link or below, where there is more room, and within the window. It moves with the page.
  // Safari's way of doing this in style sheets forgets how far the page has been scrolled.
  function place({ link, card }) {
    card.removeAttribute("style");
    if (getComputedStyle(card).position === "fixed") return; // at the foot of the window
    const at = link.getBoundingClientRect(), size = card.getBoundingClientRect();
    const { clientWidth, clientHeight, dir } = document.documentElement;
    const isBelow = at.top + at.bottom < clientHeight;
    const height = Math.min(size.height, (isBelow ? clientHeight - at.bottom : at.top) - 2 * GAP);
    // Of a link in two lines, the one that is pointed to
    const line = [...link.getClientRects()].find((e) => e.left <= x && x <= e.right) || at;
    const left = dir === "rtl" ? line.right - size.width : line.left;
    card.style.maxHeight = height + "px";
    card.style.top = scrollY + (isBelow ? at.bottom + GAP : at.top - GAP - height) + "px";
    card.style.left = scrollX + Math.max(GAP, Math.min(left, clientWidth - size.width - GAP)) + "px";
  }

  function release() {
    open.link.classList.remove("anchored");
    open.link.removeAttribute("aria-describedby");
  }

  function close() {
    clearTimeout(timer);
    if (!open) return;
    release();
    open.card.remove();
    open = null;
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!open) return;
      const kept = [open.link, open.card].some((e) => e.matches(":hover, :focus-visible, :focus-within"));
      if (!kept) close();
    }, CLOSE_AFTER);
  }

  function fix(pin) {
    unpin();
    pinned = open.card;
    pinned.id = "pinned_";
    pinned.querySelector(".preview-text").removeAttribute("id");
    pinned.classList.add("pinned");
    pinned.removeAttribute("style");
    pinned.setAttribute("role", "complementary");
    pin.setAttribute("aria-pressed", "true");
    release();
    open = null;
    keep(pinned.dataset.ref);
  }

  function keep(ref) {
    const value = JSON.stringify([location.pathname, ref]);
    try { sessionStorage.setItem(pinKey, value); } catch (e) { /* it lasts until the page is left */ }
  }

  function resume() {
    let page = "", ref = "";
    try { [page, ref] = JSON.parse(sessionStorage.getItem(pinKey)) || []; } catch (e) { return; }
    const link = page === location.pathname && ref ? linkTo(ref) : null;
    if (link) show(link, false);
    if (open) fix(open.card.querySelector(".pin"));
  }

  function linkTo(ref) {
    return document.querySelector(`a.mention[data-ref="${CSS.escape(ref)}"]`);
  }

  function unpin(refocus) {
    if (!pinned) return;
    const ref = pinned.dataset.ref;
    pinned.remove();
    pinned = null;
    keep("");
    const link = refocus ? linkTo(ref) : null;
    if (link) back(link);
  }

  const mention = (event) => (event.target.closest ? event.target.closest("a.mention") : null);

  document.addEventListener("pointerover", (event) => {
    const link = mention(event);
    if (!link || event.pointerType === "touch") return;
    clearTimeout(timer);
    if (open && open.link === link) return;
    keyboard = false;
    x = event.clientX;
    timer = setTimeout(() => show(link, false), OPEN_AFTER);
  });
  document.addEventListener("pointerout", (event) => { if (mention(event)) later(); });
  document.addEventListener("focusin", (event) => {
    const link = mention(event);
    if (open && link !== open.link && !open.card.contains(event.target)) close(); // it may cover the target
    if (link && !tapped && link.matches(":focus-visible")) { keyboard = true; show(link, true); }
  });
  document.addEventListener("focusout", (event) => { if (mention(event)) later(); });

  // The first tap opens the card, the second follows the link.
  document.addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    tapped = true;
    setTimeout(() => { tapped = false; });
    if (open && !open.card.contains(event.target) && mention(event) !== open.link) close();
  });
  document.addEventListener("click", (event) => {
    const link = mention(event);
    if (!link || !event.detail || pointer !== "touch" || !on || !given(link)) return;
    if ((open && open.link === link) || (pinned && pinned.dataset.ref === link.dataset.ref)) return;
    event.preventDefault();
    keyboard = false;
    show(link, true);
  });

  document.addEventListener("keydown", (event) => {
    tapped = false; // what a key focuses is not the tap's doing, however soon it follows
    pointer = "";
    if (event.key === "Escape") {
      const inside = open && open.card.contains(document.activeElement) ? open.link : null;
      if (open) close(); else unpin(pinned && pinned.contains(document.activeElement));
      if (inside) back(inside);
    } else if (event.code === "Tab") { // WebKit on Linux has no `key` for Shift+Tab
      leave(event);
    } else if (event.key === "ArrowDown" && cardOf(document.activeElement)) {
      event.preventDefault();
      cardOf(document.activeElement).querySelector("a, button:not(.shut)").focus();
    }
  });

  function cardOf(link) {
    if (open && open.link === link) return open.card;
    return pinned && link.matches("a.mention") && link.dataset.ref === pinned.dataset.ref ? pinned : null;
  }

  // Cards stand at the end of the page. Who goes on behind one goes on at its link.
  function leave(event) {
    const card = document.activeElement.closest(".preview");
    const stops = card ? [...card.querySelectorAll("a, button")] : [];
    if (!stops.length || document.activeElement !== stops.at(event.shiftKey ? 0 : -1)) return;
    const link = card === pinned ? linkTo(card.dataset.ref) : open.link;
    if (card !== pinned) close();
    if (!link) return;
    back(link);
    if (event.shiftKey) event.preventDefault();
  }

  // The link moves when the page takes another shape.
  new ResizeObserver(() => { if (open) place(open); }).observe(document.body);

  resume();
})();
