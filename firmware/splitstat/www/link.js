"use strict";
// The line to the board: log-in by challenge and response, questions, live updates.

/* SHA-256 of FIPS 180-4: crypto.subtle is there on https pages only. Bytes in, bytes out. */
const sha256 = (bytes) => {
  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p)) primes.push(n);
  const fraction = (x) => ((x - Math.floor(x)) * 2 ** 32) | 0;
  const k = primes.map((p) => fraction(Math.cbrt(p)));
  const state = primes.slice(0, 8).map((p) => fraction(Math.sqrt(p)));
  const blocks = (bytes.length + 72) >> 6;
  const padded = new Uint8Array(blocks * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 4, bytes.length * 8);
  const turn = (x, n) => (x >>> n) | (x << (32 - n));
  const w = new Int32Array(64);
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 64; i++) {
      if (i < 16) { w[i] = view.getInt32(at + 4 * i); continue; }
      const s0 = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      const s1 = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + k[i] + w[i]) | 0;
      const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((x, i) => { state[i] = (state[i] + x) | 0; });
  }
  const out = new DataView(new ArrayBuffer(32));
  state.forEach((x, i) => out.setInt32(4 * i, x));
  return new Uint8Array(out.buffer);
};

/* HMAC-SHA256. Bytes in, bytes out; a key longer than a block is hashed first. */
const hmac = (key, message) => {
  const padded = new Uint8Array(64);
  padded.set(key.length > 64 ? sha256(key) : key);
  const joined = (mask, rest) => Uint8Array.from([...padded.map((x) => x ^ mask), ...rest]);
  return sha256(joined(0x5c, sha256(joined(0x36, message))));
};
const utf8 = (text) => new TextEncoder().encode(text);
const hex = (bytes) => [...bytes].map((x) => x.toString(16).padStart(2, "0")).join("");

/* A question to the board. Resolves to its JSON, rejects with {status, message}. */
const ask = async (path, body, method = body === undefined ? "GET" : "POST") => {
  let answer;
  try {
    answer = await fetch(path, {
      method,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw { status: 0, message: "the board does not answer" };
  }
  const value = await answer.json().catch(() => ({ error: "the answer was cut off" }));
  if (answer.ok && value.error === undefined) return value;
  throw { status: answer.status, message: value.error };
};

/* A token as the board knows it, however a person typed it. */
const plain = (token) => token.toLowerCase().replace(/[^a-z0-9]/g, "");
const logIn = async (token) => {
  const { nonce } = await ask("/api/login", {});
  await ask("/api/login", { nonce, proof: hex(hmac(utf8(plain(token)), utf8(nonce))) });
};

/* Live updates. hears: {room(n, state), board(board), line(word)}. The board says something every
   ten seconds; after 25 s of silence the line counts as lost. Where no stream is to be had (three
   pages have one already) the state is asked for instead. */
const listen = (hears) => {
  let stream, last = 0, stopped = false;
  const heard = () => { last = Date.now(); hears.line("live"); };
  const open = () => {
    stream?.close();
    stream = new EventSource("/api/events");
    stream.addEventListener("room", (event) => { heard(); hears.room(...JSON.parse(event.data)); });
    stream.addEventListener("board", (event) => { heard(); hears.board(JSON.parse(event.data)); });
  };
  const poll = async () => {
    try {
      const state = await ask("/api/state");
      if (stopped) return;
      heard();
      hears.board(state.board);
      state.rooms.forEach((room, n) => hears.room(n, room));
    } catch (problem) {
      if (stopped) return;
      if (problem.status === 401) { stop(); hears.line("login"); } else hears.line("lost");
    }
  };
  const watch = setInterval(() => {
    const closed = stream.readyState !== EventSource.OPEN;
    if (Date.now() - last > (closed ? 4000 : 25000)) {
      poll();
      if (stream.readyState === EventSource.CLOSED || !closed) open();
    }
  }, 4000);
  const stop = () => { stopped = true; clearInterval(watch); stream.close(); };
  open();
  return stop;
};
