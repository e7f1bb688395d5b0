/* Renews the text of a page in its place: quicker than loading it again, and all that the reader has
   open, pinned or focused stays. Only where nothing but the text has changed, and where every script
   of the page says by `data-live` that it keeps no element of the text. */
var backstoryRenewal = (function () {
  "use strict";

  var TEXT = ["main", "#cards_"];
  var AROUND = "body > :not(main, #cards_, #backstory-preview, [popover], link, script)";
  var ACTIVE = "head > link:not([rel=canonical]), head > script[src], head > style, head > base, " +
    "head > meta[charset], head > meta[http-equiv]";
  var DESCRIBING = "head > title, head > meta[name], head > meta[property], " +
    "head > link[rel=canonical], head > script:not([src])";
  var OWN = "/_preview/";

  function all(root, selector) {
    return Array.prototype.slice.call(root.querySelectorAll(selector));
  }

  function pathOf(element) {
    var address = element.src || element.href;
    return address ? new URL(address).pathname : element.outerHTML;
  }

  /* What must be as it was: what is loaded and done, and the words and links around the text. */
  function frame(page) {
    var root = page.documentElement;
    return JSON.stringify([
      root.lang, root.dir, all(page, TEXT.join()).length,
      all(page, ACTIVE).map(pathOf),
      all(page, AROUND).map(function (part) {
        return [part.textContent, all(part, "a").map(function (link) {
          return [link.getAttribute("href"), link.getAttribute("aria-current")];
        })];
      })
    ]);
  }

  function bearsIt(page) {
    return all(page, "script[src]").every(function (script) {
      return "live" in script.dataset || pathOf(script).indexOf(OWN) === 0;
    });
  }

  /* The element of the new text that stands where an element of the old one stood. */
  function counterpart(element, before, after) {
    var selector = element.id ? "#" + CSS.escape(element.id)
      : element.dataset.ref ? '[data-ref="' + CSS.escape(element.dataset.ref) + '"]'
      : element.localName;
    var found = all(after, selector)[all(before, selector).indexOf(element)];
    return found && found.textContent === element.textContent ? found : null;
  }

  /* What has the focus, and the link beside which a card is open, go over themselves. */
  function carry(before, after) {
    var focused = document.activeElement;
    all(before, ":focus, .anchored").forEach(function (element) {
      var place = counterpart(element, before, after);
      if (place) { place.replaceWith(element); }
    });
    return focused;
  }

  function reopen(before, after) {
    var old = all(before, "details"), anew = all(after, "details");
    if (old.length !== anew.length) { return; }
    anew.forEach(function (element, index) { element.open = old[index].open; });
  }

  function exchange(selector, next) {
    var before = document.querySelector(selector);
    if (!before) { return; }
    var after = document.importNode(next.querySelector(selector), true);
    reopen(before, after);
    var focused = carry(before, after);
    before.replaceWith(after);
    if (after.contains(focused)) { focused.focus({ preventScroll: true }); }
    // The browser lost sight of what the pointer was on: whether it still is there is asked anew.
    all(after, ".anchored").forEach(function (link) {
      link.dispatchEvent(new PointerEvent("pointerout", { bubbles: true }));
    });
  }

  function describe(next) {
    all(document, DESCRIBING).forEach(function (element) { element.remove(); });
    all(next, DESCRIBING).forEach(function (element) {
      document.head.append(document.importNode(element, true));
    });
  }

  /* Renews the page by this one; false where it must be loaded again instead. */
  return function (next) {
    if (!next.querySelector("main") || !bearsIt(document) || frame(next) !== frame(document)) {
      return false;
    }
    var left = window.scrollX, top = window.scrollY;
    TEXT.forEach(function (selector) { exchange(selector, next); });
    describe(next);
    window.scrollTo({ left: left, top: top, behavior: "instant" });
    return true;
  };
})();
