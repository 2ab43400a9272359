// Numbers, times and judgements in words.

import { film } from "./data.js";
import { UNKNOWN } from "./element.js";

const LABEL_COLUMNS = ["label", "kind", "title", "text"];

const grouped = new Intl.NumberFormat("en");

/** 1234.5 as "1,234.5"; four figures are kept, whole numbers whole. */
export function figure(value) {
  if (value === null || value === undefined) return UNKNOWN;
  if (Number.isInteger(value)) return grouped.format(value);
  const size = Math.abs(value);
  const digits = size >= 100 ? 1 : size >= 1 ? 2 : 3;
  return grouped.format(Number(value.toFixed(digits)));
}

/** Seconds as h:mm:ss or m:ss, with as many decimals as asked for (cut, not rounded: a time never runs ahead). */
export function timecode(seconds, decimals = 0) {
  const scale = 10 ** decimals;
  const units = Math.floor(Math.max(0, seconds) * scale + 1e-4);
  const whole = Math.floor(units / scale);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number) => String(number).padStart(2, "0");
  const fraction = decimals ? `.${String(units % scale).padStart(decimals, "0")}` : "";
  const long = hours > 0 || (film.duration ?? 0) >= 3600;
  return `${long ? `${hours}:${two(minutes)}` : minutes}:${two(rest)}${fraction}`;
}

/** A length: hundredths throughout, so that lengths can be compared at a glance. */
export const seconds = (value) => `${value.toFixed(2)} s`;

/** A declared name as words: "average_shot_length_s" in "s" is "Average shot length". */
export function title(name, unit = "") {
  const bare = unit && name.endsWith(`_${unit}`) ? name.slice(0, -unit.length - 1) : name;
  const words = bare.replace(/[._]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const spoken = (word) => String(word).replaceAll("_", " ");

/** A column's value as text, whatever it is. */
export function valueWords(column, value) {
  if (value === null || value === undefined) return UNKNOWN;
  if (typeof value === "number" && column.unit === "s") return seconds(value);
  if (typeof value === "number") return column.unit ? `${figure(value)} ${column.unit}` : figure(value);
  if (Array.isArray(value)) {
    return value.map((item) => valueWords({ unit: "" }, item)).join(", ") + (value.length && column.unit ? ` ${column.unit}` : "");
  }
  if (typeof value === "object") {
    return Object.entries(value).map(([key, item]) => `${spoken(key)} ${valueWords({ unit: "" }, item)}`).join(", ");
  }
  return column.values?.length ? spoken(value) : String(value);
}

/** What stands on a span: its label, kind, title or text; why, where a judgement could not be made. */
export function spanLabel(kind, row) {
  const texts = kind.columns.filter((column) => column.type === "text").map((column) => column.name);
  const name = LABEL_COLUMNS.find((known) => texts.includes(known)) ?? texts[0];
  if (name === undefined) return spoken(kind.name).replace(/s$/, "");
  if (row.values[name] === null) return row.values.why ? `cannot be told: ${row.values.why}` : "cannot be told";
  return spoken(row.values[name]);
}

/** A span in one line; a judgement with its length and confidence: "dissolve, 24 frames, 0.87". */
export function spanWords(kind, row) {
  const parts = [spanLabel(kind, row)];
  if ("confidence" in row.values) {
    const frames = row.end - row.start;
    if (frames > 0) parts.push(frames === 1 ? "1 frame" : `${grouped.format(frames)} frames`);
    const confidence = row.values.confidence;
    parts.push(typeof confidence === "number" ? confidence.toFixed(2) : "confidence not known");
  }
  return parts.join(", ");
}

/** Bytes as "733 MB". */
export function weight(bytes) {
  const step = bytes >= 1e9 ? [1e9, "GB"] : bytes >= 1e6 ? [1e6, "MB"] : [1e3, "kB"];
  return `${grouped.format(Number((bytes / step[0]).toPrecision(3)))} ${step[1]}`;
}
