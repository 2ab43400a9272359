"""The pages of whole films in a real browser: quiet, reachable by keys, accessible, and what is saved opens again."""

from __future__ import annotations

import io
import time
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree

import cv2
import numpy as np
import pytest
from tests.page.accessible import findings
from tests.page.browser import Tab
from tests.page.made_study import made_study
from tests.page.test_build import HOSTILE, hostile_study

from cranework.export.csv import CsvTable
from cranework.page.build import write
from cranework.study.store import Study

pytestmark = pytest.mark.slow

FEATURE = [56] * 3_035  # frames of each shot: some 170,000 in all
PATIENCE_S = 20.0
# What the Tab key must reach; a group of cards is one stop, its arrow keys go on from there.
REACHED = """[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex]')]
  .filter(one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility() && !one.closest('dialog:not([open])'))"""


@pytest.fixture(params=["demonstration", "real clip", "feature film", "hostile"])
def film(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """A page, and the shots as `cranework export` writes them."""
    if request.param in ("demonstration", "real clip"):
        path = request.getfixturevalue(request.param.replace(" ", "_"))
        with Study.open(path) as study:
            return path.with_name("page.html"), exported(study)
    made = cast(Study, made_study(FEATURE) if request.param == "feature film" else hostile_study())
    write(made, tmp_path / "page.html")
    return tmp_path / "page.html", exported(made)


def exported(study: Study) -> str:
    stream = io.StringIO(newline="")
    CsvTable().write(study, stream)
    return stream.getvalue()


def hosts(tab: Tab, page: Path) -> list[str]:
    """What the page asked for, besides itself and what it holds."""
    own = ("data:", "blob:", page.as_uri())
    return [asked for asked in tab.requests if not asked.startswith(own)]


def saved(tab: Tab, button: str) -> bytes:
    """What a button saves."""
    catch = """new Promise(done => {
      const make = URL.createObjectURL;
      URL.createObjectURL = (blob) => { URL.createObjectURL = make; blob.arrayBuffer().then(bytes =>
        done([...new Uint8Array(bytes)])); return make(blob); };
    """
    return bytes(tab.evaluate(f"{catch} document.querySelector('[aria-label=\"{button}\"]').click(); }})"))


def test_it_is_quiet_and_accessible_and_what_is_saved_opens_again(tab: Tab, film: tuple[Path, str]) -> None:
    page, table = film
    for width, dark in ((1280, False), (360, True)):
        tab.open(page, width, dark=dark, address="#shot=2")
        assert findings(tab) == []
    assert saved(tab, "Save the shots as CSV").decode("utf-8") == table
    for name in ("distribution", "shot lengths"):
        drawing = ElementTree.fromstring(saved(tab, f"Save {name} as SVG"))
        assert len([bar for bar in drawing.iter() if bar.tag.endswith("rect")]) > 1
        picture: Any = cv2.imdecode(np.frombuffer(saved(tab, f"Save {name} as PNG"), np.uint8), cv2.IMREAD_COLOR)
        assert picture is not None and min(picture.shape[:2]) > 400
    assert (tab.complaints, hosts(tab, page)) == ([], [])


def test_the_tab_key_goes_through_everything_and_shows_where_it_is(tab: Tab, film: tuple[Path, str]) -> None:
    page, _ = film
    tab.open(page, address="#shot=1")
    stops = tab.evaluate(f"window.stops = {REACHED}, stops.length")
    walk = """(() => { const one = document.activeElement; one.walked = true;
      return one === document.body || getComputedStyle(one).outlineStyle !== 'none'; })()"""
    for _ in range(stops + 5):
        tab.press("Tab", 9)
        assert tab.evaluate(walk), tab.evaluate("document.activeElement.outerHTML.slice(0, 200)")
    assert tab.evaluate("stops.filter(one => !one.walked).map(one => one.outerHTML.slice(0, 120))") == []
    assert stops > 15 and tab.complaints == []


def click(tab: Tab, words: str) -> None:
    """As a hand does: a browser plays a film only for a person."""
    box = tab.evaluate(f"""(() => {{
      const one = [...document.querySelectorAll('#timeline button')].find(one => one.textContent === '{words}');
      one.scrollIntoView({{ block: 'center' }}); const box = one.getBoundingClientRect();
      return [box.left + box.width / 2, box.top + box.height / 2]; }})()""")
    for kind in ("mousePressed", "mouseReleased"):
        tab.call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, x=box[0], y=box[1])


def wait(tab: Tab, condition: str) -> None:
    until = time.monotonic() + PATIENCE_S
    while not tab.evaluate(condition):
        assert time.monotonic() < until, condition
        time.sleep(0.1)


def test_the_film_beside_the_page_plays(tab: Tab, demonstration: Path) -> None:
    tab.open(demonstration.with_name("page.html"), address="#t=10")
    click(tab, "Play")
    wait(tab, "document.querySelector('video').currentTime > 10.2")
    wait(tab, "document.getElementById('moment').textContent.startsWith('0:1')")
    tab.evaluate("document.querySelector('video').pause(), document.querySelector('#card-2 a').click()")
    start = tab.evaluate("document.querySelector('#card-2').shot.from")
    wait(tab, f"Math.abs(document.querySelector('video').currentTime - {start}) < 0.02")
    assert tab.complaints == []


def test_without_its_film_the_page_says_so_and_takes_the_file(tab: Tab, demonstration: Path, tmp_path: Path) -> None:
    alone = tmp_path / "page.html"
    alone.write_bytes(demonstration.with_name("page.html").read_bytes())
    tab.open(alone)
    assert (tab.complaints, hosts(tab, alone)) == ([], []), "what is not there is not asked for"
    click(tab, "Play")
    wait(tab, "document.querySelector('.player').textContent.includes('does not lie beside this page')")
    field = tab.call("Runtime.evaluate", expression="document.querySelector('.player input')")["result"]["objectId"]
    film = next(demonstration.parent.glob("*.mp4"))
    tab.call("DOM.setFileInputFiles", files=[str(film)], objectId=field)
    wait(tab, "document.querySelector('video').readyState > 0 && !document.querySelector('video').hidden")


def test_a_name_leads_nowhere_but_beside_the_page(tab: Tab, tmp_path: Path) -> None:
    study = hostile_study()
    page = tmp_path / "page.html"
    write(cast(Study, study), page)
    tab.open(page)
    click(tab, "Play")
    wait(tab, "document.querySelector('.player').textContent.includes('does not lie')")
    assert tab.evaluate("document.querySelector('.player p').textContent").startswith(HOSTILE)
    for asked in hosts(tab, page):
        assert asked.rpartition("/")[0] == page.parent.as_uri()


def test_a_closer_look_shows_single_frames(tab: Tab, tmp_path: Path) -> None:
    study = made_study([50] * 200)
    study.signals["luma.mean"][:] = np.arange(10_000) % 2  # no bucket of the whole film can tell
    page = tmp_path / "page.html"
    write(cast(Study, study), page)
    tab.open(page, address="#t=100")
    read = (
        "[...document.querySelectorAll('.label')].find(one => one.textContent.startsWith('Luma')).lastChild.textContent"
    )
    assert tab.evaluate(read) == "0.4"
    for _ in range(14):
        click(tab, "+")
        tab.rest()
    tab.evaluate("document.querySelector('[role=slider]').focus()")
    told = []
    for _ in range(4):
        tab.press("ArrowRight", 39)
        told.append(tab.evaluate(read))
    assert set(told) == {"0", "1"}
    assert tab.complaints == []
