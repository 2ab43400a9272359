// The timeline: a ruler and lanes that show the same stretch of the film, each drawn on a surface of its own.

import { duration, frameAt, shotAt } from "./data.js";
import { curveSurface } from "./curves.js";
import { element, freshContext, pageColor } from "./element.js";
import { listenTo } from "./gestures.js";
import { makeLanes } from "./lanes.js";
import { playFrom, playerBox } from "./player.js";
import { follow, showWindow, view, zoom } from "./state.js";
import { figure, timecode } from "./words.js";

const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200]; // seconds
const LEAST_GAP = 88; // pixels between two times on the ruler

let ruler = null; // the canvas at the top; it tells where the film lies on the screen
let lanes = [];
let drawAwaited = false;

/** Draw at the browser's next frame, once, however often it is asked for. */
function redraw() {
  if (drawAwaited) return;
  drawAwaited = true;
  requestAnimationFrame(() => { drawAwaited = false; draw(); });
}

function paintOf(canvas) {
  const fresh = freshContext(canvas);
  if (!fresh) return null;
  const { from, to } = view;
  const scale = fresh.width / (to - from);
  return { ...fresh, from, to, x: (time) => (time - from) * scale, timeAt: (x) => from + x / scale };
}

function draw() {
  const paint = paintOf(ruler);
  if (!paint) return;
  drawRuler(paint);
  for (const lane of lanes) lane.surface.draw();
  placeCursors();
}

function canvasSurface(lane, said) {
  const node = element("canvas", { role: "img", "aria-label": said });
  node.style.height = `${lane.height}px`;
  const drawParts = () => {
    const paint = paintOf(node);
    for (const part of paint ? lane.parts : []) part.draw(paint);
  };
  return { node, draw: drawParts };
}

function drawRuler({ context, width, height, x, from, to }) {
  const step = STEPS.find((seconds) => (seconds * width) / (to - from) >= LEAST_GAP) ?? STEPS.at(-1);
  context.fillStyle = pageColor("quiet");
  context.font = "11px system-ui, sans-serif";
  context.textBaseline = "top";
  for (let tick = Math.ceil(from / step - 1e-9); tick * step <= to; tick++) {
    const place = Math.round(x(tick * step));
    context.fillRect(place, height - 6, 1, 6);
    const said = timecode(tick * step, step < 1 ? 1 : 0);
    const wide = context.measureText(said).width;
    context.fillText(said, Math.min(Math.max(place - wide / 2, 0), width - wide), 2);
  }
}

function placeCursors() {
  const scale = ruler.clientWidth / (view.to - view.from);
  for (const [id, time] of [["cursor", view.moment], ["pointer", view.hover]]) {
    const line = document.getElementById(id);
    line.hidden = time === null || time < view.from || time > view.to;
    if (!line.hidden) line.style.transform = `translateX(${(time - view.from) * scale}px)`;
  }
  const time = view.hover ?? view.moment;
  const reach = 1 / scale;
  lanes.forEach((lane) => {
    lane.parts.forEach((part) => { part.output.textContent = part.read(time, reach); });
  });
  sayMoment(time);
}

function momentWords(time) {
  const shot = shotAt(time);
  return [timecode(time, 2), `frame ${figure(frameAt(time))}`, shot ? `shot ${shot.number}` : null].filter(Boolean).join(" · ");
}

function sayMoment(time) {
  document.getElementById("moment").textContent = momentWords(time);
  const slider = ruler.parentElement;
  slider.setAttribute("aria-valuenow", view.moment.toFixed(2));
  slider.setAttribute("aria-valuetext", momentWords(view.moment));
}

function laneElement(lane) {
  const several = lane.parts.length > 1;
  const labels = lane.parts.map((part) => {
    const dot = part.color ? element("i", { class: "dot", "aria-hidden": "true" }) : null;
    if (dot) dot.style.backgroundColor = part.color;
    part.output = element("output", {});
    return element("span", { class: "label", title: part.meaning }, dot, element("b", {}, several ? part.name : lane.name), part.output);
  });
  const said = lane.parts.map((part) => `${part.name}: ${part.meaning}`).join("; ");
  lane.surface = lane.parts.some((part) => part.signal) ? curveSurface(lane, said, redraw) : canvasSurface(lane, said);
  return element("div", { class: "lane" }, element("div", { class: "head" }, ...labels), lane.surface.node);
}

function tools() {
  const middle = () => (view.moment >= view.from && view.moment <= view.to ? view.moment : (view.from + view.to) / 2);
  const button = (words, said, click) => element("button", { type: "button", "aria-label": said, title: said, click }, words);
  return element("div", { class: "tools" },
    element("output", { id: "moment", "aria-live": "off" }),
    button("Play", "Play the film from this moment (P)", () => playFrom(view.moment)),
    button("−", "Zoom out (−)", () => zoom(1 / 1.6, middle())),
    button("+", "Zoom in (+)", () => zoom(1.6, middle())),
    button("Whole film", "Show the whole film (0)", () => showWindow(0, duration)));
}

export function drawTimeline() {
  lanes = makeLanes(redraw);
  ruler = element("canvas", { "aria-hidden": "true" });
  const slider = element("div", {
    class: "ruler", role: "slider", tabindex: "0", "aria-label": "Moment of the film", "aria-valuemin": "0",
    "aria-valuemax": duration.toFixed(2), "aria-valuenow": "0",
    title: "Arrow keys: a step; Page Up, Page Down: a shot; + and −: zoom; 0: the whole film; P: play",
  }, ruler);
  const plot = element("div", { class: "lanes" },
    element("div", { class: "lane" }, element("div", { class: "head" }), slider),
    ...lanes.map(laneElement),
    element("div", { class: "cursors" }, element("div", { id: "pointer", hidden: true }), element("div", { id: "cursor" })));
  document.getElementById("timeline").append(
    element("div", { class: "bar" }, element("h2", { id: "timeline-title" }, "Timeline"), tools()), playerBox, plot);
  listenTo(plot, slider, ruler);
  ["window", "shot"].forEach((what) => follow(what, redraw));
  follow("moment", () => { if (!drawAwaited) placeCursors(); });
  new ResizeObserver(redraw).observe(ruler);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  addEventListener("beforeprint", draw);
}
