"""What axe-core (Deque Systems) finds wrong with a page as it is in the browser now."""

from __future__ import annotations

from importlib.resources import files

from tests.page.browser import Tab

# Rules of WCAG 2.0 and 2.1, levels A and AA, and what axe-core calls best practices.
CHECK = """(async () => {
  const found = await axe.run(document, { resultTypes: ['violations'] });
  return found.violations.filter(one => ['serious', 'critical', 'moderate'].includes(one.impact))
    .map(one => `${one.impact}: ${one.id}: ${one.nodes.map(node => node.target.join(' ')).slice(0, 4).join(', ')}`);
})()"""


def findings(tab: Tab) -> list[str]:
    """Findings that are more than minor: impact, rule, and where."""
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(files("axe_core_python").joinpath("axe.min.js").read_text("utf-8") + "\n;0")
    return list(tab.evaluate(CHECK))
