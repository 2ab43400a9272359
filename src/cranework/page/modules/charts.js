// Drawings of the shots' lengths that one can take along: after Cinemetrics (Yuri Tsivian, 2005), along the film with
// lengths hung from the top, and as a distribution.

import { duration, shots } from "./data.js";
import { drawn, inscription } from "./svg.js";
import { counted } from "./trends.js";
import { figure, seconds, timecode } from "./words.js";

const SIZE = { height: 230, left: 46, right: 12, top: 28, bottom: 26 };
const INNER = { height: SIZE.height - SIZE.top - SIZE.bottom };
const COLORS = { bar: "#8d8a82", line: "#b5492f", grid: "#8d8a8244" }; // seen on light and on dark ground
const MOST_BINS = 40;
const AXIS_GAP = 68; // units between two values on an axis
const NICE = [0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const nice = (least) => NICE.find((step) => step >= least) ?? least;

function sheet(said, width, ...children) {
  return drawn("svg", { viewBox: `0 0 ${width} ${SIZE.height}`, role: "img", "aria-label": said }, drawn("title", {}, said), ...children);
}

const rect = (x, y, width, height) =>
  drawn("rect", { x: x.toFixed(2), y: y.toFixed(2), width: Math.max(width, 0.3).toFixed(2), height: Math.max(height, 0).toFixed(2), fill: COLORS.bar });

const line = (x1, y1, x2, y2, stroke) => drawn("line", { x1, y1, x2, y2, stroke });

/** Values at which an axis is marked, from 0. */
function marks(most, count) {
  const step = nice(most / count);
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, at) => at * step);
}

/** Each shot a bar along the film, as deep as it is long; over them the line that was chosen. */
export function lengthsChart(width, trend) {
  const inner = width - SIZE.left - SIZE.right;
  const longest = shots.reduce((most, shot) => Math.max(most, shot.length), 0) || 1;
  const x = (time) => SIZE.left + (time / duration) * inner;
  const y = (length) => SIZE.top + (length / longest) * INNER.height;
  const grid = marks(longest, 5).flatMap((length) => [
    line(SIZE.left, y(length), width - SIZE.right, y(length), COLORS.grid),
    inscription(SIZE.left - 8, y(length) + 4, `${figure(length)} s`, "end"),
  ]);
  const bars = shots.map((shot) => rect(x(shot.from), SIZE.top, x(shot.to) - x(shot.from) - (shots.length < 300 ? 1 : 0), y(shot.length) - SIZE.top));
  const times = (inner < 400 ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1]).map((share) =>
    inscription(x(share * duration), SIZE.top - 10, timecode(share * duration), share === 0 ? "start" : share === 1 ? "end" : "middle"));
  const points = trend.points().map(([time, length]) => `${x(time).toFixed(1)},${y(Math.min(Math.max(length, 0), longest)).toFixed(1)}`);
  const over = points.length ? [drawn("polyline", { points: points.join(" "), fill: "none", stroke: COLORS.line, "stroke-width": 1.5 })] : [];
  return sheet("Shot lengths along the film, hung from the top", width, ...grid, ...bars, ...times, ...over);
}

const quantile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];

/** How many shots are how long, what is no shot left out as in the figures; the last column holds all that are longer still. */
export function distributionChart(width) {
  const inner = width - SIZE.left - SIZE.right;
  const sorted = (counted.length ? counted : shots).map((shot) => shot.length).sort((one, other) => one - other);
  const step = nice(Math.max(quantile(sorted, 0.97), 0.1) / MOST_BINS);
  const count = Math.min(MOST_BINS + 1, Math.floor(sorted.at(-1) / step) + 1);
  const bins = new Array(count).fill(0);
  for (const length of sorted) bins[Math.min(count - 1, Math.floor(length / step + 1e-9))] += 1;
  const most = Math.max(...bins);
  const wide = inner / count;
  const base = SIZE.height - SIZE.bottom;
  const y = (shotsThere) => base - (shotsThere / most) * INNER.height;
  const bars = bins.map((there, at) => rect(SIZE.left + at * wide, y(there), wide - 1, base - y(there)));
  const grid = marks(most, 4).filter(Number.isInteger).flatMap((there) => [
    line(SIZE.left, y(there), width - SIZE.right, y(there), COLORS.grid), inscription(SIZE.left - 8, y(there) + 4, figure(there), "end"),
  ]);
  const every = Math.max(1, Math.ceil((count * AXIS_GAP) / inner));
  const open = count > MOST_BINS; // the last column holds the longer ones
  const axis = bins.flatMap((_, at) => (at % every || (open && at > count - 4) ? [] : [inscription(SIZE.left + at * wide, base + 18, `${figure(Number((at * step).toFixed(2)))} s`)]));
  if (open) axis.push(inscription(width - SIZE.right, base + 18, "longer", "end"));
  const mean = sorted.reduce((sum, length) => sum + length, 0) / sorted.length;
  const median = (quantile(sorted, 0.5) + sorted[Math.ceil(sorted.length / 2) - 1]) / 2;
  const place = (length) => SIZE.left + Math.min(length / step, count) * wide;
  const [solid, dashed] = [median, mean].map((length) => line(place(length), SIZE.top, place(length), base, COLORS.line));
  dashed.setAttribute("stroke-dasharray", "4 3");
  const said = inscription(width - SIZE.right, SIZE.top - 10, `line: median ${seconds(median)}, dashes: average ${seconds(mean)}`, "end");
  return sheet("Distribution of shot lengths: how many shots are how long", width, ...grid, ...bars, ...axis, solid, dashed, said);
}
