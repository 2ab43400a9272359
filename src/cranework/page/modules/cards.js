// One shot as a card: its still, number, time, length, flags, and how it begins; the same height for all.

import { data, edgesOf, shots, stillAddress, stillsOf, transitions } from "./data.js";
import { element, UNKNOWN } from "./element.js";
import { moves, signsOf } from "./moves.js";
import { seconds, spanWords, spoken, timecode, title, valueWords } from "./words.js";

/** The transitions at one end of a shot in words; what can be said where there is none. */
export function edgeWords(rows, none) {
  if (!transitions) return UNKNOWN;
  return rows.length ? rows.map((row) => spanWords(transitions, row)).join("; ") : none;
}

const isNotable = (row) => row.to > row.from;
const hasWords = transitions?.rows.some(isNotable) || shots.some((shot) => shot.values.flags?.length);

/** Pixels below the picture: a line of numbers and, where any card has some, one of moves and one of words. */
export const TEXT_HEIGHT = 26 + (moves ? 20 : 0) + (hasWords ? 20 : 0);

function pictureOf(shot) {
  const [still] = stillsOf(shot);
  if (still === undefined) return data.stills ? element("span", { class: "picture none" }, "no still") : null;
  return element("img", { class: "picture", alt: "", decoding: "async", src: stillAddress(still) });
}

export function makeCard(shot) {
  const opening = edgesOf(shot).opening;
  const notable = opening.filter(isNotable);
  const flags = shot.values.flags ?? [];
  const begins = `begins with: ${edgeWords(opening, shot.index ? "no transition" : "the film")}`;
  const link = element("a", { href: `#shot=${shot.number}`, tabindex: "-1", title: begins },
    pictureOf(shot),
    element("span", { class: "line" }, element("b", {}, String(shot.number)), element("span", {}, timecode(shot.from, 1)), element("span", { class: "length" }, seconds(shot.length))),
    moves ? signsOf(shot) : null,
    element("span", { class: "said" },
      ...flags.map((flag) => element("span", { class: "flag" }, spoken(flag))),
      ...notable.map((row) => element("span", {}, spanWords(transitions, row)))));
  const card = element("li", { id: `card-${shot.number}` }, link);
  card.shot = shot;
  return card;
}

/** What a shot protocol on paper says besides: where the shot ends, how it begins, and all that was measured of it. */
export function addProtocol(card) {
  if (card.querySelector(".protocol")) return;
  const shot = card.shot;
  const measured = data.shots.columns
    .filter((column) => column.name !== "flags" && shot.values[column.name]?.length !== 0)
    .map((column) => `${title(column.name, column.unit)} ${valueWords(column, shot.values[column.name])}`);
  const edges = edgesOf(shot);
  card.firstChild.append(element("span", { class: "protocol" },
    [`to ${timecode(shot.to, 1)}`, `begins: ${edgeWords(edges.opening, shot.index ? "no transition" : "the film")}`, ...measured].join(" · ")));
}
