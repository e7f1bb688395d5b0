// Light or dark, before anything is drawn: the reader's choice, or the system's.
(function () {
  var root = document.documentElement, key = "backstory-theme";
  root.classList.add("js");
  function set(theme) {
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  }
  try { set(localStorage.getItem(key)); } catch (e) { /* storage is closed to us */ }
  document.addEventListener("DOMContentLoaded", function () {
    var select = document.getElementById("theme_");
    if (!select) return;
    select.value = root.dataset.theme || "";
    select.addEventListener("change", function () {
      set(select.value);
      try { localStorage.setItem(key, select.value); } catch (e) { /* it lasts for this page */ }
    });
  });
})();
