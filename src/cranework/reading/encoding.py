"""From bytes to words: the encoding of a text is found out and said; what is no text is refused."""

from __future__ import annotations

import charset_normalizer

from ..errors import NotAText, TextTooLong

LONGEST_TEXT = 2_000_000
"""Code points; a long novel has one million."""

FEW_BYTES = 0.05
"""Up to this share of bytes outside ASCII, a text that is not UTF-8 is taken for Western European."""

_BINARY = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x1f\x8b",
    b"\x7fELF",
    b"RIFF",
    b"SQLite format 3",
)
_MARKS = {
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}


def decode(data: bytes, name: str = "text") -> tuple[str, str]:
    """The words of a file, and the name of the encoding that they were found to be in.

    Raises:
        NotAText: these bytes are no text.
        TextTooLong: more than `LONGEST_TEXT` code points.
    """
    if data.startswith(_BINARY):
        raise NotAText(name, "is no text", "give plain text, HTML or Markdown")
    if len(data) > 4 * LONGEST_TEXT:
        raise TextTooLong(name, f"is longer than {LONGEST_TEXT:,} characters", "split it")
    encoding = next((known for mark, known in _MARKS.items() if data.startswith(mark)), None) or _encoding(data, name)
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as fault:
        raise NotAText(name, "is in no encoding that could be found out", "save it as UTF-8", str(fault)) from fault
    controls = sum(text.count(chr(code)) for code in (*range(9), *range(14, 32)))
    if controls > len(text) // 100:
        raise NotAText(name, "is no text", "give plain text, HTML or Markdown")
    return bounded(text, name), encoding


def _encoding(data: bytes, name: str) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8"
    if b"\0" not in data and sum(byte > 127 for byte in data) <= FEW_BYTES * len(data):
        try:
            data.decode("cp1252")
        except UnicodeDecodeError:
            return "latin-1"
        return "cp1252"
    best = charset_normalizer.from_bytes(data).best()
    if best is None:
        raise NotAText(name, "is no text", "give plain text, HTML or Markdown")
    return str(best.encoding)


def bounded(text: str, name: str) -> str:
    """The text, unless it is too long to be read at once."""
    if len(text) > LONGEST_TEXT:
        raise TextTooLong(name, f"is longer than {LONGEST_TEXT:,} characters", "split it")
    return text
