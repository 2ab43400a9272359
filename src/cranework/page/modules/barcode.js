// The whole film as colors: each still squeezed to one column, as wide as its part of the shot lasts.

import { data, duration, firstAtLeast, shots, stillsOf } from "./data.js";
import { element, freshContext } from "./element.js";
import { follow, goTo, pan, view } from "./state.js";

const SAMPLES = 4; // moments for each pixel, whose colors are mixed

/** The stripes from left to right: where each ends (seconds), and the place of its still. */
function stripes() {
  const frames = data.stills.frames;
  const found = [];
  for (const shot of shots) {
    const kept = stillsOf(shot);
    kept.forEach((still, at) => {
      const next = kept[at + 1];
      const border = next === undefined ? shot.end : (frames[still] + frames[next]) / 2;
      const share = (border - shot.start) / Math.max(shot.end - shot.start, 1);
      found.push({ to: shot.from + share * shot.length, still });
    });
  }
  return found;
}

function paintBarcode(canvas, found, colors) {
  const fresh = freshContext(canvas);
  if (!fresh) return;
  const rows = data.stills.stripe_rows;
  const small = element("canvas", { width: canvas.width, height: rows });
  const context = small.getContext("2d");
  const image = context.createImageData(canvas.width, rows);
  for (let x = 0; x < canvas.width; x++) {
    for (let sample = 0; sample < SAMPLES; sample++) {
      const time = ((x + (sample + 0.5) / SAMPLES) / canvas.width) * duration;
      const stripe = found[Math.min(firstAtLeast(found, time, (one) => one.to), found.length - 1)];
      for (let row = 0; row < rows; row++) {
        const [to, from] = [(row * canvas.width + x) * 4, (stripe.still * rows + row) * 3];
        for (let part = 0; part < 3; part++) image.data[to + part] += colors.charCodeAt(from + part) / SAMPLES;
        image.data[to + 3] = 255;
      }
    }
  }
  context.putImageData(image, 0, 0);
  fresh.context.imageSmoothingEnabled = true;
  fresh.context.drawImage(small, 0, 0, canvas.width, rows, 0, 0, fresh.width, fresh.height);
}

export function drawBarcode() {
  const section = document.getElementById("overview");
  if (!data.stills?.images.length || !shots.length) {
    section.hidden = true;
    return;
  }
  const [found, colors] = [stripes(), atob(data.stills.stripes)];
  const canvas = element("canvas", { role: "img", "aria-label": "Color barcode of the whole film" });
  const shown = element("div", { class: "shown" });
  const moment = element("div", { class: "now" });
  const box = element("div", { class: "barcode", title: "The colors of the film: each still of a shot squeezed to one column" }, canvas, shown, moment);
  section.append(box);
  new ResizeObserver(() => paintBarcode(canvas, found, colors)).observe(canvas);
  const place = () => {
    const whole = view.to - view.from >= duration * 0.9999;
    shown.hidden = whole;
    shown.style.left = `${(100 * view.from) / duration}%`;
    shown.style.width = `${(100 * (view.to - view.from)) / duration}%`;
    moment.style.left = `${(100 * view.moment) / duration}%`;
  };
  ["window", "moment"].forEach((what) => follow(what, place));
  place();
  const move = (event) => {
    const bounds = box.getBoundingClientRect();
    const time = ((event.clientX - bounds.left) / bounds.width) * duration;
    pan(time - (view.from + view.to) / 2);
    goTo(time);
  };
  box.addEventListener("pointerdown", (event) => { box.setPointerCapture(event.pointerId); move(event); });
  box.addEventListener("pointermove", (event) => { if (box.hasPointerCapture(event.pointerId)) move(event); });
}
