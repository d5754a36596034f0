"use strict";
// First run, which unit it is: by its handset, or by its brand; and does it obey?

const PRESSES = [["off", "OFF", "so that the unit is off"], ["cool", "cool, 22 °C", "fan on automatic"], ["heat", "heat, 22 °C", "fan on automatic"]];

const brandPicker = () => {
  const brand = pickOne("Brand", [["", "choose …"], ...Object.keys(BRANDS).map((name) => [name, name])]);
  return make("div", {}, field("Brand of the unit", brand), make("div", { class: "acts" }, button("Try this brand", () => {
    if (brand.value) tell("units", { units: BRANDS[brand.value] }); else toast("Choose a brand first.");
  }, "main")));
};

const unitStep = (state) => {
  if (state.facts.receiver === undefined) {
    return { element: make("div", {}, ...head("Which unit is it?", "Without a receiver the board cannot hear the handset. Choose the brand; its kinds are then tried one after the other."), brandPicker()) };
  }
  const rows = PRESSES.map(([, key, more], n) => make("li", {}, make("span", { class: "mark", "aria-hidden": "true" }, String(n + 1)),
    make("span", {}, make("b", {}, key), make("span", { class: "small soft" }, ` ${more}`)), make("span", { class: "end" })));
  const said = make("p", { class: "said", role: "status" }), acts = make("div", { class: "acts" });
  const listen = (want) => tell("press", { want });
  let shown = null, asked = false;
  return {
    element: make("div", {}, ...head("Press its handset", "Hold the unit's own handset a hand's breadth from the board's receiver. What its display shows is what counts; one press for each line."),
      make("ol", { class: "list" }, ...rows), said, acts, make("details", {}, make("summary", {}, "No handset, or nothing fits"), brandPicker())),
    update: (now) => {
      const done = now.facts.presses ?? [], fits = now.facts.fits ?? [], next = PRESSES.find(([want]) => !done.includes(want));
      const text = JSON.stringify([done, fits.length, now.job?.state, now.job?.name, now.job?.fits, Math.floor((now.job?.tried ?? 0) / 10), now.job?.heard]);
      if (text === shown) return;
      shown = text;
      const listening = runs(now, "press");
      rows.forEach((row, n) => {
        const finished = done.includes(PRESSES[n][0]);
        row.toggleAttribute("data-done", finished);
        row.toggleAttribute("data-now", PRESSES[n] === next);
        put(row.firstChild, finished ? "✓" : String(n + 1));
        put(row.lastChild, finished ? "heard" : PRESSES[n] === next && listening ? "listening …" : "");
      });
      if (listening && now.job.heard) sayIn(said, `Heard ${now.job.heard} pulses; ${now.job.tried ?? 0} kinds of unit compared …`);
      else if (listening) sayIn(said, `Press ${next[1]} now.`);
      else if (ended(now, "press") && now.job.state === "failed") sayIn(said, now.job.why === "nothing was heard" ? "Nothing was heard for a minute. Point the handset at the receiver, from close by." : now.job.why, "bad");
      else if (ended(now, "press") && now.job.fits === 0) sayIn(said, `Heard, but no known unit would say ${next?.[1] ?? "that"} so. Look at the handset's display, and press again; or choose the brand below.`, "bad");
      else if (fits.length) sayIn(said, `${fits.length === 1 ? "One unit fits" : `${fits.length} units fit`}: ${fits.map(([name]) => unitName(name)).join(", ")}.`, "good");
      else sayIn(said, "");
      /* After a press that fitted, the next one is waited for at once. */
      if (next && done.length && !listening && asked && ended(now, "press") && now.job.fits > 0) { listen(next[0]); return; }
      acts.replaceChildren(...[
        next && !listening ? button(done.length ? `Listen for ${next[1]}` : "Listen", () => { asked = true; listen(next[0]); }, "main") : null,
        done.length && fits.length && (!next || !listening || next[0] === "heat") ? button(next ? (next[0] === "heat" ? "It has no heat: go on" : "Go on with these") : "Go on", () => go("beep"), next ? "" : "main") : null,
        done.length && !listening ? button("Begin anew", () => { asked = true; listen("off"); }) : null,
      ].filter(Boolean));
    },
  };
};

/* gree.yaw1f -> Gree yaw1f; coolix -> Midea (coolix) where its brand is called otherwise. */
const unitName = (name) => {
  const [file, variant] = name.split(".");
  const brands = Object.keys(BRANDS).filter((each) => BRANDS[each].includes(name));
  const own = brands.find((each) => file.startsWith(each.toLowerCase().split(" ")[0]));
  const kind = own && variant ? ` ${variant}` : ` (${word(name.replace(".", " "))})`;
  return `${own ?? brands[0] ?? ""}${kind}`.trim();
};

const ANSWERS = { beep: "beeped, did not start", nothing: "nothing" };

const beepStep = (state) => {
  const list = make("ul", { class: "list" }), said = make("p", { class: "said", role: "status" }), acts = make("div", { class: "acts" });
  let shown = null;
  const answer = (beep, start) => tell("answer", { beep, start });
  return {
    element: make("div", {}, ...head("Does it obey?", "Point the lamp at the unit. The board says “start” once; most units beep and open their louvres, and blow within a minute."), list, said, acts),
    update: (now) => {
      const { fits, answers = {}, trying, unit } = now.facts;
      const text = JSON.stringify([fits, answers, trying, unit, now.job?.state, now.job?.name]);
      if (text === shown) return;
      shown = text;
      const next = fits.find(([name]) => !answers[name])?.[0];
      const sent = trying?.[0] === next && next !== undefined && !runs(now, "try");
      list.replaceChildren(...fits.map(([name]) => make("li", { "data-now": name === next, "data-done": name === unit }, make("span", {}, unitName(name)),
        make("span", { class: "end" }, ANSWERS[answers[name]] ?? (name === next ? "to be tried" : "")))));
      if (runs(now, "try")) sayIn(said, "Sending …");
      else if (now.job?.name === "try" && now.job.state === "failed") sayIn(said, now.job.why, "bad");
      else if (next === undefined) sayIn(said, "None of them. Is the lamp's dark side towards the unit, 2 to 8 m away, and nothing between? Then try once more, or another brand.", "bad");
      else if (sent) sayIn(said, `Sent: ${trying[1]}. What did the unit do?`);
      else sayIn(said, "");
      acts.replaceChildren(...(next === undefined ? [button("Try them again", () => tell("answer", { again: true }), "main"), button("Handset or brand", () => go("unit"))]
        : sent ? [button("It beeped and starts", () => answer(true, true), "main stack"), button("It starts, without a beep", () => answer(false, true), "stack"), button("It beeped, but does not start", () => answer(true, false), "stack"),
          button("Nothing happened", () => answer(false, false), "stack"), button("Send it again", () => tell("try", { unit: next, mode: trying[1] }))]
          : [make("button", { type: "button", class: "main", disabled: runs(now, "try"), click: () => tell("try", { unit: next, mode: null }) }, "Send “start”"), button("Handset or brand", () => go("unit"))]));
    },
  };
};
