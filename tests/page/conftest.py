"""A browser for the tests of the page, and the films whose pages it opens."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import cast

import pytest
from tests.page.browser import Stuck, Tab, browser_tab, chromium
from tests.page.made_study import made_study

from cranework.engine.run import analyze
from cranework.page.build import write
from cranework.study.store import Study

SHOTS = 400
SILENT = "chromium does not answer: the page is not looked at in a browser"


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    command = chromium()
    if command is None:
        pytest.skip("no chromium on the PATH: the page is not looked at in a browser")
    try:
        with browser_tab(command) as opened:
            yield opened
    except Stuck:
        pytest.skip(SILENT)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None]:
    """A browser that is broken tells as little of the page as one that is not there."""
    try:
        yield
    except Stuck:
        pytest.skip(SILENT)


@pytest.fixture(scope="session")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a made film of `SHOTS` shots."""
    path = tmp_path_factory.mktemp("page") / "page.html"
    write(cast(Study, made_study([30 + shot % 50 for shot in range(SHOTS)])), path)
    return path


@pytest.fixture(scope="session")
def demonstration(demonstration_study: Path) -> Path:
    """The study of the demonstration film, with the film and the page (`page.html`) beside it."""
    return _with_page(demonstration_study)


@pytest.fixture(scope="session")
def real_clip(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The study of a real trailer, with its page (`page.html`) beside it."""
    film = shared / "data" / "film" / "transitions" / "moon-trailer.mp4"
    if not film.exists():
        pytest.skip("the real clips (../shared/data/film/transitions) are not here")
    study = tmp_path_factory.mktemp("real") / "film.cranework"
    analyze(film, study)
    return _with_page(study)


def _with_page(study: Path) -> Path:
    with Study.open(study) as opened:
        write(opened, study.with_name("page.html"))
    return study
