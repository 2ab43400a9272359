// What was read in each text: its statements, and the text cut into pieces wherever a mark begins or ends.

import { data } from "./data.js";

/** A tag in the text, which is shown as it stands; some of them end a line. */
const TAG = /<\/?[A-Za-z][^<>]{0,80}>/g;
const LINE_END = /^<(?:br|\/p|\/div|\/li)\b/i;

export const verdicts = data.verdicts ?? [];
export const verdictOf = (statement) => verdicts.find(({ name }) => name === statement.verdict) ?? verdicts.at(-1);

export const lengthOf = (statement) => statement.end - statement.start;

/** Offsets count code points, strings of the browser count halves of some of them. */
function readReview(told, index) {
  const points = Array.from(told.text);
  const within = ({ start, end }) => start >= 0 && start < end && end <= points.length;
  const statements = told.statements.filter(within).map((one, at) => ({
    ...one,
    at,
    address: index ? `${index + 1}.${one.id}` : one.id,
    words: points.slice(one.start, one.end).join(""),
    level: 0,
  }));
  arrangeLevels(statements);
  return { ...told, index, points, statements, unread: told.unread.filter(within) };
}

export const reviews = (data.reviews ?? []).map(readReview);

/** Give each statement a line of its own among those it overlaps, the shorter ones nearer to the words. */
function arrangeLevels(statements) {
  let group = [];
  let reach = 0;
  for (const statement of [...statements].sort((one, other) => one.start - other.start)) {
    if (statement.start >= reach) {
      levelGroup(group);
      group = [];
    }
    group.push(statement);
    reach = Math.max(reach, statement.end);
  }
  levelGroup(group);
}

function levelGroup(group) {
  const placed = [];
  for (const statement of [...group].sort((one, other) => lengthOf(one) - lengthOf(other) || one.at - other.at)) {
    const taken = new Set(placed.filter((one) => one.start < statement.end && one.end > statement.start).map(({ level }) => level));
    while (taken.has(statement.level)) statement.level += 1;
    placed.push(statement);
  }
}

/** Tags in the text: from, to (code points), and whether a line ends there. */
function tagsOf(review) {
  const text = review.points.join("");
  const tags = [];
  let [counted, units] = [0, 0]; // code points, and the halves they take
  for (const found of text.matchAll(TAG)) {
    counted += Array.from(text.slice(units, found.index)).length;
    const size = Array.from(found[0]).length;
    tags.push({ from: counted, to: counted + size, endsLine: LINE_END.test(found[0]) });
    [counted, units] = [counted + size, found.index + found[0].length];
  }
  tags.forEach((tag, at) => {
    const next = tags[at + 1];
    if (next?.endsLine && !review.points.slice(tag.to, next.from).join("").trim()) tag.endsLine = false; // the next one does
  });
  return tags;
}

/** The text from end to end: words, the statements that hold there (the shortest first), tags and what was not read. */
export function piecesOf(review) {
  const end = review.points.length;
  const tags = tagsOf(review);
  const edges = new Set([0, end]);
  for (const { start, end: stop } of [...review.statements, ...review.unread]) edges.add(start).add(stop);
  for (const { from, to } of tags) edges.add(from).add(to);
  const ordered = [...edges].filter((edge) => edge <= end).sort((one, other) => one - other);
  const open = { statements: feed(review.statements), unread: feed(review.unread), tags: feed(tags.map((tag) => ({ ...tag, start: tag.from, end: tag.to }))) };
  return ordered.slice(0, -1).map((from, at) => {
    const to = ordered[at + 1];
    const [statements, unread, inTags] = [open.statements(from), open.unread(from), open.tags(from)];
    statements.sort((one, other) => lengthOf(one) - lengthOf(other) || one.at - other.at);
    return { from, to, words: review.points.slice(from, to).join(""), statements, unread: unread[0] ?? null, tag: inTags[0] ?? null };
  });
}

/** Answers which of the spans hold at a place; places are asked for in rising order. */
function feed(spans) {
  const waiting = [...spans].sort((one, other) => one.start - other.start);
  let held = [];
  let next = 0;
  return (place) => {
    while (next < waiting.length && waiting[next].start <= place) held.push(waiting[next++]);
    held = held.filter(({ end }) => end > place);
    return [...held];
  };
}

/** Where in the film the evidence for a statement lies. */
export const placesOf = (statement) => statement.evidence.filter(({ at_time: times }) => times);
