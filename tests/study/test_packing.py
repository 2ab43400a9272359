import math
import pickle
import zlib
from contextlib import suppress
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from numpy.typing import NDArray

from cranework.errors import NotAStudy
from cranework.study.layer import Signal
from cranework.study.packing import PackedMeasured, SegmentResult, pack, stored_dtype, unpack

DTYPES = ["<f2", "<f4", "<f8", "|u1", "<u2", "<u4", "<u8", "|i1", "<i2", "<i4", "<i8", "|b1", "float32", "uint8", ">i4"]


@st.composite
def measured(draw: st.DrawFn) -> tuple[Signal, NDArray[Any]]:
    dtype = draw(st.sampled_from(DTYPES[:-1]))
    shape = draw(st.one_of(st.just(()), array_shapes(max_dims=3, max_side=4)))
    frames = draw(st.integers(0, 9))
    delta = dtype in ("|u1", "uint8") and draw(st.booleans())
    values = draw(arrays(np.dtype(dtype), (frames, *shape)))
    return Signal("a.b", "", "", dtype, shape, delta=delta), values


@given(measured())
def test_what_is_packed_comes_back(case: tuple[Signal, NDArray[Any]]) -> None:
    signal, values = case
    back = unpack(pack(values, signal), signal, len(values))
    assert back.dtype == stored_dtype(signal) and back.shape == values.shape
    np.testing.assert_array_equal(back, values)
    assert back.flags.writeable or not back.size


@given(
    arrays(np.uint8, st.tuples(st.integers(0, 9), st.integers(1, 5))),
    st.integers(2, 300),
    st.booleans(),
)
def test_values_in_steps_come_back_as_near_as_the_step(values: NDArray[np.uint8], step: int, delta: bool) -> None:
    signal = Signal("a.b", "", "", "|u1", values.shape[1:], delta=delta, step=step)
    back = unpack(pack(values, signal), signal, len(values))
    assert back.dtype == np.uint8 and back.shape == values.shape
    assert np.all(np.abs(back.astype(int) - values) <= step // 2 + 1)


@pytest.mark.parametrize("step", [-1, 0, 10**30])
def test_no_step_of_a_stranger_breaks_the_reading(step: int) -> None:
    data = pack(np.arange(9, dtype=np.uint8), Signal("a.b", "", "", "|u1", delta=True))
    assert unpack(data, Signal("a.b", "", "", "|u1", delta=True, step=step), 9).dtype == np.uint8


def test_values_are_kept_little_endian_whatever_they_were() -> None:
    signal = Signal("a.b", "", "", "<i4")
    packed = pack(np.array([1, 2], ">i4"), signal)
    assert zlib.decompress(packed) == b"\x01\0\0\0\x02\0\0\0"


def test_values_that_do_not_lie_in_a_row_are_packed_in_order() -> None:
    signal = Signal("a.b", "", "", "|u1", (2, 3), delta=True)
    values = np.arange(60, dtype=np.uint8).reshape(10, 3, 2)[::2].transpose(0, 2, 1)
    np.testing.assert_array_equal(unpack(pack(values, signal), signal, 5), values)


def test_small_pictures_pack_better_as_differences() -> None:
    still = np.repeat(np.random.default_rng(0).integers(0, 256, (1, 8, 8), np.uint8), 50, axis=0)
    plain, delta = (Signal("a.b", "", "", "|u1", (8, 8), delta=delta) for delta in (False, True))
    assert len(pack(still, delta)) < len(pack(still, plain))


@pytest.mark.parametrize(
    ("signal", "values"),
    [
        (Signal("a.b", "", "", "<f4", (3,)), np.zeros((5, 2))),
        (Signal("a.b", "", "", "<f4", ()), np.zeros((5, 2))),
        (Signal("a.b", "", "", "<f4", ()), np.float32(1)),
        (Signal("a.b", "", "", "<f4", (), delta=True), np.zeros(5)),
    ],
)
def test_values_of_another_shape_are_a_defect(signal: Signal, values: Any) -> None:
    with pytest.raises(ValueError, match=r"a\.b"):
        pack(values, signal)


@pytest.mark.parametrize(
    "dtype", ["O", "object", "V8", "S5", "U5", "M8[s]", "f4,f4", "(1000,1000)f4", "c8", "x", "", "f99"]
)
def test_only_plain_numbers_are_known(dtype: str) -> None:
    with pytest.raises(NotAStudy, match="kind that is not known"):
        unpack(zlib.compress(b""), Signal("a.b", "", "", dtype), 0)


@pytest.mark.parametrize("shape", [(0,), (-1,), (1 << 30,), (1 << 15, 1 << 15), (-2, -3)])
def test_impossible_shapes_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(NotAStudy, match="impossible shape"):
        unpack(zlib.compress(b""), Signal("a.b", "", "", "|u1", shape), 1)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not zlib",
        pack(np.zeros(9, np.float32), Signal("a.b", "", "")),
        pack(np.zeros(11, np.float32), Signal("a.b", "", "")),
        pack(np.arange(10, dtype=np.float32), Signal("a.b", "", ""))[:-1],
    ],
    ids=["nothing", "no zlib", "too few", "too many", "cut off"],
)
def test_bytes_that_are_not_the_values_are_refused(data: bytes) -> None:
    with pytest.raises(NotAStudy, match="damaged"):
        unpack(data, Signal("a.b", "", ""), 10)


def test_a_bomb_is_not_unpacked() -> None:
    bomb = zlib.compress(bytes(50_000_000), 9)
    with pytest.raises(NotAStudy):
        unpack(bomb, Signal("a.b", "", "", "|u1"), 10)


@pytest.mark.parametrize("frames", [-1, 10**6, 10**12, 10**30])
def test_no_memory_is_taken_for_frames_that_cannot_be_there(frames: int) -> None:
    with pytest.raises(NotAStudy):
        unpack(zlib.compress(b"abc"), Signal("a.b", "", "", "<f8", (64, 64)), frames)


@given(st.binary(max_size=200), st.integers(0, 50))
def test_any_bytes_are_values_or_refused(data: bytes, frames: int) -> None:
    signal = Signal("a.b", "", "", "|u1", (2,), delta=True)
    with suppress(NotAStudy):
        assert unpack(data, signal, frames).shape == (frames, 2)


def test_the_best_packing_of_zlib_is_not_refused() -> None:
    zeros = np.zeros((1 << 16, 16, 16), np.uint8)
    signal = Signal("a.b", "", "", "|u1", (16, 16))
    data = zlib.compress(zeros.tobytes(), 9)
    assert math.prod(unpack(data, signal, 1 << 16).shape) == zeros.size


def test_a_result_travels_between_processes() -> None:
    result = SegmentResult(3, 5, {"a": PackedMeasured({"a.b": b"x"}, [(0, b"y")])}, ("z",))
    assert pickle.loads(pickle.dumps(result)) == result
