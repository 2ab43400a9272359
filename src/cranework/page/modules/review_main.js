// The reading page from top to bottom; then what its address asks for.

import { data, unpackStarts } from "./data.js";
import { element } from "./element.js";
import { drawReviews, followStatement } from "./review.js";
import { tellAgain } from "./state.js";

document.querySelector("#summary noscript")?.remove();
drawReviews(true);
document.getElementById("notes").append(
  element("p", {}, "A number after a verdict is its confidence: the probability, from 0 to 1, that it is right. What nothing at hand speaks of is unverified, never refuted."),
  element("p", { class: "quiet" }, `Read with Cranework ${data.cranework}`));
followStatement();
addEventListener("hashchange", followStatement);
unpackStarts().then(tellAgain);
