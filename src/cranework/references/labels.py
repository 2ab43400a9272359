"""What some items of Wikidata are called, since nearly every film names them: countries (with their codes), languages.

An item that neither this list nor the store can name is worth nothing to a reader, and worse: a list that is complete
but for a name nobody knows would refute what is true. `rows.py` leaves such lists out.
"""

from __future__ import annotations

COUNTRIES = {
    "Q15180": ("Soviet Union", "SU"), "Q159": ("Russia", "RU"), "Q30": ("United States", "US"),
    "Q142": ("France", "FR"),
    "Q145": ("United Kingdom", "GB"), "Q183": ("Germany", "DE"), "Q713750": ("West Germany", "DE"),
    "Q16957": ("East Germany", "DD"), "Q38": ("Italy", "IT"), "Q17": ("Japan", "JP"), "Q29": ("Spain", "ES"),
    "Q34": ("Sweden", "SE"), "Q35": ("Denmark", "DK"), "Q20": ("Norway", "NO"), "Q33": ("Finland", "FI"),
    "Q36": ("Poland", "PL"), "Q28": ("Hungary", "HU"), "Q33946": ("Czechoslovakia", "CS"), "Q16": ("Canada", "CA"),
    "Q408": ("Australia", "AU"), "Q668": ("India", "IN"), "Q148": ("China", "CN"), "Q884": ("South Korea", "KR"),
    "Q96": ("Mexico", "MX"), "Q155": ("Brazil", "BR"), "Q414": ("Argentina", "AR"), "Q39": ("Switzerland", "CH"),
    "Q40": ("Austria", "AT"), "Q31": ("Belgium", "BE"), "Q55": ("Netherlands", "NL"),
}  # fmt: skip

LABELS = {
    **{id: name for id, (name, _) in COUNTRIES.items()},
    "Q1860": "English", "Q7737": "Russian", "Q150": "French", "Q188": "German", "Q652": "Italian", "Q1321": "Spanish",
    "Q5287": "Japanese",
}  # fmt: skip
