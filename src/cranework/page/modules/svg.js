// Drawings are made of elements of SVG, their text always as text.

// The parser knows the namespace by heart: no address needs to stand in the page.
const SVG = new DOMParser().parseFromString("<svg></svg>", "text/html").querySelector("svg").namespaceURI;

/** An element of a drawing with attributes and children: elements or texts. */
export function drawn(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Words in a drawing that may be saved: it brings its own font. */
export function inscription(x, y, words, anchor = "middle") {
  return drawn("text", { x, y, "text-anchor": anchor, fill: "currentColor", "font-size": 12, "font-family": "system-ui, sans-serif" }, words);
}
