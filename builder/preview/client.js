/* The preview's part in a page: it keeps the page at the last save.
   A classic script from a file of its own, so that the site's CSP allows it. */
(function () {
  "use strict";

  var script = document.currentScript;
  var problems = document.getElementById("backstory-preview");
  var told = problems.innerHTML;
  var LIST = "#backstory-preview details";
  var state = {
    command: "info",
    url: location.href,
    run: script.dataset.run,
    edition: Number(script.dataset.edition),
    files: JSON.parse(script.dataset.files)
  };
  var KEY = "backstory-preview";
  var RETRY = 400;
  var leaving = false, fetching = false, wanted = false;
  var changed = {}; /* what was swapped since the page was loaded: by path, the edition */

  function all(selector, root) {
    return Array.from((root || document).querySelectorAll(selector));
  }

  /* What stays open over a reload; the browser itself keeps the place of scrolling. */
  function remember() {
    var open = {
      page: location.pathname,
      details: foldable().map(isOpen),
      list: all(LIST).map(isOpen)
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
    reopen(foldable(), open.details, setOpen);
    reopen(all(LIST), open.list, setOpen);
  }

  /* Only where the page still has as many: else the places are no longer the same. */
  function reopen(elements, states, apply) {
    if (elements.length !== states.length) { return; }
    elements.forEach(function (element, index) { apply(element, states[index]); });
  }

  /* The page's own: what the preview lists comes and goes with the problems. */
  function foldable() {
    return all("details").filter(function (element) { return !problems.contains(element); });
  }

  function isOpen(element) { return element.open; }

  function setOpen(element, was) { element.open = was; }

  /* A reload under way shows what is newest when it arrives: starting it again would only delay it. */
  function load() {
    if (leaving) { return; }
    leaving = true;
    setTimeout(function () { leaving = false; }, 2000);
    remember();
    location.reload();
  }

  /* After a save so quick that the page of the last one is still on its way, it is fetched once more.
     While the preview is away, the page stays: loading it would leave the browser's own error in its
     place. */
  function renew() {
    wanted = fetching;
    if (leaving || fetching) { return; }
    fetching = true;
    fetch(location.href, { cache: "no-store" })
      .then(function (answer) { return answer.text(); })
      .then(function (html) {
        fetching = false;
        if (!leaving) { show(parsed(html)); }
        if (wanted) { renew(); }
      }, function () {
        fetching = false;
        setTimeout(renew, RETRY);
      })
      .catch(load);
  }

  function show(next) {
    var data = next.querySelector("script[data-edition]").dataset;
    Object.keys(changed).forEach(function (path) { swapPictures(next, path); });
    if (data.run !== state.run || !backstoryRenewal(next)) { load(); return; }
    tell(next.getElementById("backstory-preview"));
  }

  /* The same problems stay untouched; where they are others, an open list of warnings stays open. */
  function tell(next) {
    if (next.innerHTML === told) { return; }
    told = next.innerHTML;
    var open = all(LIST).map(isOpen);
    problems.innerHTML = told;
    reopen(all(LIST), open, setOpen);
  }

  function parsed(html) {
    return new DOMParser().parseFromString(html, "text/html");
  }

  function pathOf(address) {
    try { return decodeURIComponent(new URL(address, location.href).pathname); }
    catch (error) { return ""; }
  }

  function fresh(address, path) {
    var url = new URL(address, location.href);
    url.searchParams.set("preview", changed[path]);
    return url.href;
  }

  /* The new style is loaded beside the old one, so that the page is never without. */
  function swapStyle(link, path) {
    var next = link.cloneNode();
    next.href = fresh(link.href, path);
    link.setAttribute("data-preview-old", "");
    next.onload = next.onerror = function () { link.remove(); };
    link.after(next);
  }

  function picturesOf(root, path) {
    return all("img", root).filter(function (picture) {
      return pathOf(picture.currentSrc || picture.src) === path;
    });
  }

  function isPlain(picture) {
    return !picture.srcset && picture.parentNode.nodeName !== "PICTURE";
  }

  function swapPictures(root, path) {
    picturesOf(root, path).filter(isPlain).forEach(function (picture) {
      picture.src = fresh(picture.src, path);
    });
  }

  function isUsed(path) {
    return performance.getEntriesByType("resource").some(function (entry) {
      return pathOf(entry.name) === path;
    });
  }

  /* Styles and plain pictures are swapped; false for anything else that the page has loaded. */
  function swap(path) {
    var links = all('link[rel~="stylesheet"]:not([data-preview-old])').filter(function (link) {
      return pathOf(link.href) === path;
    });
    var pictures = picturesOf(document, path);
    links.forEach(function (link) { swapStyle(link, path); });
    swapPictures(document, path);
    return links.length + pictures.length > 0 ? pictures.every(isPlain) : !isUsed(path);
  }

  var actions = {
    reload: function (message) { if (message.liveCSS) { renew(); } else { load(); } },
    assets: function (message) {
      message.paths.forEach(function (path) { changed[path] = message.edition; });
      if (message.paths.filter(swap).length !== message.paths.length) { load(); }
    },
    problems: function (message) { tell(parsed(message.html).body); }
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
