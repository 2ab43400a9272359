"""The reading page in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.page.accessible import findings
from tests.page.browser import Tab
from tests.page.made_review import TEXT, MadeReview, said
from tests.page.test_build import HOSTILE
from tests.page.test_page import hosts
from tests.page.test_review import a_study, hostile_review

from cranework.page.build import write
from cranework.page.review import build_review

CHOSEN = "document.querySelector('.mark[aria-current]')?.getAttribute('href') ?? null"
OPEN = "document.querySelector('.card.chosen .words')?.textContent ?? null"
COUNT = "document.querySelector('.counted output').textContent"
MARKS = "[...document.querySelectorAll('.mark:not([hidden])')]"
FOCUSED = "document.activeElement.getAttribute('href')"


@pytest.fixture(scope="session")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a review alone."""
    path = tmp_path_factory.mktemp("review") / "review.html"
    build_review(MadeReview(), path)
    return path


@pytest.fixture(scope="session")
def reading_with_film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a review whose film was measured."""
    path = tmp_path_factory.mktemp("review") / "film.html"
    build_review(MadeReview(), path, a_study())
    return path


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The film's own page with two reviews as sections."""
    path = tmp_path_factory.mktemp("review") / "report.html"
    write(a_study(), path, [MadeReview(), MadeReview(name="second.txt")])
    return path


def click(tab: Tab, selector: str) -> None:
    tab.evaluate(f"document.querySelector({selector!r}).click()")
    tab.rest()


def pieces(tab: Tab, words: str) -> str:
    """Script for the first piece of these words."""
    return f"[...document.querySelectorAll('.piece')].find(one => one.textContent === {words!r})"


@pytest.mark.parametrize("width", [360, 899, 900, 1280, 2560])
@pytest.mark.parametrize("dark", [False, True])
def test_it_is_whole_at_every_width(tab: Tab, reading_with_film: Path, width: int, dark: bool) -> None:
    tab.open(reading_with_film, width, dark=dark, address="#statement=s16")
    assert tab.evaluate(COUNT) == "27 statements"
    assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert tab.evaluate(OPEN).startswith("the film's last take")
    assert (tab.complaints, hosts(tab, reading_with_film)) == ([], [])


@pytest.mark.parametrize(("width", "dark"), [(360, False), (1280, True), (1280, False)])
def test_it_is_accessible(tab: Tab, reading_with_film: Path, width: int, dark: bool) -> None:
    tab.open(reading_with_film, width, dark=dark)
    assert findings(tab) == []
    click(tab, ".verdict.refuted")
    tab.evaluate(
        "[...document.querySelectorAll('.tools button')].find(one => /Not read/.test(one.textContent)).click()"
    )
    click(tab, ".card:not([hidden]) .row")
    assert findings(tab) == []


def test_the_report_with_reviews_is_accessible(tab: Tab, report: Path) -> None:
    tab.open(report, address="#statement=2.s16")
    assert findings(tab) == []
    assert tab.complaints == []


def test_the_words_stand_as_given_and_signs_are_not_among_them(tab: Tab, reading: Path) -> None:
    tab.open(reading)
    without = "(() => { const one = document.querySelector('.prose').cloneNode(true);"
    without += " one.querySelectorAll('.mark').forEach(sign => sign.remove()); return one.textContent; })()"
    assert tab.evaluate(without) == TEXT
    assert tab.evaluate("getComputedStyle(document.querySelector('.mark')).userSelect") == "none"


def test_each_statement_is_told_by_color_sign_and_word(tab: Tab, reading: Path) -> None:
    tab.open(reading)
    assert tab.evaluate(f"{MARKS}.length") == 27
    told = tab.evaluate(f"{MARKS}.map(one => [one.className, one.textContent, one.getAttribute('aria-label')])")
    for verdict, sign in (("supported", "✓"), ("refuted", "✗"), ("differs", "≈"), ("unverified", "?")):
        found = [row for row in told if row[0] == f"mark {verdict}"]
        assert found and all(row[1] == sign and row[2].startswith(f"{verdict}, ") for row in found)
    assert ["mark not_checkable", "○"] in [row[:2] for row in told]
    lines = "getComputedStyle(document.documentElement).getPropertyValue('--{}').trim()"
    colors = {tab.evaluate(lines.format(name)) for name in ("supported", "refuted", "differs", "unverified")}
    assert len(colors) == 4


def test_an_address_leads_to_a_statement(tab: Tab, reading: Path) -> None:
    tab.open(reading, 360, 700, address="#statement=s16")
    tab.rest()
    assert tab.evaluate(CHOSEN) == "#statement=s16"
    seen = "(() => { const box = document.querySelector('.mark[aria-current]').getBoundingClientRect();"
    seen += (
        " return box.top > 0 && box.bottom < document.querySelector('.card.chosen').getBoundingClientRect().top; })()"
    )
    assert tab.evaluate(seen), "above the card"
    tab.evaluate("location.hash = '#statement=s2'")
    tab.rest()
    assert tab.evaluate(OPEN) == "a film one does not forget"
    tab.evaluate("location.hash = '#statement=nothing'")
    tab.rest()
    assert tab.complaints == []


