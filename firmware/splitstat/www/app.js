"use strict";
// The page as a whole: log-in, views, the line to the board.

const VIEWS = ["rooms", "schedule", "history", "reasons", "board"];
const page = { cards: [], views: {}, board: null, started: false, water: null, quiet: () => {} };

const showBoard = (board) => {
  page.board = board;
  const said = JSON.stringify([board.boards, fahrenheit]);
  if (byId("others").dataset.said !== said) {
    byId("others").dataset.said = said;
    byId("others").replaceChildren(...otherCards(board.boards));
  }
  if (board.plant) {
    if (page.water === null) {
      page.water = waterCards();
      byId("water").replaceChildren(...page.water.elements);
    }
    page.water.update(board.plant);
  }
  put(byId("home"), word(board.home));
  document.title = `${word(board.home)} · Splitstat`;
  const air = page.cards.map((card) => card.state()?.outdoor_cdeg).find((cdeg) => cdeg !== null && cdeg !== undefined);
  put(byId("outdoor"), air === undefined ? "" : `${withSign(air)} outdoors`);
};

/* One for good: an update goes on in it while the page begins anew. */
const boardPage = boardView(byId("board"), {
  cards: () => page.cards,
  repaint: () => { page.cards.forEach((card) => card.paint()); showBoard(page.board); boardPage.open(); },
  again: () => begin(),
  quiet: () => { page.quiet(); showLine("wait"); },
});

const route = () => {
  if (!page.started) return;
  const name = VIEWS.includes(location.hash.slice(1)) ? location.hash.slice(1) : "rooms";
  VIEWS.forEach((view) => { byId(view).hidden = view !== name; });
  byId("others").hidden = name !== "rooms";
  byId("water").hidden = name !== "rooms" || page.water === null;
  document.querySelectorAll("#nav a").forEach((link) => {
    if (link.hash === `#${name}`) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
  });
  page.views[name]?.open();
};

const begin = async () => {
  let state;
  try { state = await ask("/api/state"); } catch (problem) {
    if (problem.status === 401) { askToken(); return; }
    showLine("lost");
    setTimeout(begin, 3000);
    return;
  }
  showLogin(false);
  page.cards = state.rooms.map((room, n) => { const card = roomCard(n, state.traits[n]); card.update(room); return card; });
  byId("rooms").replaceChildren(...page.cards.map((card) => card.element));
  const names = state.rooms.map((room) => room.name);
  page.views = { schedule: scheduleView(byId("schedule"), names), history: historyView(byId("history"), names), reasons: reasonsView(byId("reasons"), names), board: boardPage };
  showBoard(state.board);
  byId("nav").hidden = false;
  page.started = true;
  route();
  page.quiet();
  page.quiet = listen({ room: (n, room) => page.cards[n]?.update(room), board: showBoard, line: (line) => (line === "login" ? askToken() : showLine(line)) });
};

const askToken = () => {
  page.started = false;
  [...VIEWS, "others", "water"].forEach((view) => { byId(view).hidden = true; });
  byId("nav").hidden = true;
  showLogin(true);
};

const showLogin = loginForm(begin);
addEventListener("hashchange", route);
setInterval(() => page.cards.forEach((card) => card.tick()), 1000);
begin();
