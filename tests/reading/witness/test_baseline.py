"""The baseline says of how many films and of which it is made, and is what the command makes of studies."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from tests.conftest import MakeFilm
from tests.engine.executors import Inline
from training.reading import baseline as command

from cranework.engine.run import analyze
from cranework.reading.witness.baseline import PERCENTILES, Baseline, Cell, from_table, percentiles_of, shipped

LINE = tuple(float(p) for p in PERCENTILES)


def cell(films: int, decade: int | None = None, country: str | None = None) -> Cell:
    return Cell(films, "made", {"share": LINE}, decade, country)


def test_the_narrowest_cell_that_holds_enough_films_is_asked() -> None:
    cells = [cell(100), cell(40, 1950), cell(19, 1950, "su"), cell(25, None, "su")]
    assert Baseline(cells).cell(1957, "su") is cells[1]
    assert Baseline(cells).cell(1941, "su") is cells[3]
    assert Baseline(cells).cell(1941) is cells[0]
    assert Baseline([cell(19)]).cell() is None


def test_percentiles_and_ranks() -> None:
    one = cell(30)
    assert one.at("share", 65) == 65
    assert one.rank("share", 40.0) == pytest.approx(40)
    assert one.at("other", 65) is None
    assert one.rank("other", 1.0) is None
    many_zeros = Cell(30, "made", {"share": tuple(float(p > 50) for p in PERCENTILES)})
    assert many_zeros.rank("share", 0.0) == pytest.approx(25, abs=5)
    assert percentiles_of([3, 1, 2])[0] == 1


def test_the_shipped_table_says_what_it_is_made_of() -> None:
    found = shipped().cell(1957, "su")
    assert found is not None
    assert found.films >= 20
    assert "no whole films" in found.made_of
    for statistic in ("moving_share", "average_shot_length_s", "dissolve_share", "luma", "shot_length_s"):
        values = [found.at(statistic, p) for p in PERCENTILES]
        assert values == sorted(v for v in values if v is not None), statistic


def test_the_command_makes_a_table_of_studies(
    tmp_path: Path, make_film: MakeFilm, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b"):
        film = make_film(tmp_path / f"{name}.mp4", (30, 40))
        analyze(film, tmp_path / f"{name}.cranework", layers=["shots"], executor=Inline())
    out = tmp_path / "table.json"
    monkeypatch.setattr(sys, "argv", ["baseline", str(tmp_path), "-o", str(out), "--made-of", "two films"])
    command.main()
    assert "2 films" in capsys.readouterr().out
    (found,) = from_table(json.loads(out.read_text(encoding="utf-8"))).cells
    assert (found.films, found.made_of) == (2, "two films")
    average = found.at("average_shot_length_s", 50)
    assert average is not None
    assert 0.5 < average < 3
    assert found.at("moving_share", 50) is None
