// What the page rests on: program, layers, and what was not looked at.

import { data, film, kinds } from "./data.js";
import { element } from "./element.js";
import { spoken, weight } from "./words.js";

export function drawNotes() {
  const newest = data.layers.map((layer) => layer.made).sort().at(-1);
  const rows = data.layers.map((layer) =>
    element("tr", {},
      element("th", { scope: "row" }, layer.title),
      element("td", {}, layer.meaning),
      element("td", { class: "number" }, `${layer.name} ${layer.version}`),
      element("td", { class: "number" }, layer.made.slice(0, 10))));
  const notes = document.getElementById("notes");
  addEventListener("beforeprint", () => notes.querySelector("details").toggleAttribute("open", true));
  const none = kinds.filter((kind) => !kind.rows.length).map((kind) => spoken(kind.name));
  notes.append(
    none.length ? element("p", {}, element("strong", {}, "Looked for, and none found: "), `${none.join(", ")}.`) : "",
    data.missing.length
      ? element("p", {}, element("strong", {}, "Not measured: "), `${data.missing.join(", ")}.`)
      : "",
    element("p", {}, "A number after a judgement is its confidence: the probability, from 0 to 1, that it is right."),
    element("details", { open: data.layers.length <= 4 },
      element("summary", {}, `${data.layers.length} layers were measured`),
      element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Layers" },
        element("table", {},
          element("thead", {}, element("tr", {}, ...["Layer", "Says", "Version", "Made"].map((name) => element("th", { scope: "col" }, name)))),
          element("tbody", {}, ...rows)))),
    element("p", { class: "quiet" },
      [`${film.name}, ${weight(film.size)}`, newest ? `measured ${newest.slice(0, 10)}` : null, `Cranework ${data.cranework}`]
        .filter(Boolean).join(" · ")),
  );
}
