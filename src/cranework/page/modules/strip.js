// The film as a strip of stills along the timeline: the shot under each place, the still nearest to it.

import { data, firstAtLeast, frameAt, shotAt, shots, stillAddress, stillNear } from "./data.js";
import { pageColor } from "./element.js";
import { view } from "./state.js";

const decoded = new Map();

/** A still ready to be drawn, or undefined while the browser decodes it; `redraw` is called afterwards. */
function picture(at, redraw) {
  if (!decoded.has(at)) {
    const image = new Image();
    decoded.set(at, undefined);
    image.src = stillAddress(at);
    image.decode().then(() => { decoded.set(at, image); redraw(); }, () => {});
  }
  return decoded.get(at);
}

export function stripPart(redraw) {
  return { draw: (paint) => drawStrip(paint, redraw), read: () => "" };
}

function drawStrip({ context, width, height, x, from, to, timeAt }, redraw) {
  const high = height - 2;
  const wide = (high * data.stills.width) / data.stills.height;
  // Places are fixed to the film, not to the window: pictures stay with their moment while the strip moves.
  const step = wide * ((to - from) / width);
  for (let slot = Math.floor(from / step); slot * step < to; slot++) {
    const middle = (slot + 0.5) * step;
    const shot = shotAt(middle);
    if (!shot || middle > shots.at(-1).to) continue;
    const at = stillNear(shot, frameAt(middle));
    const image = at < 0 ? undefined : picture(at, redraw);
    const left = x(slot * step);
    if (image) context.drawImage(image, left, 0, wide, high);
  }
  context.fillStyle = pageColor("paper");
  const first = firstAtLeast(shots, from, (shot) => shot.from);
  const visible = firstAtLeast(shots, to, (shot) => shot.from) - first;
  if (visible < width / 12) {
    for (let at = first; at < first + visible; at++) context.fillRect(Math.round(x(shots[at].from)) - 1, 0, 2, high);
  }
  if (view.shot) {
    context.fillStyle = pageColor("accent");
    context.fillRect(x(view.shot.from), high, Math.max(2, x(view.shot.to) - x(view.shot.from)), 2);
  }
}
