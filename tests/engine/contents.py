"""All that a study holds of a film, as plain values that can be compared."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from cranework.study.store import Study


def contents(path: Path, stills: bool = True) -> dict[str, Any]:
    """Every signal (type, shape, hash of its bytes), every row of every span, the film; and the stills, if wanted."""
    with Study.open(path) as study:
        found: dict[str, Any] = {"frames": study.frames, "film": study.film}
        for name in study.signals:
            values = study.signal(name)
            found[name] = values.dtype.str, values.shape, hashlib.sha256(values.tobytes()).hexdigest()
        for kind in study.kinds:
            found[f"spans of {kind}"] = [without(row, () if stills else ("stills",)) for row in study.spans(kind)]
        if stills:
            found["stills"] = [(int(frame), study.still(int(frame))) for frame in study.still_frames()]
    return found


def without(row: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}
