// What the camera does over the whole film: moves by their share of its time, and how mobile it is.

import { data, duration } from "./data.js";
import { element, facts } from "./element.js";
import { chart, save } from "./figures.js";
import { labelWords, moves, UNTOLD_WORDS } from "./moves.js";
import { FAMILIES, familyOf, signAt } from "./signs.js";
import { drawn, inscription } from "./svg.js";
import { title, valueWords } from "./words.js";

const BAR_ROW = 26; // units
const BAR_SIGN = 17;
const MARGIN_LEFT = 140; // units for sign and words
const MARGIN_RIGHT = 52; // units for the number
const PERCENT = 100;
const NAMED_FAMILIES = [FAMILIES.turning, FAMILIES.travelling, FAMILIES.zooming];
const LEGEND_STEP = 84; // units from one color to the next

const mobility = new Map(data.mobility.map((column) => [column.name, column]));

/** The share of the film's time of each label, largest first, and last of what cannot be told. */
function shares() {
  const told = mobility.get("share_by_label")?.value;
  const known = told && typeof told === "object" ? Object.entries(told) : sharesFromMoves();
  const some = known.filter(([, share]) => typeof share === "number" && share > 0);
  const untold = mobility.get("not_told_share")?.value ?? shareOf(null);
  return [...some.sort((one, other) => other[1] - one[1]), ...(untold > 0 ? [[null, untold]] : [])];
}

/** The share of the film's time in which a label holds; stretches of the same label do not overlap. */
const shareOf = (label) =>
  moves.rows.filter((row) => (row.values.label ?? null) === label).reduce((sum, row) => sum + row.to - row.from, 0) / duration;

const sharesFromMoves = () => [...new Set(moves.rows.map((row) => row.values.label ?? null))]
  .filter((label) => label !== null).map((label) => [label, shareOf(label)]);

const percent = (share) => `${(PERCENT * share).toFixed(share < 0.0995 ? 1 : 0)} %`;

function sharesChart(rows, width) {
  const room = width - MARGIN_LEFT - MARGIN_RIGHT;
  const most = Math.max(...rows.map(([, share]) => share));
  const said = `Moves by share of the film's time: ${rows.map(([label, share]) => `${labelWords(label)} ${percent(share)}`).join(", ")}`;
  const bars = rows.flatMap(([label, share], at) => {
    const middle = at * BAR_ROW + BAR_ROW / 2;
    const color = familyOf(label).color;
    const wide = Math.max(1, (share / most) * room);
    return [
      signAt(label, 2, middle - BAR_SIGN / 2, BAR_SIGN, color),
      inscription(28, middle + 4, labelWords(label), "start"),
      drawn("rect", { x: MARGIN_LEFT, y: middle - 7, width: wide.toFixed(2), height: 14, rx: 1.5, fill: color, "fill-opacity": label === null ? 0.45 : 1 }),
      inscription(MARGIN_LEFT + wide + 8, middle + 4, percent(share), "start"),
    ];
  });
  const height = (rows.length + 1) * BAR_ROW + 6;
  return drawn("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": said }, drawn("title", {}, said), ...bars, ...colorsSaid(rows, height - 8));
}

/** What the colors of the bars mean; the signs say it without them. */
function colorsSaid(rows, base) {
  const families = new Set(rows.map(([label]) => familyOf(label)));
  return NAMED_FAMILIES.filter((family) => families.has(family)).flatMap(({ said, color }, at) => [
    drawn("rect", { x: 2 + at * LEGEND_STEP, y: base - 9, width: 9, height: 9, rx: 1.5, fill: color }),
    inscription(17 + at * LEGEND_STEP, base, said, "start"),
  ]);
}

/** A cell of a table: in quotes where it must be, and never one that a spreadsheet takes for a formula. */
function cell(value) {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function saveShares(rows) {
  const lines = [["label", "share_of_time"], ...rows.map(([label, share]) => [label ?? "?", share])];
  save(new Blob([lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("")], { type: "text/csv" }), "moves-by-share.csv");
}

// How the film's figures of mobility are said: in words, and in which unit. Of others, as they are declared.
const SAID = new Map([
  ["moving_share", ["Camera in motion"]],
  ["median_speed_widths_per_s", ["Median speed in motion", "frame widths/s"]],
  ["turning_share", ["Of that turning"]],
  ["travelling_share", ["Of that travelling"]],
  ["zooming_share", ["Of that zooming"]],
  ["path_length_widths", ["Path of the camera", "frame widths"]],
  ["not_told_share", [UNTOLD_WORDS]],
]);

function mobilityFact(column) {
  const { name, value, meaning } = column;
  const [said, unit] = SAID.get(name) ?? [title(name, column.unit)];
  const isShare = name.endsWith("_share") && typeof value === "number";
  return [said, isShare ? percent(value) : valueWords({ ...column, unit: unit ?? column.unit }, value), meaning];
}

export function drawMoves() {
  const section = document.getElementById("moves");
  const rows = moves ? shares() : [];
  section.hidden = !rows.length;
  if (!rows.length) return;
  const numbers = data.mobility.filter(({ type }) => type === "real" || type === "integer").map(mobilityFact);
  section.append(
    element("div", { class: "bar" }, element("h2", { id: "moves-title" }, "Camera moves"),
      element("div", { class: "tools" },
        element("button", { type: "button", "aria-label": "Save moves by share of time as CSV", click: () => saveShares(rows) }, "CSV"))),
    element("div", { class: "shares" },
      chart((width) => sharesChart(rows, width), "moves-by-share-of-time", "Moves by share of time; those that hold at once count each", section),
      numbers.length ? facts(numbers, "figures more") : null));
}
