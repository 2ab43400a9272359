// The whole film as colors: one column for each stretch of it; and where in the film the timeline is.

import { bucketAt, data, duration } from "./data.js";
import { element, freshContext } from "./element.js";
import { follow, goTo, pan, view } from "./state.js";

const SAMPLES = 4; // moments for each pixel, whose colors are mixed

export function paintBarcode(canvas, colors) {
  const fresh = freshContext(canvas);
  if (!fresh) return;
  const [wide, rows] = [canvas.width, data.barcode.rows];
  const small = element("canvas", { width: wide, height: rows });
  const context = small.getContext("2d");
  const mixed = new Float32Array(wide * rows * 4).fill(255);
  for (let x = 0; x < wide; x++) {
    const columns = Array.from({ length: SAMPLES }, (_, at) => bucketAt(((x + (at + 0.5) / SAMPLES) / wide) * duration));
    for (let row = 0; row < rows; row++) {
      for (let part = 0; part < 3; part++) {
        const sum = columns.reduce((sum, column) => sum + colors.charCodeAt((column * rows + row) * 3 + part), 0);
        mixed[(row * wide + x) * 4 + part] = sum / SAMPLES;
      }
    }
  }
  context.putImageData(new ImageData(Uint8ClampedArray.from(mixed), wide, rows), 0, 0);
  fresh.context.drawImage(small, 0, 0, wide, rows, 0, 0, fresh.width, fresh.height);
}

export function drawBarcode() {
  const section = document.getElementById("overview");
  if (!data.barcode) {
    section.hidden = true;
    return;
  }
  const colors = atob(data.barcode.colors);
  const canvas = element("canvas", { role: "img", "aria-label": "Color barcode of the whole film" });
  const shown = element("div", { class: "shown" });
  const moment = element("div", { class: "now" });
  const box = element("div", { class: "barcode", title: "The colors of the film: each column is one picture, squeezed" }, canvas, shown, moment);
  section.append(box);
  new ResizeObserver(() => paintBarcode(canvas, colors)).observe(canvas);
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