def test_arrow_keys_go_from_statement_to_statement(tab: Tab, reading: Path) -> None:
    tab.open(reading)
    tab.evaluate("document.querySelector('.mark[tabindex=\"0\"]').focus()")
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft"):
        tab.press(key)
    assert tab.evaluate(FOCUSED) == tab.evaluate(CHOSEN) == "#statement=s2"
    assert tab.evaluate(OPEN) == "a film one does not forget"
    tab.press("End")
    assert tab.evaluate(FOCUSED) == "#statement=s27"
    tab.press("ArrowRight")
    assert tab.evaluate(FOCUSED) == "#statement=s27", "there is none after the last"
    tab.press("Home")
    tab.press("Enter", 13)
    assert tab.evaluate("document.activeElement.className") == "row", "to its evidence"
    tab.press("ArrowDown")
    assert tab.evaluate(CHOSEN) == "#statement=s2"
    tab.press("Escape", 27)
    assert tab.evaluate(FOCUSED) == "#statement=s2" and tab.evaluate(CHOSEN) is None
    assert tab.evaluate("document.querySelectorAll('.mark[tabindex=\"0\"]').length") == 1
    assert tab.complaints == []


def test_everything_is_reached_by_the_tab_key(tab: Tab, reading_with_film: Path) -> None:
    tab.open(reading_with_film, address="#statement=s16")
    names = []
    for _ in range(30):
        tab.press("Tab", 9)
        names.append(tab.evaluate("document.activeElement.className + ' ' + document.activeElement.tagName"))
    for name in ("skip A", "verdict supported BUTTON", " SELECT", "lane-of-places DIV", "row BUTTON", "when BUTTON",
                 "close BUTTON"):  # fmt: skip
        assert name in names, name
    assert any(name.startswith("mark refuted lit") for name in names)


def test_a_click_goes_from_the_shortest_statement_outward(tab: Tab, reading: Path) -> None:
    tab.open(reading)
    inner = pieces(tab, "lasted four years")
    tab.evaluate(f"{inner}.click()")
    assert tab.evaluate(OPEN) == "lasted four years"
    tab.evaluate(f"{inner}.click()")
    assert tab.evaluate(OPEN).startswith("The war it tells of began")
    assert tab.evaluate("document.querySelectorAll('.piece.lit').length") == 2, "both of its pieces"
    tab.evaluate("document.querySelector('.prose').click()")
    assert tab.evaluate(OPEN) is None


def test_statements_that_overlap_have_lines_of_their_own(tab: Tab, tmp_path: Path) -> None:
    rows: tuple[Any, ...] = tuple(
        (words, "credit", "director", verdict, 0.9, [])
        for words, verdict in (("one two three", "supported"), ("two three four", "refuted"), ("three", "differs"))
    )
    page = tmp_path / "page.html"
    build_review(MadeReview(text="zero one two three four five", rows=rows, unread=()), page)
    tab.open(page)
    lines = "[...document.querySelectorAll('.piece')].map(one => [one.textContent, ...[0, 1, 2].map("
    lines += "level => one.style.getPropertyValue(`--line${level}`).replace('var(--line-', '').replace(')', ''))])"
    assert tab.evaluate(lines) == [
        ["one ", "", "supported", ""],
        ["two ", "", "supported", "refuted"],
        ["three", "differs", "supported", "refuted"],
        [" four", "", "", "refuted"],
    ]
    assert tab.evaluate(f"{MARKS}.map(one => one.textContent)") == ["≈", "✓", "✗"]


def test_pointing_lights_words_and_card(tab: Tab, reading: Path) -> None:
    tab.open(reading)
    tab.evaluate(
        f"{pieces(tab, 'Directed by Mikhail Orlov')}.dispatchEvent(new Event('pointerover', {{bubbles: true}}))"
    )
    assert tab.evaluate("document.querySelector('.card.pointed .words').textContent") == "Directed by Mikhail Orlov"
    assert tab.evaluate("document.querySelector('.piece.lit').textContent") == "Directed by Mikhail Orlov"
    assert tab.evaluate("document.querySelector('.piece.lit').title") == "supported: credit"


