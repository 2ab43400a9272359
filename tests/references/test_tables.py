"""Tables of prizes and offices, any CSV with a mapping, and packs as files."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.references.conftest import Bring

from cranework.errors import NotImportable, UsageError
from cranework.references import keep_shipped
from cranework.references.store import Store

AWARDS = """\
festival,year,category,winner,film,complete,for_year,nominated,source
Cannes Film Festival,1958,Best Actor,Paul Newman,"The Long, Hot Summer",yes,,,
Cannes Film Festival,1958,Best Screenplay,Pier Paolo Pasolini; Massimo Franciosa,Giovani mariti,,,,a book
Academy Awards,1962,Best Original Screenplay,Valentin Yezhov,Ballad of a Soldier,,1961,yes,
"""
OFFICES = """\
office;holder;from;to;aliases;acting;note
Premier of Ruritania;Anna Blei;1950-01-02;1955;prime minister; ;
Premier of Ruritania;Otto Kern;1955;;prime minister;yes;until the vote
"""
MAPPING = """\
id: my films
source: {title: My films, kind: reference, licence: mine}
entities:
  - {id: "film:{number}", kind: film, name: "{title}", aliases: "{also}", split: "|"}
facts:
  - {s: "film:{number}", p: year, o: "{year}"}
  - {s: "film:{number}", p: director, o: "{director}", split: ";", complete: true, q: {note: "{remark}"}}
"""
FILMS = """\
number,title,also,year,director,remark
1,The Cranes Are Flying,Letyat zhuravli|Quand passent les cigognes,1957,Mikhail Kalatozov,
2,"The Red Shoes",,1948,Michael Powell;Emeric Pressburger,both
3,"A ""quoted"" film",,about 1950,,
"""


def test_prizes_in_csv(bring: Bring, store: Store, tmp_path: Path) -> None:
    (tmp_path / "prizes.csv").write_text(AWARDS, encoding="utf-8")
    assert bring("awards", tmp_path / "prizes.csv").id == "awards:prizes"
    assert not bring("awards", tmp_path / "prizes.csv").changed
    [festival] = store.find("Cannes Film Festival 1958", {"festival"})
    won = store.facts(festival.entity.id, "award_winner")
    assert [(fact.object, fact.qualifiers["category"], fact.complete) for fact in won] == [
        ("person:paul_newman", "Best Actor", True),
        ("person:pier_paolo_pasolini", "Best Screenplay", False),
        ("person:massimo_franciosa", "Best Screenplay", False),
    ]
    assert won[1].sources == ("a_book",) and won[0].sources == ("awards:prizes",)
    [prize] = store.facts("person:paul_newman", "award")
    assert (prize.object, prize.qualifiers["year"]) == ("Best Actor", 1958)
    [nominated] = store.facts(predicate="nomination")
    assert nominated.qualifiers["for_year"] == "1961" and store.source("awards:prizes").title == "awards:prizes"


def test_prizes_in_yaml_and_of_people_whom_the_store_knows(bring: Bring, store: Store, tmp_path: Path) -> None:
    keep_shipped(store)
    text = """\
festival: Moscow Festival
year: 1959
sources: {list: {what: The list of prizes, kind: primary}}
awards:
  - {category: Grand Prix, winner: The Cranes Are Flying, source: list, complete: true}
