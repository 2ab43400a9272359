"""How smooth the page of a feature film is: `python -m tests.page.speed` prints the browser's long tasks.

A made study of 3,600 shots and some 150,000 frames is opened, zoomed, scrolled and sieved; a task is what keeps the
browser from answering. Numbers of one machine, to be compared with themselves.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import cast

from tests.page.browser import Tab, browser_tab, chromium
from tests.page.made_study import made_study

from cranework.page.build import write
from cranework.study.store import Study

SHOTS = 3_600
# Each does one step of what a reader does; `at` counts the steps.
STEPS = {
    "zoom": """() => { const box = document.querySelector('.ruler').getBoundingClientRect();
        document.querySelector('.lanes').dispatchEvent(new WheelEvent('wheel', { ctrlKey: true, cancelable: true,
        bubbles: true, deltaY: at % 40 < 20 ? -40 : 40, clientX: box.left + box.width * 0.6, clientY: box.top })); }""",
    "scroll": "() => window.scrollBy(0, 700)",
    "filter": """() => { const one = document.querySelector('[type=search]');
        one.value = ['dis', 'diss', '', '1'][at % 4];
        one.dispatchEvent(new Event('input', { bubbles: true })); }""",
    "sort": """() => { const one = document.querySelector('[aria-label=Order]'); one.value = at % 5;
        one.dispatchEvent(new Event('input', { bubbles: true })); }""",
}
TIMES = {"zoom": 80, "scroll": 60, "filter": 16, "sort": 10}


def long_tasks(tab: Tab, name: str) -> tuple[float, float]:
    """Median and worst milliseconds of the browser's work for one step."""
    tab.evaluate(f"""(async () => {{
      window.work = [];
      for (let at = 0; at < {TIMES[name]}; at++) {{
        await new Promise(requestAnimationFrame);
        const frame = performance.now();
        ({STEPS[name]})();
        document.body.offsetHeight;
        const scripted = performance.now();
        await new Promise(requestAnimationFrame);
        const channel = new MessageChannel();
        const drawn = performance.now();
        await new Promise(done => {{ channel.port1.onmessage = done; channel.port2.postMessage(0); }});
        window.work.push(Math.max(scripted - frame, performance.now() - drawn));
      }}
    }})()""")
    work = [float(value) for value in tab.evaluate("window.work")]
    return median(work), max(work)


def main() -> None:
    command = chromium()
    if command is None:
        sys.exit("no chromium on the PATH")
    with tempfile.TemporaryDirectory() as folder, browser_tab(command) as tab:
        page = Path(folder) / "page.html"
        write(cast(Study, made_study([42] * SHOTS)), page)
        print(f"page: {page.stat().st_size / 1e6:.1f} MB")
        tab.open(page)
        tab.evaluate("new Promise(done => setTimeout(done, 3000))")
        paint = tab.evaluate("performance.getEntriesByType('paint').map(one => Math.round(one.startTime))")
        print(f"first picture: {paint} ms")
        loading = tab.evaluate("""new Promise(done => {
            new PerformanceObserver(list => done(list.getEntries().map(one => one.duration))).observe(
              { type: 'longtask', buffered: true });
            setTimeout(() => done([]), 1000); })""")
        print(f"tasks above 50 ms while loading: {', '.join(f'{task:.0f}' for task in loading)} ms")
        for name in STEPS:
            usual, worst = long_tasks(tab, name)
            print(f"{name}: median {usual:.0f} ms, worst {worst:.0f} ms")


if __name__ == "__main__":
    main()
