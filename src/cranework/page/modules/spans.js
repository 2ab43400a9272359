// Lanes with stretches and moments: bars, thin lines, and the lengths of the shots hung from the top.

import { firstAtLeast, shots, touching } from "./data.js";
import { pageColor } from "./element.js";
import { view } from "./state.js";
import { seconds, spanLabel, spanWords } from "./words.js";

const MOST_ROWS = 4; // spans that overlap lie below one another, as long as one can still see them
const LEAST_FOR_TEXT = 28; // pixels
const REACH = 6; // pixels within which a mark is taken to be meant

/** The row in which each span lies, so that no two in one row overlap. */
function arrange(kind) {
  const ends = [];
  for (const row of kind.rows) {
    let place = ends.findIndex((end) => end <= row.from + 1e-6);
    if (place < 0) place = ends.length < MOST_ROWS ? ends.length : ends.indexOf(Math.min(...ends));
    ends[place] = row.to;
    row.place = place;
  }
  return Math.max(1, ends.length);
}

export function spansPart(kind) {
  const places = arrange(kind);
  return {
    draw: (paint) => drawSpans(paint, kind, places),
    read: (time) => touching(kind, time, time).filter((row) => row.to > time).map((row) => spanWords(kind, row)).join("; "),
  };
}

function drawSpans({ context, height, x, from, to }, kind, places) {
  const high = (height - 4) / places;
  const ink = pageColor("ink");
  context.font = "11px system-ui, sans-serif";
  context.textBaseline = "middle";
  for (const row of touching(kind, from, to)) {
    const left = Math.max(x(row.from), -2);
    const wide = Math.max(x(row.to) - left - 1, 1);
    const top = 2 + row.place * high;
    context.fillStyle = kind.lane.color;
    context.globalAlpha = 0.32;
    context.fillRect(left, top, wide, high - 1);
    context.globalAlpha = 1;
    context.fillRect(left, top, Math.min(2, wide), high - 1);
    if (wide < LEAST_FOR_TEXT || high < 13) continue;
    context.save();
    context.beginPath();
    context.rect(left, top, wide - 3, high);
    context.clip();
    context.fillStyle = ink;
    context.fillText(spanLabel(kind, row), left + 6, top + high / 2);
    context.restore();
  }
}

export function marksPart(kind) {
  return {
    draw: (paint) => drawMarks(paint, kind),
    read: (time, reach) => {
      const near = touching(kind, time - reach * REACH, time + reach * REACH);
      const distance = (row) => Math.max(row.from - time, time - row.to, 0);
      const nearest = near.reduce((best, row) => (best && distance(best) <= distance(row) ? best : row), undefined);
      return nearest ? spanWords(kind, nearest) : "";
    },
  };
}

function drawMarks({ context, height, width, x, from, to }, kind) {
  const rows = touching(kind, from, to);
  context.fillStyle = kind.lane.color;
  for (const row of rows) {
    const left = x(row.from);
    context.globalAlpha = 0.4;
    if (row.to > row.from) context.fillRect(left, 4, x(row.to) - left, height - 8);
    // Where marks lie closer than pixels, their shade says how many they are.
    context.globalAlpha = Math.min(1, Math.max(0.15, width / (rows.length * 2)));
    context.fillRect(Math.round((left + x(row.to)) / 2) - 0.5, 2, 1.25, height - 4);
  }
  context.globalAlpha = 1;
}

/** Each shot a bar as long as it lasts, hung from the top, as Cinemetrics draws them. */
export function lengthsPart() {
  const longest = shots.reduce((most, shot) => Math.max(most, shot.length), 0) || 1;
  return {
    draw: (paint) => drawLengths(paint, longest),
    read: (time) => {
      const shot = shots[firstAtLeast(shots, time + 1e-6, (one) => one.to)];
      return shot ? `shot ${shot.number}, ${seconds(shot.length)}` : "";
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
