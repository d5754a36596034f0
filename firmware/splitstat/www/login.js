"use strict";
// What every page of the board has: the log-in, and what the line to the board is like.

const LINES = { live: "live", wait: "connecting …", lost: "no connection", login: "" };
const showLine = (line, text = LINES[line]) => {
  byId("line").dataset.line = line;
  put(byId("line"), text);
  document.body.classList.toggle("lost", line === "lost");
};

/* The form, put first into the page. entered(): somebody has logged in. Returns show(whether). */
const loginForm = (entered) => {
  const token = make("input", { id: "token", autocomplete: "current-password", autocapitalize: "none", spellcheck: "false", required: true, "aria-describedby": "wrong" });
  const wrong = make("p", { id: "wrong", role: "alert" });
  const form = make("form", { id: "login", hidden: true, submit: async (event) => {
    event.preventDefault();
    put(wrong, "");
    try {
      await logIn(token.value);
      token.value = "";
      await entered();
    } catch (problem) { put(wrong, problem.message); token.select(); }
  } }, make("h2", {}, "Log in"),
  make("p", {}, "This board made a token on its first start. Its serial line shows it at every start: ", make("code", {}, "splitstat deploy"), ", ", make("code", {}, "splitstat board logs"), " and any serial terminal. The token itself never leaves this page: only a proof that you know it does."),
  make("label", { for: "token" }, "Token"), token, wrong, make("button", { class: "main" }, "Log in"));
  byId("main").prepend(form);
  return (shown) => {
    form.hidden = !shown;
    if (shown) { showLine("login"); token.focus(); }
  };
};
