"use strict";
// A new version onto this board: a file is looked through, signed, and sent piece by piece. The
// board starts it on trial and goes back by itself; what became of it is told here.

const PIECE = 2048, TRIES = 6, TRIAL_S = 600;
const rest = (ms) => new Promise((later) => setTimeout(later, ms));

/* Path -> bytes of a tar file. Throws {message}. */
const unpacked = (bytes) => {
  const text = (at, size) => new TextDecoder().decode(bytes.subarray(at, at + size)).split("\0")[0];
  const files = new Map();
  if (text(257, 5) !== "ustar") throw { message: "This is no update. A release has a file update.tar for every kind of board, and “splitstat update HOME --file FILE” makes one for yours." };
  for (let at = 0; bytes[at]; ) {
    const size = parseInt(text(at + 124, 12), 8);
    files.set(text(at, 100), bytes.subarray(at + 512, at + 512 + size));
    at += 512 + 512 * Math.ceil(size / 512);
  }
  return files;
};

/* {files, manifest, said} of an update: whole, and every file what its manifest says. Throws {message}. */
const opened = (bytes) => {
  const files = unpacked(bytes);
  const manifest = files.get("manifest.json");
  let said;
  try { said = JSON.parse(new TextDecoder().decode(manifest)); } catch { said = { files: [[""]] }; }
  if (said.files.some(([path, , digest]) => !files.has(path) || hex(sha256(files.get(path))) !== digest)) throw { message: "This file is cut or damaged: fetch it again. Nothing was sent." };
  return { files, manifest, said };
};

/* What the board and its owner share signs the manifest (firmware: app/update.py). */
const signed = (secret, manifest) => hex(hmac(hmac(utf8(secret), utf8("splitstat update")), sha256(manifest)));
const base64 = (bytes) => btoa(String.fromCharCode(...bytes));

/* One file. A line that breaks is waited for, and the file begun anew. told(bytes so far). */
const sendFile = async (path, content, told) => {
  for (let n = 1; ; n++) {
    try {
      for (let at = 0; at === 0 || at < content.length; at += PIECE) {
        await ask("/api/update/piece", { path, at, data: base64(content.subarray(at, at + PIECE)) });
        told(Math.min(at + PIECE, content.length));
      }
      return;
    } catch (problem) {
      if (problem.status || n === TRIES) throw problem;
      await rest(1000 * n);
    }
  }
};

/* The files that the board still wants; it reads all that it has. */
const missing = async () => {
  const wanted = [];
  for (let first = 0; first !== null; ) {
    const said = await ask("/api/update/look", { first });
    wanted.push(...said.wanted);
    first = said.next;
  }
  return wanted;
};

/* The key as it was typed, or as tokens are typed. */
const accepted = async (key, manifest) => {
  try { await ask("/api/update/begin", { signature: signed(key.trim(), manifest) }); } catch {
    await ask("/api/update/begin", { signature: signed(plain(key), manifest) });
  }
};

const sendAll = async ({ files, manifest }, key, told) => {
  told("Sending the list of files …", 0);
  await sendFile("manifest.json", manifest, () => {});
  await accepted(key, manifest);
  told("The board looks what it has of it already …", 0);
  const wanted = await missing();
  const total = wanted.reduce((sum, path) => sum + files.get(path).length, 0);
  let sent = 0;
  for (const [n, path] of wanted.entries()) {
    await sendFile(path, files.get(path), (bytes) => told(`Sending file ${n + 1} of ${wanted.length}: ${path}`, (sent + bytes) / total));
    sent += files.get(path).length;
  }
  told("The board reads back what it got …", 1);
  if (wanted.length && (await missing()).length) throw { status: 1, message: "the board did not keep what it was sent" };
  await ask("/api/update/finish", {});
};

/* What became of the last one: {version, slot} was remembered when it was sent. */
const outcome = ({ version, slot }, now) => {
  if (!now.proved) return ["", `Version ${version} is on trial: it has to read its sensors and to control. If it cannot, the board goes back by itself within minutes.`];
  if (now.slot !== slot) return ["good", `Version ${version} has proved good and stays.`];
  return ["bad", `Version ${version} did not prove good. The board went back by itself to what ran before${now.version === version ? "" : `, version ${now.version}`}.`];
};

/* The panel. again(): the page begins anew, logged in; quiet(): it stops to listen. */
const updatePanel = (again, quiet) => {
  const file = make("input", { type: "file", accept: ".tar", required: true });
  const key = make("input", { type: "password", autocomplete: "current-password", autocapitalize: "none", spellcheck: "false", required: true });
  const button = make("button", { class: "main" }, "Update");
  const bar = make("progress", { max: 1, value: 0, hidden: true });
  const line = make("p", { class: "said", role: "status" });
  const runs = make("p", { class: "soft small" });
  const whose = make("span");
  const say = (kind, text, share = null) => {
    line.className = `said ${kind}`;
    put(line, text);
    bar.hidden = share === null;
    bar.value = share ?? 0;
  };
  const stay = (event) => event.preventDefault();
  const busy = (is) => {
    [file, key, button].forEach((each) => { each.disabled = is; });
    (is ? addEventListener : removeEventListener)("beforeunload", stay);
  };
  const recall = () => JSON.parse(remembered("update", "null"));

  /* Until the board has started anew (then nobody is logged in) and says what it thinks of it. */
  const trial = async () => {
    let anew = false;
    quiet();
    for (const end = Date.now() + TRIAL_S * 1000; Date.now() < end; await rest(2500)) {
      try {
        const now = await ask("/api/diagnostics");
        if (anew) say(...outcome(recall(), now));
        if (anew && now.proved) return again();
      } catch (problem) {
        if (problem.status !== 401) continue;
        anew = true;
        try { await logIn(key.value); } catch (refused) { if (refused.status) return again(); }
      }
    }
    return say("bad", "The board has not come back within ten minutes. It goes back by itself where it can; its serial line says more.");
  };

  const form = make("form", { submit: async (event) => {
    event.preventDefault();
    busy(true);
    let sending = false;
    try {
      const update = opened(new Uint8Array(await file.files[0].arrayBuffer()));
      const { slot } = await ask("/api/diagnostics");
      sending = true;
      await sendAll(update, key.value, (text, share) => say("", text, share));
      remember("update", JSON.stringify({ version: update.said.version, slot }));
      say("", "Everything has arrived. The board starts it now …");
      await trial();
    } catch (problem) {
      const why = problem.message.charAt(0).toUpperCase() + problem.message.slice(1);
      const kept = problem.status ? "" : " What arrived is kept: “Update” goes on from there.";
      say("bad", sending ? `${why}. Nothing has changed: version ${page.board.version} runs on.${kept}` : why);
    } finally { busy(false); }
  } }, make("label", { class: "field" }, "File of the update", file),
  make("label", { class: "field" }, whose, key), make("div", { class: "row" }, button), bar);
  const element = make("div", { class: "panel update" }, make("h2", {}, "Update"), runs, form, line);

  return { element, open: (now) => {
    put(runs, now.slot ? `Version ${now.version} runs. A new one is sent beside it, and started on trial; if it does not prove good, this one comes back by itself.` : "This board runs its source tree: deploy to it instead.");
    put(whose, page.board.boards.length ? "Key of the home (secrets.toml)" : "Token of this board (or the key of its home)");
    form.hidden = !now.slot;
    if (recall() && !button.disabled) say(...outcome(recall(), now));
  } };
};
