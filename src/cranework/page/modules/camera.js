// How the camera moves in the chosen shot: each move with its sign, its numbers, what it may be as well, and why.

import { element } from "./element.js";
import { labelWords, movesOf, otherWords, speedWords } from "./moves.js";
import { sign } from "./signs.js";
import { chooseMoment } from "./state.js";
import { trackedFrames, trackedPicture } from "./tracked.js";
import { figure, seconds, spoken, timecode } from "./words.js";

function nameOf(move) {
  const { confidence } = move.values;
  const others = otherWords(move);
  const sure = typeof confidence === "number" ? confidence.toFixed(2) : "confidence not known";
  return element("p", { class: "name" },
    element("b", {}, labelWords(move.values.label ?? null)),
    others ? element("span", {}, others) : null,
    element("span", { class: "quiet", title: "Confidence: the probability that it is right" }, sure));
}

function moveItem(shot, move) {
  const span = `${timecode(move.from, 2)} – ${timecode(move.to, 2)}`;
  const { evidence, why } = move.values;
  const said = [speedWords(move), why, evidence].filter(Boolean);
  return element("li", {},
    sign(move.values.label ?? null),
    element("div", { class: "told" },
      nameOf(move),
      element("p", {},
        element("button", { type: "button", class: "when", title: "Show it in the timeline", click: () => chooseMoment(move.from) }, span),
        element("span", { class: "quiet" }, ` ${seconds(move.to - move.from)}`)),
      ...said.map((words, at) => element("p", { class: at ? "quiet" : null }, String(words)))));
}

/** Where the picture went while the camera moved: one picture for all moves that have the same points. */
export function picturesOf(shot) {
  const together = new Map();
  for (const move of movesOf(shot)) {
    const frames = trackedFrames(shot, move);
    if (frames) together.set(frames, [...together.get(frames) ?? [], move]);
  }
  return [...together.values()].map((some) =>
    element("div", { class: "tracked" },
      element("p", { class: "move" },
        ...some.map(({ values }) => sign(values.label ?? null)),
        element("span", {}, `${some.map(({ values }) => labelWords(values.label ?? null)).join(", ")}: where the picture went`)),
      trackedPicture(shot, some[0])));
}

/** All that is known of the camera in a shot; null where no moves were looked for. */
export function cameraOf(shot) {
  const found = movesOf(shot);
  if (!found.length) return null;
  const { steadiness, mobility } = shot.values;
  const whole = [
    steadiness ? spoken(steadiness) : null,
    typeof mobility === "number" ? `in motion ${figure(Math.round(100 * mobility))} % of the time` : null,
  ].filter(Boolean);
  return element("section", { class: "camera" },
    element("h3", {}, "How the camera moves"),
    whole.length ? element("p", { class: "quiet" }, whole.join(", ")) : null,
    element("ul", {}, ...found.map((move) => moveItem(shot, move))));
}
