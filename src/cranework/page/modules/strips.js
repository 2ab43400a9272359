// What is gradual, transitions and superimpositions: each with its span, its confidence and stills from end to end.

import { data, kinds, touching } from "./data.js";
import { element, select } from "./element.js";
import { chooseMoment, showWindow } from "./state.js";
import { figure, seconds, spanLabel, spanWords, spoken, timecode } from "./words.js";

const KINDS = ["transitions", "superimpositions"];
const SHOWN = 4; // at first: more would push the shots off the screen
const AROUND = 2; // lengths of a span that the timeline shows before and after it

const crossings = kinds
  .filter((kind) => KINDS.includes(kind.name))
  .flatMap((kind) => kind.rows.filter((row) => row.to > row.from).map((row) => ({ kind, row, said: spanLabel(kind, row) })))
  .sort((one, other) => one.row.from - other.row.from);

const pictures = new Map(data.strips?.frames.map((frame, at) => [frame, data.strips.images[at]]));
const strips = new Map(data.strips?.spans.map(([start, end, ...frames]) => [`${start}-${end}`, frames]));

/** Stills across a span: from the last frame before it to the first after it. Null where none are kept. */
function stripOf(row) {
  const frames = strips.get(`${row.start}-${row.end}`) ?? [];
  if (!frames.length) return null;
  const { width, height } = data.strips;
  const images = frames.map((frame) =>
    element("img", { src: `data:image/webp;base64,${pictures.get(frame)}`, alt: "", title: `Frame ${figure(frame)}`, decoding: "async", width, height }));
  return element("div", { class: "strip", role: "img", "aria-label": `${images.length} stills across it` }, ...images);
}

/** The strips of what is gradual in a shot, each under its words. */
export function stripsOf(shot) {
  return kinds.filter((kind) => KINDS.includes(kind.name)).flatMap((kind) =>
    touching(kind, shot.from, shot.to)
      .filter((row) => row.to > row.from && row.to > shot.from && row.from < shot.to)
      .map((row) => [spanWords(kind, row), stripOf(row)])
      .filter(([, strip]) => strip)
      .map(([words, strip]) => element("div", { class: "crossing" }, element("span", { class: "quiet" }, words), strip)));
}

function goThere({ row }) {
  const margin = AROUND * (row.to - row.from);
  showWindow(row.from - margin, row.to + margin);
  chooseMoment((row.from + row.to) / 2);
}

function item(crossing) {
  const { row, said } = crossing;
  const confidence = row.values.confidence;
  const sure = typeof confidence === "number" ? confidence.toFixed(2) : "confidence not known";
  return element("li", {},
    element("button", { type: "button", class: "crossing", title: "Show it in the timeline", click: () => goThere(crossing) },
      element("span", { class: "told" },
        element("b", {}, said), element("span", { title: "Confidence" }, sure),
        element("span", { class: "quiet" }, `${timecode(row.from, 2)} – ${timecode(row.to, 2)}`),
        element("span", { class: "quiet" }, `${figure(row.end - row.start)} frames, ${seconds(row.to - row.from)}`)),
      stripOf(row)));
}

const sureness = ({ row }) => row.values.confidence ?? 0;
const ORDERS = [
  { said: "In the film's order", put: (some) => some },
  { said: "Least sure first", put: (some) => [...some].sort((one, other) => sureness(one) - sureness(other)) },
];

export function drawCrossings() {
  const section = document.getElementById("crossings");
  section.hidden = !crossings.length;
  if (!crossings.length) return;
  const named = [...new Set(crossings.map(({ said }) => said))].sort();
  const picks = [{ said: "All kinds", name: null }, ...named.map((name) => ({ said: spoken(name), name }))];
  const [pick, order] = [select("Kinds of transition", picks), select("Order of transitions", ORDERS)];
  const count = element("output", { class: "quiet", "aria-live": "polite" });
  const list = element("ol", { class: "crossings" });
  const show = (most) => {
    const { name } = picks[pick.value];
    const found = ORDERS[order.value].put(crossings.filter(({ said }) => name === null || said === name));
    count.textContent = figure(found.length);
    list.replaceChildren(...found.slice(0, most).map(item));
    more.hidden = found.length <= most;
    more.textContent = `Show all ${figure(found.length)}`;
  };
  const showAll = () => {
    const at = list.children.length;
    show(Infinity);
    list.children[at].firstChild.focus({ preventScroll: true });
  };
  const more = element("button", { type: "button", click: showAll });
  [pick, order].forEach((one) => one.addEventListener("input", () => show(SHOWN)));
  section.append(
    element("div", { class: "bar" }, element("h2", { id: "crossings-title" }, "Gradual transitions"), count,
      element("div", { class: "tools" }, named.length > 1 ? pick : null, order)),
    list, more);
  show(SHOWN);
}
