/* The preview's part in a page: it keeps the page at the last save.
   A classic script from a file of its own, so that the site's CSP allows it. */
(function () {
  "use strict";

  var script = document.currentScript;
  var problems = document.getElementById("backstory-preview");
  var state = {
    command: "info",
    url: location.href,
    run: script.dataset.run,
    edition: Number(script.dataset.edition),
    files: JSON.parse(script.dataset.files)
  };
  var KEY = "backstory-preview";
  var RETRY = 400;
  var leaving = false, fetching = false;

  function all(selector) {
    return Array.prototype.slice.call(document.querySelectorAll(selector));
  }

  /* What stays open over a reload; the browser itself keeps the place of scrolling. */
  function remember() {
    var open = {
      page: location.pathname,
      details: all("details").map(function (element) { return element.open; }),
      popovers: all("[popover]").map(function (element) { return isShown(element); })
    };
    try { sessionStorage.setItem(KEY, JSON.stringify(open)); } catch (error) { /* no storage */ }
  }

  function restore() {
    var open = null;
    try {
      open = JSON.parse(sessionStorage.getItem(KEY));
      sessionStorage.removeItem(KEY);
    } catch (error) { return; }
    if (!open || open.page !== location.pathname) { return; }
    reopen(all("details"), open.details, function (element, was) { element.open = was; });
    reopen(all("[popover]"), open.popovers, function (element, was) {
      if (was && !isShown(element)) { element.showPopover(); }
    });
  }

  /* Only where the page still has as many: else the places are no longer the same. */
  function reopen(elements, states, apply) {
    if (elements.length !== states.length) { return; }
    elements.forEach(function (element, index) { apply(element, states[index]); });
  }

  function isShown(element) {
    try { return element.matches(":popover-open"); } catch (error) { return false; }
  }

  /* A reload under way shows what is newest when it arrives: starting it again would only delay it. */
  function load() {
    if (leaving) { return; }
    leaving = true;
    setTimeout(function () { leaving = false; }, 2000);
    remember();
    location.reload();
  }

  /* Saves so quick that the page of the last one is still on its way: then it is loaded again. */
  function reload() {
    if (fetching) { load(); return; }
    fetching = true;
    fetch(location.href, { cache: "no-store" })
      .then(function (answer) { return answer.text(); })
      .then(function (html) {
        fetching = false;
        if (!leaving) { show(new DOMParser().parseFromString(html, "text/html")); }
      })
      .catch(load);
  }

  function show(next) {
    var data = next.querySelector("script[data-edition]").dataset;
    if (data.run !== state.run || !backstoryRenewal(next)) { load(); return; }
    state.edition = Number(data.edition);
    problems.innerHTML = next.getElementById("backstory-preview").innerHTML;
  }

  function pathOf(address) {
    try { return decodeURIComponent(new URL(address, location.href).pathname); }
    catch (error) { return ""; }
  }

  function fresh(address, edition) {
    var url = new URL(address, location.href);
    url.searchParams.set("preview", edition);
    return url.href;
  }

  /* The new style is loaded beside the old one, so that the page is never without. */
  function swapStyle(link, edition) {
    var next = link.cloneNode();
    next.href = fresh(link.href, edition);
    link.setAttribute("data-preview-old", "");
    next.onload = next.onerror = function () { link.remove(); };
    link.after(next);
  }

  function isUsed(path) {
    return performance.getEntriesByType("resource").some(function (entry) {
      return pathOf(entry.name) === path;
    });
  }

  /* Styles and plain pictures are swapped; anything else that the page has loaded reloads it. */
  function swap(path, edition) {
    var links = all('link[rel~="stylesheet"]:not([data-preview-old])').filter(function (link) {
      return pathOf(link.href) === path;
    });
    var pictures = all("img").filter(function (picture) {
      return pathOf(picture.currentSrc || picture.src) === path;
    });
    var plain = pictures.every(function (picture) {
      return !picture.srcset && picture.parentNode.nodeName !== "PICTURE";
    });
    links.forEach(function (link) { swapStyle(link, edition); });
    if (plain) {
      pictures.forEach(function (picture) { picture.src = fresh(picture.src, edition); });
    }
    return (plain && links.length + pictures.length > 0) || !isUsed(path);
  }

  var actions = {
    hello: function () { return; },
    reload: reload,
    assets: function (message) {
      var swapped = message.paths.filter(function (path) { return swap(path, message.edition); });
      if (swapped.length !== message.paths.length) { reload(); }
    },
    problems: function (message) { problems.innerHTML = message.html; }
  };

  function connect() {
    var address = new URL("live", script.src);
    address.protocol = address.protocol.replace("http", "ws");
    var socket = new WebSocket(address);
    socket.onopen = function () {
      socket.send(JSON.stringify({
        command: "hello",
        protocols: ["http://livereload.com/protocols/official-7"]
      }));
      socket.send(JSON.stringify(state));
    };
    socket.onmessage = function (event) {
      var message = JSON.parse(event.data);
      if (message.edition) { state.edition = message.edition; }
      if (actions[message.command]) { actions[message.command](message); }
    };
    socket.onclose = function () { setTimeout(connect, RETRY); };
  }

  restore();
  connect();
})();
