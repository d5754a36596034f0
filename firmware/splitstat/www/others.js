"use strict";
// The rooms of the home's other boards: to look at, with the way to where they can be changed.

const SILENT_S = 60;

/* boards: [{board, address, age_s, rooms}], age_s null: never heard. Returns cards. */
const otherCards = (boards) => boards.flatMap(({ board, address, age_s, rooms }) => {
  const silent = age_s === null || age_s > SILENT_S;
  const heard = age_s === null ? "not heard yet" : `${silent ? "silent for" : "heard"} ${age_s < 120 ? `${age_s} s` : minutes(Math.floor(age_s / 60))}${silent ? "" : " ago"}`;
  const from = make("p", { class: `soft small${silent ? " silent" : ""}` }, address ? make("a", { href: `http://${address}/` }, `Board ${word(board)}`) : `Board ${word(board)}`, `, ${heard}`);
  const shell = (...children) => make("article", { class: `card other${silent ? " stale" : ""}` }, ...children);
  if (!rooms.length) return [shell(make("h2", {}, word(board)), from)];
  return rooms.map((room) => {
    const [text, figure] = why(room.action, room.reason);
    const band = room.mode === "off" ? "" : `${degrees(room.heat_cdeg)} to ${withSign(room.cool_cdeg)}, ${whence(room)}`;
    return shell(make("div", { class: "top" }, make("h2", {}, word(room.name)),
      make("p", { class: "soft small" }, room.humidity_cpct === null ? "" : `${Math.round(room.humidity_cpct / 100)} % humidity`)),
    make("p", { class: "now" }, degrees(room.room_cdeg), make("small", {}, sign())),
    make("p", { class: `doing tone-${room.action}` }, make("span", {}, make("b", {}, room.action), `: ${text}${figure}`)),
    ...room.faults.map((fault) => make("p", { class: "fault" }, FAULTS[fault] ?? word(fault))),
    make("p", { class: "soft small" }, band), from.cloneNode(true));
  });
});
