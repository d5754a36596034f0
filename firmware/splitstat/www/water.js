"use strict";
// Hot water and heating of a whole-home system: two cards before the rooms. Built once, then kept fresh.

const TONES = { heating: "heating", cooling: "cooling", hot_water: "heating", idle: "idle" };
const ago = (n) => (n < 60 ? `${n} min ago` : n < 2880 ? `${Math.round(n / 60)} h ago` : `${Math.round(n / 1440)} days ago`);
const within = (n) => (n < 60 ? `${Math.max(0, n)} min` : n < 2880 ? `${Math.round(n / 60)} h` : `${Math.round(n / 1440)} days`);

/* When the tank is heated next, as far as anybody can know. */
const nextReheat = (tank) => {
  if (tank.filling) return `until it is at ${withSign(tank.target_cdeg, 0)}`;
  const below = (cdeg) => `when its upper sensor falls below ${withSign(cdeg, 0)}`;
  if (tank.reheat_min === null) return below(tank.tank_start_cdeg);
  if (tank.reheat_min === 0) return `in these hours, ${below(tank.tank_start_cdeg)}`;
  return `in ${within(tank.reheat_min)}, or ${below(tank.floor_cdeg)}`;
};
/* What is known against legionella. */
const hygieneOf = (tank) => {
  if (tank.period_min === null) return "no cycle is wanted";
  const what = `${withSign(tank.hygiene_cdeg, 0)} for ${tank.hygiene_hold_min} min, measured ${tank.proof === "bottom" ? "at the coldest sensor" : "on top alone: not proved at the bottom"}`;
  if (tank.held_min) return `${what}: hot for ${tank.held_min} min now`;
  if (tank.proved_min === null) return `${what}: not yet since the board knows the tank`;
  const left = tank.period_min - tank.proved_min;
  return `${what}: ${ago(tank.proved_min)}, ${left > 0 ? `again within ${within(left)}` : "overdue"}`;
};

const tankPicture = () => {
  const fill = make("rect", { x: 6, width: 48, rx: 6, fill: "var(--heating)" });
  const upper = make("text", { x: 66, y: 34 }), lower = make("text", { x: 66, y: 98 });
  const element = make("svg", { class: "tank", viewBox: "0 0 186 124", "aria-hidden": "true" },
    make("rect", { x: 4, y: 4, width: 52, height: 116, rx: 9, fill: "var(--well)", stroke: "var(--edge)" }), fill, upper, lower);
  const update = (tank) => {
    const warm = (cdeg) => Math.min(1, Math.max(0, ((cdeg ?? 1000) - 1000) / 5000));
    const share = (warm(tank.upper_cdeg) + warm(tank.lower_cdeg ?? tank.upper_cdeg)) / 2;
    fill.setAttribute("height", Math.max(4, 112 * share));
    fill.setAttribute("y", 118 - Math.max(4, 112 * share));
    put(upper, `top ${withSign(tank.upper_cdeg)}`);
    put(lower, tank.lower_cdeg === null ? "" : `bottom ${withSign(tank.lower_cdeg)}`);
  };
  return { element, update };
};

