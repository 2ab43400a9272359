"""JSON: the captions of a video site (json3) and what speech recognizers write."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from cranework.dialogue.cues import RawCue
from cranework.dialogue.refusals import Unreadable

MOST_PARTS = 1_000_000
"""Lists and objects in one file: more is no transcript, and would not fit in memory."""

LARGEST = 10**12
DECIMAL = re.compile(r"\s{0,9}-?\d{1,12}(?:\.\d{1,30})?(?:[eE][+-]?\d{1,2})?\s{0,9}")

LISTS = ("events", "segments", "transcription", "chunks", "captions", "subtitles", "cues", "body")


def recognised(text: str) -> bool:
    """Whether it begins as JSON does."""
    return text.lstrip()[:1] in ("{", "[") and text.rstrip()[-1:] in ("}", "]")


def read(text: str) -> tuple[str, Iterator[RawCue]] | None:
    """Name of the form and cues; None where it is no JSON, or JSON of something else."""
    if text.count("{") + text.count("[") > MOST_PARTS:
        raise Unreadable("it has more parts than a transcript can have")
    try:
        given = json.loads(text, parse_float=str, parse_constant=lambda _: None)
    except (ValueError, RecursionError, ArithmeticError):
        return None
    found = given if isinstance(given, list) else None
    name = "json"
    if isinstance(given, dict):
        key = next((k for k in LISTS if isinstance(given.get(k), list)), None)
        found = given[key] if key else None
        name = {"events": "youtube-json3", "segments": "whisper-json", "transcription": "whisper-json"}.get(
            key or "", "json"
        )
    cues = [cue for item in found or () if isinstance(item, dict) and (cue := _cue(item))]
    return (name, iter(cues)) if cues else None


def _cue(item: Mapping[str, Any]) -> RawCue | None:
    if "tStartMs" in item:
        start, length = _number(item["tStartMs"], 1000), _number(item.get("dDurationMs"), 1000)
        segments = item.get("segs")
        parts = [s.get("utf8") for s in segments if isinstance(s, dict)] if isinstance(segments, list) else []
        text: Any = "".join(p for p in parts if isinstance(p, str))
        return RawCue(start, None if length is None else start + length, text) if start is not None else None
    start, end, text = _times(item)
    if not isinstance(text, str) or start is None:
        return None
    return RawCue(start, end, text)


def _times(item: Mapping[str, Any]) -> tuple[Fraction | None, Fraction | None, Any]:
    """Start, end and text of one item of a recognizer: seconds, or milliseconds where the form has those."""
    text = next((item[key] for key in ("text", "content", "caption") if key in item), None)
    offsets, stamp = item.get("offsets"), item.get("timestamp")
    if isinstance(offsets, dict):
        return _number(offsets.get("from"), 1000), _number(offsets.get("to"), 1000), text
    if isinstance(stamp, list) and len(stamp) == 2:
        return _number(stamp[0]), _number(stamp[1]), text
    start = next((n for k in ("start", "from", "startTime") if (n := _number(item.get(k))) is not None), None)
    end = next((n for k in ("end", "to", "endTime") if (n := _number(item.get(k))) is not None), None)
    length = next((n for k in ("duration", "dur") if (n := _number(item.get(k))) is not None), None)
    if end is None and start is not None and length is not None:
        end = start + length
    return start, end, text


def _number(given: Any, parts: int = 1) -> Fraction | None:
    """Seconds of a number of `parts` of a second; None where it is no number that a time can be."""
    value = Fraction(given) if isinstance(given, str) and DECIMAL.fullmatch(given) else given
    if isinstance(value, bool) or not isinstance(value, int | Fraction) or not -LARGEST < value < LARGEST:
        return None
    return Fraction(value) / parts
