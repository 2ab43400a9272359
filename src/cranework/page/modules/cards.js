// One shot as a card: its still, number, time, length, flags, and how it begins.

import { data, edgesOf, stillAddress, stillsOf, transitions } from "./data.js";
import { element, UNKNOWN } from "./element.js";
import { seconds, spanWords, spoken, timecode, title, valueWords } from "./words.js";

/** The transitions at one end of a shot in words; what can be said where there is none. */
export function edgeWords(rows, none) {
  if (!transitions) return UNKNOWN;
  return rows.length ? rows.map((row) => spanWords(transitions, row)).join("; ") : none;
}

/** The picture of a card; its address is set when the card comes near the screen. */
function frameOf(shot) {
  const [still] = stillsOf(shot);
  if (still === undefined) return element("span", { class: "picture none" }, data.stills ? "no still" : "");
  const image = element("img", { class: "picture", alt: "", decoding: "async", width: data.stills.width, height: data.stills.height });
  image.still = still;
  return image;
}

export function showPicture(card) {
  const image = card.querySelector("img.picture:not([src])");
  if (image) image.src = stillAddress(image.still);
}

export function makeCard(shot) {
  const opening = edgesOf(shot).opening;
  const notable = opening.filter((row) => row.to > row.from);
  const flags = shot.values.flags ?? [];
  const begins = `begins with: ${edgeWords(opening, shot.index ? "no transition" : "the film")}`;
  const link = element("a", { href: `#shot=${shot.number}`, tabindex: "-1", title: begins },
    frameOf(shot),
    element("span", { class: "line" }, element("b", {}, String(shot.number)), element("span", {}, timecode(shot.from, 1)), element("span", { class: "length" }, seconds(shot.length))),
    notable.length || flags.length
      ? element("span", { class: "said" },
          ...flags.map((flag) => element("span", { class: "flag" }, spoken(flag))),
          ...notable.map((row) => element("span", {}, spanWords(transitions, row))))
      : null);
  const card = element("li", { id: `card-${shot.number}` }, link);
  card.shot = shot;
  return card;
}

/** What a shot protocol on paper says besides: where the shot ends, how it begins, and all that was measured of it. */
export function addProtocol(card) {
  if (card.querySelector(".protocol")) return;
  const shot = card.shot;
  const measured = data.shots.columns
    .filter((column) => column.name !== "flags")
    .map((column) => `${title(column.name, column.unit)} ${valueWords(column, shot.values[column.name])}`);
  const edges = edgesOf(shot);
  card.firstChild.append(element("span", { class: "protocol" },
    [`to ${timecode(shot.to, 1)}`, `begins: ${edgeWords(edges.opening, shot.index ? "no transition" : "the film")}`, ...measured].join(" · ")));
}
