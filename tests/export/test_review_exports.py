"""What is taken along of a review."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from tests.page.made_review import TEXT, MadeReview, said

from cranework.export import review_annotations, review_claims, review_csv, review_json
from cranework.export.review_format import HOMES, ReviewExport, export_for

FORMULA = '=HYPERLINK(1) \u202e\n"quoted", and more'


def written(export: ReviewExport, *reviews: MadeReview) -> str:
    stream = io.StringIO(newline="")
    export.write(reviews or (MadeReview(),), stream)
    return stream.getvalue()


def rows(export: ReviewExport, *reviews: MadeReview) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(export, *reviews), newline="")))


def located(file: str | None = "the film.mp4") -> MadeReview:
    """A review with one statement, of which the film is the witness at two places."""
    evidence = [
        said("the film", "a long take", "+", "film", "", at=[36, 160], at_time=[1.5, 6.666666667]),
        said("the film", "the same place", "0", "film", "", at=[36, 160], at_time=[1.5, 6.666666667]),
        said("subtitles", "another", "~", "subtitles", "", at=[240, 264], at_time=[10.0, 11.0]),
    ]
    row = ("begins at once", "form", "long_take", "supported", 0.9, evidence)
    text = (
        "\U0001f3ee The film, as one says, begins at once, and it does not let go of one for the rest of the evening."
    )
    return MadeReview(
        "my review.txt", text, (row,), (), {"title": "A Film", "entity": None, "sure": True, "file": file}
    )


def annotated(*reviews: MadeReview) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written(review_annotations.export, *reviews))["first"]["items"]
    return found


def claims(*reviews: MadeReview) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(written(review_claims.export, *reviews))["@graph"]
    return found


@pytest.mark.parametrize("suffix", HOMES)
def test_the_end_of_a_name_says_which_export_writes_it(suffix: str) -> None:
    export = export_for(f"some.where/a.review{suffix.upper()}")
    assert export is not None and export.suffix == suffix and export.meaning
    assert written(export) == written(export), "the same each time"


def test_other_names_are_written_by_none() -> None:
    assert export_for("page.html") is None and export_for("json") is None


def test_json_is_the_document_and_of_several_texts_a_list() -> None:
    document = MadeReview().document()
    assert json.loads(written(review_json.export)) == document
    assert json.loads(written(review_json.export, MadeReview(), MadeReview())) == [document, document]


def test_each_statement_has_a_row() -> None:
    found = rows(review_csv.export)
    assert len(found) == 27 and list(found[0]) == list(review_csv.STATEMENTS)
    award = next(row for row in found if row["words"] == "Best Actress for its star")
    assert (award["text"], award["verdict"], award["confidence"]) == ("lantern.txt", "refuted", "0.96")
    assert award["sources"] == "Newsreel of the closing night; A film archive's programme note"
    assert TEXT[int(award["start"]) : int(award["end"])] == award["words"]


def test_each_piece_of_evidence_has_a_row() -> None:
    found = rows(review_csv.evidence_export, MadeReview(), located())
    assert list(found[0]) == list(review_csv.EVIDENCE)
    assert len(found) == sum(len(one["evidence"]) for one in MadeReview().document()["statements"]) + 3
    last = found[-1]
    assert (last["text"], last["id"], last["source"], last["vote"]) == ("my review.txt", "s1", "subtitles", "~")
    assert (last["start"], last["end"], last["start_time"], last["end_time"]) == ("240", "264", "10.0", "11.0")
    assert found[0]["start"] == "" and found[0]["source_kind"] == "reference"


def test_no_cell_is_a_formula_and_every_cell_comes_back() -> None:
    evidence = [said(FORMULA, FORMULA, "-", FORMULA, FORMULA, rule=FORMULA)]
    row = (FORMULA, "credit", "director", "refuted", 0.9, evidence)
    review = MadeReview(FORMULA, FORMULA, (row,), (), None)
    for export in (review_csv.export, review_csv.evidence_export):
        [found] = rows(export, review)
        assert not any(value.startswith(("=", "+", "@", "\t")) for value in found.values())
        assert "'" + FORMULA in found.values()


def test_an_annotation_finds_its_words_by_position_and_by_quotation() -> None:
    for annotation in annotated():
        target = annotation["target"]
        position, quotation = target["selector"]
        assert TEXT[position["start"] : position["end"]] == quotation["exact"]
        around = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
        assert around in TEXT and len(quotation["prefix"]) <= 32 and len(quotation["suffix"]) <= 32
        assert TEXT.index(around) == position["start"] - len(quotation["prefix"])
    first = annotated()[0]["target"]["selector"][1]
    assert first["prefix"] == "" and len(first["suffix"]) == 32


def test_an_annotation_has_an_assessment_and_a_verdict() -> None:
    refuted = next(one for one in annotated() if one["body"][1]["source"].endswith(":refuted"))
    words, verdict = refuted["body"]
    assert (words["type"], words["purpose"], verdict["type"]) == ("TextualBody", "assessing", "SpecificResource")
    assert words["value"].splitlines()[:2] == [
        "refuted (0.96): award",
        "Newsreel of the closing night (1958-05-18) states otherwise: the acting prize went to four actresses of "
        "another film; of Lebedeva the jury spoke in the text of the Palme d'Or",
    ]
    assert refuted["motivation"] == "assessing" and refuted["target"]["source"]["language"] == "en"


def test_where_the_film_is_the_witness_it_is_a_target_too() -> None:
    [annotation] = annotated(located())
    words, *places = annotation["target"]
    assert words["source"]["id"] == "my%20review.txt" and words["selector"][0]["start"] == 25
    assert [place["id"] for place in places] == ["the%20film.mp4#t=1.5,6.667", "the%20film.mp4#t=10,11"]
    assert all(place["type"] == "Video" for place in places)
    [unnamed] = annotated(located(file=None))
    assert isinstance(unnamed["target"], dict), "a film that has no name cannot be pointed to"


def test_the_collection_holds_all_texts_under_names_of_their_own() -> None:
    told = json.loads(written(review_annotations.export, MadeReview(), located()))
    assert told["@context"] == "http://www.w3.org/ns/anno.jsonld" and told["type"] == "AnnotationCollection"
    assert told["total"] == len(told["first"]["items"]) == 28 and told["label"] == "lantern.txt, my review.txt"
    names = [one["id"] for one in told["first"]["items"]]
    assert len(set(names)) == 28 and all(name.startswith("urn:uuid:") for name in names)
    assert annotated(located())[0]["id"] == names[-1], "a statement's name does not hang on its neighbors"


def test_a_name_that_is_no_text_has_an_address() -> None:
    odd = MadeReview("caf\udce9 & #1.txt", "a", (), ())
    assert json.loads(written(review_annotations.export, odd))["total"] == 0
    assert review_annotations.address(odd.name) == "caf%ED%B3%A9%20%26%20%231.txt"


def test_only_settled_facts_are_claims() -> None:
    found = claims()
    told = {statement["text"]: statement for statement in MadeReview().document()["statements"]}
    kinds = {told[claim["claimReviewed"]]["kind"] for claim in found}
    assert kinds == {"release", "credit", "role", "award", "office", "date", "duration", "quantity"}
    assert {claim["reviewRating"]["alternateName"] for claim in found} == {"supported", "refuted", "differs"}
    assert len(found) == 13


def test_a_claim_has_no_grade_and_no_author_that_is_not_known() -> None:
    claim = next(one for one in claims() if one["claimReviewed"] == "Best Actress for its star")
    assert set(claim["reviewRating"]) == {"@type", "alternateName"}
    assert "author" not in claim["itemReviewed"] and claim["itemReviewed"]["appearance"]["name"] == "lantern.txt"
    assert claim["itemReviewed"]["about"] == {"@type": "Movie", "name": "The Lantern on the Quay"}
    history = next(one for one in claims() if one["claimReviewed"].startswith("The war"))
    assert "about" not in history["itemReviewed"]


def test_an_author_that_the_document_names_is_the_claim_s() -> None:
    class Signed(MadeReview):
        def document(self) -> dict[str, Any]:
            document = super().document()
            document["text"]["author"] = "A. Writer"
            return document

    assert claims(Signed())[0]["itemReviewed"]["author"] == {"@type": "Person", "name": "A. Writer"}


def test_a_film_that_is_not_sure_is_not_named() -> None:
    doubtful = MadeReview(film={"title": "A Film", "entity": None, "sure": False, "file": None})
    assert all("about" not in claim["itemReviewed"] for claim in claims(doubtful))
