"""How a signal's values become the bytes that a study keeps, and back again.

Workers pack what they have measured, so that little travels between processes. What is unpacked may come from a
stranger's file: no size in it is trusted, nothing in it is executed.
"""

from __future__ import annotations

import math
import re
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from cranework.errors import NotAStudy

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cranework.study.layer import Signal

ZLIB_LEVEL, ZLIB_MEMORY = 6, 9  # with run lengths alone, as quick as level 1, and differences pack a sixth smaller
MOST_BYTES = 1 << 32  # one chunk, unpacked: far above five hours of small pictures in one segment
MOST_VALUES = 1 << 20  # of one frame: a signal holds small pictures at most
ZLIB_MOST_RATIO = 1032  # zlib cannot pack better than this (Mark Adler, zlib technical details)
ZLIB_SLACK = 1 << 12  # bytes, for chunks too short to reach that ratio
DTYPE = re.compile(r"[<|=]?[a-z]+[0-9]{0,2}")
DTYPE_KINDS = "biuf"


@dataclass(frozen=True)
class PackedMeasured:
    """What one frame layer measured in one segment, packed: bytes for each signal, (frame offset, WebP) stills."""

    chunks: dict[str, bytes] = field(default_factory=dict)
    stills: list[tuple[int, bytes]] = field(default_factory=list)


@dataclass(frozen=True)
class SegmentResult:
    """One segment, measured: how many frames it has, what each layer (by name) found, what could not be read."""

    index: int
    frames: int
    layers: dict[str, PackedMeasured]
    damage: tuple[str, ...] = ()


def stored_dtype(signal: Signal) -> np.dtype[Any]:
    """The little-endian dtype in which the signal is kept. Raises NotAStudy for anything but plain numbers."""
    if DTYPE.fullmatch(signal.dtype):
        try:
            dtype = np.dtype(signal.dtype)
        except (TypeError, ValueError):
            dtype = np.dtype(np.void)
        if dtype.kind in DTYPE_KINDS and dtype.itemsize <= 8:
            return dtype.newbyteorder("<")
    raise NotAStudy("", f"the signal {signal.name!r} has values of a kind that is not known")


def frame_shape(signal: Signal) -> tuple[int, ...]:
    """The shape of one frame's value. Raises NotAStudy where it is impossible."""
    if all(length >= 1 for length in signal.shape) and math.prod(signal.shape) <= MOST_VALUES:
        return signal.shape
    raise NotAStudy("", f"the signal {signal.name!r} has an impossible shape")


def pack(array: NDArray[Any], signal: Signal) -> bytes:
    """Packs values of shape (frames, *signal.shape): little-endian, C order, zlib.

    With `signal.step`, rounded and counted in steps; with `signal.delta`, as differences from frame to frame.

    Raises ValueError where the array does not have the shape that the signal declares.
    """
    values = np.asarray(array, stored_dtype(signal), order="C")
    if values.ndim == 0 or values.shape[1:] != frame_shape(signal):
        raise ValueError(f"{signal.name}: shape {values.shape} is not (frames, *{signal.shape})")
    if (signal.delta or signal.step > 1) and values.dtype != np.uint8:
        raise ValueError(f"{signal.name}: only unsigned bytes are kept as differences or in steps")
    if signal.step > 1:
        values = ((values.astype(np.uint16) + signal.step // 2) // signal.step).astype(np.uint8)
    if signal.delta:
        differences = values.copy()
        differences[1:] -= values[:-1]  # wraps modulo 256
        values = differences
    packer = zlib.compressobj(ZLIB_LEVEL, zlib.DEFLATED, zlib.MAX_WBITS, ZLIB_MEMORY, zlib.Z_RLE)
    return packer.compress(values.data) + packer.flush()


def unpack(data: bytes, signal: Signal, frames: int) -> NDArray[Any]:
    """The values that `pack` packed: shape (frames, *signal.shape), little-endian `signal.dtype`, writable.

    Raises NotAStudy where the bytes are not exactly that, before any memory is taken that they do not need.
    """
    dtype, shape = stored_dtype(signal), frame_shape(signal)
    expected = frames * math.prod(shape) * dtype.itemsize
    if not 0 <= expected <= min(MOST_BYTES, len(data) * ZLIB_MOST_RATIO + ZLIB_SLACK):
        raise _damaged(signal)
    unzip = zlib.decompressobj()
    try:
        plain = unzip.decompress(data, expected + 1)
    except zlib.error:
        raise _damaged(signal) from None
    if len(plain) != expected or not unzip.eof:
        raise _damaged(signal)
    values = np.frombuffer(plain, dtype).reshape(frames, *shape)
    if dtype != np.uint8:
        return values.copy()
    values = np.cumsum(values, axis=0, dtype=np.uint8) if signal.delta else values.copy()
    return _in_levels(values, signal.step) if signal.step > 1 else values


def _in_levels(counts: NDArray[np.uint8], step: int) -> NDArray[np.uint8]:
    """Values counted in steps as levels again; the last step may end beyond what a byte holds."""
    return np.minimum(counts.astype(np.uint32) * min(step, 255), 255).astype(np.uint8)


def _damaged(signal: Signal) -> NotAStudy:
    return NotAStudy("", f"the values of the signal {signal.name!r} are damaged")
