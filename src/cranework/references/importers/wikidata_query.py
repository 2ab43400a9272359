"""Wikidata's query service, asked only when a user names it: a film or person by title, name, IMDb's or Wikidata's id.

The service tells which items are meant and which they speak of; their entities then come in as from a file. Nothing
else in Cranework goes online.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256
from http.client import HTTPException
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request as Call
from urllib.request import urlopen

from cranework import __version__
from cranework.errors import NotImportable, NotReached
from cranework.references.importers import Outcome, Progress, Request
from cranework.references.importers.wikidata import entities, source_of, supersede
from cranework.references.importers.wikidata_entity import take
from cranework.references.importers.wikidata_words import CREDITS, IMDB_ID, WORDS
from cranework.references.joining import join
from cranework.references.store import Store
from cranework.references.writing import Import

SERVICE, ENTITIES = "https://query.wikidata.org/sparql", "https://www.wikidata.org/w/api.php"
TIMEOUT_S, MOST_BYTES = 30, 64 << 20
MOST_ITEMS, AT_ONCE = 400, 50  # the second is what the interface takes in one call
_ITEM, _IMDB = re.compile(r"Q[1-9]\d*"), re.compile(r"(?:tt|nm)\d{7,9}")


def read(store: Store, request: Request) -> Outcome:
    """Asks for what `request.path` names, and imports it. Raises NotReached, NotImportable."""
    wanted = " ".join(request.path.split())
    items = _items(wanted)
    if not items:
        raise NotImportable(wanted, "Wikidata knows no film or person of this name", "give its id, like Q42")
    found: list[Any] = []
    for start in range(0, len(items), AT_ONCE):
        found += list(entities(_entities(items[start : start + AT_ONCE])))
        if request.progress is not None:
            request.progress(Progress(wanted, len(found), len(found) / len(items)))
    id = f"wikidata-query:{'_'.join(wanted.split())}"
    fingerprint = sha256(json.dumps(found, sort_keys=True).encode()).hexdigest()
    if store.rows("SELECT 1 FROM import WHERE id = ? AND fingerprint = ? AND finished", [id, fingerprint]):
        return Outcome(id, len(found), changed=False)
    today = request.as_of or datetime.now(UTC).date().isoformat()  # what is asked online holds for the day of asking
    writing = Import.begin(store, id, "wikidata-query", file=wanted, fingerprint=fingerprint, as_of=today)
    try:
        writing.source(source_of(id, wanted))
        for entity in found:
            take(writing, entity)
        supersede(writing)
        writing.finish()
        join(store)
    except BaseException:
        writing.undo()
        raise
    return Outcome(id, len(found))


def _items(wanted: str) -> list[str]:
    """The items meant, and all that their statements name."""
    if _ITEM.fullmatch(wanted):
        which = f"VALUES ?it {{ wd:{wanted} }}"
    elif _IMDB.fullmatch(wanted):
        which = f'?it wdt:{IMDB_ID} "{wanted}" .'
    else:
        name = json.dumps(wanted, ensure_ascii=False)  # the same rules for quotes and backslashes as SPARQL's
        which = f"?it rdfs:label {name}@en ; wdt:{IMDB_ID} [] ."
    spoken_of = " ".join(f"wdt:{property}" for property in (*CREDITS, *WORDS))
    query = (
        f"SELECT DISTINCT ?item WHERE {{ {which} {{ BIND(?it AS ?item) }} UNION "
        f"{{ VALUES ?p {{ {spoken_of} }} ?it ?p ?item . }} }} LIMIT {MOST_ITEMS}"
    )
    answer = _asked(SERVICE, {"query": query, "format": "json"})
    try:
        uris = [row["item"]["value"] for row in answer["results"]["bindings"]]
    except (KeyError, TypeError) as error:
        raise NotReached("query.wikidata.org", "its answer cannot be understood", "try again later") from error
    found = (str(uri).rpartition("/")[2] for uri in uris)
    return sorted({item for item in found if _ITEM.fullmatch(item)})


def _entities(items: Sequence[str]) -> Any:
    return _asked(ENTITIES, {"action": "wbgetentities", "ids": "|".join(items), "format": "json"})


def _asked(service: str, parameters: dict[str, str]) -> Any:
    """What a service answers, from JSON. Raises NotReached."""
    host = service.split("/")[2]
    agent = f"Cranework/{__version__} (film analysis)"
    call = Call(f"{service}?{urlencode(parameters)}", headers={"User-Agent": agent, "Accept": "application/json"})
    try:
        with urlopen(call, timeout=TIMEOUT_S) as answer:
            text = answer.read(MOST_BYTES + 1)
        if len(text) > MOST_BYTES:
            raise NotReached(host, "its answer is too long", "ask for less")
        return json.loads(text)
    except (OSError, HTTPException) as error:
        reason = str(getattr(error, "reason", error))
        raise NotReached(host, "it cannot be reached", "check the connection, or import a file", reason) from error
    except ValueError as error:
        raise NotReached(host, "its answer cannot be understood", "try again later", str(error)) from error
