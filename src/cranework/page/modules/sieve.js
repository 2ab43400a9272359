// Which shots are shown, and in which order: words, a measure with bounds, a flag or a value.

import { data, kinds, shots, touching } from "./data.js";
import { element } from "./element.js";
import { spanWords, spoken, title, valueWords } from "./words.js";

const LENGTH = { name: "length", type: "real", unit: "s", meaning: "Length of the shot", read: (shot) => shot.length };

/** What shots can be sorted and bounded by: their length, and every column that holds a number. */
const measures = [
  LENGTH,
  ...data.shots.columns
    .filter((column) => column.type === "real" || column.type === "integer")
    .map((column) => ({ ...column, read: (shot) => shot.values[column.name] })),
];

/** What shots can be picked by: every flag that occurs, and every value of columns with few words. */
function choices() {
  const flags = [...new Set(shots.flatMap((shot) => shot.values.flags ?? []))].sort();
  const found = flags.map((flag) => ({ group: "Flag", said: spoken(flag), holds: (shot) => shot.values.flags?.includes(flag) }));
  for (const column of data.shots.columns) {
    for (const value of column.values) {
      found.push({ group: title(column.name), said: spoken(value), holds: (shot) => shot.values[column.name] === value });
    }
  }
  return found;
}

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

function select(label, options) {
  const groups = new Map();
  options.forEach(({ group, said }, at) => {
    if (!groups.has(group)) groups.set(group, []);
    groups.get(group).push(element("option", { value: at }, said));
  });
  const made = element("select", { "aria-label": label });
  for (const [group, items] of groups) made.append(...(group ? [element("optgroup", { label: group }, ...items)] : items));
  return made;
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
  const [keep, order] = [select("Show", kept), select("Order", orders)];
  const bound = (label) => element("input", { type: "number", step: "any", placeholder: label, "aria-label": label });
  const [least, most] = [bound("from"), bound("to")];
  const unit = element("span", { class: "unit", "aria-hidden": "true" });
  const apply = () => {
    const { measure, by } = orders[order.value];
    unit.textContent = `${title(measure.name, measure.unit)}${measure.unit ? `, ${measure.unit}` : ""}`;
    least.setAttribute("aria-label", `${unit.textContent}, at least`);
    most.setAttribute("aria-label", `${unit.textContent}, at most`);
    changed(sieved(kept[keep.value].holds, measure, by, least.value, most.value, words.value.trim().toLowerCase()));
  };
  for (const control of [words, keep, order, least, most]) control.addEventListener("input", apply);
  unit.textContent = "Length, s";
  return element("form", { class: "sieve", role: "search", submit: (event) => event.preventDefault() },
    words, keep, order, element("span", { class: "bounds" }, unit, least, most));
}

function sieved(holds, measure, by, least, most, words) {
  const [low, high] = [least === "" ? -Infinity : Number(least), most === "" ? Infinity : Number(most)];
  const bounded = least !== "" || most !== "";
  const found = shots.filter((shot) => {
    const value = measure.read(shot);
    if (bounded && !(typeof value === "number" && value >= low && value <= high)) return false;
    return holds(shot) && (!words || textOf(shot).includes(words));
  });
  if (!by) return found;
  const known = (shot) => measure.read(shot) ?? -by * Infinity; // what was not measured comes last
  return found.sort((one, other) => by * Math.sign(known(one) - known(other) || 0) || one.index - other.index);
}
