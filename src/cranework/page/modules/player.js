// The film itself, played at the chosen moment: the file that lies beside the page, or the one that the reader opens.
// It is asked for when one wants to play and not before: a page without its film is whole, and asks for nothing.

import { duration, film } from "./data.js";
import { element } from "./element.js";
import { follow, goTo, view } from "./state.js";
import { timecode } from "./words.js";

const INSIDE = 0.001; // seconds into a frame, so that rounding does not show the one before
const SAME = 1; // seconds by which a film's length may differ and still be taken for this film's

const video = element("video", { controls: true, playsinline: true, preload: "auto", "aria-label": "The film" });
const filmSaid = element("p", { class: "quiet", role: "status" });
const filmChosen = element("input", { type: "file", accept: "video/*", "aria-label": "Open the film", input: playOpened });
const elsewhere = element("p", { hidden: true }, filmChosen);
const closing = element("button", { type: "button", click: closePlayer }, "Close the film");
export const playerBox = element("div", { class: "player", hidden: true }, video, filmSaid, elsewhere, closing);

let followed = 0; // the moment at which the film was last seen: what differs was chosen by the reader

/** The film's address: its name beside the page, whatever its characters; null where it is no text. */
function besideThePage() {
  try {
    return `./${encodeURIComponent(film.name)}`;
  } catch {
    return null; // half a character, of a name that was no text
  }
}

export function playFrom(moment) {
  goTo(moment);
  playerBox.hidden = false;
  playerBox.scrollIntoView({ block: "nearest" });
  const address = besideThePage();
  if (!video.currentSrc && address) video.src = address;
  else if (!address) offerToOpen();
  seek();
  video.play().catch(() => {}); // what keeps it from playing comes as an error, or its controls are there
}

export function playOrPause() {
  if (video.paused) playFrom(view.moment);
  else video.pause();
}

function seek() {
  followed = view.moment;
  video.currentTime = view.moment + INSIDE;
}

function offerToOpen() {
  video.hidden = true;
  elsewhere.hidden = false;
  filmSaid.textContent = `${film.name} does not lie beside this page, or this browser cannot play it. Open it here:`;
}

function playOpened() {
  const [file] = filmChosen.files;
  if (!file) return;
  if (video.src.startsWith("blob:")) URL.revokeObjectURL(video.src);
  video.src = URL.createObjectURL(file);
  playFrom(view.moment);
}

function closePlayer() {
  video.pause();
  playerBox.hidden = true;
  document.querySelector("[role=slider]").focus();
}

function welcome() {
  video.hidden = false;
  elsewhere.hidden = true;
  playerBox.scrollIntoView({ block: "nearest" });
  const other = Math.abs(video.duration - duration) > SAME;
  filmSaid.textContent = other ? `This file is ${timecode(video.duration)} long, the measured film ${timecode(duration)}: another film, or another version.` : "";
  seek();
}

function keepUp() {
  followed = Math.min(duration, Math.max(0, video.currentTime - INSIDE));
  goTo(followed);
  if (!video.paused) requestAnimationFrame(keepUp);
}

video.addEventListener("loadedmetadata", welcome);
video.addEventListener("error", offerToOpen);
video.addEventListener("playing", keepUp);
video.addEventListener("seeked", () => { if (video.paused) keepUp(); });
follow("moment", () => { if (video.readyState && view.moment !== followed) seek(); });
