// Lanes with stretches and moments: bars, thin lines, and the lengths of the shots hung from the top.

import { firstAtLeast, shots, touching } from "./data.js";
import { pageColor } from "./element.js";
import { familyOf, isMotion, isMove, paintSign } from "./signs.js";
import { view } from "./state.js";
import { seconds, spanLabel, spanWords } from "./words.js";

const MOST_ROWS = 4; // spans that overlap lie below one another, as long as one can still see them
const LEAST_FOR_TEXT = 28; // pixels
const SIGN = { side: 13, room: 17 }; // pixels
const [SHADE, FAINT] = [0.32, 0.14]; // of a bar; faint where the camera stands, or nothing can be told
const REACH = 6; // pixels within which a moment is taken to be meant

/** The row in which each span lies, so that no two in one row overlap. */
function arrange(kind) {
  const ends = [];
  for (const row of kind.rows.filter((one) => one.to > one.from)) {
    let place = ends.findIndex((end) => end <= row.from + 1e-6);
    if (place < 0) place = ends.length < MOST_ROWS ? ends.length : ends.indexOf(Math.min(...ends));
    ends[place] = row.to;
    row.place = place;
  }
  return Math.max(1, ends.length);
}

/** `form` says how stretches are drawn: as `spans` (bars with their words) or as `marks` (a thin line each). */
export function spansPart(kind, form) {
  const places = arrange(kind);
  return {
    places,
    draw: (paint) => {
      const rows = touching(kind, paint.from, paint.to);
      if (form === "spans") drawBars(paint, kind, rows.filter((row) => row.to > row.from), places);
      drawMarks(paint, kind, form === "marks" ? rows : rows.filter((row) => row.to <= row.from));
    },
    read: (time, perPixel) => readSpans(kind, time, perPixel * REACH),
  };
}

/** What holds at a moment; else the nearest within reach (seconds). */
function readSpans(kind, time, reach) {
  const near = touching(kind, time - reach, time + reach);
  const held = near.filter((row) => row.from <= time && row.to > time);
  if (held.length) return held.map((row) => spanWords(kind, row)).join("; ");
  const distance = (row) => Math.max(row.from - time, time - row.to, 0);
  const moments = near.filter((row) => row.to <= row.from || "confidence" in row.values);
  const nearest = moments.reduce((best, row) => (best && distance(best) <= distance(row) ? best : row), undefined);
  return nearest ? spanWords(kind, nearest) : "";
}

function drawBars({ context, height, x }, kind, rows, places) {
  const high = (height - 4) / places;
  const ink = pageColor("ink");
  context.font = "11px system-ui, sans-serif";
  context.textBaseline = "middle";
  for (const row of rows) {
    const left = Math.max(x(row.from), -2);
    const wide = Math.max(x(row.to) - left - 1, 1);
    const top = 2 + row.place * high;
    const { label } = row.values;
    const isSigned = label === null || isMove(label); // null: a move that cannot be told
    context.fillStyle = isSigned ? familyOf(label).color : kind.lane.color;
    context.globalAlpha = isSigned && !isMotion(label) ? FAINT : SHADE;
    context.fillRect(left, top, wide, high - 1);
    context.globalAlpha = 1;
    context.fillRect(left, top, Math.min(wide > LEAST_FOR_TEXT ? 2 : 1, wide), high - 1);
    if (high < 13) continue;
    const room = isSigned ? SIGN.room : 0;
    if (isSigned && wide > room + 4) paintSign(context, label, left + 4, top + (high - SIGN.side) / 2 - 0.5, SIGN.side, ink);
    if (wide > LEAST_FOR_TEXT + room) drawWords(context, spanLabel(kind, row), ink, [left + room, top, wide - room, high]);
  }
}

function drawWords(context, words, ink, [left, top, wide, high]) {
  context.save();
  context.beginPath();
  context.rect(left, top, wide - 3, high);
  context.clip();
  context.fillStyle = ink;
  context.fillText(words, left + 6, top + high / 2);
  context.restore();
}

function drawMarks({ context, height, width, x }, kind, rows) {
  context.fillStyle = kind.lane.color;
  // Where marks lie closer than pixels, their shade says how many they are.
  context.globalAlpha = Math.min(1, Math.max(0.15, width / (rows.length * 2)));
  for (const row of rows) context.fillRect(Math.round(x((row.from + row.to) / 2)) - 0.5, 2, 1.25, height - 4);
  context.globalAlpha = 1;
}

/** Each shot a bar as long as it lasts, hung from the top, as Cinemetrics draws them. */
export function lengthsPart() {
  const longest = shots.reduce((most, shot) => Math.max(most, shot.length), 0) || 1;
  return {
    draw: (paint) => drawLengths(paint, longest),
    read: (time) => {
      const shot = shots[firstAtLeast(shots, time + 1e-6, (one) => one.to)];
      return shot ? seconds(shot.length) : "";
    },
  };
}

function drawLengths({ context, height, x, from, to }, longest) {
  const [bar, chosen] = [pageColor("bar"), pageColor("accent")];
  for (let at = firstAtLeast(shots, from, (shot) => shot.to); at < shots.length && shots[at].from <= to; at++) {
    const shot = shots[at];
    const left = x(shot.from);
    const wide = x(shot.to) - left;
    context.fillStyle = shot === view.shot ? chosen : bar;
    context.fillRect(left, 0, wide > 3 ? wide - 1 : Math.max(wide, 0.5), Math.max(1, (shot.length / longest) * (height - 2)));
  }
}
