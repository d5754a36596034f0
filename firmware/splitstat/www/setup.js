"use strict";
// The first run as a whole: log-in, the line to the board, which step is shown.

/* Each step: its short name, and what draws it: (state) -> {element, update(state)}. */
const STEPS = {
  wifi: ["Wi-Fi", wifiStep], parts: ["Parts", partsStep], unit: ["Unit", unitStep], beep: ["Beep", beepStep],
  aim: ["Aim", aimStep], test: ["Proof", testStep], room: ["Room", roomStep], done: ["Done", doneStep],
};
const NEEDS = { unit: "sensor", beep: "fits", aim: "unit", test: "unit", room: "unit", done: "room" };
const setup = { shown: null, step: null, timer: null, over: false };

const paint = (state) => {
  if (setup.over) return;
  showLogin(false);
  byId("step").hidden = byId("steps").hidden = false;
  const joined = state.wifi.state === "connected" ? `in ${state.wifi.ssid}` : state.point ? "access point" : "live";
  showLine("live", joined);
  const now = state.facts.step;
  if (setup.step !== now) {
    setup.step = now;
    setup.shown = STEPS[now][1](state);
    byId("step").replaceChildren(setup.shown.element);
    paintSteps(state, now);
    document.title = `${STEPS[now][0]} · First run · Splitstat`;
    const head = byId("step").querySelector("h2");
    head.tabIndex = -1;
    head.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
  setup.shown.update?.(state);
};

const paintSteps = (state, now) => {
  const names = Object.keys(STEPS);
  byId("steps").firstElementChild.replaceChildren(...names.map((name, n) => {
    const can = !NEEDS[name] || state.facts[NEEDS[name]] !== undefined;
    const place = n < names.indexOf(now) ? "done" : name === now ? "now" : "to come";
    return make("li", { "data-done": place === "done" }, make("button", {
      type: "button", "aria-current": name === now ? "step" : null, disabled: !can, "aria-label": `Step ${n + 1} of ${names.length}, ${STEPS[name][0]}: ${place}`,
      click: () => go(name),
    }, make("span", {}, STEPS[name][0])));
  }));
};

/* A question; what the board says to it is shown. Resolves to the state, or to null after a no. */
const tell = async (word, body = {}) => {
  try {
    const state = await ask(`/api/setup/${word}`, body);
    paint(state);
    later();
    return state;
  } catch (problem) {
    if (problem.status === 401) askToken(); else toast(problem.message);
    return null;
  }
};
const go = (step) => tell("step", { to: step });

const look = async () => {
  try {
    const state = await ask("/api/setup");
    paint(state);
    later(state.job?.state === "runs" || state.wifi.state === "connecting" ? 800 : 2500);
  } catch (problem) {
    if (problem.status === 401) { askToken(); return; }
    if (problem.status === 404) { location.href = "/"; return; }
    showLine("lost");
    later(2000);
  }
};
const later = (ms = 400) => { clearTimeout(setup.timer); if (!setup.over) setup.timer = setTimeout(look, ms); };

const askToken = () => {
  clearTimeout(setup.timer);
  setup.step = null;
  byId("step").hidden = byId("steps").hidden = true;
  showLogin(true);
};

const showLogin = loginForm(look);
look();
