// The film's data as the page reads it: shots and spans as objects, time and frame told from each other.

import { unpacked } from "./unpack.js";

export const data = JSON.parse(document.getElementById("data").textContent);
export const film = data.film;
export const duration = Math.max(film.duration ?? 0, data.buckets.times.at(-1) ?? 0, 0.001);

const object = (columns, row, from) =>
  Object.fromEntries(columns.map((column, at) => [column.name, row[from + at]]));

export const shots = data.shots.rows.map((row, index) => ({
  index,
  number: index + 1,
  start: row[0],
  end: row[1],
  from: row[2],
  to: row[3],
  length: row[3] - row[2],
  values: object(data.shots.columns, row, 4),
}));

export const kinds = data.kinds.map((kind) => {
  const rows = kind.rows
    .map((row, at) => ({ at, start: row[0], end: row[1], from: row[2], to: row[3], values: object(kind.columns, row, 4) }))
    .sort((one, other) => one.from - other.from);
  return { ...kind, rows, longest: rows.reduce((most, row) => Math.max(most, row.to - row.from), 0) };
});

/** Index of the first entry of a rising list for which `key(entry) >= value`. */
export function firstAtLeast(list, value, key = (entry) => entry) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(list[middle]) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The shot that holds a moment (seconds), or undefined. */
export function shotAt(time) {
  return shots[firstAtLeast(shots, time + 1e-6, (shot) => shot.to)] ?? shots.at(-1);
}

/** The bucket (of the curves) that holds a moment. */
export function bucketAt(time) {
  const last = data.buckets.times.length - 2;
  return Math.max(0, Math.min(last, firstAtLeast(data.buckets.times, time + 1e-6) - 1));
}

let starts = null; // when each frame begins, where frames are not all alike and too many for a bucket each

/** Unpack when each frame begins; until then, and where all frames are alike, it is told from the buckets. */
export async function unpackStarts() {
  if (!data.buckets.steps) return;
  const steps = new Int32Array((await unpacked(data.buckets.steps)).buffer);
  const begins = new Float64Array(film.frames + 1);
  let microseconds = Math.round(data.buckets.times[0] * 1e6);
  for (let frame = 0; frame < film.frames; frame++) {
    begins[frame] = microseconds / 1e6;
    microseconds += steps[frame];
  }
  begins[film.frames] = data.buckets.times.at(-1);
  starts = begins;
}

/** The frame shown at a moment. */
export function frameAt(time) {
  const { frames, times } = data.buckets;
  if (frames.length < 2) return 0;
  if (starts) return Math.max(0, Math.min(film.frames, firstAtLeast(starts, time + 1e-6)) - 1);
  const bucket = bucketAt(time);
  const share = (time - times[bucket]) / (times[bucket + 1] - times[bucket] || 1);
  const frame = Math.floor(frames[bucket] + share * (frames[bucket + 1] - frames[bucket]) + 1e-3);
  return Math.max(0, Math.min(film.frames - 1, frame));
}

/** The moment at which a frame begins. */
export function timeOf(frame) {
  const { frames, times } = data.buckets;
  if (starts) return starts[Math.min(frame, film.frames)];
  const bucket = Math.max(0, Math.min(frames.length - 2, firstAtLeast(frames, frame + 1) - 1));
  const share = Math.min(1, (frame - frames[bucket]) / (frames[bucket + 1] - frames[bucket] || 1));
  return times[bucket] + share * ((times[bucket + 1] ?? times[bucket]) - times[bucket]);
}

/** Rows of a kind that touch the stretch from..to (seconds), its ends included. */
export function touching(kind, from, to) {
  const found = [];
  for (let at = firstAtLeast(kind.rows, from - kind.longest, (row) => row.from); at < kind.rows.length; at++) {
    const row = kind.rows[at];
    if (row.from > to + 1e-6) break;
    if (row.to >= from - 1e-6) found.push(row);
  }
  return found;
}

export const transitions = kinds.find((kind) => kind.name === "transitions");

/** The transitions with which a shot begins, and those with which it ends. */
export function edgesOf(shot) {
  const edges = { opening: [], closing: [] };
  for (const row of transitions ? touching(transitions, shot.from, shot.to) : []) {
    const middle = (row.from + row.to) / 2;
    edges[middle - shot.from <= shot.to - middle ? "opening" : "closing"].push(row);
  }
  return edges;
}

const stillFrames = data.stills?.frames ?? [];

/** Places (in the list of stills) of a shot's pictures. */
export function stillsOf(shot) {
  const found = [];
  for (let at = firstAtLeast(stillFrames, shot.start); stillFrames[at] < shot.end; at++) found.push(at);
  return found;
}

/** The still nearest to a frame, of the shot that holds it; -1 where it has none. */
export function stillNear(shot, frame) {
  return stillsOf(shot).reduce(
    (best, at) =>
      best < 0 || Math.abs(stillFrames[at] - frame) < Math.abs(stillFrames[best] - frame) ? at : best,
    -1,
  );
}

export const stillAddress = (at) => `data:image/webp;base64,${data.stills.images[at]}`;

export function stillBlob(at) {
  const bytes = Uint8Array.from(atob(data.stills.images[at]), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type: "image/webp" });
}
