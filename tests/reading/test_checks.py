"""What each family of checks supports and refutes, and how a verdict turns when the statement is changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest
from tests.reading.saying import Facts, Saying, fact, world

from cranework.reading.checks import judge
from cranework.reading.checks.world import World
from cranework.reading.model import Evidence, Judgement, Mention, Statement
from cranework.reading.values import find

FACTS: Facts = [
    fact("Blue River", "director", ["Anna Berg"], closed=True),
    fact("Blue River", "composer", ["Jan Ek"], closed=True),
    fact("Blue River", "year", 1957),
    fact("Blue River", "premiere", "1957-10-12", country="SU"),
    fact("Blue River", "premiere", "1960-03-21", country="US"),
    fact("Blue River", "country", ["Soviet Union"], closed=True),
    fact("Blue River", "runtime_min", 95),
    fact("Blue River", "color", "black_and_white"),
    fact("Blue River", "title", ["Blå elv"]),
    fact("Blue River", "admissions_millions", 28.3, country="SU"),
    fact("Blue River", "scene", "geese fly over the town, seen by Vera and Max", where="beginning"),
    fact("Vera", "plays", "Ida Lind", film="Blue River"),
    fact("Max", "plays", "Olaf Dahl", film="Blue River"),
    fact("Max", "relation", "father", of="Vera"),
    fact("Max", "profession", "doctor"),
    fact("Cannes festival 1958", "award_winner", ["Blue River"], closed=True, category="Palme d'Or"),
    fact("Cannes festival 1958", "award_winner", ["Ingmar Moe"], closed=True, category="Best Director"),
    fact("Cannes festival 1958", "jury_president", "Marcel Roy"),
    fact("Blue River", "award_count", 3, award="Academy Award"),
    fact("Anna Berg", "born", "1903-12-28"),
    fact("Anna Berg", "died", 1973),
    fact("Josef Stein", "died", "1953-03-05"),
    fact("Operation Barbarossa", "event_date", "1941-06-22"),
    fact("premier of the Soviet Union", "office", "Boris Volkov", from_="1955-02-08", to="1958-03-27"),
    fact("premier of the Soviet Union", "office", "Pavel Orlov", from_="1958-03-27", to="1964-10-14"),
    fact("closest German approach to Moscow", "distance_km", [19, 30]),
    fact("Anna Berg", "filmography", [["Old Oak", 1950], ["Blue River", 1957], ["Red Hill", 1964]], closed=True),
]
FILM = "Blue River"
Told = Callable[[Saying, str], str]


def credit(predicate: str = "director") -> Told:
    return lambda s, text: s.verdict(text, "credit", predicate, objects=[text.split(" by ")[1]])


def values(kind: Any, predicate: str, **rest: Any) -> Told:
    return lambda s, text: s.verdict(text, kind, predicate, **rest)


def plays(s: Saying, text: str) -> str:
    person, character = text.split(" plays ")
    return s.verdict(text, "role", "plays", s.who(character, "character"), [person])


def related(s: Saying, text: str) -> str:
    return s.verdict(text, "role", "relation", s.who("Max", "character"), [Mention(0, 0, text.split()[-1])],
                     of=s.who("Vera", "character"))  # fmt: skip


def award(s: Saying, text: str) -> str:
    who, _, prize = text.partition(" won ")
    kind = "film" if who == FILM else "person"
    year = {"year": found[0]} if (found := find(text)) else {}
    return s.verdict(text, "award", "award", s.who(who, kind), [Mention(0, 0, prize, "prize")], **year)


def office(s: Saying, text: str) -> str:
    words = text.split("Premier ")[1].split(" spoke")[0]
    return s.verdict(text, "office", "office", s.who(words), [Mention(0, 0, "Premier", "office")])


def country(s: Saying, text: str) -> str:
    return s.verdict(text, "release", "country", objects=[Mention(0, 0, text, "country")])


def color(s: Saying, text: str) -> str:
    return s.verdict(text, "form", "color", objects=[Mention(0, 0, text)])


def event(s: Saying, text: str) -> str:
    return s.verdict(text, "date", "event_date", Mention(0, 0, text), about="history")


def life(predicate: str) -> Told:
    return lambda s, text: s.verdict(text, "date", predicate, s.who("Anna Berg"))


def alive(s: Saying, text: str) -> str:
    return s.verdict(text, "event_order", "alive_at", s.who("Josef Stein"))


def after(predicate: str) -> Told:
    return lambda s, text: s.verdict(text, "event_order", predicate, None, ["Josef Stein"])


def years(s: Saying, text: str) -> str:
    return s.verdict(text, "event_order", "interval", None, ["Josef Stein"], years=find(text)[0])


def jury(s: Saying, text: str) -> str:
    return s.verdict(text, "office", "jury_president", s.who(text.split(" presided")[0]))


def place(s: Saying, text: str) -> str:
    return s.verdict(text, "first", "last" if "last" in text else "first", objects=[Mention(0, 0, "film")])


def filmography(s: Saying, text: str) -> str:
    who, what = text.split(" made ")
    return s.verdict(text, "credit", "filmography", s.who(who), [s.who(what, "film")], role="director")


def counted(s: Saying, text: str) -> str:
    return s.verdict(text, "award", "award", None, [Mention(0, 0, "Oscars", "prize")], count=find(text)[0])


PAIRS: list[tuple[str, str, str, Told]] = [
    ("directed by Anna Berg", "directed by Karl Holm", "refuted", credit()),
    ("music by Jan Ek", "music by Gustav Lang", "refuted", credit("composer")),
    ("a 1957 film", "a 1965 film", "refuted", values("release", "year")),
    ("a film of 1957", "a film of 1949", "refuted", values("release", "year")),
    ("a fifties film", "a thirties film", "refuted", values("release", "decade")),
    ("released in 1960", "released in 1977", "refuted", values("release", "premiere", place="the United States")),
    ("it opened on 12 October 1957", "it opened on 12 October 1950", "refuted", values("release", "premiere")),
    ("a Soviet film", "a Polish film", "refuted", country),
    ("it runs 95 minutes", "it runs two and a half hours", "refuted", values("duration", "runtime_min")),
    ("it runs 96 minutes", "it runs 103 minutes", "differs", values("duration", "runtime_min")),
    ("in black and white", "in Technicolor", "refuted", color),
    ("Ida Lind plays Vera", "Olaf Dahl plays Vera", "refuted", plays),
    ("Max is her father", "Max is her uncle", "refuted", related),
    ("Blue River won the Palme d'Or in 1958", "Blue River won the Palme d'Or in 1963", "refuted", award),
    ("Ingmar Moe won best director at Cannes in 1958", "Anna Berg won best director at Cannes in 1958", "refuted",
     award),
    ("it won three Oscars", "it won seven Oscars", "refuted", counted),
    ("Germany attacked the Soviet Union on 22 June 1941", "Germany attacked the Soviet Union on 22 June 1942",
     "refuted",
     event),
    ("Germany attacked the Soviet Union in 1941", "Germany attacked the Soviet Union on 24 June 1941", "differs",
     event),
    ("born in 1903", "born in 1913", "refuted", life("born")),
    ("(1903-1973)", "(1903-1983)", "refuted", life("lifespan")),
    ("he saw it in 1950", "he saw the film in 1957", "refuted", alive),
    ("made after his death", "made before his death", "refuted", lambda s,
     t: after("after" if "after" in t else "before")(s, t)),
    ("four years after his death", "twelve years after his death", "refuted", years),
    ("In 1956 Premier Boris Volkov spoke", "In 1956 Premier Pavel Orlov spoke", "refuted", office),
    ("Marcel Roy presided over the jury of 1958", "Anna Berg presided over the jury of 1958", "refuted", jury),
    ("28 million Soviet people saw it", "60 million Soviet people saw it", "refuted", values("quantity", "admissions")),
    ("30 kilometres from Moscow", "300 kilometres from Moscow", "refuted", values("quantity", "distance",
     about="history")),
    ("Anna Berg made Red Hill", "Karl Holm made Blue River", "refuted", filmography),
    ("her second film", "her first film", "refuted",
     lambda s, t: s.verdict(t, "first", "ordinal" if "second" in t else "first", objects=[Mention(0, 0, "film"),
          *find(t)])),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "wanted", "told"), PAIRS, ids=[pair[1] for pair in PAIRS])
def test_a_right_statement_is_supported_and_with_a_wrong_value_it_is_not(
    right: str, wrong: str, wanted: str, told: Told
) -> None:
    with world(FACTS, FILM) as saying:
        assert told(saying, right) == "supported"
        assert told(saying, wrong) == wanted


def test_it_is_not_true_that_turns_the_verdict() -> None:
    with world(FACTS, FILM) as saying:
        for text, before, turned in (
            ("It is not true that Anna Berg directed it", "Anna Berg", "refuted"),
            ("It is not true that Karl Holm directed it", "Karl Holm", "supported"),
        ):
            judged = saying.verdict(text, "credit", "director", objects=[before], polarity="negative")
            assert judged == turned


def test_a_denial_in_an_open_list_says_nothing() -> None:
    with world([fact(FILM, "cast", ["Ida Lind"])], FILM) as saying:
        assert (
            saying.verdict("Karl Holm is not in it", "credit", "cast", objects=["Karl Holm"], polarity="negative")
            == "unverified"
        )


def test_a_denial_in_a_title_or_a_bracket_denies_nothing() -> None:
    facts = [fact("Never Seen", "director", ["Anna Berg"], closed=True)]
    with world(facts, "Never Seen") as saying:
        film = saying.who("Never Seen", "film")
        text = "Anna Berg directed Never Seen"
        assert saying.verdict(text, "credit", "director", film, ["Anna Berg"], polarity="negative") == "supported"
        text = "Anna Berg (who isn't often seen) directed it"
        assert saying.verdict(text, "credit", "director", None, ["Anna Berg"], polarity="negative") == "supported"


@pytest.mark.parametrize("case", PAIRS, ids=[pair[1] for pair in PAIRS])
def test_some_say_is_never_refuted(case: tuple[str, str, str, Told]) -> None:
    _, wrong, _, told = case
    with world(FACTS, FILM) as saying:
        plain = saying.judge

        def reported(*args: Any, **rest: Any) -> Any:
            return plain(*args, **{**rest, "modality": "reported"})

        saying.judge = reported  # type: ignore[method-assign]
        assert told(saying, wrong) != "refuted"


def test_a_film_that_is_not_surely_identified_refutes_nothing() -> None:
    with world(FACTS, FILM, sure=False) as saying:
        assert saying.verdict("directed by Karl Holm", "credit", "director", objects=["Karl Holm"]) == "unverified"


def test_another_film_is_checked_by_its_own_facts() -> None:
    facts = [*FACTS, fact("Old Oak", "director", ["Karl Holm"], closed=True)]
    with world(facts, FILM) as saying:
        oak = saying.who("Old Oak", "film")
        told = saying.judge(
            "Karl Holm directed Old Oak", "credit", "director", oak, ["Karl Holm"], about=f"film:{oak.entity}"
        )
        assert told.verdict == "supported"


def test_kin_of_the_same_surname_are_doubtful() -> None:
    facts = [
        fact(FILM, "director", ["Sergei Bondar"], closed=True),
        fact("Old Oak", "director", ["Fyodor Bondar"], closed=True),
    ]
    with world(facts, FILM) as saying:
        who = Mention(0, 0, "Bondar", "person", "person:fyodor_bondar", 0.8, True, ("person:fyodor_bondar",))
        assert saying.judge("directed by Bondar", "credit", "director", None, [who]).verdict == "supported"


def test_two_words_for_one_list_are_not_compared_by_their_first_name_alone() -> None:
    with world([fact(FILM, "director", ["Sergei Petrov"], closed=True)], FILM) as saying:
        assert saying.verdict("directed by Sergei Ivanov", "credit", "director", objects=["Sergei Ivanov"]) == "differs"


def test_a_primary_source_outranks_a_note() -> None:
    sources = {"list": {"what": "the list", "kind": "primary"}, "note": {"what": "a note", "kind": "secondary"}}
    facts = [
        fact(
            "Cannes festival 1958", "award_winner", ["Ingmar Moe"], closed=True, category="Best Director", src=["list"]
        ),
        fact("Cannes festival 1958", "award_winner", ["Anna Berg"], category="Best Director", src=["note"]),
        fact(FILM, "year", 1957),
    ]
    with world(facts, FILM, sources) as saying:
        told = award(saying, "Anna Berg won best director at Cannes in 1958")
        assert told == "refuted"


def test_scenes_are_supported_by_what_is_told_and_never_refuted() -> None:
    with world(FACTS, FILM) as saying:
        assert saying.verdict("at the beginning geese fly over the town", "scene", "scene") == "supported"
        assert saying.verdict("at the end a train leaves the station", "scene", "scene") == "unverified"


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [("opinion", "not_checkable"), ("plot", "not_checkable"), ("reception", "unverified"), ("quotation", "unverified")],
)
def test_what_no_source_can_tell(kind: Any, wanted: str) -> None:
    with world(FACTS, FILM) as saying:
        assert saying.verdict("a masterpiece of tenderness", kind, kind) == wanted


def test_form_without_the_film_names_what_would_tell() -> None:
    with world(FACTS, FILM) as saying:
        told = saying.judge("the camera never rests", "form", "camera_movement")
        assert told.verdict == "unverified"
        assert "camera moves" in told.evidence[0].says


def test_evidence_names_source_value_and_rule() -> None:
    sources = {"list": {"what": "The list of films", "kind": "reference", "as_of": "2020"}}
    with world([fact(FILM, "director", ["Anna Berg"], closed=True, src=["list"])], FILM, sources) as saying:
        told = saying.judge("directed by Karl Holm", "credit", "director", objects=["Karl Holm"])
        assert [(e.source, e.says, e.vote, e.as_of, e.rule) for e in told.evidence] == [
            ("The list of films", "director: Anna Berg", "-", "2020", "director")
        ]


def test_a_prize_without_its_giver_is_not_compared_with_the_list_of_another() -> None:
    with world(FACTS, FILM) as saying:
        assert award(saying, "Anna Berg won best director in 1958") == "unverified"


class Seen:
    """A film at hand that says the same of everything."""

    def __init__(self, verdict: Any) -> None:
        self.judgement = Judgement(verdict, 0.9, (Evidence("the film", "seen", rule="form"),))

    def form(self, statement: Statement, text: str) -> Judgement:
        return self.judgement

    scene = quotation = form


@pytest.mark.parametrize(
    ("seen", "modality", "wanted"),
    [
        ("supported", "asserted", "supported"),
        ("refuted", "asserted", "refuted"),
        ("refuted", "reported", "differs"),
        ("refuted", "ironic", "not_checkable"),
        ("unverified", "asserted", "supported"),
    ],
)
def test_the_film_is_asked_first_and_the_sources_where_it_is_silent(seen: str, modality: Any, wanted: str) -> None:
    with world(FACTS, FILM) as saying:
        text = "in black and white"
        statement = Statement(0, len(text), "form", "color", objects=(Mention(0, 0, text),), modality=modality)
        there = World(saying.store, saying.film, True, text, cast(Any, Seen(seen)))
        assert judge(statement, there).verdict == wanted


@pytest.mark.parametrize(
    ("seen", "text", "wanted"),
    [
        ("supported", "it runs 123 minutes", "supported"),
        ("refuted", "it runs 123 minutes", "refuted"),
        ("refuted", "it runs 95 minutes", "supported"),
    ],
)
def test_a_running_time_may_be_that_of_the_film_at_hand(seen: str, text: str, wanted: str) -> None:
    with world(FACTS, FILM) as saying:
        statement = Statement(0, len(text), "duration", "runtime_min", objects=tuple(find(text)))
        assert judge(statement, World(saying.store, saying.film, True, text, cast(Any, Seen(seen)))).verdict == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("she was 53", "supported"), ("she was 54", "differs"), ("she was 40", "refuted"), ("she turned 54", "supported")],
)
def test_an_age_is_exact_to_the_day(text: str, wanted: str) -> None:
    with world([*FACTS, fact("Old Oak", "premiere", "1957-12-10", country="FR")], "Old Oak") as saying:
        who, years = saying.who("Anna Berg"), find(text)[0]
        film = saying.who("Old Oak", "film")
        assert saying.verdict(text, "event_order", "age", who, [film], years=years) == wanted
