"use strict";
// A card a room: what it is like, what is wanted, what happens and why. Built once, then kept fresh.

const LOW = 500, HIGH = 3500;

/* One card. traits: what the unit can do. Returns {element, update(state), tick()}. */
const roomCard = (n, traits) => {
  const url = `/api/rooms/${n}/ask`;
  const send = (text, a = null, b = null) => wish(url, { word: text, a, b });
  let state, heardAt = 0, pending = {}, timer, sentAt = 0;

  const title = make("h2"), origin = make("p", { class: "soft small" });
  const now = make("p", { class: "now" }), damp = make("p", { class: "soft small" });
  const strip = make("svg", { class: "strip", viewBox: "0 0 320 34", preserveAspectRatio: "none", "aria-hidden": "true" });
  const action = make("b"), reason = make("span"), known = make("span", { class: "soft" });
  const doing = make("p", { class: "doing" }, make("span", {}, action, reason, make("br"), known));
  const faults = make("div", { role: "alert" });

  /* A setpoint with its two buttons; arrow keys do the same. */
  const stepper = (key, label) => {
    const value = make("output", { tabindex: 0, role: "spinbutton", keydown: (event) => {
      const step = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 4, PageDown: -4 }[event.key];
      if (step) { event.preventDefault(); move(key, step); }
    } });
    const less = make("button", { type: "button", click: () => move(key, -1) }, "−");
    const more = make("button", { type: "button", click: () => move(key, 1) }, "+");
    const element = make("div", { class: `stepper ${key}` }, less, make("span", {}, make("small", {}, label), value), more);
    const update = () => {
      const cdeg = pending[key] ?? state[`${key}_cdeg`];
      put(value, withSign(cdeg));
      value.setAttribute("aria-label", `${label}, ${state.name}`);
      value.setAttribute("aria-valuenow", shown(cdeg ?? 0).toFixed(1));
      value.setAttribute("aria-valuetext", withSign(cdeg));
      less.setAttribute("aria-label", `${state.name}: ${label} down`);
      more.setAttribute("aria-label", `${state.name}: ${label} up`);
      less.disabled = cdeg <= LOW;
      more.disabled = cdeg >= HIGH;
    };
    return { element, update };
  };
  /* Steps of half a degree Celsius or of one degree Fahrenheit, sent when the fingers rest. */
  const move = (key, steps) => {
    const from = shown(pending[key] ?? state[`${key}_cdeg`]);
    const step = fahrenheit ? 1 : 0.5;
    const target = Math.round(from / step) * step + steps * step;
    pending[key] = Math.min(HIGH, Math.max(LOW, cdegOf(target)));
    clearTimeout(timer);
    timer = setTimeout(async () => {
      sentAt = Date.now();
      if (!(await send("setpoint", pending.heat ?? null, pending.cool ?? null))) { pending = {}; paint(); }
    }, 500);
    paint();
  };
  const heat = stepper("heat", "Heat to"), cool = stepper("cool", "Cool to");

  /* Words of which one holds. */
  const choice = (legend, name, words, label, chosen) => {
    const boxes = words.map((text) => make("input", { type: "radio", name: `${name}-${n}`, value: text, change: () => chosen(text) }));
    const element = make("fieldset", {}, make("legend", {}, legend), make("div", { class: "choice" },
      ...boxes.map((box, i) => make("label", {}, box, make("span", {}, label(words[i]))))));
    return { element, update: (text) => boxes.forEach((box) => { box.checked = box.value === text; }) };
  };
  const can = Object.keys(MODES).filter((mode) => mode === "off" || traits.modes.includes(mode) ||
    (mode === "heat_cool" && traits.modes.includes("heat") && traits.modes.includes("cool")));
  const mode = choice("Mode", "mode", can, (text) => MODES[text], (text) => send("mode", text));
  const auto = (words) => ["auto", ...words.filter((text) => text !== "auto")];
  const fan = choice("Fan", "fan", auto(traits.fans), word, (text) => send("fan", text));
  const swing = traits.swings.length ? choice("Louvres", "swing", auto(traits.swings), word, (text) => send("swing", text)) : null;

  const button = (label, ...wanted) => make("button", { type: "button", click: () => send(...wanted) }, label);
  const until = make("input", { type: "datetime-local", "aria-label": "Back from vacation" });
  const gone = make("button", { type: "button", click: () => {
    if (!until.value) { until.focus(); toast("Say when you will be back."); return; }
    send("vacation", utcMinOf(new Date(until.value)));
  } }, "Vacation until");
  const back = make("button", { type: "button", class: "main", click: () => send("resume") }, "Back to the schedule");
  const holds = make("fieldset", {}, make("legend", {}, "For now"), make("div", { class: "row" },
    back, button("Boost 30 min", "boost", 30), button("Away", "away", 1)));
  const keep = make("fieldset", {}, make("legend", {}, "Keep these setpoints"), make("div", { class: "row" },
    button("Until the next block", "hold", 0), button("2 hours", "hold", 120), button("For ever", "hold", -1)));
  const facts = make("dl");
  const setpoints = make("div");
  const element = make("article", { class: "card" },
    make("div", { class: "top" }, title, damp),
    make("div", { class: "big" }, now), strip, doing, faults, setpoints, origin, mode.element, holds,
    make("details", {}, make("summary", {}, "Fan, holds and details"),
      fan.element, swing?.element, keep, make("div", { class: "row" }, gone, until), facts));

  /* A scale from 14 to 30 °C: where the room is, and the band in which nothing is done. */
  const scale = () => {
    const x = (cdeg) => 6 + ((Math.min(3000, Math.max(1400, cdeg)) - 1400) / 1600) * 308;
    const low = pending.heat ?? state.heat_cdeg, high = pending.cool ?? state.cool_cdeg;
    const bar = (from, to, fill) => make("rect", { x: from, y: 12, width: Math.max(0, to - from), height: 10, rx: 5, fill });
    const warms = state.wish === "heat" || state.wish === "heat_cool", cools = state.wish === "cool" || state.wish === "heat_cool";
    strip.replaceChildren(bar(2, 318, "var(--well)"));
    if (state.wish !== "off" && low !== null && high !== null) {
      const from = warms ? x(low) : 6, to = cools ? x(high) : 314;
      if (warms || cools) strip.append(bar(from, to, "var(--band)"));
      if (warms) strip.append(make("rect", { x: from - 1.5, y: 8, width: 3, height: 18, rx: 1.5, fill: "var(--heating)" }));
      if (cools) strip.append(make("rect", { x: to - 1.5, y: 8, width: 3, height: 18, rx: 1.5, fill: "var(--cooling)" }));
    }
    if (state.room_cdeg !== null) strip.append(make("circle", { cx: x(state.room_cdeg), cy: 17, r: 8, fill: "var(--ink)", stroke: "var(--card)", "stroke-width": 3 }));
  };
  const fact = (label, value) => [make("dt", {}, label), make("dd", {}, value)];
  const tick = () => {
    if (!state) return;
    const [text, figure] = why(state.action, state.reason, Math.floor((Date.now() - heardAt) / 1000));
    put(action, state.action);
    put(reason, `: ${text}${figure}`);
  };
  const paint = () => {
    put(title, word(state.name));
    put(damp, state.humidity_cpct === null ? "" : `${Math.round(state.humidity_cpct / 100)} % humidity`);
    now.replaceChildren(degrees(state.room_cdeg), make("small", {}, sign()));
    now.setAttribute("aria-label", `${state.name}: ${withSign(state.room_cdeg)}`);
    doing.className = `doing tone-${state.action}`;
    put(known, PROVENANCE[state.provenance]);
    tick();
    scale();
    const said = state.faults.join(" ");
    if (faults.dataset.said !== said) {
      faults.dataset.said = said;
      faults.replaceChildren(...state.faults.map((text) => make("p", { class: "fault" }, FAULTS[text] ?? word(text))));
    }
    const parts = [];
    if (["heat", "heat_cool"].includes(state.wish)) parts.push(heat);
    if (["cool", "heat_cool"].includes(state.wish)) parts.push(cool);
    parts.forEach((part) => part.update());
    const elements = parts.map((part) => part.element);
    if (elements.length !== setpoints.children.length || elements.some((each, i) => each !== setpoints.children[i])) setpoints.replaceChildren(...elements);
    put(origin, state.wish === "off" ? "" : whence(state));
    mode.update(state.wish);
    fan.update(state.fan);
    swing?.update(state.swing);
    back.hidden = !["hold", "boost", "away", "vacation"].includes(state.why);
    const unit = state.unit_mode === null ? "not told anything yet" : state.unit_mode === "off" ? "off"
      : `${word(state.unit_mode)}, ${withSign(state.unit_setpoint_cdeg, 0)}, fan ${word(state.unit_fan)}`;
    facts.replaceChildren(...fact("The unit was told", unit),
      ...(state.unit_fault ? fact("The unit's own fault", String(state.unit_fault)) : []),
      ...fact("Temperature from", { sensor: "its sensors", coasting: "the last reading", other_room: "another room", unit: "the unit", none: "nowhere" }[state.source] ?? state.source),
      ...state.sensors.flatMap(([cdeg, age, ...health], i) => fact(`Sensor ${i + 1}`, cdeg === null ? healthOf(health) : `${withSign(cdeg)}, ${age} s ago, ${healthOf(health)}`)));
  };
  const update = (fresh) => {
    state = fresh;
    heardAt = Date.now();
    const done = (key) => pending[key] === undefined || Math.abs(fresh[`${key}_cdeg`] - pending[key]) <= 10;
    if ((done("heat") && done("cool") && sentAt) || (sentAt && Date.now() - sentAt > 8000)) { pending = {}; sentAt = 0; }
    paint();
  };
  return { element, update, tick, paint: () => state && paint(), state: () => state };
};
