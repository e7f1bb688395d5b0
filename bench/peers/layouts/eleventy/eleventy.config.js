const fs = require("fs");
const esc = s => s.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const h = s => s.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
let cache = null;
function ents() {
  const f = "_data/entities.json", mt = fs.statSync(f).mtimeMs;
  if (cache && cache.mt === mt) return cache;
  const map = new Map(), names = [];
  for (const e of JSON.parse(fs.readFileSync(f, "utf8"))) for (const n of [e.name, ...e.aliases]) { map.set(n, e); names.push(n); }
  names.sort((a, b) => b.length - a.length);
  return cache = { mt, map, re: new RegExp("(?<![\\p{L}\\p{N}_])(?:" + names.map(esc).join("|") + ")(?![\\p{L}\\p{N}_])", "gu") };
}
module.exports = function (cfg) {
  cfg.addPassthroughCopy("s.css");
  cfg.setServerOptions({ port: 18411 });
  cfg.amendLibrary("md", md => md.core.ruler.push("autolink", state => {
    const { map, re } = ents(), seen = new Set();
    for (let b = 0; b < state.tokens.length; b++) {
      const bt = state.tokens[b];
      if (bt.type !== "inline" || (b && state.tokens[b - 1].type === "heading_open")) continue;
      let out = null, inlink = 0;
      for (let i = 0; i < bt.children.length; i++) {
        const t = bt.children[i];
        if (t.type === "link_open") inlink++; else if (t.type === "link_close") inlink--;
        if (t.type !== "text" || inlink) { if (out) out.push(t); continue; }
        let last = 0, m; const s = t.content; re.lastIndex = 0;
        while ((m = re.exec(s))) {
          const e = map.get(m[0]); if (seen.has(e.id)) continue; seen.add(e.id);
          if (!out) out = bt.children.slice(0, i);
          const T = (x, c) => { const k = new state.Token(x, "", 0); k.content = c; out.push(k); };
          if (m.index > last) T("text", s.slice(last, m.index));
          T("html_inline", `<a class="e" href="/e/${e.id}/" title="${h(e.summary)}">${h(m[0])}</a>`);
          last = m.index + m[0].length;
        }
        if (out) { if (last) { const k = new state.Token("text", "", 0); k.content = s.slice(last); out.push(k); } else out.push(t); }
      }
      if (out) bt.children = out;
    }
  }));
  cfg.addCollection("articles", api => api.getFilteredByGlob("articles/*.md"));
  cfg.addCollection("backlinks", api => {
    const b = {}; const { map, re } = ents();
    for (const it of api.getFilteredByGlob("articles/*.md")) {
      const seen = new Set();
      for (const m of it.rawInput.matchAll(re)) { const id = map.get(m[0]).id; if (!seen.has(id)) { seen.add(id); (b[id] ||= []).push({ url: it.url, title: it.data.title }); } }
    }
    return b;
  });
  return { markdownTemplateEngine: false, htmlTemplateEngine: "njk", dir: { input: ".", includes: "_includes", output: "_site" } };
};
