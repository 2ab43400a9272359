"""What never refutes: every counterexample of the table of checks, one test by its name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.reading.saying import Facts, Saying, fact, world

from cranework.reading.model import Mention
from cranework.reading.values import find

Case = tuple[str, Facts, str | None, Callable[[Saying], str], tuple[str, ...]]
SUPPORTED, NEAR, SILENT = ("supported",), ("differs",), ("unverified",)


def value(words: str) -> Any:
    return find(words)[0]


MADE = [fact("Blue River", "director", ["Anna Berg", "Karl Holm"], closed=True)]
YEARS = [
    fact("Blue River", "year", 1966, kind="made"),
    fact("Blue River", "premiere", "1969-02-17", country="FR"),
    fact("Blue River", "premiere", "1971-12-24", country="SU"),
]
RUNS = [
    fact("Blue River", "runtime_min", 100),
    fact("Blue River", "runtime_min", 150, version="restored"),
    fact("Blue River", "year", 1955),
]
PLAYS = [
    fact("Vera", "plays", "Ida Lind", film="Blue River"),
    fact("Vera", "plays", "Greta Moe", film="Blue River II"),
    fact("Blue River", "director", ["Anna Berg"], closed=True),
    fact("Blue River II", "director", ["Anna Berg"], closed=True),
]
CANNES = [
    fact("Cannes festival 1958", "award_winner", ["Ingrid Moe", "Bibi Lund"], closed=True, category="Best Actress"),
    fact("Cannes festival 1958", "award_winner", ["Ida Lind"], category="special mention"),
    fact("Blue River", "award", "Palme d'Or", festival="Cannes", year=1958),
    fact("Blue River", "year", 1957),
    fact("Blue River", "cast", ["Ida Lind"]),
]
PREMIER = [
    fact("premier of the Soviet Union", "office", "Boris Volkov", from_="1955-02-08", to="1958-03-27"),
    fact("premier of the Soviet Union", "office", "Pavel Orlov", from_="1958-03-27", to="1964-10-14"),
    fact("First Secretary of the Soviet Communist Party", "office", "Pavel Orlov", from_="1953-09-07", to="1964-10-14"),
]
LOST = [
    fact("Soviet losses", "quantity", 26600000),
    fact("Soviet losses", "quantity", 20000000, who="official until about 1989"),
    fact("Soviet losses", "quantity", 7000000, obsolete=True),
    fact("Soviet military losses", "quantity", 8668400, who="dead of army and fleet"),
    fact("Soviet population 1941", "quantity", 196700000),
]
LIFE = [
    fact("Anna Berg", "born", "1898-01-22", style="new"),
    fact("Anna Berg", "born", "1898-01-10", style="old"),
    fact("Anna Berg", "died", "1953-03-05"),
    fact("Blue River", "premiere", "1941-05-01", country="US"),
]
WAR = [
    fact("end of the war in Europe", "event_date", ["1945-05-08", "1945-05-09"]),
    fact("October Revolution", "event_date", "1917-11-07", style="new"),
    fact("October Revolution", "event_date", "1917-10-25", style="old"),
    fact("German-Soviet war", "event_date", "1941-06-22/1945-05-09"),
]


def credit(text: str, person: str, role: str = "director", **rest: Any) -> Callable[[Saying], str]:
    return lambda s: s.verdict(text, "credit", role, objects=[person], **rest)


def release(text: str, predicate: str = "year", **rest: Any) -> Callable[[Saying], str]:
    return lambda s: s.verdict(text, "release", predicate, **rest)


def country(text: str, name: str, **rest: Any) -> Callable[[Saying], str]:
    return lambda s: s.verdict(text, "release", "country", objects=[Mention(0, 0, name, "country")], **rest)


def runs(text: str) -> Callable[[Saying], str]:
    return lambda s: s.verdict(text, "duration", "runtime_min")


def plays(text: str, person: str, character: str = "Vera", **rest: Any) -> Callable[[Saying], str]:
    return lambda s: s.verdict(text, "role", "plays", s.who(character, "character"), [person], **rest)


def won(text: str, who: str, prize: str, kind: str = "person", **rest: Any) -> Callable[[Saying], str]:
    return lambda s: s.verdict(text, "award", "award", s.who(who, kind), [Mention(0, 0, prize, "prize")], **rest)


def held(text: str, who: str, office: str) -> Callable[[Saying], str]:
    return lambda s: s.verdict(text, "office", "office", s.who(who), [Mention(0, 0, office, "office")])


def dated(text: str, event: str) -> Callable[[Saying], str]:
    return lambda s: s.verdict(text, "date", "event_date", s.who(event, "event"), about="history")


def counted(text: str, predicate: str = "losses", **rest: Any) -> Callable[[Saying], str]:
    return lambda s: s.verdict(text, "quantity", predicate, about="history", **rest)


ONE = fact("Blue River", "director", ["Anna Berg"], closed=True)
CASES: list[Case] = [
    # director, composer …
    ("one of two directors", MADE, "Blue River", credit("directed by Karl Holm", "Karl Holm"), SUPPORTED),
    ("uncredited", [ONE, fact("Blue River", "director_uncredited", ["Karl Holm"])], "Blue River",
     credit("directed by Karl Holm", "Karl Holm"), SUPPORTED),
    ("replaced", [ONE], "Blue River", credit("Karl Holm directed parts of it", "Karl Holm"), SILENT),
    ("presented by", [ONE], "Blue River", credit("presented by Karl Holm", "Karl Holm"), SILENT),
    ("segment of an anthology", [ONE], "Blue River", credit("Karl Holm directed the second segment", "Karl Holm"),
     SILENT),
    ("loose possessive", [ONE], "Blue River", credit("Karl Holm's film", "Karl Holm"), NEAR),
    ("classical music", [fact("Blue River", "composer", ["Jan Ek"], closed=True)], "Blue River",
     credit("it uses music by Gustav Mahler", "Gustav Mahler", "composer"), SILENT),
    ("author of the novel", [fact("Blue River", "screenwriter", ["Jan Ek"], closed=True)], "Blue River",
     credit("written by Lev Moe as a novel", "Lev Moe", "screenwriter"), SILENT),
    ("another form of the name", [fact("Blue River", "director", ["Mikhail Adamov"], closed=True)], "Blue River",
     credit("directed by Mikheil Adamishvili", "Mikheil Adamishvili"), NEAR),
    ("birth name", [ONE, fact("Anna Berg", "alias", ["Hanna Lindqvist"])], "Blue River",
     credit("directed by Hanna Lindqvist", "Hanna Lindqvist"), SUPPORTED),
    # cast
    ("cameo, voice, uncredited part", [fact("Blue River", "cast", ["Ida Lind"])], "Blue River",
     credit("Karl Holm appears in it", "Karl Holm", "cast"), SILENT),
    # plays
    ("sequel", PLAYS, "Blue River II", plays("Greta Moe plays Vera", "Greta Moe"), SUPPORTED),
    ("child and adult", PLAYS, "Blue River", plays("Nina Dahl plays Vera as a child", "Nina Dahl"), SILENT),
    ("dubbing", PLAYS, "Blue River", plays("Nina Dahl plays Vera's voice, dubbed", "Nina Dahl"), SILENT),
    ("two characters of one name",
     [*PLAYS, fact("Vera Holm", "plays", "Nina Dahl", film="Blue River")], "Blue River",
     plays("Nina Dahl plays Vera", "Nina Dahl"), ("supported", "unverified", "differs")),
    # relation
    ("brother for cousin", [*PLAYS, fact("Vera", "relation", "cousin", of="Max"), fact("Max", "plays", "Jan Ek",
     film="Blue River")],
     "Blue River", lambda s: s.verdict("Max's sister Vera", "role", "relation", s.who("Vera", "character"),
                                       [Mention(0, 0, "sister")], of=s.who("Max", "character")), NEAR),
    # year, release
    ("premiere and general release", YEARS, "Blue River", release("it came out in 1971", "release"), SUPPORTED),
    ("made and released", YEARS, "Blue River", release("finished in 1966"), SUPPORTED),
    ("between making and release", YEARS, "Blue River", release("a 1968 film"), ("supported", "differs")),
    ("festival year, a year beside", [fact("Blue River", "year", 1957)], "Blue River", release("a film of 1958"), NEAR),
    ("restored", YEARS, "Blue River", release("restored in 1998", "release"), SILENT),
    ("later in another country", [fact("Blue River", "year", 1957), fact("Blue River", "premiere", "1957-10-12",
     country="SU")],
     "Blue River", release("released in 1961", "release"), NEAR),
    ("abroad", YEARS, "Blue River", release("shown in Italy in 1975", "premiere", place="Italy"), SILENT),
    ("decade", [fact("Blue River", "year", 1960)], "Blue River", release("a fifties film", "decade"), NEAR),
    # country
    ("co-production", [fact("Blue River", "country", ["Soviet Union", "Italy"], closed=True)], "Blue River",
     country("an Italian film", "Italian"), SUPPORTED),
    ("Russian for Soviet", [fact("Blue River", "country", ["Soviet Union"], closed=True)], "Blue River",
     country("a Russian film", "Russian"), SUPPORTED),
    ("English for British", [fact("Blue River", "country", ["United Kingdom"], closed=True)], "Blue River",
     country("an English film", "English"), SUPPORTED),
    ("place of shooting", [fact("Blue River", "country", ["France"], closed=True)], "Blue River",
     country("shot in Sweden", "Sweden"), SILENT),
    # runtime
    ("cuts", RUNS, "Blue River", runs("it runs 125 minutes"), NEAR),
    ("television speed", RUNS, "Blue River", runs("my copy runs 96 minutes"), ("differs", "supported")),
    ("silent speeds", [fact("Blue River", "runtime_min", 100), fact("Blue River", "year", 1926)], "Blue River",
     runs("it runs 140 minutes"), NEAR),
    ("two hours for 118", [fact("Blue River", "runtime_min", 118)], "Blue River", runs("two hours long"), SUPPORTED),
    ("about", [fact("Blue River", "runtime_min", 100)], "Blue River", runs("about 110 minutes"), SUPPORTED),
    ("lower bound", [fact("Blue River", "runtime_min", 227)], "Blue River", runs("well over three hours"), SUPPORTED),
    # color
    ("color sequences", [fact("Blue River", "color", "mixed")], "Blue River",
     lambda s: s.verdict("it is in colour", "form", "color", objects=[Mention(0, 0, "colour")]), NEAR),
    ("colorised release, tinting", [fact("Blue River", "color", "black_and_white")], "Blue River",
     lambda s: s.verdict("the colorized version is in color", "form", "color", objects=[Mention(0, 0, "color")]), NEAR),
    # award
    ("shared prize", CANNES, "Blue River", won("Bibi Lund won best actress at Cannes in 1958", "Bibi Lund",
     "best actress",
     festival="Cannes", year=value("1958")), SUPPORTED),
    ("mention and prize", CANNES, "Blue River", won("Ida Lind was honoured at Cannes", "Ida Lind", "honoured",
     festival="Cannes"), SUPPORTED),
    ("prize renamed", CANNES, "Blue River", won("it won the Grand Prix at Cannes", "Blue River", "Grand Prix", "film",
     festival="Cannes"), ("supported", "differs")),
    ("nomination", [fact("Blue River", "nomination", "Academy Award, Best Original Screenplay")], "Blue River",
     lambda s: s.verdict("it was nominated for an Oscar for its script", "award", "nomination", s.who("Blue River",
          "film"),
                         [Mention(0, 0, "Oscar", "prize")], category="script"), SUPPORTED),
    ("year of the film and of the ceremony",
     [fact("Academy Awards, ceremony of 1944-03-02", "award_winner", ["Blue River"], category="Best Picture",
          for_year=1943)],
     "Blue River", won("it won the Oscar for best picture in 1943", "Blue River", "Oscar for best picture", "film",
                       year=value("1943")), SUPPORTED),
    ("several juries", CANNES, "Blue River", won("Ida Lind won the FIPRESCI prize at Cannes", "Ida Lind",
     "FIPRESCI prize"),
     SILENT),
    ("a year beside", CANNES, "Blue River", won("it won the Palme d'Or in 1957", "Blue River", "Palme d'Or", "film",
     year=value("1957")), NEAR),
    # event_date
    ("old style", WAR, None, dated("The October Revolution of 25 October 1917", "October Revolution"), SUPPORTED),
    ("between the styles", WAR, None, dated("The October Revolution of 1 November 1917", "October Revolution"),
     ("supported", "differs")),
    ("8 and 9 May", WAR, None, dated("In Moscow the war ended on 9 May 1945", "end of the war"), SUPPORTED),
    ("begin of a span", WAR, None, dated("the German-Soviet war, from June 1941", "German-Soviet war"), SUPPORTED),
    ("day and month", WAR, None, dated("the war ended on 05/08/1945", "end of the war"), SUPPORTED),
    # office
    ("later prime minister", PREMIER, None, held("Orlov, later prime minister, spoke in 1956", "Pavel Orlov",
     "prime minister"),
     SUPPORTED),
    ("head of party for head of government", PREMIER, None,
     held("In 1956 Prime Minister Pavel Orlov spoke", "Pavel Orlov", "Prime Minister"), NEAR),
    ("day of the change", PREMIER, None, held("On 27 March 1958 Premier Boris Volkov", "Boris Volkov", "Premier"),
     SUPPORTED),
    ("acting holder", PREMIER, None, held("In 1956 acting premier Jan Ek", "Jan Ek", "acting premier"), SILENT),
    # age
    ("years alone", [fact("Anna Berg", "born", 1900), fact("Blue River", "year", 1950)], "Blue River",
     lambda s: s.verdict("Anna Berg was 49 when she made it", "date", "age", s.who("Anna Berg"), years=value("49")),
          SUPPORTED),
    # event_order
    ("overlapping days", [fact("Anna Berg", "died", 1957), fact("Blue River", "year", 1957)], "Blue River",
     lambda s: s.verdict("made before Anna Berg died", "event_order", "before", None, ["Anna Berg"]), SILENT),
    ("rounded years", [fact("Anna Berg", "died", "1953-03-05"), fact("Blue River", "year", 1957)], "Blue River",
     lambda s: s.verdict("four years after the death", "event_order", "interval", None, ["Anna Berg"],
                         years=value("four years")), SUPPORTED),
    # quantity
    ("Russians for Soviet people", LOST, None, counted("27 million Russians died"), NEAR),
    ("other people", LOST, None, counted("6 million Poles died"), SILENT),
    ("soldiers alone", LOST, None, counted("nearly 9 million Soviet soldiers died"), ("supported", "differs")),
    ("range", LOST, None, counted("between 20 and 27 million Soviet people died"), SUPPORTED),
    ("lower bound of a number", LOST, None, counted("more than 20 million Soviet people died"), SUPPORTED),
    ("obsolete official figure", LOST, None, counted("7 million Soviet people died"), NEAR),
    ("share, computed", LOST, None, counted("one in seven Soviet citizens was dead", "share"), SUPPORTED),
    ("share of others", LOST, None, counted("one in four Belorussians was dead", "share"), SILENT),
    # first, only, last
    ("qualifiers not understood", [fact("Don Pedro", "year", 1926), fact("Blue River", "year", 1927)], "Blue River",
     lambda s: s.verdict("the first feature with spoken dialogue", "first", "first", objects=[Mention(0, 0,
          "feature")]), SILENT),
    ("prizes that changed names",
     [fact("Blue River", "award", "Palme d'Or", year=1958), fact("Old Oak", "award", "Grand Prix (shared)", year=1946)],
     "Blue River", lambda s: s.verdict("the only film to win the Palme d'Or", "first", "only",
                                       objects=[Mention(0, 0, "film to win the Palme d'Or")]), NEAR),
    ("last but one", [fact("Anna Berg", "filmography", [["Old Oak", 1960], ["Blue River", 1964], ["Red Hill", 1969]],
                           complete_from=1960)], "Blue River",
     lambda s: s.verdict("Anna Berg's last film but one", "first", "last", objects=[Mention(0, 0, "film")]), SUPPORTED),
    # title
    ("working title", [fact("Blue River", "title", ["Blå elv"])], "Blue River",
     lambda s: s.verdict("also known as The Long Water", "title", "alias", objects=[Mention(0, 0, "The Long Water",
          "film")]),
     SILENT),
    # lifespan
    ("circa, old style", LIFE, None,
     lambda s: s.verdict("born on 12 January 1898", "date", "born", s.who("Anna Berg")), ("supported", "differs")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "facts", "film", "judged", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_never_refuted(
    name: str, facts: Facts, film: str | None, judged: Callable[[Saying], str], wanted: tuple[str, ...]
) -> None:
    with world(facts, film) as saying:
        assert judged(saying) in wanted
