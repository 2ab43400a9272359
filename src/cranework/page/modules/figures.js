// Drawings that one can take along: as SVG and PNG, dark on white.

import { film } from "./data.js";
import { element } from "./element.js";
import { drawn } from "./svg.js";

const PNG_SCALE = 2; // pixels for each unit of the drawing: sharp in print
const INK = "#1d1d1b";

/** Save bytes under the film's name. */
export function save(blob, ending) {
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
  copy.querySelector("title").after(drawn("rect", { x: 0, y: 0, width, height, fill: "#ffffff" }));
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

const NARROW = 480; // pixels of the page; below, drawings are as wide as a telephone
const WIDTHS = { narrow: 320, wide: 600 }; // units of a drawing

/** A drawing with its buttons; `draw` makes it for a width, anew where the page becomes narrow or wide or another line is chosen. */
export function chart(draw, name, caption, section, control = null) {
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
