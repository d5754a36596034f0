"use strict";
// First run, the board itself: its Wi-Fi, and what hangs on its pins.

const head = (title, ...lead) => [make("h2", {}, title), ...lead.map((text) => make("p", { class: "soft" }, text))];
const button = (label, click, kind = "") => make("button", { type: "button", class: kind, click }, label);
const field = (label, input) => make("label", { class: "field" }, label, input);
const pickOne = (label, options, chosen) => make("select", { "aria-label": label },
  ...options.map(([value, text]) => make("option", { value, selected: String(value) === String(chosen) }, text)));
/* What is said of a job or an answer; tone: "", good or bad. */
const sayIn = (place, text, tone = "") => { put(place, text); place.className = `said ${tone}`; };
const runs = (state, name) => state.job?.name === name && state.job.state === "runs";
const ended = (state, name) => state.job?.name === name && state.job.state !== "runs";

const wifiStep = (state) => {
  const list = make("fieldset", { class: "list" }), said = make("p", { class: "said", role: "status" });
  const secret = make("input", { type: "password", autocomplete: "off", autocapitalize: "none", spellcheck: "false", minlength: 8, maxlength: 64 });
  const hidden = make("input", { autocapitalize: "none", spellcheck: "false", maxlength: 32 });
  const eye = make("input", { type: "checkbox", change: () => { secret.type = eye.checked ? "text" : "password"; } });
  const again = button("Look again", () => tell("networks"));
  const join = make("button", { class: "main" }, "Join"), onward = button("Go on", () => go("parts"), "main");
  let shown = "", tried = false;
  const chosen = () => list.querySelector("input:checked")?.value;
  const form = make("form", { submit: async (event) => {
    event.preventDefault();
    const name = chosen() === "" ? hidden.value : chosen();
    if (!name) { sayIn(said, "Choose a network first.", "bad"); return; }
    tried = true;
    await tell("wifi", { ssid: name, password: secret.value || null });
  } }, list, field("Password", secret), make("label", { class: "check" }, eye, "show it"), said,
  make("div", { class: "acts" }, onward, join, again, button("Without Wi-Fi", () => tell("wifi", { ssid: null }))));
  const other = field("Name of the network", hidden);
  const paintList = (found) => {
    const before = chosen();
    list.replaceChildren(make("legend", {}, found ? "Networks that the board hears" : "The board listens …"),
      ...(found ?? []).map(([name, dbm, closed]) => make("label", {}, make("input", { type: "radio", name: "ssid", value: name, checked: name === before, change: showOther }),
        make("span", {}, name), make("span", { class: "end" }, `${closed ? "" : "open · "}${dbm} dBm`))),
      make("label", {}, make("input", { type: "radio", name: "ssid", value: "", checked: before === "", change: showOther }), "another, which hides its name"), other);
    showOther();
  };
  const showOther = () => { other.hidden = chosen() !== ""; };
  paintList(null);
  tell("networks");
  const whyNot = { wrong_password: "The network refuses this password.", not_found: "The board does not hear that network: too far away, or 5 GHz only (an ESP32 has 2.4 GHz).", no_answer: "The network does not let the board in: is the password right?" };
  return {
    element: make("div", {}, ...head("Your Wi-Fi", "The board joins it, and this page is then there for every device at home. Control needs no Wi-Fi; the clock for its schedule does."), form),
    update: (now) => {
      const found = now.job?.name === "networks" ? now.job.found : undefined;
      if (found && JSON.stringify(found) !== shown) { shown = JSON.stringify(found); paintList(found); }
      again.disabled = runs(now, "networks");
      onward.hidden = now.wifi.state !== "connected";
      join.classList.toggle("main", onward.hidden);
      join.disabled = now.wifi.state === "connecting";
      if (now.wifi.state === "connecting") sayIn(said, `Joining ${now.wifi.ssid} … Your phone may lose the access point for a moment: join it again then.`);
      else if (now.wifi.state === "failed") sayIn(said, whyNot[now.wifi.why] ?? whyNot.no_answer, "bad");
      else if (now.wifi.state === "connected") sayIn(said, `Joined ${now.wifi.ssid}: the page is at http://${now.wifi.address}/ and, in most networks, http://${now.board}.local/.`, "good");
      else if (!tried) sayIn(said, "");
    },
  };
};

