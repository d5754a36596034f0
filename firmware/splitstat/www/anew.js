"use strict";
// What starts the board anew: another Wi-Fi, and the first run where the board has its wizard.

const anewPanel = () => {
  const said = make("p", { class: "said", role: "status" });
  const send = async (path, body, text) => {
    try {
      await ask(path, body);
      said.className = "said";
      put(said, text);
    } catch (problem) {
      said.className = "said bad";
      put(said, `${problem.message.charAt(0).toUpperCase()}${problem.message.slice(1)}.`);
    }
  };
  const name = make("input", { autocapitalize: "none", spellcheck: "false", maxlength: 32, required: true });
  const secret = make("input", { type: "password", autocomplete: "off", autocapitalize: "none", spellcheck: "false", minlength: 8, maxlength: 64 });
  const eye = make("input", { type: "checkbox", change: () => { secret.type = eye.checked ? "text" : "password"; } });
  const form = make("form", { submit: (event) => {
    event.preventDefault();
    send("/api/board/wifi", { ssid: name.value, password: secret.value || null }, `The board starts anew and joins ${name.value}. Where that does not let it in, it opens its own access point within some five minutes: come back through that.`);
  } }, make("label", { class: "field" }, "Name of the network", name), make("label", { class: "field" }, "Password", secret),
  make("label", { class: "check" }, eye, "show it"), make("div", { class: "row" }, make("button", {}, "Join another Wi-Fi")));
  const again = make("button", { type: "button", hidden: true, click: () => {
    if (confirm("Begin the first run anew? The home of this board goes, and its unit is left on its own thermostat until the last answer.")) send("/api/board/first_run", {}, "The board starts anew: load this page again in half a minute.");
  } }, "Begin the first run anew");
  /* A board that was deployed with its home has no wizard. */
  fetch("/setup.css").then((answer) => { again.hidden = !answer.ok; }, () => {});
  return make("div", { class: "panel" }, make("h2", {}, "Wi-Fi"), form, make("div", { class: "row" }, again), said);
};
