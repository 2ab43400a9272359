"""The table of a film's packets: from a pass over the file itself, since a container's own index is empty or wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cranework.film.container import opened
from cranework.film.timing import MISSING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

EXACT_CONTAINERS = {"mov", "mp4", "matroska", "webm"}
"""Containers in which seeking to a key frame is exact where time stamps are sound; MPEG-TS, PS, AVI and FLV are not."""


@dataclass(frozen=True)
class PacketTable:
    """All packets of the studied stream, in the order of the file.

    `pts`: int64 (n,), presentation ticks, `MISSING` where not given. `key`: bool (n,), where decoding may begin.
    `hidden`: bool (n,), decoded but never shown (edit lists). `exact`: whether one may seek to any key frame and get
    just the frames that a straight decoding gives.
    """

    pts: NDArray[np.int64]
    key: NDArray[np.bool_]
    hidden: NDArray[np.bool_]
    exact: bool

    def __len__(self) -> int:
        return len(self.pts)


def read(path: str, stream: int) -> PacketTable:
    """Pass over all packets of one stream; a file that breaks off gives the packets before the break."""
    import av
    import numpy as np

    pts: list[int] = []
    key: list[bool] = []
    hidden: list[bool] = []
    broken = False
    with opened(path) as container:
        video = container.streams[stream]
        names = set(container.format.name.split(","))
        try:
            for packet in container.demux(video):
                if packet.size:
                    pts.append(MISSING if packet.pts is None else packet.pts)
                    key.append(packet.is_keyframe)
                    hidden.append(packet.is_discard)
                    broken |= packet.is_corrupt
        except (av.error.FFmpegError, ValueError):
            broken = True
    table = np.array(pts, np.int64), np.array(key, bool), np.array(hidden, bool)
    return PacketTable(*table, exact=bool(names & EXACT_CONTAINERS) and not broken and _sound(*table))


def _sound(pts: NDArray[np.int64], key: NDArray[np.bool_], hidden: NDArray[np.bool_]) -> bool:
    """Whether time stamps are all there, all different, and rise from key frame to key frame."""
    import numpy as np

    if not len(pts) or (pts == MISSING).any() or hidden.any() or not key[0]:
        return False
    if len(np.unique(pts)) != len(pts):
        return False
    keys = np.flatnonzero(key)
    # What follows a key frame in the file may be shown before it (open GOP), but not before the key frame before that.
    floor = np.minimum.reduceat(pts, keys)
    return bool((np.diff(pts[keys]) > 0).all() and (floor[1:] > pts[keys[:-1]]).all())
