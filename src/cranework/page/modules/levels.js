// A signal at every nearness: buckets for the whole film, then its single frames and what pairs of them come to.

import { bucketAt, data, duration, film, frameAt, timeOf } from "./data.js";
import { unpacked } from "./unpack.js";

const BUCKET = Math.max(1, film.frames / Math.max(1, data.buckets.frames.length - 1)); // frames
// Of each signal its levels, each half as long as the one before: from its frames (null while unpacking), from its buckets.
const levels = new Map();
const buckets = new Map();

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

/** The buckets as a level. */
function bucketLevel(signal) {
  const numbers = (list) => Float32Array.from(list ?? signal.mean, (value) => value ?? NaN);
  return { mean: numbers(signal.mean), low: numbers(signal.low), high: numbers(signal.high) };
}

function bucketsOf(signal) {
  if (!buckets.has(signal)) buckets.set(signal, [bucketLevel(signal)]);
  return buckets.get(signal);
}

/** Points of a signal's curve between two moments: their times, and the mean, lowest and highest of each. */
export function pointsOf(signal, { from, to, width }, ready) {
  const perPixel = ((to - from) / duration) * film.frames / width;
  const frames = perPixel < BUCKET ? framesOf(signal, ready) : null;
  // No more than a point for each pixel: more cost time and are not seen.
  const step = Math.max(0, Math.ceil(Math.log2(perPixel / (frames ? 1 : BUCKET))));
  const known = frames ?? bucketsOf(signal);
  while (known.length <= step) known.push(halved(known.at(-1)));
  const [at, begin] = frames ? [frameAt, timeOf] : [bucketAt, (bucket) => data.buckets.times[Math.min(bucket, data.buckets.times.length - 1)]];
  return levelPoints(known[step], 2 ** step, at(from) >> step, at(to) >> step, begin);
}

/** The value at a moment: of its frame where the frames are unpacked, else of its bucket. */
export function valueAt(signal, time) {
  const known = levels.get(signal);
  return known ? numberOrNull(known[0].mean[frameAt(time)]) : signal.mean[bucketAt(time)];
}

const numberOrNull = (value) => (Number.isNaN(value) ? null : value);

function levelPoints(level, size, first, last, begin) {
  const points = { times: [], mean: [], low: [], high: [] };
  for (let at = Math.max(0, first - 1); at < Math.min(level.mean.length, last + 2); at++) {
    points.times.push((begin(at * size) + begin((at + 1) * size)) / 2);
    for (const name of ["mean", "low", "high"]) points[name].push(numberOrNull(level[name][at]));
  }
  return points;
}
