// How many statements are worth what, and which of them are shown: by verdict, by kind, and what was not read.

import { element } from "./element.js";
import { verdicts } from "./review_data.js";
import { figure, spoken } from "./words.js";

const countBy = (statements, key) => {
  const counts = new Map();
  for (const one of statements) counts.set(one[key], (counts.get(one[key]) ?? 0) + 1);
  return counts;
};

/** A large figure for each verdict, which shows only its statements when it is pressed. */
export function drawVerdicts(reading) {
  const counts = countBy(reading.review.statements, "verdict");
  const buttons = verdicts.map(({ name, sign, said }) => {
    const number = counts.get(name) ?? 0;
    const press = () => {
      const wanted = new Set(reading.verdicts);
      if (!wanted.delete(name)) wanted.add(name);
      reading.sieve({ verdicts: wanted });
    };
    const made = element("button", { type: "button", class: `verdict ${name}`, "aria-pressed": "false", disabled: !number, title: `Show only what is ${said}`, click: press },
      element("span", { class: "number" }, figure(number)),
      element("span", { class: "said-of" }, element("span", { class: "sign-of", "aria-hidden": "true" }, sign), ` ${said}`));
    reading.on("shown", () => made.setAttribute("aria-pressed", String(reading.verdicts.has(name))));
    return made;
  });
  return element("div", { class: "verdicts", role: "group", "aria-label": "Statements by verdict" }, ...buttons);
}

/** The shares of the verdicts in one bar; the figures above it say the same. */
function shareBar(statements, counts) {
  const parts = verdicts.filter(({ name }) => counts.get(name)).map(({ name }) => {
    const share = element("i", { class: name });
    share.style.flexGrow = counts.get(name);
    return share;
  });
  return element("div", { class: "share", "aria-hidden": "true" }, ...parts);
}

function kindSelect(reading) {
  const counts = [...countBy(reading.review.statements, "kind")].sort(([, one], [, other]) => other - one);
  const chosen = element("select", { "aria-label": "Kind of statement" },
    element("option", { value: "" }, "All kinds"),
    ...counts.map(([kind, number]) => element("option", { value: kind }, `${spoken(kind)} (${figure(number)})`)));
  chosen.addEventListener("input", () => reading.sieve({ kind: chosen.value }));
  reading.on("shown", () => { chosen.value = reading.kind; });
  return chosen;
}

function unreadToggle(reading) {
  const number = reading.review.unread.length;
  if (!number) return null;
  const made = element("button", { type: "button", "aria-pressed": "false", title: "Stretches that look like statements, and of which none was made",
    click: () => reading.sieve({ unread: !reading.unread }) }, `Not read: ${figure(number)}`);
  reading.on("shown", () => made.setAttribute("aria-pressed", String(reading.unread)));
  return made;
}

export function drawReviewSieve(reading) {
  const { statements } = reading.review;
  const counts = countBy(statements, "verdict");
  const all = `${figure(statements.length)} ${statements.length === 1 ? "statement" : "statements"}`;
  const said = element("output", { class: "quiet", "aria-live": "polite" }, all);
  const everything = element("button", { type: "button", hidden: true, click: () => reading.sieve({ verdicts: new Set(), kind: "" }) }, "Show all");
  reading.on("shown", () => {
    const shown = reading.shown().length;
    everything.hidden = !reading.verdicts.size && !reading.kind;
    said.textContent = everything.hidden ? all : `${figure(shown)} of ${all}`;
  });
  return element("div", { class: "counted" },
    shareBar(statements, counts),
    element("div", { class: "tools" }, said, kindSelect(reading), unreadToggle(reading), everything));
}
