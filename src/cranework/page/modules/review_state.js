// What the reader of a review looks at: which statement is chosen, which is pointed at, and which are shown at all.

import { reviews } from "./review_data.js";

/** The state of one review; its parts follow it. */
export function makeReading(review) {
  const heard = { chosen: [], pointed: [], shown: [] };
  const call = (what, ...details) => heard[what].forEach((listener) => listener(...details));
  const reading = {
    review,
    chosen: null,
    pointed: null,
    verdicts: new Set(), // shown; none: all of them
    kind: "",
    unread: false, // whether what was not read is shown as well
    on: (what, listener) => heard[what].push(listener),
    isShown: (statement) =>
      (!reading.verdicts.size || reading.verdicts.has(statement.verdict)) && (!reading.kind || reading.kind === statement.kind),
    shown: () => review.statements.filter(reading.isShown),
    /** Choose a statement (null: none). `way` says where: in the "text", among the "cards", as the address "asked", "else". */
    choose: (statement, way = "else") => {
      if (statement && !reading.isShown(statement)) reading.sieve({ verdicts: new Set(), kind: "" });
      reading.chosen = statement;
      history.replaceState(null, "", statement ? `#statement=${statement.address}` : location.pathname + location.search);
      call("chosen", way);
    },
    point: (statement) => {
      if (reading.pointed === statement) return;
      reading.pointed = statement;
      call("pointed");
    },
    sieve: (wanted) => {
      Object.assign(reading, wanted);
      if (reading.chosen && !reading.isShown(reading.chosen)) reading.choose(null);
      call("shown");
    },
    /** The statement so many steps after the one given, among those that are shown. */
    beside: (statement, steps) => {
      const shown = reading.shown();
      const place = shown.indexOf(statement);
      return shown[place < 0 ? (steps > 0 ? 0 : shown.length - 1) : place + steps] ?? null;
    },
  };
  return reading;
}

/** Where a key leads from a statement: so many steps, to the first or to the last; null where it leads nowhere. */
export function walked(event, statement, reading, steps) {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === "Home") return reading.shown()[0];
  if (event.key === "End") return reading.shown().at(-1);
  return steps[event.key] ? reading.beside(statement, steps[event.key]) : null;
}

/** The review and the statement that the page's address asks for: `#statement=s9`, `#statement=2.s9`; or nothing. */
export function statementAsked() {
  const [, asked] = /^#statement=([\w.-]+)$/.exec(location.hash) ?? [];
  if (!asked) return null;
  for (const review of reviews) {
    const statement = review.statements.find(({ address }) => address === asked);
    if (statement) return { review, statement };
  }
  return null;
}
