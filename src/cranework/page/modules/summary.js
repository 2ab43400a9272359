// The film at a glance: what it is, and its figures.

import { data, film } from "./data.js";
import { element, facts } from "./element.js";
import { figure, spoken, timecode, title, valueWords } from "./words.js";

const KNOWN_RATIOS = [[4 / 3, "4:3"], [16 / 9, "16:9"], [1, "1:1"], [9 / 16, "9:16"]];

function ratio(width, height) {
  const exact = width / height;
  return KNOWN_RATIOS.find(([known]) => Math.abs(known - exact) < 0.005)?.[1] ?? `${exact.toFixed(2)}:1`;
}

/** Width to height of the picture without bars: the active area, in pixels as wide as a viewer sees them. */
function pictureRatio() {
  const { width, height, display_width: shownWidth, display_height: shownHeight } = film.video;
  const turned = (width > height) !== (shownWidth > shownHeight);
  const [, , wide, high] = film.active_area;
  const [across, down] = turned ? [high / height, wide / width] : [wide / width, high / height];
  return ratio(shownWidth * across, shownHeight * down);
}

function subtitleWords(tracks) {
  const languages = tracks.map((track) => track.language);
  if (languages.every(Boolean)) return `subtitles ${languages.join(", ")}`;
  return `${tracks.length} subtitle ${tracks.length === 1 ? "track" : "tracks"}`;
}

function formatLine() {
  const video = film.video;
  const tracks = [
    film.audio.length ? `${film.audio.length} sound ${film.audio.length === 1 ? "track" : "tracks"}` : "no sound",
    film.subtitles.length ? subtitleWords(film.subtitles) : null,
  ];
  return [
    pictureRatio(),
    `${video.display_width} × ${video.display_height}`,
    film.frame_rate === null ? "variable frame rate" : `${figure(film.frame_rate)} frames/s`,
    `${figure(film.frames)} frames`,
    [video.codec, video.bit_depth > 8 ? `${video.bit_depth} bit` : null, video.hdr].filter(Boolean).join(" "),
    video.interlaced ? `interlaced, ${video.interlaced}` : null,
    ...tracks,
  ].filter(Boolean);
}

const LEADING = 4; // figures told large

/** What a film scholar asks first comes first; of layers nobody knows, what they declare first. */
const ASKED_FIRST = ["shots", "average_shot_length_s", "median_shot_length_s", "median_to_average"];

function figures() {
  if (!data.statistics.length) return [element("p", { class: "quiet" }, "No statistics were measured.")];
  const place = ({ name }) => (ASKED_FIRST.includes(name) ? ASKED_FIRST.indexOf(name) : LEADING);
  const ordered = [...data.statistics].sort((one, other) => place(one) - place(other));
  const told = ordered.map((column) => [spoken(title(column.name, column.unit)), valueWords(column, column.value), column.meaning]);
  return [facts(told.slice(0, LEADING), "figures leading"), facts(told.slice(LEADING), "figures more")];
}

export function drawSummary() {
  const header = document.getElementById("summary");
  header.querySelector("noscript")?.remove();
  header.append(
    film.title ? element("p", { class: "file" }, film.name) : "",
    element("p", { class: "format" },
      element("strong", {}, film.duration === null ? "length not known" : timecode(film.duration)),
      ...formatLine().map((part) => element("span", {}, part))),
    element("div", { class: "glance" }, ...figures()),
  );
  if (film.damage.length) {
    header.append(element("ul", { class: "damage", "aria-label": "Damage" }, ...film.damage.map((said) => element("li", {}, said))));
  }
}
