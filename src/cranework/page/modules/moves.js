// What the camera does in each shot, in signs and words.

import { kinds, touching } from "./data.js";
import { element } from "./element.js";
import { sign } from "./signs.js";
import { figure, spoken } from "./words.js";

const MOST_WORDS = 2; // labels of a shot whose words a card has room for
export const UNTOLD_WORDS = "cannot be told";

export const moves = kinds.find((kind) => kind.name === "moves" && kind.rows.length);

/** The moves that begin in a shot, in order. */
export const movesOf = (shot) =>
  (moves ? touching(moves, shot.from, shot.to).filter((row) => row.start >= shot.start && row.start < shot.end) : []);

/** What the camera does in a shot, each label once, in order; null for what cannot be told. */
export const labelsOf = (shot) => [...new Set(movesOf(shot).map((move) => move.values.label ?? null))];

export const labelWords = (label) => (label === null ? UNTOLD_WORDS : spoken(label));

const listOf = (value) => (Array.isArray(value) ? value : []);

/** "or truck left": what a move may be as well; "perhaps pan left or truck left" where it has no name. */
export function otherWords(move) {
  const others = listOf(move.values.ambiguous_with).map(spoken);
  if (!others.length) return "";
  return `${move.values.label === null ? "perhaps" : "or"} ${others.join(" or ")}`;
}

// What the camera comes to in all, by the unit of its speed.
const TRAVELS = {
  "frame widths/s": (travel) => `${figure(travel)} frame widths in all`,
  "%/s": (travel) => `${figure(travel)} times the size`,
  "degrees/s": (travel) => `${figure(travel)} degrees in all`,
};

/** How fast and how far: "slow, 0.12 frame widths/s, about 4–7 degrees/s, 0.3 frame widths in all". */
export function speedWords({ values }) {
  const { speed, speed_unit: unit, speed_word: word, travel, degrees_per_s: degrees } = values;
  const measured = typeof speed === "number";
  const [low, high] = listOf(degrees);
  return [
    word ? spoken(word) : null,
    measured ? `${figure(speed)} ${unit ?? ""}`.trim() : null,
    typeof low === "number" && typeof high === "number" ? `about ${figure(low)}–${figure(high)} degrees/s` : null,
    typeof travel === "number" && Object.hasOwn(TRAVELS, unit) ? TRAVELS[unit](travel) : null,
  ].filter(Boolean).join(", ");
}

/** The signs of a shot's moves, for a card: the first ones with their words, all of them when one rests on it. */
export function signsOf(shot) {
  const labels = labelsOf(shot);
  const said = labels.map(labelWords).join(", ");
  const items = labels.map((label, at) =>
    element("span", { class: "move" }, sign(label), element("span", { class: at < MOST_WORDS ? "word" : "hidden" }, labelWords(label))));
  return element("span", { class: "moves", title: said ? `Camera: ${said}` : null }, ...items);
}
