"use strict";
// What was: the plots of a day or a week, and the reasons of the last day in plain words.

const historyView = (place, names) => {
  let room = 0, hours = 24;
  const chosen = (label, value) => make("button", { type: "button", "aria-pressed": String(hours === value), click: (event) => {
    hours = value;
    spans.forEach((each) => each.setAttribute("aria-pressed", String(each === event.target)));
    load();
  } }, label);
  const pick = make("select", { "aria-label": "Room", change: () => { room = Number(pick.value); load(); } },
    ...names.map((name, i) => make("option", { value: i }, word(name))));
  const spans = [chosen("24 hours", 24), chosen("7 days", 168)];
  const csv = make("a", { class: "button", download: "" }, "CSV");
  const panel = make("div", { class: "panel" });
  place.replaceChildren(make("div", { class: "row" }, pick, ...spans, csv), panel);
  const load = async () => {
    csv.href = `/api/history.csv?room=${room}`;
    try {
      const points = await ask(`/api/history?room=${room}&hours=${hours}`);
      panel.replaceChildren(...(points.length > 1 ? plot(points, hours, names[room]) : [make("p", { class: "soft" }, "Nothing is recorded yet: a point is kept every five minutes once the board knows the time.")]));
    } catch (problem) { panel.replaceChildren(make("p", { class: "soft" }, problem.message)); }
  };
  return { open: load };
};

/* points: [utc_min, room_cdeg, humidity_pct, setpoint_cdeg, action], oldest first. */
const plot = (points, hours, name) => {
  const width = Math.max(340, Math.min(960, innerWidth - 70)), height = 300, left = 44, right = 8, top = 12, bottom = 46;
  const to = points.at(-1)[0], from = to - hours * 60;
  const values = points.flatMap((point) => [point[1], point[3]]).filter((value) => value !== null);
  const low = Math.floor((Math.min(...values) - 30) / 100) * 100, high = Math.ceil((Math.max(...values) + 30) / 100) * 100;
  const x = (minute) => left + ((minute - from) / (to - from)) * (width - left - right);
  const y = (cdeg) => top + ((high - cdeg) / (high - low)) * (height - top - bottom);
  const drawing = make("svg", { class: "plot", viewBox: `0 0 ${width} ${height}`, role: "img" });
  const mean = Math.round(values.length ? points.reduce((sum, point) => sum + (point[1] ?? 0), 0) / points.filter((point) => point[1] !== null).length : 0);
  drawing.append(make("title", {}, `${word(name)}: room temperature ${withSign(Math.min(...points.map((p) => p[1] ?? 9999)))} to ${withSign(Math.max(...points.map((p) => p[1] ?? -9999)))}, mean ${withSign(mean)}`));
  const step = [50, 100, 200, 500, 1000].find((each) => (high - low) / each <= 6) ?? 2000;
  for (let cdeg = Math.ceil(low / step) * step; cdeg <= high; cdeg += step) {
    drawing.append(make("line", { x1: left, x2: width - right, y1: y(cdeg), y2: y(cdeg), stroke: "var(--edge)" }),
      make("text", { x: left - 7, y: y(cdeg) + 4, "text-anchor": "end" }, `${degrees(cdeg, step < 100 || fahrenheit ? 1 : 0)}°`));
  }
  const gap = (hours === 24 ? (width < 500 ? 6 : 3) : 24) * 3600000;
  const midnight = new Date(dateOf(from)).setHours(0, 0, 0, 0);
  for (let at = midnight; at <= dateOf(to).getTime(); at += gap) {
    const minute = utcMinOf(new Date(at));
    if (minute < from || x(minute) > width - 24) continue;
    const label = hours === 24 ? hhmm(new Date(at).getHours() * 60) : new Date(at).toLocaleDateString(undefined, { weekday: "short", day: "numeric" });
    drawing.append(make("line", { x1: x(minute), x2: x(minute), y1: top, y2: height - bottom, stroke: "var(--edge)" }),
      make("text", { x: x(minute), y: height - 8, "text-anchor": minute < from + 20 ? "start" : "middle" }, label));
  }
  drawing.append(make("rect", { x: left, y: height - bottom + 6, width: width - left - right, height: 10, rx: 3, fill: "var(--well)" }));
  const seen = new Set();
  const pieces = { room: "", target: "" };
  points.forEach(([minute, cdeg, , target, action], i) => {
    const next = Math.min(points[i + 1]?.[0] ?? minute, minute + 15);
    const broken = i === 0 || minute - points[i - 1][0] > 15;
    if (!["off", "idle"].includes(action)) {
      seen.add(action);
      drawing.append(make("rect", { x: x(minute), y: height - bottom + 6, width: Math.max(1, x(next) - x(minute) + 0.4), height: 10, fill: `var(--${action})` }));
    }
    if (cdeg !== null) pieces.room += `${broken || points[i - 1][1] === null ? "M" : "L"}${x(minute).toFixed(1)} ${y(cdeg).toFixed(1)}`;
    if (target !== null) pieces.target += broken || points[i - 1][3] === null ? `M${x(minute).toFixed(1)} ${y(target).toFixed(1)}` : `H${x(minute).toFixed(1)}V${y(target).toFixed(1)}`;
  });
  drawing.append(make("path", { d: pieces.target, fill: "none", stroke: "var(--soft)", "stroke-width": 1.5, "stroke-dasharray": "5 4" }),
    make("path", { d: pieces.room, fill: "none", stroke: "var(--main)", "stroke-width": 2.4, "stroke-linejoin": "round" }));
  const key = (text, tone) => { const mark = make("i"); mark.style.background = tone; return make("span", {}, mark, text); };
  return [make("p", { class: "legend" }, key("room", "var(--main)"), key("setpoint", "var(--soft)"),
    ...[...seen].sort().map((action) => key(action, `var(--${action})`))), drawing];
};

const reasonsView = (place, names) => ({
  open: async () => {
    try {
      const lines = await ask("/api/log");
      const now = lines.at(-1)?.[1] ?? 0;
      const recent = lines.filter((line) => now - line[1] < 86400).reverse();
      // Lines from before the board knew the time get theirs by those that came after.
      const known = lines.find((line) => line[0] !== null);
      const time = ([utc, s]) => (known ? dateOf(utc ?? known[0] + Math.floor((s - known[1]) / 60)).toTimeString().slice(0, 5) : `+${minutes(Math.floor(s / 60))}`);
      const said = ([, , , text, n]) => { const [words, figure] = why("", [text, n]); return words.charAt(0).toUpperCase() + words.slice(1) + figure; };
      place.replaceChildren(make("div", { class: "panel" }, make("h2", {}, "The last 24 hours"), make("ol", { class: "log" },
        ...recent.map((line) => make("li", {}, make("time", {}, time(line)), make("b", {}, line[2] < 0 ? "board" : word(names[line[2]])), make("span", {}, said(line))))),
      recent.length ? null : make("p", { class: "soft" }, "Nothing has happened yet.")));
    } catch (problem) { toast(problem.message); }
  },
});
