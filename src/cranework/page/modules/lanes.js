// The lanes of the timeline, from the declarations that the study keeps: no layer is known by name here.

import { data, kinds, shots } from "./data.js";
import { curvePart } from "./curves.js";
import { lengthsPart, spansPart } from "./spans.js";
import { stripPart } from "./strip.js";
import { title } from "./words.js";

const HEIGHTS = { marks: 26, curve: 52, spans: 26 };
const JUDGED_ROW = 17; // pixels of each row of judgements that hold at once: room for their words

/** From top to bottom: what was judged, what was measured, what the film itself says. */
const rank = (declared) => (declared.lane.form === "curve" ? 1 : declared.columns.some(({ name }) => name === "confidence") ? 0 : 2);

/** What a layer declared, and how it is drawn and read. */
function part(declared) {
  const form = declared.lane.form;
  const made = form === "curve" ? curvePart(declared) : spansPart(declared, form);
  return { ...made, name: title(declared.name), meaning: declared.meaning, color: declared.lane.color };
}

function declaredLanes() {
  const groups = new Map();
  for (const declared of [...kinds, ...data.signals]) {
    const empty = declared.rows?.length === 0; // the notes say that nothing was found
    if (empty || !declared.lane || !Object.hasOwn(HEIGHTS, declared.lane.form)) continue;
    const key = declared.lane.group || declared.name;
    if (!groups.has(key)) groups.set(key, { name: title(key), form: declared.lane.form, rank: rank(declared), parts: [] });
    groups.get(key).parts.push(part(declared));
  }
  const lanes = [...groups.values()].sort((one, other) => one.rank - other.rank);
  return lanes.map((lane) => ({ ...lane, height: Math.max(HEIGHTS[lane.form], ...lane.parts.length > 1 ? [40] : [], ...lane.rank ? [] : rowsOf(lane)) }));
}

const rowsOf = (lane) => lane.parts.filter((one) => one.places > 1).map((one) => one.places * JUDGED_ROW + 4);

/** All lanes from top to bottom: pictures, lengths, then what the layers ask for. */
export function makeLanes(redraw) {
  const lanes = [];
  if (data.stills?.images.length) {
    const meaning = "One still for each stretch of the film";
    lanes.push({ name: "Pictures", height: 66, parts: [{ ...stripPart(redraw), name: "Pictures", meaning }] });
  }
  if (shots.length) {
    const meaning = "The length of each shot, hung from the top: long shots reach down";
    lanes.push({ name: "Shot lengths", height: 64, parts: [{ ...lengthsPart(), name: "Shot lengths", meaning }] });
  }
  return [...lanes, ...declaredLanes()];
}
