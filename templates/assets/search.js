// Searching: what is found is shown while words are typed, and the address keeps the words. The
// index, and the program that looks into it, are Pagefind's, and the build writes them.
(function () {
  "use strict";
  const AT_ONCE = 10;
  const REST = 150; // milliseconds without a key
  const index = new URL(document.currentScript.dataset.index, location.href).href;
  const input = document.getElementById("words_");
  const status = document.getElementById("status_");
  const list = document.getElementById("found_");
  const more = document.getElementById("more_");
  let words = ""; // what is looked for
  let waiting = []; // what was found and is not shown yet

  function piece(name, kind, text) {
    return Object.assign(document.createElement(name), { className: kind, textContent: text });
  }

  // Pagefind sets <mark> around words found, in a text where < and > are written as entities. It
  // becomes text and marks, and never HTML.
  function excerpt(html) {
    const line = Object.assign(document.createElement("p"), { dir: "auto" });
    html.split(/<mark>(.*?)<\/mark>/).forEach((part, i) => {
      const text = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
      line.append(i % 2 ? piece("mark", "", text) : text);
    });
    line.append(" …");
    return line;
  }

  function item(found) {
    const row = document.createElement("li");
    const head = document.createElement("h2");
    head.append(Object.assign(piece("a", "", found.meta.title), { href: found.url, dir: "auto" }));
    row.append(head);
    if (found.meta.kind) row.append(piece("p", "term", found.meta.kind));
    row.append(excerpt(found.excerpt));
    return row;
  }

  function clear(said) {
    waiting = [];
    list.replaceChildren();
    more.hidden = true;
    status.textContent = said;
  }

  function keep() {
    const address = new URL(location.href);
    if (words) address.searchParams.set("q", words);
    else address.searchParams.delete("q");
    try { history.replaceState(null, "", address); } catch (e) { /* the address stays as it is */ }
  }

  async function show() {
    const of = words;
    const shown = await Promise.all(waiting.splice(0, AT_ONCE).map((one) => one.data()));
    if (of !== words) return; // others are looked for meanwhile
    list.append(...shown.map(item));
    more.hidden = waiting.length === 0;
  }

  async function find() {
    const found = (await (await import(index)).search(words)).results;
    const { found: some, nothing } = status.dataset;
    return [found, found.length ? some.replace("{}", found.length) : nothing];
  }

  async function search() {
    const asked = input.value.trim();
    if (asked === words) return;
    words = asked;
    keep();
    const [found, said] = words ? await find().catch(() => [[], status.dataset.missing]) : [[], ""];
    if (asked !== words) return;
    clear(said);
    waiting = found;
    await show();
  }

  let resting;
  input.addEventListener("input", () => {
    clearTimeout(resting);
    resting = setTimeout(search, REST);
  });
  input.addEventListener("change", search);
  more.addEventListener("click", async () => {
    const last = list.lastElementChild;
    await show();
    last.nextElementSibling.querySelector("a").focus();
  });

  document.getElementById("search_").hidden = false;
  input.value = new URLSearchParams(location.search).get("q") || "";
  input.focus();
  search();
})();
