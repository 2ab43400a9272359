// The film as a strip of stills along the timeline: the shot under each place, the still nearest to it.

import { data, firstAtLeast, frameAt, shotAt, shots, stillBlob, stillNear } from "./data.js";
import { pageColor } from "./element.js";
import { labelsOf } from "./moves.js";
import { paintSign } from "./signs.js";
import { view } from "./state.js";
import { seconds, timecode } from "./words.js";

const MOST_DECODED = 800; // bitmaps that are kept: more than a screen shows, and some 30 MB
const decoded = new Map(); // place of a still: its bitmap, undefined while the browser decodes it

/** A still ready to be drawn, or undefined while it is decoded (beside the page's own work); `redraw` is called then. */
function picture(at, high, redraw) {
  if (!decoded.has(at)) {
    if (decoded.size >= MOST_DECODED) forgetOldest();
    decoded.set(at, undefined);
    const resizeHeight = Math.round(high * (window.devicePixelRatio || 1));
    createImageBitmap(stillBlob(at), { resizeHeight, resizeQuality: "medium" })
      .then((bitmap) => { decoded.set(at, bitmap); redraw(); }, () => {});
  }
  return decoded.get(at);
}

function forgetOldest() {
  const [oldest, bitmap] = decoded.entries().next().value;
  bitmap?.close();
  decoded.delete(oldest);
}

export function stripPart(redraw) {
  return { draw: (paint) => drawStrip(paint, redraw), read: () => "" };
}

const LABEL = { room: 132, height: 16, sign: 16 }; // pixels
const ROOM = 12; // pixels that a shot has on average: with less, single shots can't be told in the strip

function drawStrip(paint, redraw) {
  const first = firstAtLeast(shots, paint.from, (shot) => shot.to);
  const end = firstAtLeast(shots, paint.to, (shot) => shot.from);
  const tile = ((paint.height - 2) * data.stills.width) / data.stills.height;
  if (end - first < paint.width / ROOM) shots.slice(first, end).forEach((shot) => drawOneShot(paint, shot, tile, redraw));
  else drawSlots(paint, tile, redraw);
  if (!view.shot) return;
  const left = paint.x(view.shot.from);
  paint.context.fillStyle = pageColor("accent");
  paint.context.fillRect(left, paint.height - 2, Math.max(2, paint.x(view.shot.to) - left), 2);
}

/** One shot's stills side by side; a shot narrower than a still shows the still's middle. */
function drawOneShot({ context, width, height, x, timeAt }, shot, tile, redraw) {
  const [left, right] = [x(shot.from), x(shot.to) - 1];
  context.save();
  context.beginPath();
  context.rect(left, 0, right - left, height - 2);
  context.clip();
  const count = Math.max(1, Math.round((right - left) / tile));
  const wide = count === 1 ? Math.max(tile, right - left) : (right - left) / count;
  const start = (left + right - count * wide) / 2;
  const begin = Math.max(0, Math.floor(-start / wide));
  for (let slot = begin; slot < count && start + slot * wide < width; slot++) {
    const middle = Math.min(Math.max(timeAt(start + (slot + 0.5) * wide), shot.from), shot.to - 1e-6);
    drawStill(context, shot, middle, [start + slot * wide, wide, height - 2], tile, redraw);
  }
  if (right - left > LABEL.room) drawLabel(context, shot, Math.max(left, 0), right, height - 2);
  context.restore();
}

/** Number, time code and length of a shot, and the signs of its moves, where they have room. */
function drawLabel(context, shot, left, right, bottom) {
  const words = `${shot.number} · ${timecode(shot.from, 1)} · ${seconds(shot.length)}`;
  context.font = "11px system-ui, sans-serif";
  context.textBaseline = "middle";
  const wide = context.measureText(words).width + 10;
  const signs = labelsOf(shot).slice(0, Math.max(0, Math.floor((right - left - wide) / LABEL.sign)));
  context.fillStyle = "#000b";
  context.fillRect(left, bottom - LABEL.height, wide + signs.length * LABEL.sign, LABEL.height);
  context.fillStyle = "#fff";
  context.fillText(words, left + 5, bottom - LABEL.height / 2);
  signs.forEach((label, at) => paintSign(context, label, left + wide + at * LABEL.sign, bottom - LABEL.height + 1.5, 13, "#fff"));
}

/** Many shots: places of a still's width, fixed to the film, so that pictures stay with their moment while it moves. */
function drawSlots({ context, width, height, x, from, to }, tile, redraw) {
  const step = tile * ((to - from) / width);
  for (let slot = Math.floor(from / step); slot * step < to; slot++) {
    const middle = Math.min((slot + 0.5) * step, shots.at(-1).to - 1e-6);
    const shot = shotAt(middle);
    drawStill(context, shot, middle, [x(slot * step), tile, height - 2], tile, redraw);
  }
}

/** The still of a shot nearest to a moment, its middle cut out where the place is not of its shape. */
function drawStill(context, shot, moment, [left, wide, high], tile, redraw) {
  const at = stillNear(shot, frameAt(moment));
  const image = at < 0 ? undefined : picture(at, high, redraw);
  if (!image) return;
  const scale = Math.max(wide / tile, 1);
  const [cutWide, cutHigh] = [(image.width * wide) / tile / scale, image.height / scale];
  context.drawImage(image, (image.width - cutWide) / 2, (image.height - cutHigh) / 2, cutWide, cutHigh, left, 0, wide, high);
}
