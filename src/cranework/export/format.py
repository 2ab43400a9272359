"""What every export is: an object with a name and a way to write a study to a stream of text.

To add one, write one file with such an object and name it in the entry points of its package, group
``cranework.exports``. A format named NAME-SUFFIX is the form of NAME for files with that suffix: who writes
``camera-path`` to ``path.json`` gets ``camera-path-json``.
"""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any, Protocol

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

    def write(self, study: Study, stream: IO[str], *args: Any, **kwargs: Any) -> None:
        """Writes the study to a stream of UTF-8 text that leaves line ends as they are.

        What more it takes are options of `cranework export`, by their names, each None where it was not given:
        `table` (str), `shot` (int, from 1), `vocabulary` (`vocabulary.Vocabulary`). A format has those that its
        `write` names; the command refuses all others.

        Raises UsageError where an option asks for what is not there, StudyUnfinished where it has not been measured.
        """
