"use strict";
// First run, the proof: ten frames to count, and a quarter of an hour in which the room answers.

const aimStep = (state) => {
  const bar = make("progress", { max: 10, value: 0, "aria-label": "Frames sent" }), said = make("p", { class: "said", role: "status" }), acts = make("div", { class: "acts" });
  const counts = make("div", { class: "counts", role: "group", "aria-label": "How many beeps did you count?" },
    ...Array.from({ length: 11 }, (_, n) => button(String(n), () => tell("beeps", { beeps: n }))));
  let shown = null;
  const send = (label, kind) => button(label, () => tell("aim"), kind);
  return {
    element: make("div", {}, ...head("Does every word arrive?", "The board sends one command ten times, three seconds apart. Count the beeps, where the unit beeps; else watch its lamp."), bar, said, counts, acts),
    update: (now) => {
      const running = runs(now, "aim"), over = ended(now, "aim"), beeps = now.facts.aim;
      bar.value = now.job?.name === "aim" ? now.job.sent ?? 0 : 0;
      const text = JSON.stringify([running, over, beeps, now.job?.sent, now.job?.why]);
      if (text === shown) return;
      shown = text;
      counts.hidden = !over || now.job.state === "failed";
      if (running) sayIn(said, `${now.job.sent ?? 0} of 10`);
      else if (over && now.job.state === "failed") sayIn(said, now.job.why, "bad");
      else if (beeps !== undefined && beeps < 9) sayIn(said, `${beeps} of 10: move the lamp so that it looks straight at the unit's receiver, or nearer, and count again. What is lost now is lost every day.`, "bad");
      else if (over) sayIn(said, "How many beeps did you count?");
      else sayIn(said, "");
      acts.replaceChildren(...(running ? [] : [send(over || beeps !== undefined ? "Once more" : "Send ten", over ? "" : "main"), button(beeps === undefined ? "It never beeps: go on" : "Go on all the same", () => go("test"))]));
    },
  };
};

const VERDICTS = {
  moved: ["good", "The room follows: the sensor hangs in the right room, the unit obeys, and the mode is what it says."],
  opposite: ["bad", "The room went the other way. Is a window open, or does the unit take heat for cool? Then it is another unit of its kind: go back to the handset."],
  still: ["bad", "The room did not follow within a quarter of an hour. Does the unit blow, and does the sensor hang in its room, out of the sun?"],
  silent: ["bad", "The sensor says nothing."],
  stopped: ["bad", "Stopped before the room had answered."],
};

const testStep = (state) => {
  const bar = make("progress", { max: 900, value: 0, "aria-label": "Time of the proof" }), said = make("p", { class: "said", role: "status" }), acts = make("div", { class: "acts" });
  const path = make("path", { d: "" }), plot = make("svg", { class: "trail", viewBox: "0 0 900 100", preserveAspectRatio: "none", role: "img" }, make("title", {}, "Room temperature since the beginning"), path);
  let shown = null;
  const blind = state.facts.sensor?.kind === "push";
  const begin = (label, kind) => button(label, () => tell("test", { mode: null }), kind);
  const draw = (job) => {
    const values = [...job.trail, job.cdeg ?? job.trail.at(-1)], low = Math.min(...values) - 10, high = Math.max(...values, low + 60) + 10;
    const x = (i) => (i < job.trail.length ? 30 * i : job.s);
    path.setAttribute("d", values.map((cdeg, i) => `${i ? "L" : "M"}${x(i)} ${100 - (100 * (cdeg - low)) / (high - low)}`).join(""));
    plot.classList.toggle("cool", job.mode === "cool");
  };
  return {
    element: make("div", {}, ...head("Does the room answer?", "For a quarter of an hour at most the unit heats to 24 °C, or cools to 22 °C in a warm room. If the sensor follows, it is the right room, the right unit and the right mode. Close the window; the board does not need you meanwhile."), plot, bar, said, acts),
    update: (now) => {
      const job = now.job?.name === "test" ? now.job : null, running = runs(now, "test"), found = now.facts.test;
      plot.toggleAttribute("hidden", !job?.trail);
      bar.hidden = !running;
      bar.value = job?.s ?? 0;
      const text = JSON.stringify([job, found, now.facts.testing]);
      if (text === shown) return;
      shown = text;
      if (job?.trail) draw(job);
      const verdict = VERDICTS[job?.verdict ?? (running ? null : found?.verdict)];
      if (blind) sayIn(said, "This room's temperature comes over the network: nothing to prove from here.");
      else if (running && job.trail) sayIn(said, `${job.mode === "heat" ? "Heating" : "Cooling"} for ${minutes(Math.floor(job.s / 60))}: ${withSign(job.cdeg ?? job.trail[0], 2)}, ${withSign(job.trail[0], 2)} at the beginning.`);
      else if (running) sayIn(said, "Asking the sensor …");
      else if (verdict) sayIn(said, verdict[1], verdict[0]);
      else if (job?.state === "failed") sayIn(said, job.why, "bad");
      else sayIn(said, "");
      acts.replaceChildren(...(running ? [button("Stop", () => tell("test", { stop: true }))]
        : [blind ? null : begin(verdict ? "Once more" : "Begin", verdict ? "" : "main"), button(blind ? "Go on" : "Go on without this proof", () => go("room"), blind ? "main" : "")].filter(Boolean)));
    },
  };
};
