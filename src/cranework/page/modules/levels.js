// A signal at every nearness: buckets for the whole film, then its single frames and what pairs of them come to.

import { bucketAt, data, film, frameAt, timeOf } from "./data.js";
import { unpacked } from "./unpack.js";

const BUCKET = film.frames / Math.max(1, data.buckets.frames.length - 1); // frames
const levels = new Map(); // signal: its levels, frames first, each half as long as the one before; null while unpacking

/** The values of all frames; what was not measured is no number. */
function frameLevel({ low, step }, bytes) {
  const mean = new Float32Array(bytes.length / 2);
  let number = 0;
  for (let at = 0; at < mean.length; at++) {
    number = (number + bytes[at] + 256 * bytes[mean.length + at]) & 0xffff;
    mean[at] = number ? low + (number - 1) * step : NaN;
  }
  return { mean, low: mean, high: mean };
}

/** Two points become one: the lowest, the highest and the mean of what is known. */
function halved(level) {
  const made = { mean: 0, low: 0, high: 0 };
  for (const name in made) made[name] = new Float32Array(Math.ceil(level.mean.length / 2));
  for (let at = 0; at < made.mean.length; at++) {
    const one = 2 * at;
    const other = one + 1 < level.mean.length && !Number.isNaN(level.mean[one + 1]) ? one + 1 : one;
    const first = Number.isNaN(level.mean[one]) ? other : one;
    made.low[at] = Math.min(level.low[first], level.low[other]);
    made.high[at] = Math.max(level.high[first], level.high[other]);
    made.mean[at] = (level.mean[first] + level.mean[other]) / 2;
  }
  return made;
}

function framesOf(signal, ready) {
  if (signal.fine && !levels.has(signal)) {
    levels.set(signal, null);
    unpacked(signal.fine.bytes).then((bytes) => { levels.set(signal, [frameLevel(signal.fine, bytes)]); ready(); });
  }
  return levels.get(signal);
}

/** Points of a signal's curve between two moments: their times, and the mean, lowest and highest of each. */
export function pointsOf(signal, { from, to, width }, ready) {
  const perPixel = ((to - from) / (film.duration || 1)) * film.frames / width;
  const known = perPixel < BUCKET ? framesOf(signal, ready) : null;
  if (!known) return bucketPoints(signal, bucketAt(from), bucketAt(to));
  const step = Math.max(0, Math.floor(Math.log2(perPixel)));
  while (known.length <= step) known.push(halved(known.at(-1)));
  return levelPoints(known[step], 2 ** step, frameAt(from) >> step, frameAt(to) >> step);
}

/** The value at a moment: of its frame where the frames are unpacked, else of its bucket. */
export function valueAt(signal, time) {
  const known = levels.get(signal);
  return known ? numberOrNull(known[0].mean[frameAt(time)]) : signal.mean[bucketAt(time)];
}

const numberOrNull = (value) => (Number.isNaN(value) ? null : value);

function bucketPoints(signal, first, last) {
  const { times } = data.buckets;
  const [start, end] = [Math.max(0, first - 1), Math.min(signal.mean.length, last + 2)];
  const cut = (list) => (list ?? signal.mean).slice(start, end);
  const middles = cut(times).map((time, at) => (time + times[start + at + 1]) / 2);
  return { times: middles, mean: cut(signal.mean), low: cut(signal.low), high: cut(signal.high) };
}

function levelPoints(level, size, first, last) {
  const points = { times: [], mean: [], low: [], high: [] };
  for (let at = Math.max(0, first - 1); at < Math.min(level.mean.length, last + 2); at++) {
    points.times.push((timeOf(at * size) + timeOf((at + 1) * size)) / 2);
    for (const name of ["mean", "low", "high"]) points[name].push(numberOrNull(level[name][at]));
  }
  return points;
}