def test_statements_are_picked_by_verdict_and_kind(tab: Tab, reading: Path) -> None:
    tab.open(reading)
    numbers = "[...document.querySelectorAll('.verdict .number')].map(one => Number(one.textContent))"
    assert tab.evaluate(numbers) == [13, 3, 3, 3, 5]
    click(tab, ".verdict.refuted")
    assert tab.evaluate(COUNT) == "3 of 27 statements" and tab.evaluate(f"{MARKS}.length") == 3
    assert tab.evaluate("document.querySelectorAll('.piece.marked').length") == 4, "one holds a piece that was not read"
    click(tab, ".verdict.differs")
    assert tab.evaluate(COUNT) == "6 of 27 statements"
    pick = "(value => { const one = document.querySelector('.counted select'); one.value = value;"
    tab.evaluate(f"{pick} one.dispatchEvent(new Event('input')); }})('quantity')")
    assert tab.evaluate(COUNT) == "1 of 27 statements"
    tab.evaluate(f"{pick} one.dispatchEvent(new Event('input')); }})('plot')")
    assert tab.evaluate("document.querySelector('.none').hidden") is False
    tab.evaluate("location.hash = '#statement=s1'")
    tab.rest()
    assert tab.evaluate(COUNT) == "27 statements", "what is asked for is shown"
    assert tab.evaluate("document.querySelector('.verdict[aria-pressed=true]')") is None


def test_what_was_not_read_is_shown_when_asked_for(tab: Tab, reading: Path) -> None:
    tab.open(reading)
    assert tab.evaluate("document.querySelectorAll('.piece.unread').length") == 0
    tab.evaluate(
        "[...document.querySelectorAll('.tools button')].find(one => /Not read/.test(one.textContent)).click()"
    )
    shown = tab.evaluate("[...document.querySelectorAll('.piece.unread')].map(one => [one.textContent, one.title])")
    assert ["they were right", "not read: nothing says who"] in shown
    assert "a name is missing" in tab.evaluate("document.querySelector('.not-read').textContent")


def test_evidence_says_who_what_when_and_where(tab: Tab, reading_with_film: Path) -> None:
    tab.open(reading_with_film, address="#statement=s8")
    body = tab.evaluate("document.querySelector('.card.chosen .body').textContent")
    assert "Who Was Who in Film states otherwise (reference, 2024)" in body and "Rule: office at 1957" in body
    tab.evaluate("location.hash = '#statement=s16'")
    tab.rest()
    body = tab.evaluate("document.querySelector('.card.chosen .body').textContent")
    assert "1:36.87 \u2013 1:40.00" in body and "the last shot is 3.1 s long" in body
    assert tab.evaluate("[...document.querySelectorAll('.card.chosen img')].every(one => one.naturalWidth > 0)")
    tab.evaluate("location.hash = '#statement=s2'")
    tab.rest()
    assert "An opinion" in tab.evaluate("document.querySelector('.card.chosen .body').textContent")


def test_how_the_text_says_it_is_told(tab: Tab, tmp_path: Path) -> None:
    class Other(MadeReview):
        def document(self) -> dict[str, Any]:
            document = super().document()
            more = {
                "about": "film:x1",
                "subject": {"words": "The Other Film"},
                "modality": "reported",
                "polarity": "negative",
            }
            document["statements"][0] |= more | {"runner_up": "form"}
            return document

    page = tmp_path / "page.html"
    build_review(Other(), page)
    tab.open(page, address="#statement=s1")
    told = tab.evaluate("document.querySelector('.card.chosen .frame').textContent")
    assert told == "about another film: The Other Film · year · reported · denied · or form"


def test_places_in_the_film_lead_to_their_statements(tab: Tab, reading_with_film: Path) -> None:
    tab.open(reading_with_film)
    tab.evaluate("document.querySelector('.lane-of-places').focus()")
    tab.press("Home")
    assert tab.evaluate(OPEN).startswith("in the opening sequence")
    tab.press("ArrowRight")
    assert tab.evaluate("document.activeElement.getAttribute('aria-valuetext')").startswith(
        "0:33.3, supported: a wedding"
    )
    box = tab.evaluate("""(() => { const one = document.querySelector('.lane-of-places i.refuted');
        const box = one.getBoundingClientRect(); return [box.left + box.width / 2, box.top + 2]; })()""")
    for kind in ("mousePressed", "mouseReleased"):
        tab.call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, x=box[0], y=box[1])
    tab.rest()
    assert tab.evaluate(OPEN).startswith("the film's last take")
    assert float(tab.evaluate("document.querySelector('.lane-of-places .now').style.left")[:-1]) > 40


def test_the_film_is_asked_for_only_when_it_is_played(tab: Tab, reading_with_film: Path) -> None:
    tab.open(reading_with_film, address="#statement=s16")
    assert hosts(tab, reading_with_film) == []
    click(tab, ".card.chosen .when[aria-label^=Play]")
    asked = [one.rsplit("/", 1)[1] for one in hosts(tab, reading_with_film)]
    assert asked == ["cranes.mp4"]


