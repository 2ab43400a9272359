"""How a coded picture must be turned to be seen upright: cameras held upright write it into the file as a matrix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from av.video.frame import VideoFrame
    from numpy.typing import NDArray

ONE = 1 << 16
"""1.0 in the matrix's 16.16 fixed point (ISO/IEC 14496-12, 2022, section 6.2.2)."""


@dataclass(frozen=True)
class Orientation:
    """First mirrored left to right (if so), then turned by `rotation` degrees clockwise: 0, 90, 180 or 270."""

    rotation: int = 0
    mirrored: bool = False

    def apply(self, picture: NDArray[Any]) -> NDArray[np.uint8]:
        """Turn a picture (h, w) or (h, w, c) upright."""
        import numpy as np

        if self.mirrored:
            picture = picture[:, ::-1]
        return np.rot90(picture, -self.rotation // 90) if self.rotation else picture


def orientation(frame: VideoFrame) -> Orientation:
    """The orientation that a frame's display matrix asks for; a matrix that is no turn or mirror asks for nothing."""
    import numpy as np
    from av.sidedata.sidedata import Type

    side: Any = frame.side_data.get(Type.DISPLAYMATRIX)  # type: ignore[call-overload]
    if side is None:
        return Orientation()
    values = np.frombuffer(bytes(side), np.int32)
    if len(values) < 5:
        return Orientation()
    return from_matrix(*(int(values[i]) for i in (0, 1, 3, 4)))


def from_matrix(a: int, b: int, c: int, d: int) -> Orientation:
    """The orientation of a matrix that takes (x, y) to (a x + c y, b x + d y), y downwards, in 16.16.

    >>> from_matrix(0, 65536, -65536, 0)
    Orientation(rotation=90, mirrored=False)
    """
    turns = {(ONE, 0): 0, (0, ONE): 90, (-ONE, 0): 180, (0, -ONE): 270}
    mirrored = a * d - b * c < 0
    rotation = turns.get((-a, -b) if mirrored else (a, b))
    straight = (c, d) in ((-b, a), (b, -a))
    return Orientation(rotation, mirrored) if rotation is not None and straight else Orientation()
