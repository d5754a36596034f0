"use strict";
// Loads the parts of the page one after another, each again when it does not come: a board has few
// connections to give, and a browser opens six at once.
(async () => {
  const parts = document.currentScript.dataset.parts.split(" ");
  const load = (name) => new Promise((loaded, failed) => {
    const script = document.createElement("script");
    script.src = `/${name}.js`;
    script.onload = loaded;
    script.onerror = failed;
    document.head.append(script);
  });
  for (const name of parts) {
    for (;;) {
      try { await load(name); break; } catch { await new Promise((later) => setTimeout(later, 700)); }
    }
  }
})();
