// The film in one line beside the text: its colors, and on them the places that evidence points to.

import { paintBarcode } from "./barcode.js";
import { data, duration, film } from "./data.js";
import { element } from "./element.js";
import { placesOf, verdictOf } from "./review_data.js";
import { goToPlace } from "./review_evidence.js";
import { follow, goTo, view } from "./state.js";
import { timecode } from "./words.js";

const MOST_OF_FILM = 0.8; // what holds for more of the film is no place in it
const REACH_PIXELS = 8; // within which a click means a place

/** Null where there is no film, or nothing in it that is pointed to. */
export function drawPlaces(reading) {
  const places = reading.review.statements
    .flatMap((statement) => placesOf(statement).map(({ at_time: times }) => ({ statement, times })))
    .filter((place) => lengthOfPlace(place) < MOST_OF_FILM * duration)
    .sort((one, other) => one.times[0] - other.times[0]);
  if (!film.frames || !places.length) return null;
  const colors = data.barcode ? element("canvas", { "aria-hidden": "true" }) : null;
  const now = element("div", { class: "now" });
  const ticks = places.map(tickOf);
  const slider = element("div", {
    class: `lane-of-places${colors ? "" : " bare"}`, role: "slider", tabindex: "0", "aria-label": "Places in the film that evidence points to",
    "aria-valuemin": "1", "aria-valuemax": String(places.length), "aria-valuenow": "1", "aria-valuetext": valueWordsOf(places[0]),
    title: "Where the film bears witness; arrow keys go from place to place",
  }, colors, ...ticks, now);
  if (colors) new ResizeObserver(() => paintBarcode(colors, atob(data.barcode.colors))).observe(colors);
  const goes = (place) => {
    reading.choose(place.statement);
    goToPlace(place.times);
    slider.setAttribute("aria-valuenow", String(places.indexOf(place) + 1));
    slider.setAttribute("aria-valuetext", valueWordsOf(place));
  };
  listenToPlaces(slider, places, goes);
  follow("moment", () => { now.style.left = `${(100 * view.moment) / duration}%`; });
  const show = () => ticks.forEach((tick, at) => {
    const { statement } = places[at];
    tick.hidden = !reading.isShown(statement);
    tick.classList.toggle("lit", statement === reading.chosen || (!reading.chosen && statement === reading.pointed));
  });
  ["chosen", "pointed", "shown"].forEach((what) => reading.on(what, show));
  reading.on("chosen", () => {
    const [first] = reading.chosen ? placesOf(reading.chosen) : [];
    if (first) goTo(first.at_time[0]);
  });
  return element("div", { class: "places" }, slider,
    element("div", { class: "from-to quiet", "aria-hidden": "true" }, element("span", {}, timecode(0)), element("span", {}, timecode(duration))));
}

const valueWordsOf = ({ statement, times }) => `${timecode(times[0], 1)}, ${verdictOf(statement).said}: ${statement.words}`;

function tickOf({ statement, times: [from, to] }) {
  const tick = element("i", { class: statement.verdict });
  tick.style.left = `${(100 * from) / duration}%`;
  tick.style.width = `${(100 * (to - from)) / duration}%`;
  return tick;
}

function listenToPlaces(slider, places, goes) {
  slider.addEventListener("click", (event) => {
    const box = slider.getBoundingClientRect();
    const time = ((event.clientX - box.left) / box.width) * duration;
    const reach = (REACH_PIXELS / box.width) * duration;
    const away = ({ times: [from, to] }) => Math.max(from - time, time - to, 0);
    const [nearest] = [...places].sort((one, other) => away(one) - away(other) || lengthOfPlace(one) - lengthOfPlace(other));
    if (away(nearest) <= reach) goes(nearest);
    else goTo(time);
  });
  slider.addEventListener("keydown", (event) => {
    const at = Number(slider.getAttribute("aria-valuenow")) - 1;
    const next = { ArrowLeft: at - 1, ArrowDown: at - 1, ArrowRight: at + 1, ArrowUp: at + 1, Home: 0, End: places.length - 1, Enter: at }[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (places[next]) goes(places[next]);
  });
}

const lengthOfPlace = ({ times: [from, to] }) => to - from;