/* Both cards. Returns {elements, update(plant)}. */
const waterCards = () => {
  const send = (text, a) => wish("/api/plant/ask", { word: text, a });
  let plant, wanted, timer;
  const fact = (label, value) => [make("dt", {}, label), make("dd", {}, value)];
  const doing = () => {
    const action = make("b"), reason = make("span");
    const element = make("p", { class: "doing" }, make("span", {}, action, reason));
    return { element, update: (tone, said, text) => { element.className = `doing tone-${tone}`; put(action, said); put(reason, `: ${text}`); } };
  };
  const alarms = make("div", { role: "alert" }), tankAlarms = make("div", { role: "alert" });
  const picture = tankPicture(), tankDoing = doing(), tankFacts = make("dl");
  const now = make("p", { class: "now" });
  const boost = make("button", { type: "button", id: "boost-water", click: () => send("boost", plant.hot_water.boost ? 0 : 1) }, "Hot water now");
  const value = make("output");
  const change = (step) => {
    wanted = Math.min(plant.hot_water.most_cdeg, Math.max(4000, (wanted ?? plant.hot_water.setpoint_cdeg) + step));
    put(value, withSign(wanted, 0));
    clearTimeout(timer);
    timer = setTimeout(async () => { await send("setpoint", wanted); wanted = undefined; }, 700);
  };
  const stepper = make("div", { class: "stepper heat" }, make("button", { type: "button", "aria-label": "Hot water down", click: () => change(-100) }, "−"),
    make("span", {}, make("small", {}, "Heat to"), value), make("button", { type: "button", "aria-label": "Hot water up", click: () => change(100) }, "+"));
  const tankCard = make("article", { class: "card water" }, make("div", { class: "top" }, make("h2", {}, "hot water"), boost), make("div", { class: "row" }, now, picture.element),
    tankDoing.element, tankAlarms, stepper, tankFacts);
  const heatDoing = doing(), heatFacts = make("dl"), flow = make("p", { class: "now" });
  const heatCard = make("article", { class: "card water" }, make("div", { class: "top" }, make("h2", {}, "heating")), flow, heatDoing.element, alarms, heatFacts);
  const faults = (place, words) => {
    const said = words.join(" ");
    if (place.dataset.said !== said) {
      place.dataset.said = said;
      place.replaceChildren(...words.map((text) => make("p", { class: "fault" }, FAULTS[text] ?? word(text))));
    }
  };
  /* Accounts of a month: kWh with what they may be off, heat for electricity, money, starts. */
  const kwh = (wh) => (wh / 1000).toFixed(wh < 10000 ? 1 : 0);
  const accountsTable = (month) => {
    const uses = [["heat", "Rooms"], ["cool", "Cooling"], ["water", "Hot water"], ["standby", "Standby"]].filter(([use]) => month[use].wh + month[use].gas_wh > 0);
    const cell = (text) => make("td", { class: "number" }, text);
    const guessed = uses.some(([use]) => month[use].wh && !month[use].metered_wh);
    return make("div", { class: "wide" }, make("table", { class: "small" }, make("tr", {}, ...["", "kWh", "gas", "heat", "gain", "cost", "starts"].map((name) => make("th", { scope: "col", class: name ? "number" : "" }, name))),
      ...uses.map(([use, name]) => { const a = month[use]; return make("tr", {}, make("td", {}, name),
        cell(`${kwh(a.wh)} ± ${kwh(a.error_wh)}`), cell(a.gas_wh ? kwh(a.gas_wh) : "–"), cell(kwh(a.heat_wh)), cell(a.wh && a.heat_wh && !a.gas_wh ? (a.heat_wh / a.wh).toFixed(1) : "–"), cell((a.cost / 1000).toFixed(2)), cell(String(a.starts))); })),
    make("p", { class: "soft small" }, guessed ? "No meter: electricity is guessed from the machine's size." : ""));
  };
  const yearOf = (months) => {
    const sum = structuredClone(months.at(-1));
    for (const month of months.slice(-12, -1)) for (const use of ["heat", "cool", "water", "standby"]) for (const key of Object.keys(sum[use])) sum[use][key] += month[use][key];
    return sum;
  };
  const months = make("div"), accounts = make("details", { toggle: async () => {
    if (!accounts.open) return;
    try {
      const said = await ask("/api/plant/energy");
      months.replaceChildren(...(said.length > 1 ? [make("h3", {}, "Twelve months"), accountsTable(yearOf(said))] : []),
        ...said.slice(-12).reverse().flatMap((month) => [make("h3", {}, month.month ?? "since the start"), accountsTable(month), make("p", { class: "soft small" }, `${month.defrosts} defrosts, ${month.reversals} changes between heat and cool`)]));
    } catch (problem) { toast(problem.message); }
  } }, make("summary", {}, "Energy and cost"), months);
  heatCard.append(accounts);
  const told = (text, cdeg) => (text === "off" ? "off" : text === "hot_water" ? "on, for hot water" : `on, water at ${withSign(cdeg, 0)}`);
  const update = (fresh) => {
    plant = fresh;
    const tank = plant.hot_water;
    const ofTank = (text) => text.startsWith("tank") || text.startsWith("hygiene");
    accounts.hidden = plant.energy === null;
    flow.replaceChildren(degrees(plant.supply_cdeg), make("small", {}, `${sign()} flow`));
    heatDoing.update(TONES[plant.action] ?? "idle", word(plant.action), why("", plant.reason).join(""));
    faults(alarms, [...plant.faults.filter((text) => !ofTank(text)), ...(plant.unit_fault ? [String(plant.unit_fault)] : [])]);
    heatFacts.replaceChildren(...fact("Heat pump", told(plant.heat_pump, plant.flow_cdeg)), ...fact("Boiler", told(plant.boiler, plant.flow_cdeg)),
      ...fact("Pump", plant.pump ? "on" : "off"), ...fact("Rooms ask for", plant.calling ?? "nothing"),
      ...(plant.unit_action ? fact("The machine says", word(plant.unit_action)) : []), ...fact("Electricity, gas", `${(plant.price / 1000).toFixed(2)}, ${(plant.gas_price / 1000).toFixed(2)} a kWh`));
    tankCard.hidden = tank === null;
    if (tank === null) return;
    now.replaceChildren(degrees(tank.upper_cdeg), make("small", {}, sign()));
    now.setAttribute("aria-label", `hot water: ${withSign(tank.upper_cdeg)}`);
    picture.update(tank);
    tankDoing.update(tank.filling ? "heating" : "idle", tank.filling ? "heating" : "resting", why("", tank.reason).join(""));
    faults(tankAlarms, plant.faults.filter(ofTank));
    if (wanted === undefined) put(value, withSign(tank.setpoint_cdeg, 0));
    boost.setAttribute("aria-pressed", String(tank.boost));
    tankFacts.replaceChildren(...fact("Next reheat", nextReheat(tank)), ...fact("Against legionella", hygieneOf(tank)),
      ...fact("Immersion heater", plant.immersion ? "on" : "off"));
  };
  return { elements: [tankCard, heatCard], update };
};
