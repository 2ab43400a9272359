"""What Wikidata's numbers mean: properties as predicates, classes as kinds, and the units of time.

What its other items are called, the store says, or `labels.py`.
"""

from __future__ import annotations

CREDITS = {
    "P57": "director", "P58": "screenwriter", "P344": "cinematographer", "P86": "composer", "P1040": "editor",
    "P162": "producer", "P2554": "production_designer", "P161": "cast", "P725": "cast", "P144": "based_on",
}  # fmt: skip
WORDS = {
    "P495": "country", "P364": "language", "P136": "genre", "P272": "studio", "P106": "profession", "P462": "color",
    "P166": "award", "P1411": "nomination", "P39": "office",
}  # fmt: skip
DATES = {"P569": "born", "P570": "died", "P585": "event_date"}
PUBLISHED, DURATION, BEGUN, ENDED, IMDB_ID = "P577", "P2047", "P580", "P582", "P345"
NAMES = {"P1476": "original", "P1477": "birth", "P742": "alias", "P1559": "original"}
INSTANCE_OF, PLACE, POINT_IN_TIME, CHARACTER, CHARACTER_NAME, FOR_WORK = "P31", "P291", "P585", "P453", "P4633", "P1686"

KINDS = {
    "Q5": "person",
    "Q11424": "film", "Q24862": "film", "Q506240": "film", "Q202866": "film", "Q93204": "film", "Q226730": "film",
    "Q24869": "film",
    "Q220505": "festival", "Q618779": "award", "Q4220917": "award",
    "Q6256": "country", "Q3624078": "country", "Q34770": "language", "Q1288568": "language",
    "Q95074": "character", "Q15632617": "character",
}  # fmt: skip

UNITS = {"Q11574": 1.0, "Q7727": 60.0, "Q25235": 3600.0}
"""Seconds, minutes, hours, in seconds."""

COLORS = {"Q838368": "black_and_white", "Q22006653": "color"}
