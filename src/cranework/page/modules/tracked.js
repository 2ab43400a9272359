// A picture that explains a move: the first and the last still with the points that were followed drawn over, those of
// near things and of far ones told apart.

import { data, stillAddress, stillNear } from "./data.js";
import { element } from "./element.js";
import { drawn } from "./svg.js";
import { unpacked } from "./unpack.js";
import { figure } from "./words.js";

const THOUSANDTHS = 1000; // of a frame width
const NUMBERS = 5; // of a point, as the page keeps them
const PLAIN = 0.02; // frame widths; what goes less far on the whole is not said to go anywhere
const RADIUS = { "-1": 0.007, 0: 0.009, 1: 0.012 }; // frame widths: of the dot at the end of a track
const DIRECTIONS = ["right", "down and right", "down", "down and left", "left", "up and left", "up", "up and right"];

// By what a point is: near (1), far (-1), with the picture (0); the last are drawn over the others.
const DEPTHS = [
  { near: 0, name: "with", said: "go with the picture", long: "go with the picture as a whole" },
  { near: -1, name: "far", said: "pass slower: far", long: "pass slower, so they are far" },
  { near: 1, name: "near", said: "pass faster: near", long: "pass faster, so they are near" },
];

let points = null; // promise of all points, five rows of numbers

async function unpackPoints() {
  const numbers = new Int16Array((await unpacked(data.tracks.points)).buffer);
  const count = numbers.length / NUMBERS;
  return (at) => {
    const [x, y, right, down, near] = Array.from({ length: NUMBERS }, (_, row) => numbers[row * count + at]);
    return { x: x / THOUSANDTHS, y: y / THOUSANDTHS, right: right / THOUSANDTHS, down: down / THOUSANDTHS, near };
  };
}

const places = new Map();
(data.tracks?.moves ?? []).reduce((from, [at, first, last, count]) => {
  places.set(at, { first, last, from, count });
  return from + count;
}, 0);

/** The two frames between which points were followed through a move, as "12-80"; null where they were not, or no still is kept. */
export function trackedFrames(shot, move) {
  const place = places.get(move.at);
  return place && stillNear(shot, place.first) >= 0 ? `${place.first}-${place.last}` : null;
}

/** Where a move's points are and go to, in frame widths from the picture's centre, y down. */
async function tracksOf(move) {
  const { first, last, from, count } = places.get(move.at);
  points ??= unpackPoints();
  const pointAt = await points;
  return { first, last, points: Array.from({ length: count }, (_, at) => pointAt(from + at)) };
}

function trackLine({ x, y, right, down, near }) {
  const line = { x1: x, y1: y, x2: x + right, y2: y + down };
  return [
    drawn("line", { class: "halo", ...line }), drawn("line", line),
    drawn("circle", { cx: x + right, cy: y + down, r: RADIUS[near] }),
  ];
}

/** One still with the tracks over it, in units of its width. */
function overlaid(still, tracks, said) {
  const { width, height } = data.stills;
  const high = height / width;
  const groups = DEPTHS.map(({ near, name }) =>
    drawn("g", { class: `track ${name}` }, ...tracks.points.filter((point) => point.near === near).flatMap(trackLine)));
  return element("figure", {},
    drawn("svg", { viewBox: `-0.5 ${-high / 2} 1 ${high}`, role: "img", "aria-label": said },
      drawn("image", { href: stillAddress(still), x: -0.5, y: -high / 2, width: 1, height: high }), ...groups),
    element("figcaption", {}, `frame ${figure(data.stills.frames[still])}`));
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What the drawing shows, for who does not see it. */
function spokenTracks({ first, last, points: drawnPoints }) {
  const [right, down] = [mean(drawnPoints.map((point) => point.right)), mean(drawnPoints.map((point) => point.down))];
  const far = Math.hypot(right, down);
  const toward = DIRECTIONS[(Math.round(Math.atan2(down, right) / (Math.PI / 4)) + 8) % 8];
  const parts = DEPTHS.map(({ near, long }) => [drawnPoints.filter((point) => point.near === near).length, long]);
  const told = parts.filter(([count]) => count).map(([count, long]) => `${count} ${long}`).join(", ");
  const moved = far < PLAIN ? "no direction on the whole" : `on the whole ${figure(far)} frame widths ${toward}`;
  return `${drawnPoints.length} points of the picture followed from frame ${figure(first)} to ${figure(last)}: ${told}; they go ${moved}`;
}

function legend(tracks) {
  const shown = DEPTHS.filter(({ near }) => tracks.points.some((point) => point.near === near)).reverse();
  return element("p", { class: "legend" }, ...shown.map(({ name, said }) =>
    element("span", {},
      drawn("svg", { viewBox: "0 0 30 10", "aria-hidden": "true" }, drawn("g", { class: `track ${name}` },
        drawn("line", { class: "halo", x1: 2, y1: 5, x2: 24, y2: 5 }), drawn("line", { x1: 2, y1: 5, x2: 24, y2: 5 }), drawn("circle", { cx: 24, cy: 5, r: 3 }))),
      ` ${said}`)));
}

/** The picture of a move, which fills itself as soon as the points are unpacked. */
export function trackedPicture(shot, move) {
  const pair = element("div", { class: "pair" });
  const box = element("div", {}, pair);
  tracksOf(move).then((tracks) => {
    const stills = [...new Set([tracks.first, tracks.last].map((frame) => stillNear(shot, frame)))];
    const again = "The same points, over a later still";
    pair.append(...stills.map((still, at) => overlaid(still, tracks, at ? again : spokenTracks(tracks))));
    box.append(legend(tracks));
  });
  return box;
}
