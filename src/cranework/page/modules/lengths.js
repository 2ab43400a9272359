// The shots' lengths as drawings and as a table, to be taken along.

import { distributionChart, lengthsChart } from "./charts.js";
import { data, film, shots } from "./data.js";
import { element, select } from "./element.js";
import { trends } from "./trends.js";
import { unpacked } from "./unpack.js";

const PNG_SCALE = 2; // pixels for each unit of the drawing: sharp in print
const INK = "#1d1d1b";

function save(blob, ending) {
  const address = URL.createObjectURL(blob);
  const name = film.name.replace(/\.[^.]*$/, "").replace(/[^\p{L}\p{N} _-]+/gu, "-");
  element("a", { href: address, download: `${name}-${ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The drawing as a file of its own: dark ink on white ground. */
function standalone(drawing) {
  const copy = drawing.cloneNode(true);
  const { width, height } = drawing.viewBox.baseVal;
  for (const [key, value] of [["width", width], ["height", height], ["color", INK]]) copy.setAttribute(key, value);
  const ground = copy.querySelector("rect").cloneNode();
  for (const [key, value] of [["x", 0], ["y", 0], ["width", width], ["height", height], ["fill", "#ffffff"]]) ground.setAttribute(key, value);
  copy.querySelector("title").after(ground);
  return new XMLSerializer().serializeToString(copy);
}

const saveSvg = (drawing, name) => save(new Blob([standalone(drawing)], { type: "image/svg+xml" }), `${name}.svg`);

async function savePng(drawing, name) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(drawing))}`;
  await image.decode();
  const canvas = element("canvas", { width: image.width * PNG_SCALE, height: image.height * PNG_SCALE });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => save(blob, `${name}.png`));
}

/** The table that `cranework export` writes, byte for byte. */
const saveTable = async () => save(new Blob([await unpacked(data.table)], { type: "text/csv" }), "shots.csv");

const NARROW = 480; // pixels of the page; below, drawings are as wide as a telephone
const WIDTHS = { narrow: 320, wide: 600 }; // units of a drawing

/** A drawing with its buttons; `draw` makes it for a width, anew where the page becomes narrow or wide or another line is chosen. */
function chart(draw, name, caption, section, control = null) {
  let drawing = null;
  let width = 0;
  const button = (words, click) => element("button", { type: "button", "aria-label": `Save ${name.replaceAll("-", " ")} as ${words}`, click }, words);
  const figure = element("figure", {},
    element("figcaption", { class: "bar" }, element("span", {}, caption),
      element("span", { class: "tools" }, control, button("SVG", () => saveSvg(drawing, name)), button("PNG", () => savePng(drawing, name)))));
  const redrawn = () => {
    drawing?.remove();
    figure.append(drawing = draw(width));
  };
  const fit = () => {
    const wanted = section.clientWidth < NARROW ? WIDTHS.narrow : WIDTHS.wide;
    if (wanted === width) return;
    width = wanted;
    redrawn();
  };
  fit();
  new ResizeObserver(fit).observe(section);
  control?.addEventListener("input", redrawn);
  return figure;
}

export function drawShotLengths() {
  const section = document.getElementById("lengths");
  section.hidden = !shots.length;
  if (!shots.length) return;
  const line = select("Line over the shot lengths", trends);
  section.append(
    element("div", { class: "bar" }, element("h2", { id: "lengths-title" }, "Shot lengths"),
      element("div", { class: "tools" },
        data.table ? element("button", { type: "button", "aria-label": "Save the shots as CSV", click: saveTable }, "CSV") : null)),
    element("div", { class: "charts" },
      chart((width) => distributionChart(width), "distribution", "How many shots are how long", section),
      chart((width) => lengthsChart(width, trends[line.value]), "shot-lengths", "Along the film: long shots reach down", section, line)));
}
