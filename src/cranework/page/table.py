"""The table of the shots that one can save from the page: the very one that `cranework export` writes as CSV."""

from __future__ import annotations

import io
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from cranework.page.curves import packed

if TYPE_CHECKING:
    from cranework.study.store import Study

EXPORTS, FORMAT, TABLE = "cranework.exports", "csv", "shots"


def table_of_shots(study: Study) -> str | None:
    """The table as base64 of zlib's stream of UTF-8; None where no shots were measured.

    The export is asked for by its name, as any package may add one; this room knows none of them.
    """
    if TABLE not in study.kinds:
        return None
    for export in entry_points(group=EXPORTS, name=FORMAT):
        stream = io.StringIO(newline="")
        export.load().write(study, stream, TABLE)
        return packed(stream.getvalue().encode("utf-8", "replace"))
    return None
