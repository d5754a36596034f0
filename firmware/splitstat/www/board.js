"use strict";
// The board itself: its sensors and units, what it says of its state, and its update.

const NAMES = { up_s: "running for", proved: "this start is good", tasks: "tasks (s ago)" };
const told = (key, value) => {
  if (key.startsWith("heap")) return `${Math.round(value / 102.4) / 10} KiB`;
  if (key === "proved") return value ? "yes" : "not yet";
  if (key === "up_s") return minutes(Math.floor(value / 60));
  if (typeof value !== "object" || value === null) return String(value) || "–";
  return Object.entries(value).sort().map(([name, each]) => `${word(name)} ${each}`).join(", ") || "–";
};
const table = (title, names, rows) => make("div", { class: "panel" }, make("h2", {}, title), make("table", {},
  make("tr", {}, ...names.map((name) => make("th", { scope: "col", class: NUMBERS.includes(name) ? "number" : "" }, name))),
  ...rows.map((row) => make("tr", {}, ...row.map((text, n) => make("td", { class: NUMBERS.includes(names[n]) ? "number" : "" }, text))))));
const NUMBERS = ["now", "age", "told"];

/* cards: of the rooms; repaint(): after a change of degrees; again, quiet: of updatePanel. */
const boardView = (place, { cards, repaint, again, quiet }) => {
  const update = updatePanel(again, quiet), anew = anewPanel();
  const unit = make("select", { "aria-label": "Degrees", change: () => {
    fahrenheit = unit.value === "f";
    remember("degrees", unit.value);
    repaint();
  } }, make("option", { value: "c" }, "°C"), make("option", { value: "f" }, "°F"));
  const out = make("button", { type: "button", click: async () => { if (await wish("/api/logout", {})) location.reload(); } }, "Log out");
  const bar = make("div", { class: "row" }, make("label", {}, "Degrees ", unit), make("a", { class: "button", href: "/api/settings", download: "splitstat.json" }, "Export settings"), out);
  return { open: async () => {
    let rows = [];
    try {
      const now = await ask("/api/diagnostics");
      update.open(now);
      rows = Object.entries(now).sort((a, b) => (a[0] < b[0] ? -1 : 1));
    } catch (problem) { toast(problem.message); }
    unit.value = fahrenheit ? "f" : "c";
    const states = cards().map((card) => card.state());
    const sensors = states.flatMap((room) => room.sensors.map(([cdeg, age, ...health], n) =>
      [`${word(room.name)} ${n + 1}`, withSign(cdeg), age === null ? "–" : `${age} s`, healthOf(health)]));
    const units = states.map((room) => [word(room.name), room.unit_mode === null ? "–" : word(room.unit_mode),
      room.unit_mode && room.unit_mode !== "off" ? withSign(room.unit_setpoint_cdeg, 0) : "–", room.unit_fault ? String(room.unit_fault) : "none", room.provenance]);
    place.replaceChildren(bar,
      make("div", { class: "halves" }, table("Sensors", ["room", "now", "age", "health"], sensors), table("Units", ["room", "mode", "told", "fault", "action is"], units)),
      make("div", { class: "halves" }, make("div", {}, update.element, anew), make("div", { class: "panel" }, make("h2", {}, "This board"),
        make("dl", {}, ...rows.flatMap(([key, value]) => [make("dt", {}, NAMES[key] ?? word(key)), make("dd", {}, told(key, value))])))));
  } };
};