"""
    (tmp_path / "moscow.yaml").write_text(text, encoding="utf-8")
    bring("awards", tmp_path / "moscow.yaml")
    [won] = store.facts(predicate="award_winner", object="film:cranes", subject="festival:moscow_festival_1959")
    assert won.complete and store.source(won.sources[0]).title == "The list of prizes"


def test_offices(bring: Bring, store: Store, tmp_path: Path) -> None:
    (tmp_path / "offices.csv").write_text(OFFICES, encoding="utf-8")
    bring("offices", tmp_path / "offices.csv")
    first, second = store.facts("office:premier_of_ruritania", "office")
    assert (first.object, first.qualifiers["from"], first.qualifiers["to"]) == (
        "person:anna_blei",
        "1950-01-02",
        "1955",
    )
    assert second.qualifiers["acting"] is True and "to" not in second.qualifiers
    office = store.entity("office:premier_of_ruritania")
    assert office is not None and ("prime minister", "alias") in office.names


def test_any_table_by_its_mapping(bring: Bring, store: Store, tmp_path: Path) -> None:
    (tmp_path / "films.csv").write_text(FILMS, encoding="utf-8")
    (tmp_path / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    more = {"mapping": str(tmp_path / "mapping.yaml")}
    outcome = bring("csv", tmp_path / "films.csv", **more)
    assert (outcome.id, outcome.rows) == ("csv:my_films", 3)
    assert not bring("csv", tmp_path / "films.csv", **more).changed
    assert store.find("Quand passent les cigognes")[0].entity.id == "film:1"
    both = store.facts("film:2", "director")
    assert [(fact.object, fact.complete, fact.qualifiers) for fact in both] == [
        ("person:michael_powell", True, {"note": "both"}), ("person:emeric_pressburger", True, {"note": "both"})
    ]  # fmt: skip
    assert both[0].id == "csv:my_films:3" and store.source("csv:my_films").licence == "mine"
    assert store.facts("film:3") == [] and store.facts("film:1", "director")[0].qualifiers == {}
    third = store.entity("film:3")
    assert third is not None and third.name == 'A "quoted" film'


def test_a_table_needs_a_mapping_that_fits(bring: Bring, store: Store, tmp_path: Path) -> None:
    table, mapping = tmp_path / "films.csv", tmp_path / "mapping.yaml"
    table.write_text(FILMS, encoding="utf-8")
    with pytest.raises(UsageError, match="--mapping"):
        bring("csv", table)
    bad = {
        "id: x\nfacts: [{s: a, p: b}]": "each of its facts needs o, p, s",
        "id: x\nfacts: [{s: '{nowhere}', p: b, o: c}]": "there is no column nowhere",
        "facts: []": "lacks its id", "id: x\nsource: {kind: gossip}": "no kind of source", "[": "YAML",
    }  # fmt: skip
    for text, problem in bad.items():
        mapping.write_text(text, encoding="utf-8")
        with pytest.raises(NotImportable, match=problem):
            bring("csv", table, mapping=str(mapping))
    assert store.rows("SELECT * FROM import") == []


@pytest.mark.parametrize(
    ("kind", "content", "problem"),
    [
        ("awards", "a", "names no columns"),
        ("awards", "festival,year\n", None),
        ("awards", "festival,year,category,winner\nCannes,1958,,x\n", "row 1 has no category"),
        ("awards", "festival,year,category,winner\nCannes,1958,x\n", "line 2 has 3 columns, not 4"),
        ("awards", 'festival,year,category,winner\nCannes,1958,"x,y\n', "line"),
        ("offices", "office,holder,from\nx,y,soon\n", "'soon' is no year"),
        ("offices", "office,office\nx,y\n", "names no columns"),
        ("pack", "facts: 3", "no list of facts"),
        ("pack", "- 1", "no mapping"),
        ("pack", "a: \x07", "YAML"),
    ],
)
def test_tables_that_strangers_broke(
    bring: Bring, store: Store, tmp_path: Path, kind: str, content: str, problem: str | None
) -> None:
    path = tmp_path / "file"
    path.write_text(content, encoding="utf-8")
    if problem is None:
        assert bring(kind, path).rows == 0
        return
    with pytest.raises(NotImportable, match=problem) as caught:
        bring(kind, path)
    assert "\n" not in str(caught.value) and str(path) in str(caught.value)
    assert store.rows("SELECT * FROM import") == [] and not store.database.in_transaction


def test_a_pack_as_a_file(bring: Bring, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "my pack.yaml"
    path.write_text("version: 3\ntitle: Mine\nfacts:\n  - {s: M, p: year, o: 1931}\n", encoding="utf-8")
    outcome = bring("pack", path)
    assert (outcome.id, outcome.changed) == ("pack:my_pack", True) and not bring("pack", path).changed
    assert store.source("pack:my_pack").title == "Mine" and store.source("pack:my_pack").edition == "3"
    path.write_text("facts:\n  - {s: M, p: year, o: 1932}\n", encoding="utf-8")
    assert bring("pack", path).changed
    assert [fact.object for fact in store.facts()] == ["1932"]
