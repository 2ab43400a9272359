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

function formatLine() {
  const video = film.video;
  const tracks = [
    film.audio.length ? `${film.audio.length} sound ${film.audio.length === 1 ? "track" : "tracks"}` : "no sound",
    film.subtitles.length ? `subtitles ${film.subtitles.map((track) => track.language ?? "?").join(", ")}` : null,
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

const NAME_OF_FIGURE = { shots: "shots", cuts: "cuts" };

function figures() {
  if (!data.statistics.length) return element("p", { class: "quiet" }, "No statistics were measured.");
  const pairs = data.statistics.map((column) => [
    NAME_OF_FIGURE[column.name] ?? spoken(title(column.name, column.unit)),
    valueWords(column, column.value),
    column.meaning,
  ]);
  return facts(pairs, "figures");
}

export function drawSummary() {
  const header = document.getElementById("summary");
  header.querySelector("noscript")?.remove();
  header.append(
    film.title ? element("p", { class: "file" }, film.name) : "",
    element("p", { class: "format" },
      element("strong", {}, film.duration === null ? "length not known" : timecode(film.duration)),
      ...formatLine().map((part) => element("span", {}, part))),
    figures(),
  );
  if (film.damage.length) {
    header.append(element("ul", { class: "damage", "aria-label": "Damage" }, ...film.damage.map((said) => element("li", {}, said))));
  }
}