def test_in_the_film_s_page_a_place_moves_the_timeline(tab: Tab, report: Path) -> None:
    tab.open(report, address="#statement=2.s16")
    assert tab.evaluate("document.querySelectorAll('.review').length") == 2
    assert (
        tab.evaluate("document.querySelector('.card.chosen').closest('.review').getAttribute('aria-label')")
        == "second.txt"
    )
    click(tab, ".card.chosen .when")
    assert tab.evaluate("document.getElementById('moment').textContent").startswith("1:36.87")
    groups = tab.evaluate("[...document.querySelectorAll('[aria-label=Show] optgroup')].map(one => one.label)")
    assert "Statements" in groups
    assert tab.complaints == []


def test_a_page_without_reviews_has_no_such_section(tab: Tab, page: Path) -> None:
    tab.open(page)
    assert tab.evaluate("document.getElementById('reviews').hidden")


def test_on_paper_every_statement_has_its_evidence(tab: Tab, reading_with_film: Path) -> None:
    tab.open(reading_with_film, 794)
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    tab.call("Emulation.setEmulatedMedia", media="print", features=[])
    assert tab.evaluate("[...document.querySelectorAll('.card .body')].every(one => one.offsetHeight > 0)")
    assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    tab.call("Emulation.setEmulatedMedia", media="", features=[])


@pytest.mark.parametrize("film", [False, True])
def test_hostile_words_do_nothing(tab: Tab, tmp_path: Path, film: bool) -> None:
    page = tmp_path / "page.html"
    build_review(hostile_review(), page, a_study(5) if film else None)
    tab.open(page, address="#statement=s1")
    for _ in range(5):
        tab.evaluate("document.querySelector('.card.chosen .row').focus()")
        tab.press("ArrowDown")
        tab.rest()
        assert HOSTILE in tab.evaluate("document.querySelector('.card.chosen').textContent")
    assert tab.evaluate("document.querySelectorAll('img[src=x], [onerror]').length") == 0
    assert tab.evaluate("document.querySelector('.title-of').textContent").startswith(HOSTILE)
    assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert (tab.complaints, hosts(tab, page)) == ([], [])


@pytest.mark.parametrize("text", ["", " ", "<br>", "\U0001f3ee" * 3, "no statement at all"])
def test_a_text_without_statements_has_a_page(tab: Tab, tmp_path: Path, text: str) -> None:
    page = tmp_path / "page.html"
    build_review(MadeReview(text=text, rows=(), unread=(), film=None), page)
    tab.open(page)
    assert (
        tab.evaluate(COUNT) == "0 statements" and tab.evaluate("document.querySelector('.prose').textContent") == text
    )
    assert "not known which film" in tab.evaluate("document.querySelector('.title-of').textContent")
    assert (tab.complaints, findings(tab)) == ([], [])


def test_offsets_count_characters_and_not_their_halves(tab: Tab, tmp_path: Path) -> None:
    text = "\U0001f3ee\U0001f3ee <b>e\u0301</b>\r\n\u0301 Directed by N\u0301.<br>\U0001f3ee 1957"
    rows: tuple[Any, ...] = (
        ("Directed by N\u0301", "credit", "director", "supported", 1.0, [said("a", "b", "+")]),
        ("\U0001f3ee 1957", "release", "year", "differs", 0.0, []),
    )
    page = tmp_path / "page.html"
    build_review(MadeReview(text=text, rows=rows, unread=()), page)
    tab.open(page)
    marked = "[...document.querySelectorAll('.piece.marked')].map(one => one.textContent)"
    assert tab.evaluate(marked) == ["Directed by N\u0301", "\U0001f3ee 1957"]
    assert tab.evaluate("[...document.querySelectorAll('.tag')].map(one => one.textContent)") == ["<b>", "</b>", "<br>"]


@pytest.mark.slow
def test_a_text_of_a_megabyte_is_shown(tab: Tab, tmp_path: Path) -> None:
    text = "".join(
        f"Number {at} was directed by nobody whom one would know by name, in the year {at}. " for at in range(12_000)
    )
    rows: tuple[Any, ...] = tuple(
        (f"Number {at} was directed", "credit", "director", "unverified", 0.5, []) for at in range(0, 12_000, 2)
    )
    page = tmp_path / "page.html"
    build_review(MadeReview(text=text, rows=rows, unread=()), page)
    tab.open(page, address="#statement=s5000")
    assert tab.evaluate(COUNT) == "6,000 statements"
    started = tab.evaluate("performance.now()")
    for _ in range(5):
        tab.evaluate("document.querySelector('.mark[aria-current]').focus()")
        tab.press("ArrowRight")
        tab.rest()
    assert tab.evaluate("performance.now()") - started < 10_000
    assert tab.evaluate(CHOSEN) == "#statement=s5005" and tab.complaints == []
