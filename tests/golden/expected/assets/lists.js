// Lists: filter links narrow the list in place, and a quotation can be copied with its source.
// A list is narrowed in the same way when the page is loaded again. Without this script the links
// lead to the same items elsewhere.
(function () {
  "use strict";
  const key = "backstory-narrowed";
  const status = document.getElementById("status_");
  const choices = [...document.querySelectorAll("[data-filter]")];
  const items = [...document.querySelectorAll("[data-of]")];
  let counted = ""; // how many are shown, in words

  function narrow(value) {
    let shown = 0;
    for (const item of items) {
      item.hidden = value !== "" && !item.dataset.of.split(" ").includes(value);
      if (!item.hidden) shown += Number(item.dataset.count || 1);
    }
    for (const choice of choices) {
      if (choice.dataset.filter === value) choice.setAttribute("aria-current", "true");
      else choice.removeAttribute("aria-current");
    }
    for (const mark of document.querySelectorAll(".axis a")) {
      mark.toggleAttribute("hidden", document.getElementById(mark.getAttribute("href").slice(1)).hidden);
    }
    let day = "";
    for (const when of document.querySelectorAll("[data-of]:not([hidden]) .when > :first-child")) {
      when.classList.toggle("again", when.textContent === day);
      day = when.textContent;
    }
    counted = status ? status.dataset.words.replace("{}", shown) : "";
    say(counted);
    keep(value);
  }

  function say(words) {
    if (status) status.textContent = words;
  }

  function keep(value) {
    const kept = JSON.stringify([location.pathname, value]);
    try { sessionStorage.setItem(key, kept); } catch (e) { /* it lasts until the page is left */ }
  }

  function resume() {
    let page = "", value = "";
    try { [page, value] = JSON.parse(sessionStorage.getItem(key)) || []; } catch (e) { return; }
    const known = choices.some((choice) => choice.dataset.filter === value);
    if (page === location.pathname && known) narrow(value);
    widen();
  }

  for (const choice of choices) {
    choice.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      narrow(choice.dataset.filter);
    });
  }

  // What the address asks for; while a page is loading, `:target` may match nothing yet.
  function asked() {
    try { return decodeURIComponent(location.hash.slice(1)); } catch (e) { return ""; }
  }

  // A link to an item that is hidden brings the whole list back.
  function widen() {
    const target = document.getElementById(asked());
    if (target && target.closest("[hidden]")) { narrow(""); target.scrollIntoView(); }
  }

  addEventListener("hashchange", widen);

  async function put(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch (e) {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  }

  const COPIED_FOR = 2000; // milliseconds
  for (const copy of document.querySelectorAll("button.copy")) {
    const offer = copy.textContent;
    copy.addEventListener("click", async () => {
      const figure = copy.closest("figure");
      const words = figure.querySelector("blockquote").innerText.trim();
      const by = [...figure.querySelectorAll("[data-by]")].map((e) => e.innerText.trim()).join(", ");
      const address = figure.querySelector(".actions a").href;
      await put(words + (by ? " — " + by : "") + "\n" + address);
      copy.textContent = copy.dataset.done;
      say(copy.dataset.done);
      copy.focus();
      setTimeout(() => { copy.textContent = offer; say(counted); }, COPIED_FOR);
    });
  }

  resume();
})();
