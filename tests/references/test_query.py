"""Wikidata's query service: asked only by name; unreachable, odd and good answers."""

from __future__ import annotations

import io
import json
import urllib.error
import urllib.request
from collections.abc import Callable
from email.message import Message
from typing import Any
from urllib.parse import parse_qs, urlparse

import pytest
from tests.references.conftest import Bring
from tests.references.wikidata_made import FILM, HUMAN, claim, entity, item

from cranework.errors import NotImportable, NotReached
from cranework.references.importers import wikidata_query
from cranework.references.store import Store

Answer = Callable[[str], bytes]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were asked; the answers are those of a service of our own."""
    addresses: list[str] = []
    found = [
        entity("Q20", "The Cranes Are Flying", FILM, {"P57": [claim(item("Q21"))]}),
        entity("Q21", "Mikhail Kalatozov", HUMAN),
    ]

    def answer(call: urllib.request.Request, timeout: float) -> io.BytesIO:
        addresses.append(call.full_url)
        assert timeout <= 60 and call.get_header("User-agent", "").startswith("Cranework/")
        if "sparql" in call.full_url:
            uris = [f"http://www.wikidata.org/entity/{one['id']}" for one in found]
            rows = [{"item": {"value": uri}} for uri in [*uris, "http://www.wikidata.org/.well-known/genid/x"]]
            return io.BytesIO(json.dumps({"results": {"bindings": rows}}).encode())
        return io.BytesIO(json.dumps({"entities": {one["id"]: one for one in found}}).encode())

    monkeypatch.setattr(wikidata_query, "urlopen", answer)
    return addresses


def test_what_is_asked_for_comes_in(bring: Bring, store: Store, asked: list[str]) -> None:
    outcome = bring("wikidata-query", "The Cranes  Are Flying")
    assert (outcome.id, outcome.rows, outcome.changed) == ("wikidata-query:The_Cranes_Are_Flying", 2, True)
    assert store.facts("Q20", "director")[0].object == "Q21"
    query = parse_qs(urlparse(asked[0]).query)["query"][0]
    assert '"The Cranes Are Flying"@en' in query and "wdt:P57" in query
    assert parse_qs(urlparse(asked[1]).query)["ids"] == ["Q20|Q21"]
    assert not bring("wikidata-query", "The Cranes Are Flying").changed
    assert store.source("wikidata-query:The_Cranes_Are_Flying").copies_of == "wikidata"


@pytest.mark.parametrize(
    ("wanted", "part"),
    [("Q20", "wd:Q20"), ("tt0050634", 'wdt:P345 "tt0050634"'), ('M" } #', r'"M\" } #"@en'), ("a\\b", r'"a\\b"@en')],
)
def test_what_is_asked_is_quoted(bring: Bring, asked: list[str], wanted: str, part: str) -> None:
    bring("wikidata-query", wanted)
    assert part in parse_qs(urlparse(asked[0]).query)["query"][0]


@pytest.mark.parametrize(
    "failure",
    [
        urllib.error.URLError("no route"),
        TimeoutError("timed out"),
        ConnectionResetError(),
        urllib.error.HTTPError("https://x", 503, "busy", Message(), None),
    ],
)
def test_offline(bring: Bring, store: Store, monkeypatch: pytest.MonkeyPatch, failure: Exception) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise failure

    monkeypatch.setattr(wikidata_query, "urlopen", refuse)
    with pytest.raises(NotReached) as caught:
        bring("wikidata-query", "M")
    assert str(caught.value) == "query.wikidata.org: it cannot be reached; check the connection, or import a file"
    assert caught.value.exit_code == 4 and store.rows("SELECT * FROM import") == []


@pytest.mark.parametrize("answer", [b"", b"<html>", b"[]", b'{"results": 3}', b"\xff"])
def test_odd_answers(bring: Bring, monkeypatch: pytest.MonkeyPatch, answer: bytes) -> None:
    monkeypatch.setattr(wikidata_query, "urlopen", lambda *_, **__: io.BytesIO(answer))
    with pytest.raises(NotReached, match="cannot be understood"):
        bring("wikidata-query", "M")


def test_nothing_of_that_name(bring: Bring, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = b'{"results": {"bindings": []}}'
    monkeypatch.setattr(wikidata_query, "urlopen", lambda *_, **__: io.BytesIO(nothing))
    with pytest.raises(NotImportable, match="knows no film or person"):
        bring("wikidata-query", "No such film")


def test_an_answer_that_never_ends(bring: Bring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wikidata_query, "MOST_BYTES", 1000)
    monkeypatch.setattr(wikidata_query, "urlopen", lambda *_, **__: io.BytesIO(b"x" * 5000))
    with pytest.raises(NotReached, match="too long"):
        bring("wikidata-query", "M")
