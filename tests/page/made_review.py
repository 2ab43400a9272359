"""A review of a film that nobody made, read by hand: what the page and the exports show of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from cranework import __version__
from cranework.study.reviewed import VERDICTS

TEXT = """\
THE LANTERN ON THE QUAY (1957) is a film one does not forget. \U0001f3ee Directed by Mikhail Orlov and photographed by \
Sergei Vasin, with Tatyana Lebedeva as Vera, it won the Golden Palm at Cannes in 1958, as well as Best Actress for its \
star.<br /><br />Orlov, by then head of the state film office, had begun his career in 1923. The war it tells of began \
on 22 June 1941 and lasted four years; some 20 million Soviet citizens died, which is a fifth of the population.
<br /><br />What overwhelms is the camera. It is extremely mobile, hardly ever at rest: in the opening sequence it \
circles the lovers on the bridge, and the film's last take runs for nearly three minutes without a cut. In color it \
would be unbearable. When Boris falls, birches spin above him, and a wedding that never was is laid over the sky.

"Nobody has the right to be happy alone," says the old nurse at the station. I have seen it five times, apparently \
always in the cut of 95 minutes, and it is, I think, the greatest love story of its decade. It was the first Soviet \
film since the silent days that the West queued for. The composer, one Weinberg, is not to be forgotten. Vera waits; \
she marries another; she goes on waiting. \u201cA miracle,\u201d wrote the critics, and for once they were right.
"""

Row = tuple[str, str, str, str, float, list[dict[str, Any]]]


def said(
    source: str, says: str, vote: str, kind: str = "reference", as_of: str = "2024", **more: Any
) -> dict[str, Any]:
    """One piece of evidence."""
    told = {"source": source, "kind": kind, "says": says, "vote": vote, "as_of": as_of, "at": None, "rule": ""}
    return told | more


FILM = {"source": "the film", "kind": "film", "as_of": ""}
ROWS: tuple[Row, ...] = (
    ("THE LANTERN ON THE QUAY (1957)", "release", "year", "supported", 0.98,
     [said("Cinema Encyclopedia", "made in 1957; first shown on 12 October 1957", "+", rule="year")]),
    ("a film one does not forget", "opinion", "opinion", "not_checkable", 0.93, []),
    ("Directed by Mikhail Orlov", "credit", "director", "supported", 0.99,
     [said("Opening titles of the film", "director: M. Orlov", "+", "primary", "1957", rule="director, list complete"),
      said("Cinema Encyclopedia", "director: Mikhail Orlov", "+", rule="director")]),
    ("photographed by Sergei Vasin", "credit", "cinematographer", "differs", 0.81,
     [said("Opening titles of the film", "camera: S. Vassin; spelt otherwise", "~", "primary", "1957",
           rule="cinematographer: the name is near, object_sure")]),
    ("Tatyana Lebedeva as Vera", "role", "plays", "supported", 0.97,
     [said("Cinema Encyclopedia", "Vera: Tatiana Lebedeva", "+", rule="plays")]),
    ("won the Golden Palm at Cannes in 1958", "award", "award", "supported", 0.97,
     [said("Newsreel of the closing night", "Palme d'Or: The Lantern on the Quay", "+", "primary", "1958-05-18",
           rule="award")]),
    ("Best Actress for its star", "award", "award", "refuted", 0.96,
     [said("Newsreel of the closing night",
           "the acting prize went to four actresses of another film; of Lebedeva the jury spoke in the text of the "
           "Palme d'Or", "-", "primary", "1958-05-18", rule="award: the list of the category is complete"),
      said("A film archive's programme note", "Best Actress: Tatiana Lebedeva", "+", "secondary", "1979",
           rule="outranked by a primary source")]),
    ("Orlov, by then head of the state film office", "office", "office", "refuted", 0.95,
     [said("Who Was Who in Film", "head of the film office from 1946 to 1948", "-", rule="office at 1957")]),
    ("had begun his career in 1923", "date", "event_date", "unverified", 0.7, []),
    ("The war it tells of began on 22 June 1941 and lasted four years", "date", "event_date", "supported", 0.96,
     [said("Chronicle of the War", "22 June 1941, before dawn", "+", rule="event_date")]),
    ("lasted four years", "duration", "duration_years", "supported", 0.9,
     [said("Chronicle of the War", "22 June 1941 to 9 May 1945: 3 years, 10 months", "+", rule="duration_years")]),
    ("some 20 million Soviet citizens died", "quantity", "losses", "supported", 0.88,
     [said("Demographic Survey", "26.6 million, of all causes", "~", as_of="1993", rule="losses, within the hull"),
      said("Official figure", "7 million", "-", "historical", "1946", rule="obsolete")]),
    ("a fifth of the population", "quantity", "share", "differs", 0.84,
     [said("Demographic Survey", "26.6 of 196.7 million: 13.5 %", "~", as_of="1993", rule="share, computed")]),
    ("It is extremely mobile, hardly ever at rest", "form", "camera_movement", "supported", 0.86,
     [said(**FILM, says="the camera moves for 68 % of the time; more than in 9 of 10 films of its decade", vote="+",
           at=[0, 2400], rule="camera_movement")]),
    ("in the opening sequence it circles the lovers on the bridge", "form", "tracking", "supported", 0.71,
     [said(**FILM, says="arc left, 5.2 s, confidence 0.82", vote="+", at=[36, 160], rule="arc")]),
    ("the film's last take runs for nearly three minutes without a cut", "form", "long_take", "refuted", 0.97,
     [said(**FILM, says="the last shot is 3.1 s long, the longest of the film 3.3 s", vote="-", at=[2325, 2400],
           rule="long_take"),
      said(**FILM, says="the longest shot", vote="0", at=[1190, 1269])]),
    ("In color it would be unbearable", "form", "color", "not_checkable", 0.8, []),
    ("When Boris falls, birches spin above him", "scene", "scene", "supported", 0.66,
     [said(**FILM, says="roll clockwise, 200° in 4 s", vote="+", at=[900, 996], rule="spin, found by words")]),
    ("a wedding that never was is laid over the sky", "form", "superimposition", "supported", 0.83,
     [said(**FILM, says="superimposition, 40 frames", vote="+", at=[800, 840], rule="superimposition")]),
    ("\"Nobody has the right to be happy alone,\" says the old nurse", "quotation", "quotation", "differs", 0.9,
     [said("subtitles", "no one has a right to happiness on their own", "~", "subtitles", "", at=[1500, 1560],
           rule="7 of 10 words in order")]),
    ("I have seen it five times", "opinion", "viewing", "not_checkable", 0.9, []),
    ("the cut of 95 minutes", "duration", "runtime_min", "supported", 0.97,
     [said("Cinema Encyclopedia", "95 minutes", "+", rule="runtime_min")]),
    ("it is, I think, the greatest love story of its decade", "opinion", "opinion", "not_checkable", 0.97, []),
    ("the first Soviet film since the silent days that the West queued for", "first", "first", "unverified", 0.62,
     [said("Cinema Encyclopedia", "no complete list of this kind", "0", rule="first: qualifiers not understood")]),
    ("The composer, one Weinberg", "credit", "composer", "supported", 0.93,
     [said("Opening titles of the film", "music: M. Weinberg", "+", "primary", "1957", rule="composer")]),
    ("Vera waits; she marries another; she goes on waiting", "plot", "plot", "not_checkable", 0.91, []),
    ("\u201cA miracle,\u201d wrote the critics", "reception", "reception", "unverified", 0.75, []),
)  # fmt: skip
UNREAD = (("for its star.", "a name is missing"), ("they were right", "nothing says who"))
MODALITIES = {"hypothetical": "In color", "hedged": "the cut of 95"}


@dataclass
class MadeReview:
    """What a review gives, made from rows of a text's words."""

    name: str = "lantern.txt"
    text: str = TEXT
    rows: tuple[Row, ...] = ROWS
    unread: tuple[tuple[str, str], ...] = UNREAD
    film: dict[str, Any] | None = field(
        default_factory=lambda: {
            "title": "The Lantern on the Quay",
            "entity": "film:lantern",
            "sure": True,
            "file": None,
        }
    )

    def document(self) -> dict[str, Any]:
        statements = sorted(map(self._statement, self.rows), key=lambda one: (one["start"], one["end"], one["kind"]))
        counts = Counter(one["verdict"] for one in statements)
        return {
            "cranework": {"version": __version__, "review": 1},
            "text": {"name": self.name, "characters": len(self.text), "language": "en"},
            "film": self.film,
            "counts": {verdict: counts[verdict] for verdict in VERDICTS},
            "statements": [{"id": f"s{at}", **one} for at, one in enumerate(statements, 1)],
            "unread": [self._span(words) | {"why": why} for words, why in self.unread],
        }

    def _span(self, words: str) -> dict[str, int]:
        start = self.text.index(words)
        return {"start": start, "end": start + len(words)}

    def _statement(self, row: Row) -> dict[str, Any]:
        words, kind, predicate, verdict, confidence, evidence = row
        modality = next((name for name, begin in MODALITIES.items() if words.startswith(begin)), "asserted")
        about = "history" if predicate in ("event_date", "duration_years", "losses", "share") else "film"
        return self._span(words) | {
            "text": words, "kind": kind, "runner_up": "plot" if kind == "scene" else None, "predicate": predicate,
            "about": about, "subject": None, "objects": [{"words": words.split()[-1]}], "modality": modality,
            "polarity": "positive", "verdict": verdict, "confidence": confidence, "evidence": evidence,
        }  # fmt: skip
