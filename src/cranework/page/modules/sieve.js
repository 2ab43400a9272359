// Which shots are shown, and in which order: words, a value or a flag, a measure with bounds.

import { data, kinds, shots, touching } from "./data.js";
import { element, select } from "./element.js";
import { spanWords, spoken, title, valueWords } from "./words.js";

const LENGTH = { name: "length", type: "real", unit: "s", meaning: "Length of the shot", read: (shot) => shot.length };

/** What shots can be sorted and bounded by: their length, and every column that holds a number. */
const measures = [
  LENGTH,
  ...data.shots.columns
    .filter((column) => column.type === "real" || column.type === "integer")
    .map((column) => ({ ...column, read: (shot) => shot.values[column.name] })),
];

/** What shots can be picked by: flags, values of their columns, and what happens in them; whatever occurs. */
function choices() {
  const flags = [...new Set(shots.flatMap((shot) => shot.values.flags ?? []))].sort();
  const found = flags.map((flag) => ({ group: "Flag", said: spoken(flag), holds: (shot) => shot.values.flags?.includes(flag) }));
  for (const column of data.shots.columns) {
    for (const value of column.values.filter((one) => shots.some((shot) => shot.values[column.name] === one))) {
      found.push({ group: title(column.name), said: spoken(value), holds: (shot) => shot.values[column.name] === value });
    }
  }
  return [...found, ...kinds.flatMap(choicesOf)];
}

/** What happens in a shot: spans of a kind by their values, or at all. A transition counts for the shot it opens. */
function choicesOf(kind) {
  const named = kind.columns.filter((column) => column.values.length);
  if (!named.length) return kind.rows.length ? [{ group: "With", said: spoken(kind.name), holds: overlaps(kind) }] : [];
  return named.flatMap(({ name, values }, at) => {
    const group = at ? `${title(kind.name)}, ${spoken(name)}` : title(kind.name);
    const choice = (said, holds) => ({ group, said, holds: happens(kind, holds), occurs: kind.rows.some(holds) });
    const untold = choice("cannot be told", (row) => row.values[name] === null && Boolean(row.values.why));
    return [...values.map((value) => choice(spoken(value), (row) => row.values[name] === value)), ...at ? [] : [untold]]
      .filter(({ occurs }) => occurs);
  });
}

const happens = (kind, holds) => (shot) =>
  touching(kind, shot.from, shot.to).some((row) => holds(row) && middleOf(row) >= shot.from - 1e-6 && middleOf(row) < shot.to - 1e-6);
const middleOf = (row) => (row.from + row.to) / 2;
const overlaps = (kind) => (shot) => touching(kind, shot.from, shot.to).some((row) => row.to > shot.from && row.from < shot.to);

const texts = new Map();

/** All words of a shot: number, columns, and the spans that touch it. */
function textOf(shot) {
  if (!texts.has(shot)) {
    const columns = data.shots.columns.map((column) => valueWords(column, shot.values[column.name]));
    const spans = kinds.flatMap((kind) => touching(kind, shot.from, shot.to).map((row) => spanWords(kind, row)));
    texts.set(shot, ["", shot.number, ...columns, ...spans].join(" ").toLowerCase());
  }
  return texts.get(shot);
}

/** The controls; `changed` is called with the shots to show, in order. */
export function makeSieve(changed) {
  const kept = [{ said: "All shots", holds: () => true }, ...choices()];
  const orders = [
    { said: "In the film's order", measure: LENGTH, by: 0 },
    ...measures.flatMap((measure) => [
      { said: `${title(measure.name, measure.unit)}, highest first`, measure, by: -1 },
      { said: `${title(measure.name, measure.unit)}, lowest first`, measure, by: 1 },
    ]),
  ];
  const words = element("input", { type: "search", placeholder: "Search words", "aria-label": "Search shots" });
  const bounded = measures.map((measure) => ({ said: measured(measure), measure }));
  const [keep, order, by] = [select("Show", kept), select("Order", orders), select("Bounds of", bounded)];
  const besides = select("Show of these", [{ said: "and anything", holds: kept[0].holds }, ...kept.slice(1)]);
  const bound = (label) => element("input", { type: "number", step: "any", placeholder: label });
  const [least, most] = [bound("from"), bound("to")];
  const label = () => {
    least.setAttribute("aria-label", `${bounded[by.value].said}, at least`);
    most.setAttribute("aria-label", `${bounded[by.value].said}, at most`);
  };
  const apply = () => {
    const between = withinBounds(bounded[by.value].measure, least.value, most.value);
    const sought = words.value.trim().toLowerCase();
    besides.hidden = keep.value === "0";
    const wanted = [keep, ...besides.hidden ? [] : [besides]].map((one) => kept[one.value]);
    const found = shots.filter((shot) => between(shot) && wanted.every(({ holds }) => holds(shot)) && (!sought || textOf(shot).includes(sought)));
    changed(inOrder(found, orders[order.value]));
  };
  for (const control of [words, keep, besides, order, by, least, most]) control.addEventListener("input", apply);
  by.addEventListener("input", label);
  label();
  besides.hidden = true;
  return element("form", { class: "sieve", role: "search", submit: (event) => event.preventDefault() },
    words, keep, besides, order, element("span", { class: "bounds" }, by, least, most));
}

const measured = (measure) => `${title(measure.name, measure.unit)}${measure.unit ? `, ${measure.unit}` : ""}`;

function withinBounds(measure, least, most) {
  if (least === "" && most === "") return () => true;
  const [low, high] = [least === "" ? -Infinity : Number(least), most === "" ? Infinity : Number(most)];
  return (shot) => {
    const value = measure.read(shot);
    return typeof value === "number" && value >= low && value <= high;
  };
}

function inOrder(found, { measure, by }) {
  if (!by) return found;
  const known = (shot) => measure.read(shot) ?? -by * Infinity; // what was not measured comes last
  return found.sort((one, other) => by * Math.sign(known(one) - known(other) || 0) || one.index - other.index);
}
