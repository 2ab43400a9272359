// A text about the film: what it says marked in it on the left, and on the right what each statement is worth, and why.

import { film } from "./data.js";
import { element } from "./element.js";
import { playerBox } from "./player.js";
import { drawCards } from "./review_cards.js";
import { reviews } from "./review_data.js";
import { drawPlaces } from "./review_film.js";
import { drawReviewSieve, drawVerdicts } from "./review_sieve.js";
import { makeReading, statementAsked } from "./review_state.js";
import { drawText } from "./review_text.js";
import { figure } from "./words.js";

const readings = new Map(); // by review

function aboutWords(review) {
  const about = review.film;
  if (!about?.title) return "it is not known which film it is about";
  return `about ${about.title}${about.sure ? "" : ", as it seems"}`;
}

function headOf(review, alone) {
  const language = review.language ? new Intl.DisplayNames(["en"], { type: "language", fallback: "code" }) : null;
  const said = [`${figure(review.points.length)} characters`, language ? nameOfLanguage(language, review.language) : null, aboutWords(review)];
  return element("div", { class: "title-of" },
    element(alone ? "h2" : "h3", { dir: "auto" }, review.name),
    element("p", { class: "format" }, ...said.filter(Boolean).map((words) => element("span", {}, words))));
}

function nameOfLanguage(names, code) {
  try {
    return names.of(code);
  } catch {
    return code; // no name of a language
  }
}

/** What was not read, in words: shown where it is shown in the text. */
function unreadList(reading) {
  if (!reading.review.unread.length) return null;
  const rows = reading.review.unread.map(({ start, end, why }) =>
    element("li", {}, element("q", { dir: "auto" }, reading.review.points.slice(start, end).join("")), element("span", { class: "quiet" }, ` ${why}`)));
  const box = element("div", { class: "not-read", hidden: true }, element("p", { class: "heading" }, "Not read"), element("ul", {}, ...rows));
  reading.on("shown", () => { box.hidden = !reading.unread; });
  return box;
}

function reviewElement(review, alone) {
  const reading = makeReading(review);
  readings.set(review, reading);
  const text = drawText(reading);
  const goBack = () => {
    const mark = reading.chosen && [...text.querySelectorAll(".mark")].find(({ statement }) => statement === reading.chosen);
    reading.choose(null);
    mark?.focus({ preventScroll: true });
  };
  const beside = drawCards(reading, goBack);
  const made = element("article", { class: "review", "aria-label": review.name },
    element("div", { class: "opening" }, headOf(review, alone), drawVerdicts(reading)), drawReviewSieve(reading),
    element("div", { class: "spread" }, text,
      element("div", { class: "beside", role: "region", "aria-label": `What it is worth: ${review.name}` }, drawPlaces(reading), beside.box, unreadList(reading))));
  made.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && reading.chosen) goBack();
    else if (event.key === "Enter" && event.target.closest(".mark")) {
      event.preventDefault();
      reading.choose(event.target.closest(".mark").statement);
      beside.rowOf(reading.chosen).focus({ preventScroll: true });
    }
  });
  return made;
}

/** Draw all reviews; `alone`: they are all that the page has. */
export function drawReviews(alone = false) {
  const section = document.getElementById("reviews");
  section.hidden = !reviews.length;
  if (!reviews.length) return;
  if (!alone) section.append(element("h2", { id: "reviews-title" }, reviews.length > 1 ? "What is written about it" : "What a text says of it"));
  if (alone && film.frames) section.append(playerBox);
  section.append(...reviews.map((review) => reviewElement(review, alone)));
}

/** Go to the statement that the address asks for, if it asks for one. */
export function followStatement() {
  const asked = statementAsked();
  if (!asked) return false;
  readings.get(asked.review).choose(asked.statement, "asked");
  return true;
}
