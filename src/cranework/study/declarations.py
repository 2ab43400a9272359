"""Films and layers' declarations as JSON and back, so that a study can be shown where its layers are not installed.

What comes back is checked against the dataclasses' own types: a study may come from a stranger.
"""

from __future__ import annotations

import json
import math
import re
import types
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from fractions import Fraction
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from cranework.study.layer import FrameLayer, Gift, Layer, Signal, SourceLayer, SpanKind, Stills

RATIO = re.compile(r"-?[0-9]{1,24}/[0-9]{1,24}")
HALF_PAIR = re.compile(r"\\u[dD][89a-fA-F]")  # an escape that may leave text which UTF-8 cannot hold
GIFTS: dict[str, type[Gift]] = {"signal": Signal, "spans": SpanKind, "stills": Stills}
LayerKind = Literal["frame", "source", "derived"]
T = TypeVar("T")


class Malformed(ValueError):
    """What is kept is not what this version, or any, would have kept."""


@dataclass(frozen=True)
class LayerRecord:
    """A layer as the study knows it: its declaration, and how and when its results were made.

    `made` is ISO 8601 text in UTC, `seconds` how long it took; `fingerprint` tells what the results depend on.
    """

    name: str
    version: int
    title: str
    meaning: str
    kind: LayerKind
    needs: tuple[str, ...]
    gives: tuple[Gift, ...]
    parameters: dict[str, Any]
    fingerprint: str = ""
    made: str = ""
    seconds: float = 0.0

    @property
    def signals(self) -> tuple[Signal, ...]:
        """The signals among what it gives."""
        return tuple(gift for gift in self.gives if isinstance(gift, Signal))

    @property
    def kinds(self) -> tuple[SpanKind, ...]:
        """The kinds of span among what it gives."""
        return tuple(gift for gift in self.gives if isinstance(gift, SpanKind))


def plain(value: Any) -> Any:
    """Dataclasses, fractions ("n/d"), tuples and NumPy values as what JSON knows; numbers that are none become null."""
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(content) for key, content in value.items()}
    if isinstance(value, list | tuple):
        return [plain(content) for content in value]
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    if value is None or isinstance(value, str | int):
        return value
    if hasattr(value, "tolist"):
        return plain(value.tolist())
    raise TypeError(f"{type(value).__name__} cannot be kept in a study")


def clean(text: str) -> str:
    """Text that UTF-8 can hold: a file's name may have bytes that are no text."""
    return text.encode("utf-8", "replace").decode("utf-8")


def to_json(value: Any) -> str:
    """Compact JSON text that is valid UTF-8."""
    return clean(json.dumps(plain(value), ensure_ascii=False, allow_nan=False, separators=(",", ":")))


def from_json(text: object) -> Any:
    """What the text says. Raises Malformed."""
    if not isinstance(text, str):
        raise Malformed("text is missing")
    try:
        value = json.loads(text, parse_constant=_no_constant)
        return json.loads(clean(json.dumps(value, ensure_ascii=False))) if HALF_PAIR.search(text) else value
    except (ValueError, RecursionError) as error:
        raise Malformed(str(error)) from None


def _no_constant(name: str) -> float:
    raise Malformed(f"{name} is no number")


def ratio(text: object) -> Fraction:
    """The fraction that "n/d" stands for. Raises Malformed."""
    if isinstance(text, str) and RATIO.fullmatch(text):
        numerator, denominator = map(int, text.split("/"))
        if denominator:
            return Fraction(numerator, denominator)
    raise Malformed("a fraction is not one")


def restored(kind: type[T], value: Any) -> T:
    """A dataclass out of what `plain` made of it, every field checked against its type. Raises Malformed."""
    result: T = _restored(kind, value)
    return result


def _restored(kind: Any, value: Any) -> Any:
    if is_dataclass(kind) and isinstance(kind, type):
        return _restored_dataclass(kind, value)
    if kind is Fraction:
        return ratio(value)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return None if value is None else _restored(next(kind for kind in arguments if kind is not type(None)), value)
    if origin is Literal and isinstance(value, str) and value in arguments:
        return value
    if origin is tuple and isinstance(value, list):
        inner = (arguments[0],) * len(value) if arguments[-1] is Ellipsis else arguments
        if len(inner) == len(value):
            return tuple(map(_restored, inner, value))
    if kind is float and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if kind in (str, int, bool) and type(value) is kind:
        return value
    raise Malformed(f"{value!r:.40} stands where another kind of value belongs")


def _restored_dataclass(kind: Any, value: Any) -> Any:
    if not isinstance(value, dict):
        raise Malformed(f"no {kind.__name__}")
    hints = _hints(kind)
    try:
        return kind(**{name: _restored(hints[name], content) for name, content in value.items() if name in hints})
    except (TypeError, OverflowError) as error:  # a field without a default is missing; a number beyond all floats
        raise Malformed(str(error)) from None


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def declaration(layer: Layer) -> dict[str, Any]:
    """What the layer says of itself, beyond its name, version, title and parameters, as JSON knows it."""
    names = {kind: name for name, kind in GIFTS.items()}
    kind: LayerKind = (
        "frame" if isinstance(layer, FrameLayer) else "source" if isinstance(layer, SourceLayer) else "derived"
    )
    gives = [{"gift": names[type(gift)], **plain(gift)} for gift in layer.gives]
    return {"kind": kind, "meaning": layer.meaning, "needs": list(layer.needs), "gives": gives}


def layer_record(row: Mapping[str, Any]) -> LayerRecord:
    """The record that a row of the table `layer` and the declaration in it make. Raises Malformed."""
    stored, parameters = from_json(row["declaration"]), from_json(row["parameters"])
    if not isinstance(stored, dict) or not isinstance(stored.get("gives"), list):
        raise Malformed("a layer without a declaration")
    plain_fields = {**stored, **{name: row[name] for name in ("name", "version", "title", "fingerprint")}}
    checked = {
        name: _restored(hint, plain_fields.get(name))
        for name, hint in _hints(LayerRecord).items()
        if name not in ("gives", "parameters", "made", "seconds")
    }
    return LayerRecord(
        **checked,
        gives=tuple(map(_gift, stored["gives"])),
        parameters=parameters if isinstance(parameters, dict) else {},
        made=_restored(str, row["made"] or ""),
        seconds=_restored(float, row["seconds"] or 0.0),
    )


def _gift(value: Any) -> Gift:
    if isinstance(value, dict) and value.get("gift") in list(GIFTS):
        return restored(GIFTS[value["gift"]], value)
    raise Malformed("a layer gives what is not known")
