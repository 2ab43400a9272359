"""One table of a study as CSV (RFC 4180), for spreadsheets and statistics: a header, then a row a shot, span or frame.

Names are those of the document; a timecode stands beside the seconds. A cell of text that a spreadsheet would take for
a formula begins with an apostrophe.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import IO, TYPE_CHECKING, Any

from cranework.errors import StudyUnfinished, UsageError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cranework.export.format import Export
    from cranework.study.store import Study

USUAL_TABLES = ("shots", "transitions", "superimpositions", "moves", "signals")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
TICKS = "time.ticks"
BLOCK_FRAMES = 4096  # so many rows of signals are held at a time
NANOSECONDS, MILLISECONDS = 10**9, 10**3  # in a second
SEPARATOR = "; "  # of several words in one cell
UNTOLD = "?"  # a move of which the label cannot be told
SHOT_COLUMNS = ("moves", "steadiness", "mobility", "flags")  # the shots have them whatever was looked for
Table = tuple[list[str], Iterable[list[str]]]


class CsvTable:
    """One table of the study."""

    name = "csv"
    suffix = ".csv"
    meaning = "one table for spreadsheets and statistics: " + ", ".join(USUAL_TABLES)

    def write(self, study: Study, stream: IO[str], table: str | None = None) -> None:
        """Writes a table (the shots, if not named). Raises UsageError, StudyUnfinished."""
        with study.unchanged():
            header, rows = _table(study, table or USUAL_TABLES[0])
            writer = csv.writer(stream, lineterminator="\r\n")
            writer.writerow(map(harmless, header))
            writer.writerows(rows)


export: Export = CsvTable()


def tables(study: Study) -> list[str]:
    """The names of the tables that the study has."""
    return [*study.kinds, *(["signals"] if study.signals else [])]


def _table(study: Study, table: str) -> Table:
    if table == "signals":
        return _signals(study)
    if table not in study.kinds and table not in USUAL_TABLES:
        raise UsageError(study.path, f"there is no table {table!r} in it", f"it has: {', '.join(tables(study))}")
    rows = study.shots if table == "shots" else study.spans(table)
    header = _header(study, table)
    return header, ([cell(value) for value in _with_timecodes(index, row, header)] for index, row in enumerate(rows))


def _header(study: Study, table: str) -> list[str]:
    """The columns of a table of spans; they come from the declarations, as a table may have no rows."""
    kinds = [study.kinds[table]]
    if table == "shots":
        kinds += [kind for kind in study.kinds.values() if kind.per == "shots"]
    columns = [column.name for kind in kinds for column in kind.columns if not column.for_drawing]
    if kinds[0].whole:
        return columns
    place = ["index", "start", "end", "start_time", "end_time", "start_timecode", "end_timecode", "duration"]
    return list(dict.fromkeys([*place, *(SHOT_COLUMNS if table == "shots" else ()), *columns]))


def _with_timecodes(index: int, row: dict[str, Any], header: list[str]) -> Iterator[Any]:
    """The row's values in the header's order."""
    from cranework.study.document import length

    start, end = row.get("start_time"), row.get("end_time")
    more: dict[str, Any] = {"index": index, "duration": length(start, end)}
    more |= {"start_timecode": timecode(start), "end_timecode": timecode(end)}
    if "moves" in row:
        more["moves"] = [move.get("label") or UNTOLD for move in row["moves"]]
    return ({**row, **more}.get(name) for name in header)


def _signals(study: Study) -> Table:
    """A row for each frame, with every signal that has one value a frame."""
    import numpy as np

    if not study.signals:
        raise StudyUnfinished(study.path, "there are no signals in it", "run: cranework analyze")
    names = [name for name, signal in study.signals.items() if not signal.shape]

    def rows() -> Iterator[list[str]]:
        for first, after in study.segment_bounds():
            for start in range(first, after, BLOCK_FRAMES):
                end = min(start + BLOCK_FRAMES, after)
                columns = [_numbers(study.signal(name, start, end)) for name in names]
                frames = np.arange(start, end).astype(str).tolist()
                yield from map(list, zip(frames, *_times(study, start, end), *columns, strict=True))

    study.segment_bounds()  # an unfinished study is told before the header is written
    return ["frame", "time", "timecode", *names], rows()


def _times(study: Study, start: int, end: int) -> tuple[list[str], list[str]]:
    if TICKS not in study.signals:
        return [""] * (end - start), [""] * (end - start)
    film = study.film
    times = [(tick - film.start) * film.time_base for tick in study.signal(TICKS, start, end).tolist()]
    return list(map(decimal_text, times)), list(map(timecode, times))


def _numbers(values: NDArray[Any]) -> list[str]:
    """Each number in the fewest digits that tell it; nothing where it is none. `values`: shape (frames,)."""
    import numpy as np

    texts: list[str] = values.astype(str).tolist()
    if values.dtype.kind != "f":
        return texts
    return [text if finite else "" for text, finite in zip(texts, np.isfinite(values).tolist(), strict=True)]


def cell(value: Any) -> str:
    """A value as it stands in a cell: exact decimals for times, words side by side, text made harmless."""
    if value is None:
        return ""
    if isinstance(value, Fraction):
        return decimal_text(value)
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return harmless(SEPARATOR.join(value))
    if isinstance(value, list) and all(isinstance(part, int | float) for part in value):
        return SEPARATOR.join(map(str, value))
    return json.dumps(value, ensure_ascii=False)


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula (OWASP, CSV Injection)."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def decimal_text(seconds: Fraction) -> str:
    """Seconds as a decimal number, to a billionth, without needless zeros: 1.5, 0, -0.04."""
    rounded = round(seconds * NANOSECONDS)
    whole, rest = divmod(abs(rounded), NANOSECONDS)
    return f"{'-' if rounded < 0 else ''}{whole}.{rest:09d}".rstrip("0").rstrip(".")


def timecode(seconds: Fraction | None) -> str:
    """Seconds as hh:mm:ss.mmm, to the nearest thousandth; empty where they are not known."""
    if seconds is None:
        return ""
    rounded = round(seconds * MILLISECONDS)
    total, thousandths = divmod(abs(rounded), MILLISECONDS)
    minutes, second = divmod(total, 60)
    hours, minute = divmod(minutes, 60)
    return f"{'-' if rounded < 0 else ''}{hours:02d}:{minute:02d}:{second:02d}.{thousandths:03d}"
