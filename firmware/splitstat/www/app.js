"use strict";
// The page as a whole: log-in, views, the line to the board, what the board says of itself.

const VIEWS = ["rooms", "schedule", "history", "reasons", "board"];
const page = { cards: [], views: {}, board: null, started: false, quiet: () => {} };

const showBoard = (board) => {
  page.board = board;
  const said = JSON.stringify([board.boards, fahrenheit]);
  if (byId("others").dataset.said !== said) {
    byId("others").dataset.said = said;
    byId("others").replaceChildren(...otherCards(board.boards));
  }
  put(byId("home"), word(board.home));
  document.title = `${word(board.home)} · Splitstat`;
  const air = page.cards.map((card) => card.state()?.outdoor_cdeg).find((cdeg) => cdeg !== null && cdeg !== undefined);
  put(byId("outdoor"), air === undefined ? "" : `${withSign(air)} outdoors`);
};

const boardView = (place) => ({
  open: async () => {
    const update = page.update ??= updatePanel(begin, () => { page.quiet(); showLine("wait"); });
    const unit = make("select", { "aria-label": "Degrees", change: () => {
      fahrenheit = unit.value === "f";
      remember("degrees", unit.value);
      page.cards.forEach((card) => card.paint());
      showBoard(page.board);
    } }, make("option", { value: "c", selected: !fahrenheit }, "°C"), make("option", { value: "f", selected: fahrenheit }, "°F"));
    const out = make("button", { type: "button", click: async () => { if (await wish("/api/logout", {})) location.reload(); } }, "Log out");
    const bytes = (n) => `${Math.round(n / 102.4) / 10} KiB`;
    const value = (key, n) => (key.startsWith("heap") ? bytes(n) : key === "proved" ? (n ? "yes" : "not yet") : key === "up_s" ? minutes(Math.floor(n / 60)) : typeof n === "object" && n !== null ? Object.entries(n).sort().map(([k, v]) => `${word(k)} ${v}`).join(", ") || "–" : String(n));
    let rows = [];
    try {
      const now = await ask("/api/diagnostics");
      update.open(now);
      rows = Object.entries(now).sort((a, b) => (a[0] < b[0] ? -1 : 1));
    } catch (problem) { toast(problem.message); }
    const sensors = page.cards.flatMap((card) => card.state().sensors.map(([cdeg, age, ...health], i) => make("tr", {}, make("td", {}, `${word(card.state().name)} ${i + 1}`),
      make("td", { class: "number" }, withSign(cdeg)), make("td", { class: "number" }, age === null ? "–" : `${age} s`), make("td", {}, healthOf(health)))));
    const units = page.cards.map((card) => { const s = card.state(); return make("tr", {}, make("td", {}, word(s.name)), make("td", {}, s.unit_mode === null ? "–" : word(s.unit_mode)),
      make("td", { class: "number" }, s.unit_mode && s.unit_mode !== "off" ? withSign(s.unit_setpoint_cdeg, 0) : "–"), make("td", {}, s.unit_fault ? String(s.unit_fault) : "no fault"), make("td", {}, s.provenance)); });
    const head = (...names) => make("tr", {}, ...names.map((name) => make("th", { scope: "col", class: ["now", "age", "told"].includes(name) ? "number" : "" }, name)));
    place.replaceChildren(make("div", { class: "row" }, make("label", {}, "Degrees ", unit), make("a", { class: "button", href: "/api/settings", download: "splitstat.json" }, "Export the settings"), out),
      make("div", { class: "halves" },
        make("div", { class: "panel" }, make("h2", {}, "Sensors"), make("table", {}, head("room", "now", "age", "health"), ...sensors)),
        make("div", { class: "panel" }, make("h2", {}, "Units"), make("table", {}, head("room", "mode", "told", "fault", "action is"), ...units))),
      make("div", { class: "panel" }, make("h2", {}, "This board"), make("dl", {}, ...rows.flatMap(([key, n]) => [make("dt", {}, { up_s: "running for", proved: "this start has proved good", tasks: "tasks, s since their last sign" }[key] ?? word(key)), make("dd", {}, value(key, n))]))), update.element);
  },
});

const route = () => {
  if (!page.started) return;
  const name = VIEWS.includes(location.hash.slice(1)) ? location.hash.slice(1) : "rooms";
  VIEWS.forEach((view) => { byId(view).hidden = view !== name; });
  byId("others").hidden = name !== "rooms";
  document.querySelectorAll("#nav a").forEach((link) => {
    if (link.hash === `#${name}`) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
  });
  page.views[name]?.open();
};

const begin = async () => {
  let state;
  try { state = await ask("/api/state"); } catch (problem) {
    if (problem.status === 401) { askToken(); return; }
    showLine("lost");
    setTimeout(begin, 3000);
    return;
  }
  showLogin(false);
  page.cards = state.rooms.map((room, n) => { const card = roomCard(n, state.traits[n]); card.update(room); return card; });
  byId("rooms").replaceChildren(...page.cards.map((card) => card.element));
  const names = state.rooms.map((room) => room.name);
  page.views = { schedule: scheduleView(byId("schedule"), names), history: historyView(byId("history"), names), reasons: reasonsView(byId("reasons"), names), board: boardView(byId("board")) };
  showBoard(state.board);
  byId("nav").hidden = false;
  page.started = true;
  route();
  page.quiet();
  page.quiet = listen({ room: (n, room) => page.cards[n]?.update(room), board: showBoard, line: (line) => (line === "login" ? askToken() : showLine(line)) });
};

const askToken = () => {
  page.started = false;
  [...VIEWS, "others"].forEach((view) => { byId(view).hidden = true; });
  byId("nav").hidden = true;
  showLogin(true);
};

const showLogin = loginForm(begin);
addEventListener("hashchange", route);
setInterval(() => page.cards.forEach((card) => card.tick()), 1000);
begin();
