"""All that a study holds of a film, as plain values that can be compared."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from pathlib import Path
from typing import Any

from cranework.study.store import Study


def contents(path: Path, stills: bool = True, leave_out: Collection[str] = ()) -> dict[str, Any]:
    """Every signal (type, shape, hash of its bytes), every row of every span, the film; and the stills, if wanted.

    `leave_out`: names of layers that are not looked at.
    """
    with Study.open(path) as study:
        found: dict[str, Any] = {"frames": study.frames, "film": study.film}
        ignored = {
            gift.name
            for layer in study.layers
            if layer.name in leave_out
            for gift in layer.gives
            if hasattr(gift, "name")
        }
        for name in study.signals:
            if name in ignored:
                continue
            values = study.signal(name)
            found[name] = values.dtype.str, values.shape, hashlib.sha256(values.tobytes()).hexdigest()
        for kind in study.kinds.keys() - ignored:
            found[f"spans of {kind}"] = [without(row, () if stills else ("stills",)) for row in study.spans(kind)]
        if stills:
            found["stills"] = [(int(frame), study.still(int(frame))) for frame in study.still_frames()]
    return found


def without(row: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in names}
