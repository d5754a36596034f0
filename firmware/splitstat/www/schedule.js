"use strict";
// The weekly schedule of a room: seven bars to look at, the blocks of one day to edit.

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const WEEK = 10080, DAY = 1440;

/* Blocks of the board ([mode, heat, cool, occupied, minute, ...]) <-> a sorted list of entries. */
const entriesOf = (blocks) => blocks.flatMap(([mode, heat, cool, occupied, ...begins]) =>
  begins.map((minute) => ({ minute, mode, heat, cool, occupied }))).sort((a, b) => a.minute - b.minute);
const blocksOf = (entries) => {
  const lists = new Map();
  for (const { minute, mode, heat, cool, occupied } of entries) {
    const key = [mode, heat, cool, occupied].join();
    if (!lists.has(key)) lists.set(key, [mode, heat, cool, occupied]);
    lists.get(key).push(minute);
  }
  return [...lists.values()];
};

const scheduleView = (place, names) => {
  let room = 0, day = (new Date().getDay() + 6) % 7, entries = [], sleep = [], dirty = false;
  const bars = make("div", { class: "week" }), list = make("div"), head = make("h3");
  const pick = make("select", { "aria-label": "Room", change: () => { room = Number(pick.value); load(); } },
    ...names.map((name, i) => make("option", { value: i }, word(name))));
  const save = make("button", { type: "button", class: "main", click: async () => {
    if (await wish(`/api/rooms/${room}/schedule`, { blocks: blocksOf(entries), sleep: sleep.flat() }, "PUT")) { await load(); toast("Saved."); }
  } }, "Save");
  const reset = make("button", { type: "button", click: () => load() }, "Undo");
  const copies = make("div", { class: "row" }, ...[["Copy to Mon–Fri", [0, 1, 2, 3, 4]], ["Copy to every day", [0, 1, 2, 3, 4, 5, 6]]].map(
    ([label, days]) => make("button", { type: "button", click: () => { days.forEach(copyTo); change(); } }, label)));
  const add = make("button", { type: "button", click: () => {
    const last = ofDay(day).at(-1) ?? inForce(day * DAY);
    const minute = Math.min(day * DAY + 1425, (ofDay(day).at(-1)?.minute ?? day * DAY + 420) + 60);
    if (entries.some((entry) => entry.minute === minute)) { toast("The day is full to its end."); return; }
    entries.push({ mode: null, heat: 2000, cool: 2600, occupied: 1, ...last, minute });
    change();
  } }, "Add a block");
  place.replaceChildren(make("div", { class: "row" }, pick, save, reset),
    make("div", { class: "panel" }, bars, make("p", { class: "hours soft small", "aria-hidden": "true" }, ...["0", "6", "12", "18", "24"].map((text) => make("span", {}, text)))),
    make("div", { class: "panel" }, head, list, make("div", { class: "row" }, add), copies));

  const ofDay = (d) => entries.filter((entry) => Math.floor(entry.minute / DAY) === d);
  const inForce = (minute) => entries.filter((entry) => entry.minute <= minute).at(-1) ?? entries.at(-1);
  const copyTo = (to) => {
    if (to === day) return;
    const shift = (to - day) * DAY;
    entries = entries.filter((entry) => Math.floor(entry.minute / DAY) !== to).concat(ofDay(day).map((entry) => ({ ...entry, minute: entry.minute + shift })));
    sleep = sleep.filter(([from]) => Math.floor(from / DAY) !== to).concat(sleep.filter(([from]) => Math.floor(from / DAY) === day).map(([from, end]) => [from + shift, end + shift]));
  };
  const change = () => { dirty = true; paint(); };
  /* The stretches of a day as [from, to, entry]. */
  const stretches = (d) => {
    const inside = ofDay(d), first = inForce(d * DAY);
    const all = inside[0]?.minute === d * DAY || !first ? inside : [{ ...first, minute: d * DAY }, ...inside];
    return all.map((entry, i) => [entry.minute, all[i + 1]?.minute ?? (d + 1) * DAY, entry]);
  };
  const tint = (entry) => (entry.mode === "off" ? "var(--well)" : entry.occupied ? "var(--band)" : "var(--edge)");
  const bar = (d) => {
    const drawing = make("svg", { viewBox: `0 0 ${DAY} 60`, preserveAspectRatio: "none", "aria-hidden": "true" }, make("rect", { width: DAY, height: 60, fill: "var(--well)" }));
    for (const [from, to, entry] of stretches(d)) drawing.append(make("rect", { x: from - d * DAY, width: to - from - 6, height: 60, fill: tint(entry) }));
    for (const [from, end] of sleep) for (const week of [-WEEK, 0, WEEK]) {
      const x = Math.max(0, from + week - d * DAY), to = Math.min(DAY, end + week - d * DAY);
      if (to > x) drawing.append(make("rect", { x, y: 48, width: to - x, height: 12, fill: "var(--defrosting)" }));
    }
    const said = stretches(d).map(([from, , entry]) => `${hhmm(from)} ${spoken(entry)}`).join(", ");
    return make("button", { type: "button", class: "day", "aria-pressed": String(d === day), "aria-label": `${DAYS[d]}: ${said}`, click: () => { day = d; paint(); place.querySelectorAll(".day")[d].focus(); } }, make("span", {}, DAYS[d]), drawing);
  };
  const spoken = (entry) => (entry.mode === "off" ? "off" : `${degrees(entry.heat)} to ${withSign(entry.cool)}`);
  const field = (label, attributes) => make("label", {}, label, make("input", attributes));
  const timeOf = (text) => { const [h, m] = text.split(":").map(Number); return h * 60 + m; };
  const block = (entry) => {
    const degree = (key, label) => field(`${label} ${sign()}`, { type: "number", step: fahrenheit ? 1 : 0.5, min: shown(500), max: shown(3500), value: shown(entry[key]).toFixed(fahrenheit ? 0 : 1), required: true, change: (event) => {
      if (event.target.checkValidity()) { entry[key] = cdegOf(Number(event.target.value)); change(); } else event.target.reportValidity();
    } });
    return make("div", { class: "block", role: "group", "aria-label": `Block at ${hhmm(entry.minute)}` },
      field("From", { type: "time", value: hhmm(entry.minute), required: true, change: (event) => {
        const minute = day * DAY + timeOf(event.target.value);
        if (!event.target.value) return;
        if (entries.some((other) => other !== entry && other.minute === minute)) { toast("There is a block at that time already."); paint(); return; }
        entry.minute = minute; change();
      } }),
      make("label", {}, "Mode", make("select", { change: (event) => { entry.mode = event.target.value || null; change(); } },
        ...[["", "as chosen"], ...Object.entries(MODES)].map(([value, label]) => make("option", { value, selected: (entry.mode ?? "") === value }, label)))),
      degree("heat", "Heat to"), degree("cool", "Cool to"),
      make("div", { class: "row" }, make("label", { class: "check" }, make("input", { type: "checkbox", checked: entry.occupied === 1, change: (event) => { entry.occupied = event.target.checked ? 1 : 0; change(); } }), "somebody is there"),
        make("button", { type: "button", "aria-label": `Remove the block at ${hhmm(entry.minute)}`, click: () => { entries = entries.filter((other) => other !== entry); change(); } }, "Remove")));
  };
  const sleeps = () => {
    const pair = sleep.find(([from]) => Math.floor(from / DAY) === day);
    const ends = [make("input", { type: "time", value: pair ? hhmm(pair[0]) : "" }), make("input", { type: "time", value: pair ? hhmm(pair[1]) : "" })];
    const set = () => {
      const [from, to] = ends.map((end) => end.value);
      if (!from !== !to) return;
      sleep = sleep.filter((other) => other !== pair);
      if (from) { const begin = day * DAY + timeOf(from); sleep.push([begin, begin + ((timeOf(to) - timeOf(from) + DAY) % DAY || DAY)]); }
      change();
    };
    ends.forEach((end) => end.addEventListener("change", set));
    return make("div", { class: "sleep row" }, make("label", {}, "Quiet hours from", ends[0]), make("label", {}, "to", ends[1]));
  };
  const paint = () => {
    entries.sort((a, b) => a.minute - b.minute);
    sleep.sort((a, b) => a[0] - b[0]);
    bars.replaceChildren(...DAYS.map((_, d) => bar(d)));
    put(head, ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][day]);
    const own = ofDay(day);
    list.replaceChildren(...(own.length ? own.map(block) : [make("p", { class: "soft" }, entries.length ? "Nothing begins on this day; the last block goes on." : "No schedule: the room's plain setpoints hold.")]), sleeps());
    save.disabled = reset.disabled = !dirty;
  };
  const load = async () => {
    try {
      const found = await ask(`/api/rooms/${room}/schedule`);
      entries = entriesOf(found.blocks);
      sleep = found.sleep.map((_, i) => i).filter((i) => i % 2 === 0).map((i) => [found.sleep[i], found.sleep[i + 1] + (found.sleep[i + 1] < found.sleep[i] ? WEEK : 0)]);
      dirty = false;
      paint();
    } catch (problem) { toast(problem.message); }
  };
  return { open: () => (dirty ? paint() : load()) };
};
