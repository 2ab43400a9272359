// The shots' lengths as drawings and as a table, to be taken along.

import { distributionChart, lengthsChart } from "./charts.js";
import { data, shots } from "./data.js";
import { element, select } from "./element.js";
import { chart, save } from "./figures.js";
import { trends } from "./trends.js";
import { unpacked } from "./unpack.js";

/** The table that `cranework export` writes, byte for byte. */
const saveTable = async () => save(new Blob([await unpacked(data.table)], { type: "text/csv" }), "shots.csv");

export function drawShotLengths() {
  const section = document.getElementById("lengths");
  section.hidden = !shots.length;
  if (!shots.length) return;
  const line = select("Line over the shot lengths", trends);
  section.append(
    element("div", { class: "bar" }, element("h2", { id: "lengths-title" }, "Shot lengths"),
      element("div", { class: "tools" },
        data.table ? element("button", { type: "button", "aria-label": "Save the shots as CSV", click: saveTable }, "CSV") : null)),
    element("div", { class: "charts" },
      chart((width) => distributionChart(width), "distribution", "How many shots are how long", section),
      chart((width) => lengthsChart(width, trends[line.value]), "shot-lengths", "Along the film: long shots reach down", section, line)));
}
