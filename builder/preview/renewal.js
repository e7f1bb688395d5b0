/* Renews the text of a page in its place: quicker than loading it again, and all that the reader has
   open, pinned or focused stays. Only where nothing but the text has changed, and where every script
   of the page says by `data-live` that it keeps no element of the text. */
var backstoryRenewal = (function () {
  "use strict";

  var TEXT = ["main", "#cards_"];
  var AROUND = "body > :not(main, #cards_, #backstory-preview, [popover], link, script)";
  var ACTIVE = "head > link:not([rel=canonical], [data-preview-old]), head > script[src], " +
    "head > style, head > base, head > meta[charset], head > meta[http-equiv]";
  var DESCRIBING = "head > title, head > meta[name], head > meta[property], " +
    "head > link[rel=canonical], head > script:not([src])";
  var BLOCKS = "main p, main li, main h2, main h3, main blockquote, main dt, main dd";
  var OWN = "/_preview/";

  function all(selector, root) {
    return Array.from((root || document).querySelectorAll(selector));
  }

  function pathOf(element) {
    var address = element.src || element.href;
    return address ? new URL(address).pathname : element.outerHTML;
  }

  /* What must be as it was: what is loaded and done, and all that stands around the text. The theme's
     script says by the class `js` that it runs. */
  function frame(page) {
    var root = page.documentElement;
    return JSON.stringify([
      root.lang, root.dir, root.className.split(" ").filter(function (name) { return name !== "js"; }),
      page.body.className, all(TEXT.join(), page).length, all(ACTIVE, page).map(pathOf),
      all(AROUND, page).map(function (part) { return part.outerHTML; })
    ]);
  }

  function bearsIt(page) {
    return all("script[src]", page).every(function (script) {
      return "live" in script.dataset || pathOf(script).indexOf(OWN) === 0;
    });
  }

  /* The element of the new text that stands where an element of the old one stood. */
  function counterpart(element, before, after) {
    var selector = element.id ? "#" + CSS.escape(element.id)
      : element.dataset.ref ? '[data-ref="' + CSS.escape(element.dataset.ref) + '"]'
      : element.localName;
    var found = all(selector, after)[all(selector, before).indexOf(element)];
    return found && found.textContent === element.textContent ? found : null;
  }

  /* What has the focus, and the link beside which a card is open, go over themselves. */
  function carry(before, after) {
    var focused = document.activeElement;
    all(":focus, .anchored", before).forEach(function (element) {
      var place = counterpart(element, before, after);
      if (place) { place.replaceWith(element); }
    });
    return focused;
  }

  /* Elements of a kind in the old text, each with the one in the new; none where some came or went. */
  function pairs(before, after, selector) {
    var old = all(selector, before), anew = all(selector, after);
    return old.length === anew.length ? old.map(function (one, i) { return [one, anew[i]]; }) : [];
  }

  function exchange(selector, next) {
    var before = document.querySelector(selector);
    if (!before) { return; }
    var after = document.importNode(next.querySelector(selector), true);
    pairs(before, after, "details").forEach(function (pair) { pair[1].open = pair[0].open; });
    var focused = carry(before, after);
    before.replaceWith(after);
    if (after.contains(focused)) { focused.focus({ preventScroll: true }); }
  }

  function topOf(element) { return element.getBoundingClientRect().top; }

  /* What stands in the window, from its top: the place that is being read. At the page's head: nothing. */
  function reading() {
    return window.scrollY === 0 ? [] : all(BLOCKS).filter(function (block) {
      var box = block.getBoundingClientRect();
      return box.height > 0 && box.bottom > 0 && box.top < window.innerHeight;
    }).map(function (block) {
      return { name: block.localName, text: block.textContent, top: topOf(block) };
    });
  }

  /* The block of the text now that reads as this one did; null if there is none, or several. */
  function same(block) {
    var found = all(BLOCKS).filter(function (one) {
      return one.localName === block.name && one.textContent === block.text;
    });
    return found.length === 1 ? found[0] : null;
  }

  /* The first of it that is still there, and only once, comes to stand where it stood. */
  function readOn(places) {
    places.some(function (place) {
      var block = same(place);
      if (!block) { return false; }
      window.scrollBy({ left: 0, top: topOf(block) - place.top, behavior: "instant" });
      return true;
    });
  }

  /* A place in the text: so many letters into a block; null elsewhere. */
  function letterAt(node, offset) {
    var element = node && (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
    var block = element && element.closest(BLOCKS);
    if (!block) { return null; }
    var before = document.createRange();
    before.setStart(block, 0);
    before.setEnd(node, offset);
    return { name: block.localName, text: block.textContent, letters: before.toString().length };
  }

  /* The same place in the new text, as a node and an offset; null where the block is not as it was. */
  function placeOf(letter) {
    var block = letter && same(letter);
    if (!block) { return null; }
    var texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), left = letter.letters;
    while (texts.nextNode()) {
      if (left <= texts.currentNode.length) { return [texts.currentNode, left]; }
      left -= texts.currentNode.length;
    }
    return null;
  }

  /* What is selected in the text, from where to where. */
  function selected() {
    var now = window.getSelection();
    return now.isCollapsed ? [] : [
      letterAt(now.anchorNode, now.anchorOffset), letterAt(now.focusNode, now.focusOffset)
    ];
  }

  function select(letters) {
    var places = letters.map(placeOf);
    if (places.length && places.every(Boolean)) {
      window.getSelection().setBaseAndExtent(
        places[0][0], places[0][1], places[1][0], places[1][1]
      );
    }
  }

  /* The browser lost sight of what the pointer was on: as it moves, whether it left is asked anew. */
  function askAnew() {
    all("main .anchored").forEach(function (link) {
      link.dispatchEvent(new PointerEvent("pointerout", { bubbles: true }));
    });
  }

  function describe(next) {
    all(DESCRIBING).forEach(function (element) { element.remove(); });
    all(DESCRIBING, next).forEach(function (element) {
      document.head.append(document.importNode(element, true));
    });
  }

  /* Renews the page by this one; false where it must be loaded again instead. */
  return function (next) {
    if (!next.querySelector("main") || !bearsIt(document) || frame(next) !== frame(document)) {
      return false;
    }
    var left = window.scrollX, top = window.scrollY, places = reading(), letters = selected();
    TEXT.forEach(function (selector) { exchange(selector, next); });
    describe(next);
    document.addEventListener("pointermove", askAnew, { once: true });
    window.scrollTo({ left: left, top: top, behavior: "instant" });
    readOn(places);
    select(letters);
    return true;
  };
})();
