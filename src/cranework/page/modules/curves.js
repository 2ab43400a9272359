// A lane with curves: the mean of each bucket as a line, its lowest and highest as a band around it.

import { bucketAt, data } from "./data.js";
import { figure } from "./words.js";

/** Lowest and highest value of the scale: as declared, else as measured. */
function scaleOf(signal) {
  const known = (list) => (list ?? signal.mean).filter((value) => value !== null);
  const least = (list) => list.reduce((least, value) => Math.min(least, value), Infinity);
  const most = (list) => list.reduce((most, value) => Math.max(most, value), -Infinity);
  const floor = signal.floor ?? least(known(signal.low));
  const ceiling = signal.ceiling ?? most(known(signal.high));
  return ceiling > floor ? [floor, ceiling] : [floor - 0.5, floor + 0.5];
}

export function curvePart(signal) {
  const [floor, ceiling] = scaleOf(signal);
  const share = (value) => 1 - (Math.min(Math.max(value, floor), ceiling) - floor) / (ceiling - floor);
  return {
    draw: (paint) => drawCurve(paint, signal, share),
    read: (time) => {
      const value = signal.mean[bucketAt(time)];
      return value === undefined ? "" : value === null ? "–" : `${figure(value)}${signal.unit ? ` ${signal.unit}` : ""}`;
    },
  };
}

function drawCurve({ context, height, x, from, to }, signal, share) {
  const times = data.buckets.times;
  const y = (value) => 2 + share(value) * (height - 4);
  const middle = (at) => x((times[at] + times[at + 1]) / 2);
  context.fillStyle = context.strokeStyle = signal.lane.color;
  for (const [first, end] of measuredRuns(signal.mean, bucketAt(from), Math.min(bucketAt(to) + 2, signal.mean.length))) {
    if (signal.low) {
      context.beginPath();
      for (let at = first; at < end; at++) context.lineTo(middle(at), y(signal.high[at]));
      for (let at = end - 1; at >= first; at--) context.lineTo(middle(at), y(signal.low[at]));
      context.globalAlpha = 0.28;
      context.fill();
    }
    context.globalAlpha = 1;
    context.lineWidth = 1.25;
    context.beginPath();
    context.moveTo(x(times[first]), y(signal.mean[first]));
    for (let at = first; at < end; at++) context.lineTo(middle(at), y(signal.mean[at]));
    context.lineTo(x(times[end]), y(signal.mean[end - 1]));
    context.stroke();
  }
}

/** Stretches [first, end) of buckets that hold a value: a curve is not drawn across what was not measured. */
function measuredRuns(values, first, end) {
  const runs = [];
  let at = Math.max(0, first - 1);
  while (at < end) {
    while (at < end && values[at] === null) at++;
    const start = at;
    while (at < end && values[at] !== null) at++;
    if (at > start) runs.push([start, at]);
  }
  return runs;
}
