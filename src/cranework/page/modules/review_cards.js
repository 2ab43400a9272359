// One card for each statement, in the text's order: its verdict at a glance, and opened, all that speaks for or against it.

import { element } from "./element.js";
import { evidenceList } from "./review_evidence.js";
import { verdictOf } from "./review_data.js";
import { walked } from "./review_state.js";
import { spoken } from "./words.js";

const ABOUT = { film: "about this film", history: "about history", writer: "about the writer" };

/** Whom or what it is about, by its own words where it is not this film. */
function aboutOf({ about, subject }) {
  const [kind] = about.split(":");
  return ABOUT[about] ?? `about ${kind === "film" ? "another film" : `a ${kind}`}${subject ? `: ${subject.words}` : ""}`;
}

/** How the text says it, in a line; what is as usual is left out. */
function frameWords(statement) {
  const { modality, polarity, predicate, kind, runner_up: second } = statement;
  return [
    aboutOf(statement),
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

function cardOfStatement(statement) {
  const body = element("div", { id: `evidence-${statement.address}`, class: "body", hidden: true });
  const button = rowOf(statement, body);
  const card = element("li", { class: `card ${statement.verdict}`, id: `card-of-${statement.address}` }, button, body);
  const filled = () => {
    if (!body.firstChild) body.append(element("p", { class: "frame quiet" }, frameWords(statement)), evidenceList(statement));
  };
  card.statement = statement;
  return { card, row: button, body, filled };
}

/** The cards of a review, and where the button of a statement is; `goBack` leaves the chosen card for the text. */
export function drawCards(reading, goBack) {
  const made = new Map(reading.review.statements.map((statement) => [statement, cardOfStatement(statement)]));
  const none = element("p", { class: "quiet none", hidden: true }, "No statement is of this kind.");
  const box = element("ol", { class: "cards", "aria-label": "Statements" }, ...[...made.values()].map(({ card }) => card));
  followReading(reading, made, none, goBack);
  listenToCards(box, made, reading);
  return { box: element("div", { class: "evidence" }, none, box), rowOf: (statement) => made.get(statement)?.row };
}

function followReading(reading, made, none, goBack) {
  const close = element("button", { type: "button", class: "close", "aria-label": "Close", title: "Close (Escape)", click: () => goBack() }, "×");
  let [open, pointed] = [null, null];
  const setOpen = (one, isOpen) => {
    one?.card.classList.toggle("chosen", isOpen);
    one?.row.setAttribute("aria-expanded", String(isOpen));
    if (one) one.body.hidden = !isOpen;
  };
  const reach = () => { // one row at a time is reached by the Tab key
    const reached = reading.chosen ?? reading.shown()[0];
    for (const [statement, { row }] of made) row.setAttribute("tabindex", statement === reached ? "0" : "-1");
  };
  reading.on("chosen", (way) => {
    setOpen(open, false);
    open = made.get(reading.chosen);
    open?.filled();
    setOpen(open, true);
    if (open) open.card.append(close);
    else close.remove();
    if (open && way !== "cards") requestAnimationFrame(() => requestAnimationFrame(() => bringIntoView(open?.card))); // after the text
    reach();
  });
  reading.on("pointed", () => {
    pointed?.classList.remove("pointed");
    pointed = made.get(reading.pointed)?.card;
    pointed?.classList.add("pointed");
  });
  reading.on("shown", () => {
    for (const [statement, { card }] of made) card.hidden = !reading.isShown(statement);
    none.hidden = reading.shown().length > 0 || !made.size;
    reach();
  });
  addEventListener("beforeprint", () => made.forEach((one) => one.filled()));
  reach();
}

function listenToCards(box, made, reading) {
  const at = (event, part = ".card") => event.target.closest(part)?.closest(".card").statement ?? null;
  box.addEventListener("click", (event) => {
    const statement = at(event, ".row");
    if (statement) reading.choose(statement === reading.chosen ? null : statement, "cards");
  });
  box.addEventListener("pointerover", (event) => reading.point(at(event)));
  box.addEventListener("pointerleave", () => reading.point(null));
  box.addEventListener("keydown", (event) => {
    const statement = at(event, ".row");
    const next = statement && walked(event, statement, reading, { ArrowUp: -1, ArrowDown: 1 });
    if (!next) return;
    event.preventDefault();
    reading.choose(next);
    made.get(next).row.focus({ preventScroll: true });
  });
}

/** Scroll the cards, and nothing but the cards, until this one is seen. */
function bringIntoView(card) {
  const scrolled = card?.closest(".beside");
  if (!scrolled || scrolled.scrollHeight <= scrolled.clientHeight) return;
  const [own, outer] = [card.getBoundingClientRect(), scrolled.getBoundingClientRect()];
  const bottom = Math.min(outer.bottom, innerHeight);
  const top = scrolled.querySelector(".places")?.getBoundingClientRect().bottom ?? outer.top;
  if (own.top < top) scrolled.scrollTop += own.top - top - 8;
  else if (own.bottom > bottom) scrolled.scrollTop += Math.min(own.bottom - bottom + 16, own.top - top - 8);
}
