// One card for each statement, in the text's order: its verdict at a glance, and opened, all that speaks for or against it.

import { element } from "./element.js";
import { evidenceList } from "./review_evidence.js";
import { verdictOf } from "./review_data.js";
import { spoken } from "./words.js";

const ABOUT = { film: "about this film", history: "about history", writer: "about the writer" };

/** How the text says it, in a line; what is as usual is left out. */
function frameWords(statement) {
  const { about, modality, polarity, predicate, kind, runner_up: second } = statement;
  return [
    ABOUT[about] ?? `about ${about.replace(/^\w+:/, "").replaceAll("_", " ")}`,
    predicate !== kind ? spoken(predicate) : null,
    modality === "asserted" ? null : modality,
    polarity === "negative" ? "denied" : null,
    second ? `or ${spoken(second)}` : null,
  ].filter(Boolean).join(" · ");
}

function rowOf(statement, body) {
  const { sign, said } = verdictOf(statement);
  return element("button", { type: "button", class: "row", "aria-expanded": "false", "aria-controls": body.id, tabindex: "-1" },
    element("span", { class: "head-line" },
      element("span", { class: "sign-of", "aria-hidden": "true" }, sign),
      element("b", { class: "said-of" }, said),
      element("span", { class: "kind" }, spoken(statement.kind)),
      element("span", { class: "sure", title: "Confidence: the probability that the verdict is right" }, statement.confidence.toFixed(2))),
    element("q", { class: "words", dir: "auto" }, statement.words));
}

function cardOfStatement(statement, review) {
  const body = element("div", { id: `evidence-${statement.address}`, class: "body", hidden: true });
  const row_ = rowOf(statement, body);
  const card = element("li", { class: `card ${statement.verdict}`, id: `card-of-${statement.address}` }, row_, body);
  const filled = () => {
    if (!body.firstChild) body.append(element("p", { class: "frame quiet" }, frameWords(statement)), evidenceList(statement, review));
  };
  return { statement, card, row: row_, body, filled };
}

/** The cards of a review; `close` is what the reader calls to go back to the text. */
export function drawCards(reading, goBack) {
  const made = reading.review.statements.map((statement) => cardOfStatement(statement, reading.review));
  const byStatement = new Map(made.map((one) => [one.statement, one]));
  const none = element("p", { class: "quiet none", hidden: true }, "No statement is of this kind.");
  const box = element("ol", { class: "cards", "aria-label": "Statements" }, ...made.map(({ card }) => card));
  const close = element("button", { type: "button", class: "close", hidden: true, "aria-label": "Close", title: "Close (Escape)", click: () => goBack() }, "×");

  const showChosen = (way) => {
    for (const one of made) {
      const isOpen = one.statement === reading.chosen;
      if (isOpen) one.filled();
      one.card.classList.toggle("chosen", isOpen);
      one.row.setAttribute("aria-expanded", String(isOpen));
      one.body.hidden = !isOpen;
    }
    close.hidden = !reading.chosen;
    const card = byStatement.get(reading.chosen)?.card;
    card?.append(close);
    if (card && way !== "cards") requestAnimationFrame(() => requestAnimationFrame(() => bringIntoView(card))); // after the text
    reach();
  };
  const reach = () => {
    const reached = reading.chosen ?? reading.shown()[0];
    for (const one of made) one.row.setAttribute("tabindex", one.statement === reached ? "0" : "-1");
  };
  reading.on("chosen", showChosen);
  reading.on("pointed", () => made.forEach((one) => one.card.classList.toggle("pointed", one.statement === reading.pointed)));
  reading.on("shown", () => {
    for (const one of made) one.card.hidden = !reading.isShown(one.statement);
    none.hidden = made.some(({ card }) => !card.hidden);
    reach();
  });
  box.addEventListener("click", (event) => {
    const one = made.find(({ row: button }) => button.contains(event.target));
    if (one) reading.choose(one.statement === reading.chosen ? null : one.statement, "cards");
  });
  box.addEventListener("pointerover", (event) => reading.point(made.find(({ card }) => card.contains(event.target))?.statement ?? null));
  box.addEventListener("pointerleave", () => reading.point(null));
  box.addEventListener("keydown", (event) => walkCards(event, made, byStatement, reading));
  addEventListener("beforeprint", () => made.forEach((one) => one.filled()));
  reach();
  return { box: element("div", { class: "evidence" }, none, box), rowOf: (statement) => byStatement.get(statement)?.row };
}

/** Scroll the cards, and nothing but the cards, until this one is seen. */
function bringIntoView(card) {
  const scrolled = card.closest(".beside");
  if (!scrolled || scrolled.scrollHeight <= scrolled.clientHeight) return;
  const [own, outer] = [card.getBoundingClientRect(), scrolled.getBoundingClientRect()];
  const bottom = Math.min(outer.bottom, innerHeight);
  const top = scrolled.querySelector(".places")?.getBoundingClientRect().bottom ?? outer.top;
  if (own.top < top) scrolled.scrollTop += own.top - top - 8;
  else if (own.bottom > bottom) scrolled.scrollTop += Math.min(own.bottom - bottom + 16, own.top - top - 8);
}

/** Arrow keys go from card to card as in the text. */
function walkCards(event, made, byStatement, reading) {
  const row_ = event.target.closest(".row");
  const steps = { ArrowUp: -1, ArrowDown: 1 };
  if (!row_ || event.ctrlKey || event.metaKey || event.altKey) return;
  const shown = reading.shown();
  const statement = made.find((one) => one.row === row_).statement;
  const next = event.key === "Home" ? shown[0] : event.key === "End" ? shown.at(-1) : steps[event.key] ? reading.beside(statement, steps[event.key]) : null;
  if (!next) return;
  event.preventDefault();
  reading.choose(next);
  byStatement.get(next).row.focus({ preventScroll: true });
}
