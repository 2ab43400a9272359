"""Puts the networks of two tables into one: judges that were learnt apart are asked together.

    python -m training.camera.join TABLE OTHER JOINED

All but the networks is taken from TABLE. The networks of OTHER, learnt from numbers of another mean and deviation, are
written so that they take numbers of TABLE's: a change of their first layer that changes no answer.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Arrays = Mapping[str, NDArray[Any]]


def joined(table: Arrays, other: Arrays) -> dict[str, Any]:
    """The arrays of a table with the networks of both."""
    wider = table["deviation"].astype(np.float64) / other["deviation"]
    aside = (table["mean"].astype(np.float64) - other["mean"]) / other["deviation"]
    count = len(_networks(table))
    arrays: dict[str, Any] = dict(table)
    for k, name in enumerate(_networks(other), count):
        weights = {part: values for part, values in other.items() if part.startswith(f"{name}.")}
        first = weights[f"{name}.w0"].astype(np.float64)
        weights[f"{name}.w0"] = (first * wider[:, None]).astype(np.float16)
        weights[f"{name}.b0"] = (weights[f"{name}.b0"] + aside @ first).astype(np.float16)
        arrays |= {part.replace(name, f"network{k}"): values for part, values in weights.items()}
    return arrays


def _networks(table: Arrays) -> list[str]:
    return sorted({name.partition(".")[0] for name in table if name.startswith("network")})


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("table", "other", "joined"):
        parser.add_argument(name, type=Path)
    options = parser.parse_args()
    with np.load(options.table) as table, np.load(options.other) as other:
        np.savez_compressed(options.joined, **joined(dict(table), dict(other)))


if __name__ == "__main__":
    main()
