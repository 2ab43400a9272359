"""Camera moves on the page in a real browser."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import cast
from xml.etree import ElementTree

import pytest
from tests.page.accessible import findings
from tests.page.browser import Tab
from tests.page.conftest import SHOTS
from tests.page.made_study import MadeStudy, made_study, without_moves
from tests.page.test_films import saved
from tests.page.test_page import CARDS, COUNT

from cranework.layers.moves import LABELS
from cranework.page.build import write
from cranework.study.store import Study

DRAWN = "new Promise(done => setTimeout(done, 300))"  # the points of the tracks are unpacked beside the page's work
PICK = """((words, said = 'Show') => { const one = document.querySelector(`[aria-label="${said}"]`);
  one.value = [...one.options].find(option => option.textContent === words).value;
  one.dispatchEvent(new Event('input', { bubbles: true })); })"""


def text(tab: Tab, selector: str) -> str:
    return str(tab.evaluate(f"document.querySelector('{selector}').textContent"))


def page_of(study: MadeStudy, folder: Path) -> Path:
    write(cast(Study, study), folder / "page.html")
    return folder / "page.html"


def moves_of(study: MadeStudy, label: str) -> set[int]:
    return {shot["index"] + 1 for shot in study.shots if any(move["label"] == label for move in shot["moves"])}


def test_every_label_has_a_sign_of_its_own(tab: Tab, page: Path) -> None:
    tab.open(page)
    shapes = tab.evaluate("""[...document.querySelectorAll('#moves figure svg > g')].map(sign =>
      sign.getAttribute('transform').replace(/translate[^)]*[)]/, '') +
      [...sign.children].map(path => path.getAttribute('d')).join())""")
    assert len(shapes) == len(set(shapes)) == len(LABELS) + 1, "without color, and one for what cannot be told"


def test_a_card_shows_its_moves(tab: Tab, page: Path) -> None:
    tab.open(page)
    tab.evaluate("document.getElementById('shots').scrollIntoView()")
    tab.rest()
    assert text(tab, "#card-4 .moves") == "statictilt up"
    assert tab.evaluate("document.querySelectorAll('#card-4 .moves .sign').length") == 2
    assert text(tab, "#card-13 .moves") == "cannot be told"


def test_shots_are_picked_by_their_moves_flags_and_steadiness(tab: Tab, page: Path) -> None:
    study = made_study([30 + shot % 50 for shot in range(SHOTS)])
    tab.open(page)
    assert tab.evaluate("document.querySelector('[aria-label=\"Show of these\"]').hidden")
    tab.evaluate(f"{PICK}('pedestal up')")
    assert set(tab.evaluate(f"{CARDS}.map(card => card.shot.number)")) <= moves_of(study, "pedestal_up")
    assert tab.evaluate(COUNT) == f"{len(moves_of(study, 'pedestal_up'))} of {SHOTS} shots"
    tab.evaluate(f"{PICK}('handheld', 'Show of these')")
    both = [n for n in moves_of(study, "pedestal_up") if study.shots[n - 1]["steadiness"] == "handheld"]
    assert 0 < len(both) < len(moves_of(study, "pedestal_up"))
    assert tab.evaluate(COUNT) == f"{len(both)} of {SHOTS} shots"
    tab.evaluate(f"{PICK}('crane')")
    tab.evaluate(f"{PICK}('and anything', 'Show of these')")
    assert tab.evaluate(COUNT) == f"{sum('crane' in shot['flags'] for shot in study.shots)} of {SHOTS} shots"
    tab.evaluate(f"{PICK}('cannot be told')")
    assert tab.evaluate(COUNT) == f"{SHOTS // 13} of {SHOTS} shots"


def test_a_shot_tells_how_the_camera_moves(tab: Tab, page: Path) -> None:
    tab.open(page, address="#shot=2")
    said = text(tab, "#shot .camera")
    assert "smooth" not in said and "handheld, in motion 100 % of the time" in said
    assert "pan leftor truck left0.71" in said
    assert "slow, 0.12 frame widths/s, about 4.2\u20136.9 degrees/s, 0.31 frame widths in all" in said
    assert "near things pass faster than far ones" in said and "tilt upor pedestal up" in said
    tab.open(page, address="#shot=13")
    assert "cannot be toldperhaps pan left or truck left0.38" in text(tab, "#shot .camera")
    assert "too dark to follow any point" in text(tab, "#shot .camera")
    assert tab.evaluate("document.querySelectorAll('#shot .tracked').length") == 0


@pytest.mark.parametrize("width", [360, 1280])
def test_a_picture_explains_a_move(tab: Tab, tmp_path: Path, width: int) -> None:
    study = made_study([60] * 12, stills_per_shot=3)
    tab.open(page_of(study, tmp_path), width, address="#shot=11")
    tab.evaluate(DRAWN)
    move = study.shots[10]["moves"][0]
    pictures = tab.evaluate("""[...document.querySelectorAll('#shot .tracked figure svg')].map(one =>
      ['near', 'far', 'with'].map(depth => one.querySelectorAll(`.${depth} line:not(.halo)`).length))""")
    near = [sum(point[4] == depth for point in move["tracks"]["points"]) for depth in (1, -1, 0)]
    assert pictures == [near, near] and min(near) > 5
    ends = tab.evaluate("""[...document.querySelectorAll('#shot .tracked figure:first-child .near line:not(.halo)')]
      .map(one => ['x1', 'y1', 'x2', 'y2'].map(end => one[end].baseVal.value))""")
    for drawn, point in zip(ends, [one for one in move["tracks"]["points"] if one[4] == 1], strict=True):
        assert drawn == pytest.approx(point[:4], abs=0.001)
    said = tab.evaluate("document.querySelector('#shot .tracked svg[role=img]').getAttribute('aria-label')")
    assert f"{len(move['tracks']['points'])} points" in said and f"{near[0]} pass faster, so they are near" in said
    assert said.endswith("frame widths left")
    styles = tab.evaluate("""['near', 'far'].map(depth => {
      const line = getComputedStyle(document.querySelector(`#shot .${depth} line:not(.halo)`));
      return [parseFloat(line.strokeWidth), line.strokeDasharray]; })""")
    assert styles[0][0] > styles[1][0] and styles[0][1] == "none" and styles[1][1] != "none", "told apart without color"
    assert "pass faster: near" in text(tab, "#shot .legend")
    assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert findings(tab) == [] and tab.complaints == []


def test_moves_with_the_same_points_share_a_picture(tab: Tab, tmp_path: Path) -> None:
    study = made_study([60] * 3)
    pan, tilt = study.shots[1]["moves"]
    tab.open(page_of(study, tmp_path), address="#shot=2")
    assert tab.evaluate("document.querySelectorAll('#shot .tracked').length") == 2
    tilt["tracks"] = pan["tracks"]
    tab.open(page_of(study, tmp_path), address="#shot=2")
    tab.evaluate(DRAWN)
    assert text(tab, "#shot .tracked .move") == "pan left, tilt up: where the picture went"
    assert tab.evaluate("document.querySelectorAll('#shot .tracked figure').length") == 1, "the shot has one still"
    assert tab.complaints == []


def test_moves_that_hold_at_once_are_both_in_the_lane(tab: Tab, page: Path) -> None:
    tab.open(page)
    lane = "[...document.querySelectorAll('.lane')].find(one => one.querySelector('b')?.textContent === 'Moves')"
    assert tab.evaluate(f"{lane}.querySelector('canvas').clientHeight") >= 2 * 17
    study = made_study([30 + shot % 50 for shot in range(SHOTS)])
    both = next(shot for shot in study.shots if len(shot["moves"]) == 2 and shot["moves"][0]["label"] != "static")
    tab.open(page, address=f"#t={both['end'] / 24 - 0.1}")
    said = tab.evaluate(f"{lane}.querySelector('output').textContent")
    assert "pan left" in said and "tilt up" in said


def test_moves_by_share_of_time_can_be_taken_along(tab: Tab, page: Path) -> None:
    tab.open(page)
    assert "camera in motion" in text(tab, "#moves .figures").lower()
    table = list(csv.reader(io.StringIO(saved(tab, "Save moves by share of time as CSV").decode("utf-8"))))
    assert table[0] == ["label", "share_of_time"] and table[-1][0] == "?"
    shares = made_study([30 + shot % 50 for shot in range(SHOTS)]).rows["mobility"][0]["share_by_label"]
    assert {label: pytest.approx(float(share), rel=1e-4) for label, share in table[1:-1]} == shares
    drawing = ElementTree.fromstring(saved(tab, "Save moves by share of time as SVG"))
    assert len([bar for bar in drawing.iter() if bar.tag.endswith("rect")]) == len(LABELS) + 5
    assert len(saved(tab, "Save moves by share of time as PNG")) > 5_000


def test_shares_are_counted_where_no_layer_gives_them(tab: Tab, tmp_path: Path) -> None:
    study = made_study([48] * 4)
    study.rows["mobility"] = []
    tab.open(page_of(study, tmp_path))
    said = tab.evaluate("document.querySelector('#moves figure svg').getAttribute('aria-label')")
    assert "pan left 25 %" in said and "static 38 %" in said
    assert tab.complaints == []


def test_a_study_without_moves_has_the_page_it_had(tab: Tab, tmp_path: Path) -> None:
    tab.open(page_of(without_moves(made_study([48] * 12)), tmp_path), address="#shot=2")
    tab.evaluate(DRAWN)
    assert tab.evaluate("document.getElementById('moves').hidden")
    assert tab.evaluate("document.querySelectorAll('.moves, .camera, .tracked, .sign').length") == 0
    groups = tab.evaluate("[...document.querySelectorAll('[aria-label=Show] optgroup')].map(one => one.label)")
    assert groups == ["Color kind", "Transitions", "With"]
    assert "camera moves" in text(tab, "#notes") and tab.complaints == []
