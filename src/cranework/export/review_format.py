"""What every export of reviews is, and which there are: the end of a file's name says which one writes it.

To add one, write one file with such an object and name it here.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import IO, TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from cranework.study.reviewed import Reviewed

# By the end of a file's name: module and object. The longest that fits is taken.
HOMES = {
    ".json": ("review_json", "export"),
    ".csv": ("review_csv", "export"),
    ".evidence.csv": ("review_csv", "evidence_export"),
    ".jsonld": ("review_annotations", "export"),
    ".claims.jsonld": ("review_claims", "export"),
}


class ReviewExport(Protocol):
    """One format.

    Attributes:
        suffix: how the names of its files end, with the dot.
        meaning: one sentence for a film scholar.
    """

    suffix: str
    meaning: str

    def write(self, reviews: Sequence[Reviewed], stream: IO[str]) -> None:
        """Writes one review or several to a stream of UTF-8 text that leaves line ends as they are."""


def export_for(path: str) -> ReviewExport | None:
    """The export that writes a file of this name; None where none does."""
    fitting = [suffix for suffix in HOMES if path.lower().endswith(suffix)]
    if not fitting:
        return None
    module, name = HOMES[max(fitting, key=len)]
    export: ReviewExport = getattr(import_module(f"cranework.export.{module}"), name)
    return export
