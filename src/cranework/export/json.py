"""The document as JSON: everything but the signals, for other programs."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING

from cranework.errors import UsageError

if TYPE_CHECKING:
    from cranework.export.format import Export
    from cranework.study.store import Study

INDENT = 1  # a person can read it, and it grows little


class JsonDocument:
    """One JSON object, as the schema that ships with the package describes it."""

    name = "json"
    suffix = ".json"
    meaning = "the whole document, described by a JSON Schema"

    def write(self, study: Study, stream: IO[str], table: str | None = None) -> None:
        """Writes the document. Raises UsageError where a table is asked for, StudyUnfinished."""
        if table is not None:
            raise UsageError("", "json is one document, without tables", "leave out --table, or choose csv")
        json.dump(study.document(), stream, ensure_ascii=False, allow_nan=False, indent=INDENT)
        stream.write("\n")


export: Export = JsonDocument()
