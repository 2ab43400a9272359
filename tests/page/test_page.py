"""The page in a real browser."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from tests.page.browser import Tab
from tests.page.conftest import SHOTS
from tests.page.made_study import made_study
from tests.page.test_build import HOSTILE, hostile_study

from cranework import __version__
from cranework.page.build import write
from cranework.study.store import Study

CARDS = "[...document.querySelectorAll('.grid li')]"
COUNT = "document.querySelector('#shots .bar output').textContent"


def hosts(tab: Tab, page: Path) -> list[str]:
    """What the page asked for, besides itself and what is embedded in it."""
    return [asked for asked in tab.requests if not asked.startswith("data:") and asked.split("#")[0] != page.as_uri()]


@pytest.mark.parametrize("width", [360, 1280, 2560])
@pytest.mark.parametrize("dark", [False, True])
def test_it_is_whole_at_every_width(tab: Tab, page: Path, width: int, dark: bool) -> None:
    tab.open(page, width, dark=dark)
    assert tab.evaluate(COUNT) == f"{SHOTS} shots"
    assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert tab.evaluate("[...document.querySelectorAll('.lanes canvas')].every(one => one.width > 0)")
    assert (tab.complaints, hosts(tab, page)) == ([], [])


def test_an_address_leads_to_a_shot(tab: Tab, page: Path) -> None:
    tab.open(page, address="#shot=12")
    assert tab.evaluate("document.querySelector('#shot h2').textContent") == "Shot 12"
    tab.evaluate("document.getElementById('shots').scrollIntoView()")
    tab.rest()
    assert tab.evaluate("document.querySelector('[aria-current]').getAttribute('href')") == "#shot=12"


def test_an_address_leads_to_a_moment(tab: Tab, page: Path) -> None:
    tab.open(page, address="#t=3.5")
    assert tab.evaluate("document.getElementById('moment').textContent") == "0:03.50 · frame 84 · shot 3"


def test_a_click_on_a_shot_moves_the_timeline(tab: Tab, page: Path) -> None:
    tab.open(page)
    tab.evaluate("document.getElementById('shots').scrollIntoView()")
    tab.rest()
    tab.evaluate("document.querySelector('#card-7 a').click()")
    tab.rest()
    assert tab.evaluate("document.getElementById('moment').textContent").endswith("shot 7")
    assert tab.evaluate("location.hash") == "#shot=7"
    assert tab.complaints == []


def test_the_wheel_zooms_about_the_pointer(tab: Tab, page: Path) -> None:
    tab.open(page)
    middle = tab.evaluate("""(() => { const box = document.querySelectorAll('.lane canvas')[2].getBoundingClientRect();
        return [Math.round(box.left + box.width / 2), Math.round(box.top + 10)]; })()""")
    pointer = {"x": middle[0], "y": middle[1]}
    tab.call("Input.dispatchMouseEvent", type="mouseMoved", **pointer)
    tab.rest()
    before = tab.evaluate("document.getElementById('moment').textContent")
    for _ in range(4):
        tab.call("Input.dispatchMouseEvent", type="mouseWheel", deltaX=0, deltaY=-400, **pointer)
    tab.call("Input.dispatchMouseEvent", type="mouseMoved", **pointer)
    tab.rest()
    assert tab.evaluate("document.getElementById('moment').textContent") == before, "what is pointed at stays"
    assert tab.evaluate("parseFloat(document.querySelector('.shown').style.width)") < 20
    for kind in ("mousePressed", "mouseReleased"):
        tab.call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **pointer)
    tab.rest()
    assert not tab.evaluate("document.getElementById('shot').hidden"), "a click chooses the shot"


def test_keys_go_through_the_film(tab: Tab, page: Path) -> None:
    tab.open(page)
    tab.evaluate("document.querySelector('[role=slider]').focus()")
    tab.press("PageDown", 34)
    assert tab.evaluate("document.querySelector('#shot h2').textContent") == "Shot 2"
    tab.press("+")
    tab.press("End", 35)
    tab.rest()
    assert tab.evaluate("document.getElementById('moment').textContent").endswith(f"shot {SHOTS}")
    tab.press("Escape", 27)
    assert tab.evaluate("document.getElementById('shot').hidden")


def test_every_shot_has_its_card_where_one_scrolls(tab: Tab, page: Path) -> None:
    tab.open(page)
    seen: set[int] = set()
    while len(seen) < SHOTS:
        numbers = tab.evaluate(f"{CARDS}.map(card => card.shot.number)")
        assert numbers == sorted(numbers) and not set(numbers) <= seen
        seen |= set(numbers)
        tab.evaluate("scrollBy(0, 1500)")
        tab.rest()
    assert tab.evaluate(f"{CARDS}.every(card => card.querySelector('img').complete)")
    assert tab.evaluate(f"{CARDS}.at(-1).getBoundingClientRect().bottom <= innerHeight")


def test_on_paper_there_are_all_shots(tab: Tab, page: Path) -> None:
    tab.open(page)
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert tab.evaluate(f"{CARDS}.length") == SHOTS
    assert "begins: cut, 0.99" in tab.evaluate("document.querySelector('#card-2 .protocol').textContent")


def test_arrow_keys_go_from_card_to_card(tab: Tab, page: Path) -> None:
    tab.open(page)
    tab.evaluate("document.querySelector('#card-1 a').focus()")
    for key in ("ArrowRight", "ArrowDown", "ArrowUp", "ArrowRight"):
        tab.press(key)
    assert tab.evaluate("document.activeElement.getAttribute('href')") == "#shot=3"
    tab.press("End")
    assert tab.evaluate("document.activeElement.getAttribute('href')") == f"#shot={SHOTS}"


def test_shots_are_sieved_and_sorted(tab: Tab, page: Path) -> None:
    tab.open(page)
    fill = "(one, value) => { one.value = value; one.dispatchEvent(new Event('input', { bubbles: true })); }"
    tab.evaluate(f"({fill})(document.querySelector('[aria-label=Order]'), 1)")
    lengths = f"{CARDS}.map(card => card.shot.length)"
    found = tab.evaluate(lengths)
    assert found == sorted(found, reverse=True) and found[0] > 3
    tab.evaluate(f"({fill})(document.querySelector('.bounds input'), '3')")
    assert tab.evaluate(COUNT) == f"64 of {SHOTS} shots"
    tab.evaluate(f"({fill})(document.querySelector('[type=search]'), 'dissolve')")
    assert tab.evaluate(COUNT).endswith(f"of {SHOTS} shots") and tab.evaluate(f"{CARDS}.length") < 64


def test_frames_of_any_length_are_told_to_the_frame(tab: Tab, tmp_path: Path) -> None:
    study = made_study([50] * 100)
    study.film = replace(study.film, time_base=Fraction(1, 1000), frame_rate=None, duration=Fraction(5000 * 42, 1000))
    ticks = np.cumsum(np.where(np.arange(5_000) % 7 == 3, 21, 42)) - 42
    study.signals["time.ticks"] = ticks
    page = tmp_path / "page.html"
    write(cast(Study, study), page)
    for frame in (1_003, 2_500, 4_999):
        tab.open(page, address=f"#t={ticks[frame] / 1000}")
        assert f"frame {frame:,} " in tab.evaluate("document.getElementById('moment').textContent")


def test_a_trend_is_drawn_over_the_shots(tab: Tab, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    write(cast(Study, made_study([24 + shot for shot in range(30)])), page)
    tab.open(page)
    line = """((words) => { const one = document.querySelector('[aria-label="Line over the shot lengths"]');
      one.value = [...one.options].find(option => option.textContent === words).value;
      one.dispatchEvent(new Event('input', { bubbles: true }));
      return [...document.querySelector('figure polyline').points].map(point => point.y); })"""
    bars = """[...document.querySelectorAll('figure:last-child rect')]
      .map(bar => bar.y.baseVal.value + bar.height.baseVal.value)"""
    assert tab.evaluate(f"{line}('trend of degree 1')") == pytest.approx(tab.evaluate(bars), abs=0.1)
    assert tab.evaluate(f"{line}('trend of degree 12')") == pytest.approx(tab.evaluate(bars), abs=0.1)
    assert tab.evaluate(f"{line}('average of 3 shots')")[1:-1] == pytest.approx(tab.evaluate(bars)[1:-1], abs=0.1)


def test_a_shot_is_cited_by_film_time_and_version(tab: Tab, page: Path) -> None:
    tab.open(page, address="#shot=2")
    tab.evaluate("navigator.clipboard.writeText = () => Promise.reject()")
    tab.evaluate("document.querySelector('#shot button[title=\"Copy as a citation\"]').click()")
    tab.rest()
    said = tab.evaluate("document.querySelector('#shot output').textContent")
    assert said == f"Letyat zhuravli (cranes.mp4), shot 2, 0:01.25\u20130:02.54. Measured with Cranework {__version__}."


def test_the_shots_beside_are_a_step_away(tab: Tab, page: Path) -> None:
    tab.open(page, address="#shot=5")
    tab.evaluate("document.querySelector('.neighbors button:last-child').click()")
    assert tab.evaluate("document.querySelector('#shot h2').textContent") == "Shot 6"
    assert tab.evaluate("document.activeElement.getAttribute('aria-label')").startswith("Next shot")


def test_shots_are_picked_by_what_the_layers_declare(tab: Tab, page: Path) -> None:
    tab.open(page)
    groups = tab.evaluate("[...document.querySelectorAll('[aria-label=Show] optgroup')].map(one => one.label)")
    assert groups == ["Flag", "Color kind", "Steadiness", "Transitions", "With", "Moves", "Moves, speed word"]
    pick = """((words) => { const one = document.querySelector('[aria-label=Show]');
      one.value = [...one.options].find(option => option.textContent === words).value;
      one.dispatchEvent(new Event('input', { bubbles: true })); })"""
    tab.evaluate(f"{pick}('dissolve')")
    assert tab.evaluate(COUNT) == f"{(SHOTS - 1) // 9} of {SHOTS} shots"
    assert tab.evaluate(f"{CARDS}[0].shot.number") == 10, "the shot that the dissolve opens"
    tab.evaluate(f"{pick}('black-and-white')")
    assert tab.evaluate(COUNT) == f"{(SHOTS + 2) // 3} of {SHOTS} shots"


def test_hostile_words_do_nothing(tab: Tab, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    write(cast(Study, hostile_study()), page)
    tab.open(page, address="#shot=1")
    assert tab.evaluate("document.querySelectorAll('img[src=x], [onerror]').length") == 0
    assert tab.evaluate("document.querySelector('h1').textContent") == HOSTILE
    assert tab.evaluate("document.querySelector('.flag').textContent") == HOSTILE
    assert tab.evaluate("document.querySelector('#shot .camera b').textContent") == HOSTILE
    for shot in range(2, 6):
        tab.evaluate("document.querySelector('#shot [aria-label=\"Next shot\"]').click()")
        tab.rest()
        assert tab.evaluate("document.querySelector('#shot h2').textContent") == f"Shot {shot}"
        assert HOSTILE in tab.evaluate("document.querySelector('#shot .camera').textContent")
    assert tab.evaluate("document.querySelectorAll('img[src=x], [onerror]').length") == 0
    assert HOSTILE in tab.evaluate("document.querySelector('#moves figure svg').textContent")
    assert (tab.complaints, hosts(tab, page)) == ([], [])


def test_a_film_without_shots_and_stills_has_a_page(tab: Tab, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    for frames in (0, 1, 3):
        study = made_study([frames] if frames else [])
        study.layers = [layer for layer in study.layers if layer.name in ("time", "luma")]
        write(cast(Study, study), page)
        tab.open(page)
        assert "No shots were measured" in tab.evaluate("document.getElementById('shots').textContent")
        assert "Not measured: " in tab.evaluate("document.getElementById('notes').textContent")
        assert (tab.complaints, hosts(tab, page)) == ([], [])


@pytest.mark.slow
def test_a_feature_film_is_shown_whole(tab: Tab, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    write(cast(Study, made_study([42] * 3_600)), page)
    tab.open(page)
    assert tab.evaluate(COUNT) == "3,600 shots"
    tab.evaluate("scrollTo(0, document.getElementById('notes').offsetTop)")
    tab.rest()
    assert tab.evaluate(f"{CARDS}.at(-1).shot.number") == 3_600
    assert (tab.complaints, hosts(tab, page)) == ([], [])


def test_gradual_transitions_are_listed_with_their_strips(tab: Tab, page: Path) -> None:
    tab.open(page)
    rows = "document.querySelectorAll('.crossings li')"
    assert tab.evaluate(f"{rows}.length") == 4
    first = "document.querySelector('.crossings li')"
    assert "dissolve" in tab.evaluate(f"{first}.textContent") and "0.87" in tab.evaluate(f"{first}.textContent")
    assert tab.evaluate(f"{first}.querySelectorAll('.strip img').length") == 5
    tab.evaluate("document.querySelector('#crossings > button').click()")
    assert tab.evaluate(f"{rows}.length") == 45, "44 dissolves and a superimposition"
    tab.evaluate("globalThis.picked = document.querySelector('#crossings select'); picked.value = 2")
    tab.evaluate("picked.dispatchEvent(new Event('input'))")
    assert tab.evaluate(f"{rows}.length") == 1
    assert "superimposition" in tab.evaluate(f"{first}.textContent")
    tab.evaluate(f"{first}.querySelector('button').click()")
    tab.rest()
    assert tab.evaluate("document.getElementById('shot').hidden") is False
    assert tab.complaints == []


def test_a_shot_shows_the_transitions_at_its_ends(tab: Tab, page: Path) -> None:
    tab.open(page, address="#shot=10")
    assert tab.evaluate("document.querySelectorAll('#shot .crossing').length") == 1
    assert tab.evaluate("document.querySelector('#shot .crossing').textContent") == "dissolve, 24 frames, 0.87"
    assert tab.evaluate("document.querySelectorAll('#shot .strip img').length") == 5
