// All shots as a grid of cards. A card costs nothing before it is near the screen: its picture is set then.

import { shots } from "./data.js";
import { addProtocol, makeCard, showPicture } from "./cards.js";
import { element } from "./element.js";
import { makeSieve } from "./sieve.js";
import { choose, follow, view } from "./state.js";
import { figure } from "./words.js";

const FIRST = 60; // cards made before the page is first painted
const AT_ONCE = 150; // cards made between two breaths of the browser, well below 50 ms
const NEAR = "600px"; // below and above the screen

const cards = [];
const list = element("ul", { class: "grid" });
const count = element("output", { class: "quiet", "aria-live": "polite" });

const near = new IntersectionObserver((entries) => {
  for (const entry of entries) {
    if (!entry.isIntersecting) continue;
    showPicture(entry.target);
    near.unobserve(entry.target);
  }
}, { rootMargin: NEAR });

function makeMore(until) {
  const made = [];
  while (cards.length < Math.min(until, shots.length)) {
    const card = makeCard(shots[cards.length]);
    cards.push(card);
    made.push(card);
  }
  list.append(...made);
  made.forEach((card) => near.observe(card));
}

const breath = () => new Promise((resume) => setTimeout(resume));

async function makeAll() {
  makeMore(FIRST);
  while (cards.length < shots.length) {
    await breath();
    makeMore(cards.length + AT_ONCE);
  }
}

function show(chosen) {
  makeMore(shots.length);
  list.replaceChildren(...chosen.map((shot) => cards[shot.index]));
  sayCount(chosen.length);
  markChosen();
}

function sayCount(shown) {
  const all = `${figure(shots.length)} ${shots.length === 1 ? "shot" : "shots"}`;
  count.textContent = shown === shots.length ? all : `${figure(shown)} of ${all}`;
}

let marked = null;

/** The chosen card is marked, and is the one that the Tab key reaches. */
function markChosen() {
  for (const card of [marked, list.querySelector("li")]) {
    card?.firstChild.setAttribute("tabindex", "-1");
    card?.firstChild.removeAttribute("aria-current");
  }
  marked = view.shot ? cards[view.shot.index] : null;
  if (marked) marked.firstChild.setAttribute("aria-current", "true");
  const reached = marked?.isConnected ? marked : list.querySelector("li");
  reached?.firstChild.setAttribute("tabindex", "0");
}

/** Arrow keys go from card to card as they lie on the screen. */
function walk(event) {
  const card = event.target.closest("li");
  if (!card) return;
  const columns = getComputedStyle(list).gridTemplateColumns.split(" ").length;
  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns };
  const at = [...list.children].indexOf(card);
  const next = { Home: list.firstChild, End: list.lastChild }[event.key] ?? list.children[at + steps[event.key]];
  if (!next || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  next.firstChild.focus();
  next.scrollIntoView({ block: "nearest" });
}

export function drawGrid() {
  const section = document.getElementById("shots");
  const heading = element("h2", { id: "shots-title" }, "Shots");
  if (!shots.length) {
    section.append(heading, element("p", { class: "quiet" }, "No shots were measured."));
    return;
  }
  section.append(element("div", { class: "bar" }, heading, count), makeSieve(show), list);
  sayCount(shots.length);
  list.addEventListener("keydown", walk);
  list.addEventListener("click", (event) => {
    const card = event.target.closest("li");
    if (!card || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(card.shot);
  });
  follow("shot", markChosen);
  addEventListener("beforeprint", () => {
    makeMore(shots.length);
    cards.forEach((card) => { showPicture(card); addProtocol(card); });
  });
  makeAll();
  markChosen();
}
