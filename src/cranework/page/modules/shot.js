// The chosen shot: its stills, its numbers, what happens in it, its neighbors, and how to cite it.

import { data, edgesOf, film, kinds, shots, stillAddress, stillsOf, touching } from "./data.js";
import { cameraOf, picturesOf } from "./camera.js";
import { edgeWords } from "./cards.js";
import { element, facts } from "./element.js";
import { playFrom } from "./player.js";
import { choose, follow, view } from "./state.js";
import { stripsOf } from "./strips.js";
import { figure, seconds, spanWords, timecode, title, valueWords } from "./words.js";

const SHOWN_APART = ["transitions", "moves"];
const MOST_SPANS = 8; // of one kind; the timeline shows all

export function citation(shot) {
  const name = film.title ? `${film.title} (${film.name})` : film.name;
  return `${name}, shot ${shot.number}, ${timecode(shot.from, 2)}–${timecode(shot.to, 2)}. Measured with Cranework ${data.cranework}.`;
}

function spansOf(shot) {
  return kinds
    .filter((kind) => !SHOWN_APART.includes(kind.name))
    .map((kind) => {
      const rows = touching(kind, shot.from, shot.to).filter((row) => row.to > shot.from && row.from < shot.to);
      const said = rows.slice(0, MOST_SPANS).map((row) => spanWords(kind, row));
      if (rows.length > MOST_SPANS) said.push(`and ${rows.length - MOST_SPANS} more`);
      return [title(kind.name), said.join("; "), kind.meaning];
    })
    .filter(([, said]) => said);
}

function factsOf(shot) {
  const edges = edgesOf(shot);
  const last = shot.number === shots.length;
  return facts([
    ["From – to", `${timecode(shot.from, 2)} – ${timecode(shot.to, 2)}`],
    ["Length", `${seconds(shot.length)}, ${figure(shot.end - shot.start)} frames`],
    ["Frames", `${figure(shot.start)} – ${figure(Math.max(shot.start, shot.end - 1))}`],
    ["Begins with", edgeWords(edges.opening, shot.index ? "no transition" : "the film")],
    ["Ends with", edgeWords(edges.closing, last ? "the end of the film" : "no transition")],
    ...data.shots.columns.map((column) => {
      const value = shot.values[column.name];
      const said = Array.isArray(value) && !value.length ? "none" : valueWords(column, value);
      return [title(column.name, column.unit), said, column.meaning];
    }),
    ...spansOf(shot),
  ]);
}

function copyButton(shot) {
  const said = element("output", { class: "quiet", "aria-live": "polite" });
  const copy = async () => {
    const text = citation(shot);
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = "copied";
    } catch {
      said.textContent = text; // the browser does not allow it: the words can be marked and copied by hand
    }
  };
  return [element("button", { type: "button", click: copy, title: "Copy as a citation" }, "Cite"), said];
}

/** The shot before or after: its best still, number and length; choosing it goes there. */
function neighbor(shot, said) {
  if (!shot) return null;
  const [still] = stillsOf(shot);
  const picture = still === undefined ? null : element("img", { src: stillAddress(still), alt: "" });
  return element("button", { type: "button", "aria-label": `${said}: ${shot.number}`, click: () => { choose(shot); focusAgain(said); } },
    picture, element("span", {}, element("b", {}, String(shot.number)), ` ${seconds(shot.length)}`));
}

const BEFORE = "Shot before";
const AFTER = "Next shot";

/** Who goes on from shot to shot with the keyboard finds the same button under the finger. */
const focusAgain = (said) => document.querySelector(`#shot button[aria-label^="${said}"]:not(:disabled)`)?.focus();

function shotTools(shot) {
  const step = (other, words, said) =>
    element("button", { type: "button", disabled: !other, "aria-label": said, title: said, click: () => { choose(other); focusAgain(said); } }, words);
  const [copy, copied] = copyButton(shot);
  return element("div", { class: "tools" }, copied,
    element("button", { type: "button", title: "Play from the start of the shot", click: () => playFrom(shot.from) }, "Play"),
    copy, step(shots[shot.index - 1], "‹", BEFORE), step(shots[shot.index + 1], "›", AFTER),
    element("button", { type: "button", "aria-label": "Close", title: "Close (Escape)", click: () => close() }, "×"));
}

function drawShot() {
  const panel = document.getElementById("shot");
  const shot = view.shot;
  panel.hidden = !shot;
  document.body.classList.toggle("chosen", Boolean(shot));
  if (!shot) return panel.replaceChildren();
  const pictures = stillsOf(shot).map((still) =>
    element("img", { src: stillAddress(still), alt: `Frame ${data.stills.frames[still]}`, width: data.stills.width, height: data.stills.height }));
  panel.replaceChildren(
    element("div", { class: "bar" }, element("h2", {}, `Shot ${shot.number}`), shotTools(shot)),
    element("div", { class: "body", tabindex: "0", role: "region", "aria-label": `What is known of shot ${shot.number}` },
      element("div", { class: "looks" }, element("div", { class: "stills" }, ...pictures), ...picturesOf(shot), ...stripsOf(shot)),
      element("div", { class: "known" }, cameraOf(shot), factsOf(shot)),
      element("nav", { class: "neighbors", "aria-label": "Neighbors" },
        neighbor(shots[shot.index - 1], BEFORE), neighbor(shots[shot.index + 1], AFTER))));
}

function close() {
  const card = view.shot && document.getElementById(`card-${view.shot.number}`);
  choose(null);
  card?.firstChild.focus({ preventScroll: true });
}

export function followShot() {
  follow("shot", drawShot);
  addEventListener("keydown", (event) => { if (event.key === "Escape" && view.shot) close(); });
}
