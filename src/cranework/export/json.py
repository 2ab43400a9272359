"""The document as JSON: everything but the signals, for other programs."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from cranework.export.format import Export
    from cranework.export.vocabulary import Vocabulary
    from cranework.study.store import Study

INDENT = 1  # a person can read it, and it grows little


class JsonDocument:
    """One JSON object, as the schema that ships with the package describes it."""

    name = "json"
    suffix = ".json"
    meaning = "the whole document, described by a JSON Schema"

    def write(self, study: Study, stream: IO[str], vocabulary: Vocabulary | None = None) -> None:
        """Writes the document, with a vocabulary's terms beside ours if one is given. Raises StudyUnfinished."""
        document = study.document()
        if vocabulary is not None:
            vocabulary.add_to(document)
        json.dump(document, stream, ensure_ascii=False, allow_nan=False, indent=INDENT)
        stream.write("\n")


export: Export = JsonDocument()
