// What the reader looks at: the stretch that is shown, the moment, the chosen shot. Every part of the page follows it.

import { duration, film, shotAt, shots } from "./data.js";

const FEWEST_FRAMES = 12; // the closest look
const closest = Math.min(duration, (duration / Math.max(film.frames, 1)) * FEWEST_FRAMES);
const listeners = { window: [], moment: [], shot: [] };

export const view = { from: 0, to: duration, moment: 0, hover: null, shot: null };

/** Call `listener` after each change of the `window`, the `moment` or the `shot`. */
export const follow = (what, listener) => listeners[what].push(listener);
const tell = (what) => listeners[what].forEach((listener) => listener());

export function showWindow(from, to) {
  const width = Math.min(duration, Math.max(closest, to - from));
  view.from = Math.min(Math.max(0, (from + to - width) / 2), duration - width);
  view.to = view.from + width;
  tell("window");
}

/** Zoom by a factor (above 1: closer) about a moment, which keeps its place. */
export function zoom(factor, about) {
  const width = Math.min(duration, Math.max(closest, (view.to - view.from) / factor));
  const share = (about - view.from) / (view.to - view.from);
  const from = about - share * width;
  showWindow(from, from + width);
}

export const pan = (by) => {
  const width = view.to - view.from;
  const from = Math.min(Math.max(0, view.from + by), duration - width);
  showWindow(from, from + width);
};

export function goTo(moment) {
  view.moment = Math.min(Math.max(0, moment), duration);
  if (view.moment < view.from || view.moment > view.to) pan(view.moment - (view.from + view.to) / 2);
  tell("moment");
}

/** Tell everything again, as something new is known of the film. */
export const tellAgain = () => ["window", "moment"].forEach(tell);

export function hover(moment) {
  view.hover = moment;
  tell("moment");
}

/** Choose a shot (null: none); the timeline moves to it. */
export function choose(shot) {
  view.shot = shot;
  if (shot) {
    if (shot.from < view.from || shot.to > view.to) {
      const width = Math.max(view.to - view.from, shot.length * 1.5);
      const middle = (shot.from + shot.to) / 2;
      showWindow(middle - width / 2, middle + width / 2);
    }
    goTo(shot.from);
  }
  history.replaceState(null, "", shot ? `#shot=${shot.number}` : location.pathname + location.search);
  tell("shot");
}

/** Choose the shot at a moment, and stay at the moment. */
export function chooseMoment(moment) {
  goTo(moment);
  view.shot = shotAt(view.moment) ?? null;
  history.replaceState(null, "", `#t=${view.moment.toFixed(3)}`);
  tell("shot");
}

/** What the address asks for: `#shot=12` (as numbered on the page, from 1) or `#t=83.5` (seconds). */
export function followAddress() {
  const [, name, value] = /^#(shot|t)=(\d+(?:\.\d+)?)$/.exec(location.hash) ?? [];
  if (name === "t") chooseMoment(Number(value));
  else if (name === "shot" && shots[Number(value) - 1]) choose(shots[Number(value) - 1]);
}
