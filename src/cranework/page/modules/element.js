// Elements are made here and nowhere else, their text always as text: no data becomes markup.

/** An element with attributes (properties where they are functions or flags) and children: elements or texts. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (typeof value === "boolean") made.toggleAttribute(key, value);
    else if (value !== undefined && value !== null) made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

export const UNKNOWN = "not measured";

/** A list of terms and what is said of them. */
export function facts(pairs, name = "facts") {
  const list = element("dl", { class: name });
  for (const [term, said, hint] of pairs) {
    const kind = said === UNKNOWN ? "unknown" : null;
    list.append(element("div", { title: hint }, element("dt", {}, term), element("dd", { class: kind }, said)));
  }
  return list;
}

/** A canvas's context, sized to the canvas's box and scaled to CSS pixels; null where it is not visible. */
export function freshContext(canvas) {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  if (!width || !height) return null;
  const ratio = Math.min(window.devicePixelRatio || 1, 3);
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide || canvas.height !== high) [canvas.width, canvas.height] = [wide, high];
  const context = canvas.getContext("2d");
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.globalAlpha = 1;
  context.clearRect(0, 0, width, height);
  return { context, width, height };
}

/** A color of the page by the name of its CSS variable, as it is now (light or dark). */
export const pageColor = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

/** A choice of one among options (`said`, and the `group` under which they stand); its value is the place in the list. */
export function select(label, options) {
  const groups = new Map();
  options.forEach(({ group, said }, at) => {
    if (!groups.has(group)) groups.set(group, []);
    groups.get(group).push(element("option", { value: at }, said));
  });
  const made = element("select", { "aria-label": label });
  for (const [group, items] of groups) made.append(...(group ? [element("optgroup", { label: group }, ...items)] : items));
  return made;
}
