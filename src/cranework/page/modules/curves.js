// Lanes with curves, drawn by uPlot: the mean of each point as a line, its lowest and highest as a band around it.

import { element } from "./element.js";
import { pointsOf, valueAt } from "./levels.js";
import { view } from "./state.js";
import { figure } from "./words.js";

const LINE = 1.25; // pixels
const BAND = "47"; // opacity, as the last two digits of a color
const EDGE = 2; // pixels above and below the curve
const NONE = { show: false };

/** Lowest and highest value of the scale: as declared, else as measured. */
function scaleOf(signal) {
  const known = (list) => (list ?? signal.mean).filter((value) => value !== null);
  const least = (list) => list.reduce((least, value) => Math.min(least, value), Infinity);
  const most = (list) => list.reduce((most, value) => Math.max(most, value), -Infinity);
  const floor = signal.floor ?? least(known(signal.low));
  const ceiling = signal.ceiling ?? most(known(signal.high));
  if (ceiling > floor) return [floor, ceiling];
  return Number.isFinite(floor) ? [floor, floor + 1] : [0, 1];
}

export function curvePart(signal) {
  return {
    signal,
    read: (time) => {
      const value = valueAt(signal, time);
      return value === undefined ? "" : value === null ? "–" : `${figure(value)}${signal.unit ? ` ${signal.unit}` : ""}`;
    },
  };
}

/** The color with some of the ground shining through. */
function faint(color) {
  const { context } = faint;
  context.fillStyle = "#888888"; // what stays if the color is none
  context.fillStyle = color;
  return context.fillStyle.length === 7 ? context.fillStyle + BAND : context.fillStyle;
}
faint.context = element("canvas").getContext("2d");

/** The lines and bands of one signal, on a scale of its own. */
function seriesOf({ signal }, at) {
  const scale = `y${at}`;
  const plain = { scale, points: NONE, width: 0, pxAlign: 0 };
  return {
    scale: [scale, { auto: false, range: scaleOf(signal) }],
    series: [{ ...plain, stroke: signal.lane.color, width: LINE }, plain, plain],
    band: { series: [3 * at + 3, 3 * at + 2], fill: faint(signal.lane.color) },
  };
}

/** What a lane with curves is drawn on. What else shares the lane is drawn over the curves. */
export function curveSurface(lane, said, redraw) {
  const node = element("div", { class: "plot", role: "img", "aria-label": said });
  node.style.height = `${lane.height}px`;
  const curves = lane.parts.filter((part) => part.signal);
  const others = lane.parts.filter((part) => !part.signal);
  const parts = curves.map(seriesOf);
  const plot = new uPlot({
    width: 100,
    height: lane.height,
    padding: [EDGE, 0, EDGE, 0],
    pxAlign: 0, // a curve that is rounded to pixels becomes a staircase
    legend: NONE,
    cursor: NONE,
    select: NONE,
    axes: [NONE, NONE],
    scales: { x: { time: false, auto: false }, ...Object.fromEntries(parts.map((part) => part.scale)) },
    series: [{}, ...parts.flatMap((part) => part.series)],
    bands: parts.map((part) => part.band),
    hooks: { draw: [() => drawOthers(plot, node, others)] },
  }, [[]], node);
  return { node, draw: () => drawCurves(plot, node, curves, redraw) };
}

function drawCurves(plot, node, curves, redraw) {
  const stretch = { from: view.from, to: view.to, width: node.clientWidth };
  if (!stretch.width) return;
  const points = curves.map(({ signal }) => pointsOf(signal, stretch, redraw));
  plot.batch(() => {
    if (plot.width !== stretch.width) plot.setSize({ width: stretch.width, height: plot.height });
    plot.setData(joined(points), false);
    plot.setScale("x", { min: view.from, max: view.to });
  });
}

/** One table of all curves. As a rule they have the same times; where one is not unpacked yet, times are merged. */
function joined(points) {
  const tables = points.map(({ times, mean, low, high }) => [times, mean, low, high]);
  const [first] = tables[0];
  const same = tables.every(([times]) => times.length === first.length && times[0] === first[0] && times.at(-1) === first.at(-1));
  if (!same) return uPlot.join(tables);
  return [tables[0][0], ...tables.flatMap((table) => table.slice(1))];
}

function drawOthers(plot, node, others) {
  if (!others.length) return;
  const { from, to } = view;
  const [width, height] = [node.clientWidth, plot.height];
  const scale = width / (to - from);
  const ratio = plot.ctx.canvas.width / width;
  plot.ctx.save();
  plot.ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  const paint = { context: plot.ctx, width, height, from, to, x: (time) => (time - from) * scale, timeAt: (x) => from + x / scale };
  for (const part of others) part.draw(paint);
  plot.ctx.restore();
}
