// The page from top to bottom; then what its address asks for.

import { drawSummary } from "./summary.js";
import { drawBarcode } from "./barcode.js";
import { drawTimeline } from "./timeline.js";
import { drawCrossings } from "./strips.js";
import { drawShotLengths } from "./lengths.js";
import { drawMoves } from "./shares.js";
import { drawReviews, followStatement } from "./review.js";
import { drawGrid } from "./grid.js";
import { followShot } from "./shot.js";
import { drawNotes } from "./notes.js";
import { unpackStarts } from "./data.js";
import { followAddress, tellAgain, view } from "./state.js";

drawSummary();
drawBarcode();
drawTimeline();
drawCrossings();
drawGrid();
drawShotLengths();
drawMoves();
drawReviews();
followShot();
drawNotes();
const arrive = () => {
  if (followStatement()) return;
  followAddress();
  if (view.shot) document.getElementById("timeline").scrollIntoView();
};
arrive();
addEventListener("hashchange", arrive);
unpackStarts().then(tellAgain);
