// All shots as a grid of cards, of which only those near the screen are there: a film of 3,600 shots weighs no more
// than one of sixty. On paper all of them are there.

import { data, shots } from "./data.js";
import { addProtocol, makeCard, TEXT_HEIGHT } from "./cards.js";
import { element } from "./element.js";
import { makeSieve } from "./sieve.js";
import { choose, follow, view } from "./state.js";
import { figure } from "./words.js";

const GAP = { across: 14, down: 18 }; // pixels between cards
const NARROWEST = 160; // pixels: the width of a still
const FEWEST_COLUMNS = 2;
const AHEAD = 900; // pixels above and below the screen that are kept ready

const cards = new Map();
const list = element("ul", { class: "grid" });
const count = element("output", { class: "quiet", "aria-live": "polite" });

let chosen = shots;
let reached = 0; // place in `chosen` of the card that the Tab key reaches
let columns = 1;
let row = 1; // pixels from one row of cards to the next
let range = [0, 0];
let fillAwaited = false;

function cardOf(place) {
  const shot = chosen[place];
  if (!cards.has(shot)) cards.set(shot, makeCard(shot));
  const card = cards.get(shot);
  card.place = place;
  card.setAttribute("aria-posinset", place + 1);
  card.setAttribute("aria-setsize", chosen.length);
  card.firstChild.setAttribute("tabindex", place === reached ? "0" : "-1");
  if (shot === view.shot) card.firstChild.setAttribute("aria-current", "true");
  else card.firstChild.removeAttribute("aria-current");
  return card;
}

function measure() {
  const width = list.clientWidth;
  columns = Math.max(FEWEST_COLUMNS, Math.floor((width + GAP.across) / (NARROWEST + GAP.across)));
  const card = (width - (columns - 1) * GAP.across) / columns;
  const shape = data.stills?.height ? data.stills.height / data.stills.width : data.stills ? 0.75 : 0;
  row = Math.round(card * shape) + TEXT_HEIGHT + GAP.down;
  list.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
  list.style.gridAutoRows = `${row - GAP.down}px`;
  list.style.height = `${Math.max(0, Math.ceil(chosen.length / columns) * row - GAP.down)}px`;
  fill();
}

/** Put the cards near the screen in their places; those that stay are not touched, and keep the focus. */
function fill() {
  fillAwaited = false;
  const top = -list.getBoundingClientRect().top;
  const rows = Math.ceil(chosen.length / columns);
  const first = Math.max(0, Math.min(rows - 1, Math.floor((top - AHEAD) / row)));
  const end = Math.min(rows, Math.max(1, Math.ceil((top + innerHeight + AHEAD) / row)));
  range = [first * columns, Math.min(chosen.length, end * columns)];
  if (reached < range[0] || reached >= range[1]) reached = Math.max(0, range[0]);
  const wanted = [];
  for (let place = range[0]; place < range[1]; place++) wanted.push(cardOf(place));
  const kept = new Set(wanted);
  for (const card of [...list.children]) if (!kept.has(card)) card.remove();
  wanted.forEach((card, at) => {
    if (list.children[at] !== card) list.insertBefore(card, list.children[at] ?? null);
  });
  list.style.paddingTop = `${first * row}px`;
}

function fillSoon() {
  if (fillAwaited) return;
  fillAwaited = true;
  requestAnimationFrame(fill);
}

function show(found) {
  chosen = found;
  reached = 0;
  const all = `${figure(shots.length)} ${shots.length === 1 ? "shot" : "shots"}`;
  count.textContent = chosen.length === shots.length ? all : `${figure(chosen.length)} of ${all}`;
  measure();
}

/** Arrow keys go from card to card as they lie on the screen. */
function walk(event) {
  const card = event.target.closest("li");
  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns };
  const place = { Home: 0, End: chosen.length - 1 }[event.key] ?? card?.place + steps[event.key];
  if (!chosen[place] || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  reached = place;
  const top = list.getBoundingClientRect().top + Math.floor(place / columns) * row;
  const room = innerHeight - (document.getElementById("shot").offsetHeight || 0);
  if (top < 0) scrollBy(0, top - GAP.down);
  else if (top + row > room) scrollBy(0, top + row - room);
  fill();
  cards.get(chosen[place]).firstChild.focus({ preventScroll: true });
}

function followChoice() {
  const place = view.shot ? chosen.indexOf(view.shot) : -1;
  if (place >= 0) reached = place;
  fill();
}

/** On paper every shot that is shown has a line of the protocol. */
function putOnPaper() {
  const all = chosen.map((_, place) => cardOf(place));
  all.forEach(addProtocol);
  list.replaceChildren(...all);
}

export function drawGrid() {
  const section = document.getElementById("shots");
  const heading = element("h2", { id: "shots-title" }, "Shots");
  if (!shots.length) {
    section.append(heading, element("p", { class: "quiet" }, "No shots were measured."));
    return;
  }
  section.append(element("div", { class: "bar" }, heading, count), makeSieve(show), list);
  list.addEventListener("keydown", walk);
  list.addEventListener("click", (event) => {
    const card = event.target.closest("li");
    if (!card || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(card.shot);
  });
  show(shots);
  follow("shot", followChoice);
  addEventListener("scroll", fillSoon, { passive: true });
  new ResizeObserver(measure).observe(section);
  addEventListener("beforeprint", putOnPaper);
  addEventListener("afterprint", fill);
}
