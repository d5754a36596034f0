"use strict";
// First run, the home: name, degrees, hours; and the end.

const zoneOf = (name) => ZONES.find(([, names]) => names.split(" ").includes(name));

const roomStep = (state) => {
  const kept = state.facts.room ?? { name: "bedroom", heat_cdeg: 2000, cool_cdeg: 2600, setback_heat_cdeg: 1700, setback_cool_cdeg: 2800 };
  const name = make("input", { value: word(kept.name), maxlength: 24, required: true, autocapitalize: "none" });
  const degree = (key) => make("input", { type: "number", step: fahrenheit ? 1 : 0.5, min: shown(500), max: shown(3500), required: true, value: shown(kept[key]).toFixed(fahrenheit ? 0 : 1) });
  const inputs = Object.fromEntries(["heat_cdeg", "cool_cdeg", "setback_heat_cdeg", "setback_cool_cdeg"].map((key) => [key, degree(key)]));
  const time = (value) => make("input", { type: "time", value, required: true });
  const weekdays = [time("06:30"), time("22:30")], weekend = [time("08:00"), time("23:00")], nights = [time("22:30"), time("06:30")];
  const box = (text, checked, change) => { const input = make("input", { type: "checkbox", checked, change }); return [make("label", { class: "check" }, input, text), input]; };
  const hours = make("div", {}, make("div", { class: "pair" }, field("Mon to Fri from", weekdays[0]), field("to", weekdays[1])), make("div", { class: "pair" }, field("Sat and Sun from", weekend[0]), field("to", weekend[1])));
  const quiet = make("div", { class: "pair", hidden: true }, field("Quiet from", nights[0]), field("to", nights[1]));
  const [alwaysLabel, always] = box("Somebody may be there at any time", false, () => { hours.hidden = always.checked; for (const each of [...weekdays, ...weekend]) each.disabled = always.checked; });
  const [quietLabel, sleeps] = box("Quiet hours: nothing starts for less than 1 K", false, () => { quiet.hidden = !sleeps.checked; });
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const all = ZONES.flatMap(([, names]) => names.split(" ")).sort();
  const zone = pickOne("Time zone", all.map((each) => [each, each.replaceAll("_", " ")]), zoneOf(here) ? here : "UTC");
  const unit = pickOne("Degrees", [["c", "°C"], ["f", "°F"]], fahrenheit ? "f" : "c");
  unit.addEventListener("change", () => { fahrenheit = unit.value === "f"; remember("degrees", unit.value); setup.step = null; paint(state); });
  const minuteOf = (input) => { const [h, m] = input.value.split(":").map(Number); return h * 60 + m; };
  /* Comfort begins where people come, setback where they go; a stretch over midnight ends on the next day. */
  const week = (setpoints) => {
    const comfort = [null, setpoints.heat_cdeg, setpoints.cool_cdeg, 1], empty = [null, setpoints.setback_heat_cdeg, setpoints.setback_cool_cdeg, 0];
    if (always.checked) return [[...comfort, 0]];
    const begins = new Map(), spans = [];
    for (let day = 0; day < 7; day++) {
      const [from, to] = (day < 5 ? weekdays : weekend).map(minuteOf);
      spans.push([day * DAY + from, day * DAY + to + (to <= from ? DAY : 0)]);
    }
    const inside = (minute) => spans.some(([from, to]) => (minute >= from && minute < to) || (minute + WEEK >= from && minute + WEEK < to));
    for (const [from, to] of spans) { begins.set(from % WEEK, comfort); if (!inside(to % WEEK)) begins.set(to % WEEK, empty); }
    return blocksOf([...begins].sort((a, b) => a[0] - b[0]).map(([minute, [mode, heat, cool, occupied]]) => ({ minute, mode, heat, cool, occupied })));
  };
  const quietHours = () => {
    if (!sleeps.checked) return [];
    const [from, to] = nights.map(minuteOf), length = (to - from + DAY) % DAY || DAY;
    return Array.from({ length: 7 }, (_, day) => [day * DAY + from, (day * DAY + from + length) % WEEK]).flat();
  };
  const form = make("form", { submit: (event) => {
    event.preventDefault();
    const setpoints = Object.fromEntries(Object.entries(inputs).map(([key, input]) => [key, cdegOf(Number(input.value))]));
    const plain = name.value.trim().toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^a-z0-9_-]+/g, "_").replace(/^[_-]+|[_-]+$/g, "") || "room_1";
    tell("room", { ...setpoints, name: plain, tz: zoneOf(zone.value)[0], blocks: week(setpoints), sleep: quietHours() });
  } }, make("div", { class: "pair" }, field("Its name", name), field("Degrees", unit)),
  make("h3", {}, "While somebody is there"), make("div", { class: "pair" }, field(`Heat to ${sign()}`, inputs.heat_cdeg), field(`Cool to ${sign()}`, inputs.cool_cdeg)),
  hours, alwaysLabel, make("h3", {}, "Otherwise"), make("div", { class: "pair" }, field(`Heat to ${sign()}`, inputs.setback_heat_cdeg), field(`Cool to ${sign()}`, inputs.setback_cool_cdeg)),
  make("h3", {}, "Night and clock"), quietLabel, quiet, field("Time zone", zone), make("div", { class: "acts" }, make("button", { class: "main" }, "Go on")));
  return { element: make("div", {}, ...head("The room", "All of it can be changed later, on the board's page."), form) };
};

const doneStep = (state) => {
  const { room, unit, sensor, lamp, receiver, aim, test } = state.facts, wifi = state.wifi;
  const rows = [["Room", word(room.name)], ["Unit", unitName(unit)], ["Lamp, receiver", `pin ${lamp}, ${receiver === undefined ? "none" : `pin ${receiver}`}`], ["Sensor", `${chip(sensor.kind)}, ${whereIs(sensor)}`],
    ["Heat, cool", `to ${degrees(room.heat_cdeg)}, to ${withSign(room.cool_cdeg)}`], ["Aim", aim === undefined ? "not counted" : `${aim} of 10`], ["Proof", test?.verdict === "moved" ? "the room followed" : "none"], ["Wi-Fi", wifi.state === "connected" ? wifi.ssid : wifi.ssid ?? "none: through the access point"]];
  const said = make("div", { class: "said", role: "status" }), acts = make("div", { class: "acts" });
  const address = wifi.state === "connected" ? `http://${wifi.address}${location.port && location.port !== "80" ? `:${location.port}` : ""}/` : "/";
  const wait = async () => {
    setup.over = true;
    said.replaceChildren("The board starts anew and takes over. ", ...(address === "/" ? [] : ["Back in your own Wi-Fi its page is ", make("a", { href: address }, address), "."]));
    said.className = "said good";
    showLine("wait", "starting …");
    for (;;) {
      await new Promise((later) => setTimeout(later, 1500));
      /* With a home the board answers this question; before, and without a line, it does not. */
      const problem = await ask("/api/state").catch((why) => why);
      if (problem.status === 401 || problem.rooms) { location.href = "/"; return; }
    }
  };
  acts.append(button("Finish: the board takes over", async () => {
    acts.querySelector("button").disabled = true;
    if (await tell("done")) wait(); else acts.querySelector("button").disabled = false;
  }, "main"));
  return {
    element: make("div", {}, ...head("Ready", "Until now the unit was left on its own thermostat. From here on the board decides, and its page says why. After a start it waits ten minutes before the first call, for the compressor's sake."),
      make("dl", {}, ...rows.flatMap(([key, value]) => [make("dt", {}, key), make("dd", {}, value)])), said, acts),
  };
};
