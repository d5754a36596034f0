"use strict";
// How things are said and drawn: elements, degrees, times, reasons in plain words.

/* An element. Attributes that are functions are listeners, true and false set or leave one out. */
const make = (tag, attributes = {}, ...children) => {
  const drawn = ["svg", "rect", "circle", "path", "line", "text", "g", "title"].includes(tag);
  const element = drawn ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== undefined && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
};
const put = (element, text) => { if (element.textContent !== text) element.textContent = text; };
const byId = (id) => document.getElementById(id);
const remembered = (key, otherwise) => { try { return localStorage.getItem(key) ?? otherwise; } catch { return otherwise; } };
const remember = (key, value) => { try { localStorage.setItem(key, value); } catch { /* private window */ } };

let fahrenheit = remembered("degrees", "c") === "f";
const sign = () => (fahrenheit ? "°F" : "°C");
const shown = (cdeg) => (fahrenheit ? (cdeg * 9) / 500 + 32 : cdeg / 100);
const cdegOf = (number) => Math.round(fahrenheit ? ((number - 32) * 500) / 9 : number * 100);
const degrees = (cdeg, digits = 1) => (cdeg === null || cdeg === undefined ? "–" : shown(cdeg).toFixed(digits).replace("-", "−"));
const withSign = (cdeg, digits = 1) => (cdeg === null || cdeg === undefined ? "–" : `${degrees(cdeg, digits)} ${sign()}`);
/* Differences: 1 K is 1.8 °F. */
const apart = (tenths) => (fahrenheit ? `${((Math.abs(tenths) * 9) / 50).toFixed(1)} °F` : `${(Math.abs(tenths) / 10).toFixed(1)} K`);

const minutes = (n) => (n >= 1440 ? `${Math.floor(n / 1440)} d ${Math.floor((n % 1440) / 60)} h` : n >= 60 ? `${Math.floor(n / 60)} h ${n % 60} min` : `${n} min`);
const two = (n) => String(n).padStart(2, "0");
const hhmm = (minute) => `${two(Math.floor((minute % 1440) / 60))}:${two(minute % 60)}`;
const dateOf = (utcMin) => new Date((utcMin * 60 + 946684800) * 1000); // minutes since 2000-01-01
const utcMinOf = (date) => Math.floor((date.getTime() / 1000 - 946684800) / 60);

/* The number of a reason by its kind (words.js); gone: seconds since it was said. */
const number = (kind, n, gone = 0) => {
  if (kind === "clock") {
    const left = Math.max(1, n - gone);
    return n ? `, ${Math.floor(left / 60)}:${two(left % 60)}` : "";
  }
  if (kind === "minutes") return `, ${n} min`;
  if (kind === "to_go") return n < 0 ? `, ${apart(n)} past its setpoint and running low` : `, ${apart(n)} to go`;
  if (kind === "past") return `, ${apart(n)} ${n >= 0 ? "past" : "short of"} its setpoint`;
  if (kind === "room") return `, ${withSign(n * 10)}`;
  return kind === "outdoor" ? `, ${fahrenheit ? Math.round(shown(n * 100)) : n} ${sign()} outdoors` : "";
};
/* [text, number] of a reason. */
const why = (action, [word, n], gone = 0) => {
  if (action === "waiting" && word === "season") return ["the outdoor unit is kept to the other season", ""];
  const [text, kind] = WORDS[word] ?? [LOG_WORDS[word] ?? FAULTS[word] ?? word, ""];
  return [text, number(kind, n, gone)];
};
const say = (action, reason, gone = 0) => `${action}: ${why(action, reason, gone).join("")}`;

const MODES = { off: "Off", heat: "Heat", cool: "Cool", heat_cool: "Auto", dry: "Dry", fan_only: "Fan" };
const word = (text) => text.replaceAll("_", " ");
/* A sensor's state and what is wrong with it. */
const healthOf = ([state, doubt]) => (doubt ? `${state}: ${DOUBTS[doubt] ?? word(doubt)}` : state);
const PROVENANCE = {
  reported: "the unit says so",
  inferred: "seen from the air it blows",
  assumed: "assumed: it cannot answer",
};
/* Where the setpoints come from, and for how long. */
const whence = (room) => {
  const left = room.until_min;
  switch (room.why) {
    case "schedule": return room.occupied ? "by its schedule" : "by its schedule: nobody expected";
    case "hold": return left === 0 ? "held until the next block" : left < 0 ? "held until you say otherwise" : `held for ${minutes(left ?? 0)} more`;
    case "boost": return `boost, ${minutes(left ?? 0)} more`;
    case "away": return "away, until you are back";
    case "vacation": return left === null ? "vacation" : `vacation, ${minutes(left)} more`;
    case "absent": return "nobody has been here for a while";
    case "off": return "switched off";
    case "no_clock": return "the board does not know the time yet";
    default: return "no schedule";
  }
};

let toastTimer;
const toast = (text) => {
  byId("toast").textContent = text;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => byId("toast").replaceChildren(), 6000);
};
/* A question whose answer matters only when it is no. */
const wish = (path, body, method) => ask(path, body, method).then(() => true, (problem) => { toast(problem.message); return false; });
