"""How smooth the page of a feature film is, and how long it takes to make.

    python -m benchmarks.page [--shots N]

A made study of 3,000 shots and 170,000 frames becomes a page; Chromium opens it, zooms, scrolls, sieves and sorts. What
keeps the browser from answering is told in milliseconds: for one step the usual and the worst. Where there is no
Chromium, the command says so and ends.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import cast

from tests.page.browser import Tab, browser_tab, chromium
from tests.page.made_study import made_study

from cranework.page.build import write
from cranework.study.store import Study

SHOTS, FRAMES = 3_000, 170_000
MEDIAN_BAR_MS, WORST_BAR_MS, PICTURE_BAR_MS, PAGE_BAR_MB, MAKING_BAR_S = 50, 100, 1_000, 12, 10
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


def first_picture_ms(tab: Tab) -> float:
    """Milliseconds from the page's start to its first picture."""
    tab.evaluate("new Promise(done => setTimeout(done, 1000))")
    return float(tab.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))


def main() -> int:
    """Print the page's weight and times beside their bars."""
    parser = argparse.ArgumentParser(description="How smooth the page of a feature film is.")
    parser.add_argument("--shots", type=int, default=SHOTS, help=f"of {FRAMES // SHOTS} frames or one more each")
    shots = parser.parse_args().shots
    command = chromium()
    if command is None:
        print("no chromium on the PATH: nothing is measured")
        return 0
    lengths = [FRAMES * (shot + 1) // SHOTS - FRAMES * shot // SHOTS for shot in range(shots)]
    study = cast(Study, made_study(lengths))
    with tempfile.TemporaryDirectory() as folder, browser_tab(command) as tab:
        page = Path(folder) / "page.html"
        start = time.monotonic()
        write(study, page)
        print(f"{shots} shots, {sum(lengths)} frames; bars in brackets")
        print(f"making it: {time.monotonic() - start:.1f} s [{MAKING_BAR_S}]")
        print(f"page: {page.stat().st_size / 1e6:.1f} MB [{PAGE_BAR_MB}]")
        tab.open(page)
        print(f"first picture: {first_picture_ms(tab):.0f} ms [{PICTURE_BAR_MS}]")
        for name in STEPS:
            usual, worst = long_tasks(tab, name)
            print(f"{name}: median {usual:.0f} ms [{MEDIAN_BAR_MS}], worst {worst:.0f} ms [{WORST_BAR_MS}]")
    return 0


if __name__ == "__main__":
    sys.exit(main())
