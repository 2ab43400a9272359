// What speaks for a statement, and what against it: who says what, since when, and where in the film it is seen.

import { data, film, frameAt, shots, stillAddress, stillNear } from "./data.js";
import { element } from "./element.js";
import { playFrom } from "./player.js";
import { goTo, showWindow } from "./state.js";
import { figure, spoken, timecode } from "./words.js";

const MOST_STILLS = 3; // of one place in the film
const NOTHING = {
  not_checkable: "An opinion, an interpretation or a story: nothing that a source or the film could settle.",
  unverified: "Nothing at hand speaks of it.",
};
const SIGNS_OF_VOTES = { "+": "+", "-": "−", "~": "≈", 0: "·" };

/** Go to a stretch of the film: the timeline, if there is one, shows it and what lies around it. */
export function goToPlace([from, to]) {
  const around = Math.max(to - from, 4);
  showWindow(from - around, to + around);
  goTo(from);
  document.getElementById("timeline")?.scrollIntoView({ block: "nearest" });
}

/** The stills nearest to a place's beginning, middle and end, each shot's own. */
function stillsAt([from, to]) {
  if (!data.stills || !shots.length) return [];
  const found = new Set();
  for (let step = 0; step < MOST_STILLS; step++) {
    const time = from + ((to - from) * (step + 0.5)) / MOST_STILLS;
    const shot = shots.find((one) => one.to > time) ?? shots.at(-1);
    const still = stillNear(shot, frameAt(time));
    if (still >= 0) found.add(still);
  }
  return [...found];
}

function placeElement(evidence) {
  const times = evidence.at_time;
  if (!times) return evidence.at ? element("p", { class: "quiet" }, `frames ${figure(evidence.at[0])} – ${figure(evidence.at[1])}`) : null;
  const span = `${timecode(times[0], 2)} – ${timecode(times[1], 2)}`;
  if (!film.frames) return element("p", { class: "quiet" }, span);
  return element("div", { class: "place" },
    element("p", {},
      element("button", { type: "button", class: "when", title: "Show it in the film", click: () => goToPlace(times) }, span),
      element("button", { type: "button", class: "when", "aria-label": `Play from ${timecode(times[0], 2)}`, title: "Play from there", click: () => playFrom(times[0]) }, "Play")),
    element("div", { class: "stills" },
      ...stillsAt(times).map((still) =>
        element("img", { src: stillAddress(still), alt: `Frame ${data.stills.frames[still]}`, width: data.stills.width, height: data.stills.height }))));
}

function evidenceItem(evidence) {
  const vote = data.votes[evidence.vote] ?? null;
  const kind = evidence.kind && spoken(evidence.kind) !== evidence.source && evidence.kind !== "film" ? spoken(evidence.kind) : null;
  const from = [kind, evidence.as_of || null].filter(Boolean).join(", ");
  return element("li", { class: `vote ${{ "+": "for", "-": "against", "~": "near" }[evidence.vote] ?? "silent"}` },
    element("span", { class: "vote-sign", "aria-hidden": "true" }, SIGNS_OF_VOTES[evidence.vote] ?? "·"),
    element("div", {},
      element("p", { class: "source" }, element("b", { dir: "auto" }, evidence.source), vote ? ` ${vote}` : "", from ? element("span", { class: "quiet" }, ` (${from})`) : null),
      element("p", { class: "says", dir: "auto" }, evidence.says),
      placeElement(evidence),
      evidence.rule ? element("p", { class: "rule quiet" }, `Rule: ${spoken(evidence.rule)}`) : null));
}

/** All evidence of a statement; in words why there is none. */
export function evidenceList(statement) {
  if (!statement.evidence.length) return element("p", { class: "quiet" }, NOTHING[statement.verdict] ?? "No evidence is kept.");
  return element("ul", { class: "votes" }, ...statement.evidence.map(evidenceItem));
}
