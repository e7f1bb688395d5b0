// Searching: what is found is shown while words are typed, and the address keeps the words. The
// index, and the program that looks into it, are Pagefind's, and the build writes them.
(function () {
  "use strict";
  const AT_ONCE = 10;
  const ALIKE = 10; // how much more “Iraq” counts than “Iraqi” for who looks for the first
  const REST = 150; // milliseconds without a key
  const index = new URL(document.currentScript.dataset.index, location.href).href;
  const input = document.getElementById("words_");
  const status = document.getElementById("status_");
  const list = document.getElementById("found_");
  const more = document.getElementById("more_");
  let turn = 0; // each search has one: an answer that comes late is not shown
  let words = ""; // what is looked for
  let waiting = []; // what was found and is not shown yet

  function piece(name, kind, text) {
    return Object.assign(document.createElement(name), { className: kind, textContent: text });
  }

  // Pagefind sets <mark> around words found, in a text where < and > are written as entities. It
  // becomes text and marks, and never HTML. What stands above is cut.
  function excerpt(found) {
    const line = Object.assign(document.createElement("p"), { dir: "auto" });
    const { meta, content } = found, title = meta.title + ".";
    const told = [`${title} ${meta.line}.`, title].find((one) => content.startsWith(one)) || "";
    let above = Math.max(0, told.length - content.split(found.plain_excerpt)[0].length);
    found.excerpt.split(/<mark>(.*?)<\/mark>/).forEach((part, i) => {
      const text = part.slice(above).replaceAll("&lt;", "<").replaceAll("&gt;", ">");
      above = Math.max(0, above - part.length);
      if (text) line.append(i % 2 ? piece("mark", "", text) : text);
    });
    if (!content.endsWith(found.plain_excerpt)) line.append(" …");
    return line;
  }

  // Where it leads: on a timeline, to the event with the words that count most.
  function address(found) {
    const [best] = found.weighted_locations.sort((a, b) => b.balanced_score - a.balanced_score);
    const held = found.anchors.filter((one) =>
      one.element === "li" && one.id.startsWith("e-") && one.location <= best?.location).pop();
    return found.url + (held ? "#" + held.id : "");
  }

  function item(found) {
    const row = document.createElement("li");
    const head = document.createElement("h2");
    head.append(Object.assign(piece("a", "", found.meta.title), { href: address(found), dir: "auto" }));
    row.append(head);
    const { kind, line } = found.meta;
    if (kind) row.append(piece("p", "term", line ? kind + " · " + line : kind));
    const text = excerpt(found);
    if (text.textContent.trim()) row.append(text);
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

  async function find() {
    const pagefind = await import(index);
    await pagefind.options({ ranking: { termSimilarity: ALIKE } });
    return (await pagefind.search(words)).results;
  }

  // Show the next that were found; among them, what is called so comes first.
  async function show(mine) {
    const next = waiting.splice(0, AT_ONCE);
    const found = await Promise.all(next.map((one) => one.data()));
    if (mine !== turn) return;
    const isSame = (one) => one.meta.title.toLowerCase() === words.toLowerCase();
    const ordered = [...found.filter(isSame), ...found.filter((one) => !isSame(one))];
    list.append(...ordered.map(item));
    more.hidden = waiting.length === 0;
  }

  async function search() {
    const asked = input.value.trim();
    if (asked === words) return;
    words = asked;
    keep();
    const mine = ++turn;
    try {
      const found = words ? await find() : [];
      if (mine !== turn) return;
      const { found: some, nothing } = status.dataset;
      clear(words && (found.length ? some.replace("{}", found.length) : nothing));
      waiting = found;
      await show(mine);
    } catch (e) {
      if (mine !== turn) return;
      clear(status.dataset.missing);
      words = ""; // the same words may be tried again
    }
  }

  let resting;
  input.addEventListener("input", () => {
    clearTimeout(resting);
    resting = setTimeout(search, REST);
  });
  input.addEventListener("change", search);
  more.addEventListener("click", async () => {
    const last = list.lastElementChild;
    try { await show(turn); } catch (e) { return clear(status.dataset.missing); }
    last.nextElementSibling?.querySelector("a").focus();
  });

  document.getElementById("search_").hidden = false;
  input.value = new URLSearchParams(location.search).get("q") || "";
  if (!input.value) input.focus();
  search();
})();
