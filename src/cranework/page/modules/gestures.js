// How one moves in the timeline: wheel, pinch, drag, click and keys.

import { film, duration, shotAt, shots } from "./data.js";
import { playOrPause } from "./player.js";
import { chooseMoment, choose, goTo, hover, pan, showWindow, view, zoom } from "./state.js";

const WHEEL = 0.0016; // zoom for each pixel of wheel travel, as a power of e
const STILL = 4; // pixels a press may stray and still be a click
const REST_MS = 350; // a page that is being scrolled goes on scrolling when the timeline comes under the pointer

let lastScroll = -Infinity;
addEventListener("scroll", () => { lastScroll = performance.now(); }, { passive: true });

/** Listen on `plot` (everything) and `slider` (keys); `ruler` tells where the film begins and ends on the screen. */
export function listenTo(plot, slider, ruler) {
  const timeOf = (event) => {
    const box = ruler.getBoundingClientRect();
    return view.from + ((event.clientX - box.left) / box.width) * (view.to - view.from);
  };
  const within = (event) => event.clientX >= ruler.getBoundingClientRect().left;
  const perPixel = () => (view.to - view.from) / ruler.clientWidth;
  plot.addEventListener("wheel", (event) => turn(event, timeOf(event), perPixel()), { passive: false });
  listenToPointers(plot, timeOf, within, perPixel);
  slider.addEventListener("keydown", (event) => press(event, perPixel()));
}

function turn(event, time, perPixel) {
  if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    event.preventDefault();
    pan(event.deltaX * perPixel);
    return;
  }
  const outward = event.deltaY > 0;
  const whole = view.to - view.from >= duration * 0.9999;
  if (!event.ctrlKey && ((outward && whole) || event.timeStamp - lastScroll < REST_MS)) return;
  event.preventDefault();
  const pixels = event.deltaMode === 1 ? event.deltaY * 16 : event.deltaY;
  zoom(Math.exp(-pixels * WHEEL * (event.ctrlKey ? 5 : 1)), time);
}

function listenToPointers(plot, timeOf, within, perPixel) {
  const held = new Map(); // pointer: where it was last
  let strayed = 0;
  plot.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !within(event)) return;
    held.set(event.pointerId, event.clientX);
    strayed = held.size > 1 ? Infinity : 0;
  });
  plot.addEventListener("pointermove", (event) => {
    if (!held.has(event.pointerId)) {
      if (event.pointerType !== "touch") hover(within(event) ? timeOf(event) : null);
      return;
    }
    const before = held.get(event.pointerId);
    const other = [...held].find(([pointer]) => pointer !== event.pointerId);
    strayed += Math.abs(event.clientX - before);
    if (strayed > STILL && !plot.hasPointerCapture(event.pointerId)) plot.setPointerCapture(event.pointerId);
    if (other) pinch(before, event.clientX, other[1], timeOf, perPixel);
    else if (strayed > STILL) pan((before - event.clientX) * perPixel());
    held.set(event.pointerId, event.clientX);
  });
  plot.addEventListener("pointerup", (event) => {
    if (held.delete(event.pointerId) && strayed <= STILL) chooseMoment(timeOf(event));
  });
  for (const end of ["pointercancel", "lostpointercapture"]) plot.addEventListener(end, (event) => held.delete(event.pointerId));
  plot.addEventListener("pointerleave", () => hover(null));
}

/** Two fingers: their distance is the zoom, their middle stays where it is and moves with them. */
function pinch(before, now, fixed, timeOf, perPixel) {
  const [was, is] = [Math.max(8, Math.abs(before - fixed)), Math.max(8, Math.abs(now - fixed))];
  pan(((before - now) / 2) * perPixel());
  zoom(is / was, timeOf({ clientX: (now + fixed) / 2 }));
}

function press(event, perPixel) {
  const frame = duration / Math.max(film.frames, 1);
  const step = (event.shiftKey ? 40 : 1) * Math.max(frame, perPixel * 2);
  const shot = view.shot ?? shotAt(view.moment);
  const actions = {
    ArrowLeft: () => goTo(view.moment - step),
    ArrowRight: () => goTo(view.moment + step),
    ArrowDown: () => goTo(view.moment - step),
    ArrowUp: () => goTo(view.moment + step),
    Home: () => goTo(0),
    End: () => goTo(duration),
    PageUp: () => shots[shot.index - 1] && choose(shots[shot.index - 1]),
    PageDown: () => shots[shot.index + 1] && choose(shots[shot.index + 1]),
    Enter: () => chooseMoment(view.moment),
    "+": () => zoom(1.6, view.moment),
    "=": () => zoom(1.6, view.moment),
    "-": () => zoom(1 / 1.6, view.moment),
    0: () => showWindow(0, duration),
    p: () => playOrPause(),
  };
  if (event.ctrlKey || event.metaKey || event.altKey || !actions[event.key]) return;
  event.preventDefault();
  actions[event.key]();
}
