// The text, as it was given, with its marks: a line under the words for each statement, and behind them a sign.

import { element } from "./element.js";
import { piecesOf, verdictOf } from "./review_data.js";
import { walked } from "./review_state.js";
import { spoken } from "./words.js";

const MOST_LEVELS = 3; // lines below one another; what lies deeper shares the last

export const markWords = (statement) => `${verdictOf(statement).said}: ${spoken(statement.kind)}`;

/** The sign behind a statement's words: what the keyboard reaches, and where a link to the statement leads. */
function signOf(statement) {
  const { sign, said } = verdictOf(statement);
  const made = element("a", {
    class: `mark ${statement.verdict}`, href: `#statement=${statement.address}`, tabindex: "-1",
    title: markWords(statement), "aria-label": `${said}, ${spoken(statement.kind)}: ${statement.words}`,
  }, sign);
  made.statement = statement;
  return made;
}

function pieceElement(piece) {
  const tagged = piece.tag ? `tag${piece.tag.endsLine && piece.to === piece.tag.to ? " ends" : ""}` : null;
  if (!piece.statements.length && !piece.unread && !tagged) return piece.words;
  const made = element("span", { class: ["piece", tagged].filter(Boolean).join(" ") }, piece.words);
  made.piece = piece;
  return made;
}

/** The text of a review; it follows the reading's state, and tells it what is clicked, pointed at and walked to. */
export function drawText(reading) {
  const nodes = [];
  const signs = new Map();
  for (const piece of piecesOf(reading.review)) {
    nodes.push(pieceElement(piece));
    for (const statement of piece.statements.filter(({ end }) => end === piece.to)) {
      signs.set(statement, signOf(statement));
      nodes.push(signs.get(statement));
    }
  }
  const box = element("div", { class: "prose", dir: "auto", lang: reading.review.language }, ...nodes);
  const pieces = [...box.querySelectorAll(".piece")];
  reading.on("shown", () => { paintLines(pieces, signs, reading); reachOne(signs, reading); });
  const paintGround = groundPainter(pieces, signs, reading);
  reading.on("pointed", paintGround);
  reading.on("chosen", (way) => {
    paintGround();
    reachOne(signs, reading);
    const mark = way !== "text" && signs.get(reading.chosen);
    if (mark) requestAnimationFrame(() => mark.scrollIntoView({ block: way === "asked" ? "center" : "nearest" })); // beside the card
  });
  listenToText(box, signs, reading);
  paintLines(pieces, signs, reading);
  reachOne(signs, reading);
  return box;
}

/** Under each piece a line for each statement that is shown, in the verdict's color and manner. */
function paintLines(pieces, signs, reading) {
  for (const node of pieces) {
    const shown = node.piece.statements.filter(reading.isShown);
    for (let level = 0; level < MOST_LEVELS; level++) {
      const here = shown.find((one) => Math.min(one.level, MOST_LEVELS - 1) === level);
      if (here) node.style.setProperty(`--line${level}`, `var(--line-${here.verdict})`);
      else node.style.removeProperty(`--line${level}`);
    }
    node.classList.toggle("marked", shown.length > 0);
    node.classList.toggle("wrong", shown.some(({ verdict }) => verdict === "refuted"));
    const unread = reading.unread && node.piece.unread;
    node.classList.toggle("unread", Boolean(unread));
    const title = shown.length ? shown.map(markWords).join("; ") : unread ? `not read: ${unread.why}` : null;
    if (title) node.title = title;
    else node.removeAttribute("title");
  }
  for (const [statement, sign] of signs) sign.hidden = !reading.isShown(statement);
}

/** Lay a ground under the words of what is chosen and of what is pointed at, and take it from what was so before. */
function groundPainter(pieces, signs, reading) {
  const words = new Map([...signs.keys()].map((statement) => [statement, []]));
  for (const node of pieces) for (const statement of node.piece.statements) words.get(statement).push(node);
  let before = [];
  return () => {
    const now = [reading.pointed, reading.chosen].filter(Boolean); // what is chosen is painted last
    for (const statement of before) {
      for (const node of words.get(statement)) node.classList.remove("lit");
      signs.get(statement).classList.remove("lit");
      signs.get(statement).removeAttribute("aria-current");
    }
    for (const statement of now) {
      for (const node of words.get(statement)) {
        node.classList.add("lit");
        node.style.setProperty("--verdict", `var(--${statement.verdict})`);
      }
      signs.get(statement).classList.add("lit");
    }
    if (reading.chosen) signs.get(reading.chosen).setAttribute("aria-current", "true");
    before = now;
  };
}

/** One sign at a time is reached by the Tab key: the chosen one, else the first. */
function reachOne(signs, reading) {
  const reached = reading.chosen ?? reading.shown()[0];
  for (const [statement, sign] of signs) sign.setAttribute("tabindex", statement === reached ? "0" : "-1");
}

/** A click chooses the shortest statement at that place, and further clicks the longer ones around it. */
function listenToText(box, signs, reading) {
  const at = (event) => {
    const mark = event.target.closest(".mark");
    if (mark) return [mark.statement];
    return event.target.closest(".piece")?.piece.statements.filter(reading.isShown) ?? [];
  };
  box.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !getSelection().isCollapsed) return;
    const found = at(event);
    if (found.length) event.preventDefault();
    const chosen = found[(found.indexOf(reading.chosen) + 1) % found.length] ?? null;
    if (chosen || reading.chosen) reading.choose(chosen, "text");
  });
  box.addEventListener("pointerover", (event) => reading.point(at(event)[0] ?? null));
  box.addEventListener("pointerleave", () => reading.point(null));
  box.addEventListener("focusin", (event) => reading.point(event.target.closest(".mark")?.statement ?? null));
  box.addEventListener("keydown", (event) => walkText(event, signs, reading));
}

/** Arrow keys go from statement to statement, and the evidence comes along. */
function walkText(event, signs, reading) {
  const statement = event.target.closest(".mark")?.statement;
  const next = statement && walked(event, statement, reading, { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 });
  if (!next) return;
  event.preventDefault();
  reading.choose(next);
  signs.get(next).focus();
}
