"""What every export is: an object with a name and a way to write a study to a stream of text.

To add one, write one file with such an object and name it in the entry points of its package, group
``cranework.exports``.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from cranework.study.store import Study


class Export(Protocol):
    """One format.

    Attributes:
        name: what the user types.
        suffix: of the files, with the dot.
        meaning: one sentence for a film scholar.
    """

    name: str
    suffix: str
    meaning: str

    def write(self, study: Study, stream: IO[str], table: str | None = None) -> None:
        """Writes the study, or one table of it, to a stream of UTF-8 text that leaves line ends as they are.

        Raises UsageError where there is no such table, StudyUnfinished where it has not been measured.
        """
