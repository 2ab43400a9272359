// A drawn sign for each thing a camera does, which tells them apart without color: what turns has a pivot and a curved
// arrow, what travels has rails, a lens has frames, and who stands still has a tripod.

import { drawn } from "./svg.js";

export const SIDE = 20; // units of a sign's square
const STROKE = 1.6; // units
const HEAD = { length: 4, turn: 0.7 }; // of an arrow: units, and the angle of its two lines (radians)

const arrowHead = (x, y, degrees, length = HEAD.length) => [-HEAD.turn, HEAD.turn].map((turn) => {
  const toward = (degrees * Math.PI) / 180 + turn;
  return `M${x} ${y}l${(-length * Math.cos(toward)).toFixed(2)} ${(-length * Math.sin(toward)).toFixed(2)}`;
}).join("");

const dot = (x, y, radius) => `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;

/** Lines and filled dots of each sign; where it has a direction, towards the right. */
const SHAPES = {
  turn: { lines: `M3.5 10.4A8 8 0 0 1 16.5 10.4${arrowHead(16.5, 10.4, 58)}`, dots: dot(10, 15.5, 2) },
  roll: { lines: `M4.6 6.4A6.5 6.5 0 1 1 4.6 13.6${arrowHead(4.6, 13.6, -122)}`, dots: dot(10, 10, 1.8) },
  travel: { lines: `M3 7.5H17${arrowHead(17, 7.5, 0)}M2.5 14.8H17.5M5.5 12.8v4M10 12.8v4M14.5 12.8v4`, dots: "" },
  forward: { lines: `M2.5 17L7.5 3.5M17.5 17L12.5 3.5M10 16.5V7${arrowHead(10, 6.5, -90)}`, dots: "" },
  back: { lines: `M2.5 17L7.5 3.5M17.5 17L12.5 3.5M10 6V16.5${arrowHead(10, 17, 90)}`, dots: "" },
  arc: { lines: `M3.2 6.6A7 7 0 0 0 16.8 6.6${arrowHead(16.8, 6.4, -76)}M2.2 12.2A9.6 9.6 0 0 0 17.8 12.2M10 15v3M4.6 13.2l-1.5 2.6M15.4 13.2l1.5 2.6`, dots: dot(10, 4.6, 2.2) },
  closer: { lines: "M2 6.5V3.5H5.5M14.5 3.5H18V6.5M18 13.5V16.5H14.5M5.5 16.5H2V13.5M2 3.5L4.6 5.6M18 3.5L15.4 5.6M18 16.5L15.4 14.4M2 16.5L4.6 14.4M7 7.5h6v5h-6z", dots: "M7 7.5h6v5h-6z" },
  wider: { lines: "M2 3.5h16v13h-16zM6 9V7.3H8M12 7.3h2V9M14 11v1.7h-2M8 12.7H6V11", dots: "" },
  against: { lines: `M2 6V2.5H6M14 2.5H18V6M18 14V17.5H14M6 17.5H2V14M5.8 15.5L8 5.5M14.2 15.5L12 5.5M10 15V7.5${arrowHead(10, 7, -90, 3)}`, dots: "" },
  stand: { lines: "M10 8V17M9.3 8.5L5 17M10.7 8.5L15 17", dots: dot(10, 5.5, 2.8) },
  question: { lines: "M6.8 7.2a3.3 3.3 0 1 1 5 2.8c-1.2.8-1.8 1.4-1.8 2.9", dots: dot(10, 16.2, 1.2) },
};

// Matrices that lead from "towards the right" to the other directions, within the sign's square.
const TO_RIGHT = [1, 0, 0, 1, 0, 0];
const TO_LEFT = [-1, 0, 0, 1, SIDE, 0];
const TO_TOP = [0, -1, -1, 0, SIDE, SIDE];
const TO_BOTTOM = [0, 1, -1, 0, SIDE, 0];

/** What the camera does at large, with a color for each that is seen on light and on dark ground. */
export const FAMILIES = {
  still: { color: "#8d8a82" },
  turning: { said: "turns", color: "#2f8a82" },
  travelling: { said: "travels", color: "#bf7526" },
  zooming: { said: "zooms", color: "#7d6cc4" },
  untold: { color: "#8d8a82" },
};

const SIGNS = new Map(Object.entries({
  static: ["still", "stand", TO_RIGHT],
  pan_left: ["turning", "turn", TO_LEFT],
  pan_right: ["turning", "turn", TO_RIGHT],
  tilt_up: ["turning", "turn", TO_TOP],
  tilt_down: ["turning", "turn", TO_BOTTOM],
  roll_cw: ["turning", "roll", TO_RIGHT],
  roll_ccw: ["turning", "roll", TO_LEFT],
  truck_left: ["travelling", "travel", TO_LEFT],
  truck_right: ["travelling", "travel", TO_RIGHT],
  pedestal_up: ["travelling", "travel", TO_TOP],
  pedestal_down: ["travelling", "travel", TO_BOTTOM],
  dolly_in: ["travelling", "forward", TO_RIGHT],
  dolly_out: ["travelling", "back", TO_RIGHT],
  arc_left: ["travelling", "arc", TO_LEFT],
  arc_right: ["travelling", "arc", TO_RIGHT],
  zoom_in: ["zooming", "closer", TO_RIGHT],
  zoom_out: ["zooming", "wider", TO_RIGHT],
  dolly_zoom: ["zooming", "against", TO_RIGHT],
}));
const UNTOLD = ["untold", "question", TO_RIGHT];

/** Whether a label is one that a sign is drawn for. */
export const isMove = (label) => SIGNS.has(label);

/** Whether a label says that the camera moves. */
export const isMotion = (label) => isMove(label) && familyOf(label) !== FAMILIES.still;

/** What a label is a kind of; one that nobody knows counts as one that cannot be told. */
export const familyOf = (label) => FAMILIES[(SIGNS.get(label) ?? UNTOLD)[0]];

/** The sign of a label as part of a drawing, in a square of `size` units. */
export function signAt(label, x, y, size, color) {
  const [, shape, matrix] = SIGNS.get(label) ?? UNTOLD;
  const { lines, dots } = SHAPES[shape];
  return drawn("g", { transform: `translate(${x} ${y}) scale(${size / SIDE}) matrix(${matrix.join(" ")})` },
    drawn("path", { d: lines, fill: "none", stroke: color, "stroke-width": STROKE, "stroke-linecap": "round", "stroke-linejoin": "round" }),
    drawn("path", { d: dots, fill: color }));
}

/** The sign of a label, to stand beside its words. */
export function sign(label) {
  return drawn("svg", { class: "sign", viewBox: `0 0 ${SIDE} ${SIDE}`, "aria-hidden": "true" }, signAt(label, 0, 0, SIDE, familyOf(label).color));
}

/** The sign of a label on a canvas. */
export function paintSign(context, label, left, top, size, color) {
  const [, shape, matrix] = SIGNS.get(label) ?? UNTOLD;
  context.save();
  context.translate(left, top);
  context.scale(size / SIDE, size / SIDE);
  context.transform(...matrix);
  Object.assign(context, { strokeStyle: color, fillStyle: color, lineWidth: STROKE, lineCap: "round", lineJoin: "round" });
  context.stroke(new Path2D(SHAPES[shape].lines));
  context.fill(new Path2D(SHAPES[shape].dots));
  context.restore();
}