const CHIPS = { sht4x: "SHT4x", sht3x: "SHT3x", scd4x: "SCD4x", ds18b20: "DS18B20", dht22: "DHT22", bluetooth_thermometer: "Bluetooth thermometer" };
const chip = (kind) => CHIPS[kind] ?? kind.toUpperCase();
const whereIs = (sensor) => sensor.address ?? (sensor.pin === null ? (sensor.kind === "push" ? "over the network" : `I2C${sensor.port ? ` (${sensor.port})` : ""}`) : `pin ${sensor.pin}`);

const partsStep = (state) => {
  const { pins, input_only, ir_pin, receiver_pin } = state.usual, facts = state.facts;
  const named = (pin, usual) => [pin, pin === usual ? `${pin} (kits)` : String(pin)];
  const lamp = pickOne("Lamp on pin", pins.map((pin) => named(pin, ir_pin)), facts.lamp ?? ir_pin);
  const receiver = pickOne("Receiver on pin", [["", "there is none"], ...[...pins, ...input_only].map((pin) => named(pin, receiver_pin))], facts.lamp === undefined ? receiver_pin : facts.receiver ?? "");
  const kind = pickOne("Which sensor", [["ds18b20", "DS18B20"], ["dht22", "DHT22"]]), pin = pickOne("Its pin", pins.map((n) => [n, `pin ${n}`]));
  const list = make("fieldset", { class: "list" }), said = make("p", { class: "said", role: "status" }), onward = make("button", { class: "main" }, "Go on");
  let shown = null;
  const chosen = () => list.querySelector("input:checked")?.value;
  const choice = (value, text, end, checked) => make("label", {}, make("input", { type: "radio", name: "sensor", value, checked }), make("span", {}, text), make("span", { class: "end" }, end));
  const paintList = (found) => {
    const known = facts.sensor && facts.sensor.kind !== "push" && !found.length;
    const before = chosen();
    list.replaceChildren(make("legend", {}, "What says how warm the room is"),
      ...found.map((each, n) => choice(n, `${chip(each.kind)}, ${whereIs(each)}`, `${withSign(each.cdeg)}${each.cpct === null ? "" : ` · ${Math.round(each.cpct / 100)} %`}`, n === 0 && before !== "")),
      ...(known ? [choice(-1, `${chip(facts.sensor.kind)}, ${whereIs(facts.sensor)}`, "chosen before", true)] : []),
      choice("", "none here: something else at home sends it", "", before === ""));
  };
  let sought = false;
  const seek = (body, text) => { sayIn(said, text); return tell("sensors", body); };
  const form = make("form", { submit: (event) => {
    event.preventDefault();
    if (chosen() === undefined) { sayIn(said, "Choose what says how warm the room is.", "bad"); return; }
    tell("parts", { lamp: Number(lamp.value), receiver: receiver.value === "" ? null : Number(receiver.value), sensor: chosen() === "" ? null : Number(chosen()) });
  } }, make("div", { class: "pair" }, field("Infra-red lamp", lamp), field("Infra-red receiver", receiver)), list, said,
  make("details", {}, make("summary", {}, "Another sensor"),
    make("div", { class: "row" }, kind, pin, button("Look there", () => seek({ kind: kind.value, pin: Number(pin.value) }, `Asking pin ${pin.value} …`))),
    make("div", { class: "row" }, button("Listen for Bluetooth thermometers", () => seek({ kind: "bluetooth_thermometer" }, "Listening for half a minute …")), button("Ask the I2C bus again", () => seek({ kind: null }, "Asking the I2C bus …")))),
  make("div", { class: "acts" }, onward));
  paintList([]);
  return {
    element: make("div", {}, ...head("What hangs on this board", "The lamp must see the unit. The sensor must not: 1.1 to 1.5 m high, on an inner wall, out of the jet and the sun."), form),
    update: (now) => {
      onward.disabled = runs(now, "sensors");
      if (now.job?.name !== "sensors") {
        if (now.job?.state !== "runs" && !sought) { sought = true; seek({ kind: null }, "Asking the I2C bus …").then((done) => { sought = done !== null; }); }
        return;
      }
      const found = now.job.found ?? [], text = JSON.stringify([found, now.job.state]);
      if (text === shown) return;
      shown = text;
      paintList(found);
      if (now.job.state === "failed") sayIn(said, `It could not be asked: ${now.job.why}`, "bad");
      else if (now.job.state === "done") sayIn(said, found.length ? "" : "Nothing answers there. Is it wired as in the picture of its kit?", found.length ? "" : "bad");
    },
  };
};
