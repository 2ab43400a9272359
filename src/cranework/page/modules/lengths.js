// The shots' lengths as drawings and as a table, to be taken along.

import { distributionChart, lengthsChart } from "./charts.js";
import { film, shots } from "./data.js";
import { element } from "./element.js";

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

/** Index (from 0), frames and seconds of each shot, named as in the exports. */
export function lengthsTable() {
  const rows = shots.map((shot) => [shot.index, shot.start, shot.end, shot.from, shot.to, Number(shot.length.toFixed(6))]);
  return [["index", "start", "end", "start_time", "end_time", "duration"], ...rows].map((row) => `${row.join(",")}\r\n`).join("");
}

function chart(drawing, name, caption) {
  const button = (words, click) => element("button", { type: "button", "aria-label": `Save ${name.replaceAll("-", " ")} as ${words}`, click }, words);
  return element("figure", {},
    element("figcaption", { class: "bar" }, element("span", {}, caption),
      element("span", { class: "tools" }, button("SVG", () => saveSvg(drawing, name)), button("PNG", () => savePng(drawing, name)))),
    drawing);
}

export function drawShotLengths() {
  const section = document.getElementById("lengths");
  section.hidden = !shots.length;
  if (!shots.length) return;
  const saveTable = () => save(new Blob([lengthsTable()], { type: "text/csv" }), "shots.csv");
  section.append(
    element("div", { class: "bar" }, element("h2", { id: "lengths-title" }, "Shot lengths"),
      element("div", { class: "tools" }, element("button", { type: "button", "aria-label": "Save the shots as CSV", click: saveTable }, "CSV"))),
    element("div", { class: "charts" },
      chart(distributionChart(), "distribution", "How many shots are how long"),
      chart(lengthsChart(), "shot-lengths", "Along the film: long shots reach down")));
}
