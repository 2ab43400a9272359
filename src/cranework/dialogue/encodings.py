"""Finds out in which encoding a text file is written, from its bytes alone.

A mark at the beginning, zeros of UTF-16 and sound UTF-8 decide at once. Else the bytes are read in every encoding that
is in use, and what comes out is weighed: letters that one language uses, in the order of their frequency; capitals and
signs only where they may stand. Only where nothing convinces is charset-normalizer asked.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from cranework.dialogue.letters import ENCODINGS
from cranework.dialogue.weighing import weight

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9._-]{1,40})[\"']")
ESCAPES = ((b"\x1b$B", "iso2022_jp"), (b"\x1b$@", "iso2022_jp"), (b"\x1b$)C", "iso2022_kr"))

SAMPLE = 1 << 14
"""Bytes weighed, of lines that have other bytes than ASCII."""

WIDE_SAMPLE, WIDE_SHARE, NARROW_SHARE = 1 << 13, 0.1, 0.01
"""UTF-16 without a mark: bytes looked at; zeros of one parity at least, and of the other at most."""

UTF8_LINES, UTF8_SHARE, MOST_LINES = 3, 0.25, 400_000
"""Lines (and their share of those beyond ASCII) that must be UTF-8 for a file to be taken for a mixture;
lines beyond which it is not asked."""

CONVINCING = 0.35
"""Weight from which what was found is believed."""

RARER = 0.0015
"""How much better an encoding must be than the one before it in the list: the frequent ones win where all is equal."""


def decode(content: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Text and the name of its encoding; never fails on bytes, but raises `LookupError` for an unknown name."""
    if encoding is not None:
        return _in(content, encoding), encoding
    for mark, name in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode("utf-8" if name == "utf-8-sig" else name, "replace"), name
    if wide := _wide(content):
        return content.decode(wide, "replace"), wide
    for escape, name in ESCAPES:
        if escape in content[:100_000]:
            return content.decode(name, "replace"), name
    if (text := _sound_utf8(content)) is not None:
        return text, "utf-8"
    if (declared := _declared(content)) is not None:
        return declared
    return _mixture(content) or _legacy(content)


def _in(content: bytes, encoding: str) -> str:
    """In the encoding that the user names, marks taken away."""
    name = codecs.lookup(encoding).name
    mark = next(
        (mark for mark, marked in MARKS if marked.removesuffix("-sig") == name and content.startswith(mark)), b""
    )
    return content[len(mark) :].decode(encoding, "replace").removeprefix("\ufeff")


def _wide(content: bytes) -> str | None:
    """UTF-16 without a mark: digits and line ends give zeros at every second byte."""
    sample = content[:WIDE_SAMPLE]
    units = len(sample) // 2
    if units < 4:
        return None
    even, odd = sample[0::2].count(0) / units, sample[1::2].count(0) / units
    if odd >= WIDE_SHARE and even <= NARROW_SHARE:
        return "utf-16-le"
    return "utf-16-be" if even >= WIDE_SHARE and odd <= NARROW_SHARE else None


def _sound_utf8(content: bytes) -> str | None:
    """As UTF-8, where it is that, apart from a letter cut through at the end."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        return content[: error.start].decode("utf-8") if error.reason == "unexpected end of data" else None


def _declared(content: bytes) -> tuple[str, str] | None:
    match = DECLARED.search(content[:1000])
    if not match:
        return None
    name = match[1].decode("ascii")
    try:
        return content.decode(name), name.lower()
    except (LookupError, ValueError):
        return None


def _mixture(content: bytes) -> tuple[str, str] | None:
    """Lines of UTF-8 among lines of another encoding: two files joined, or one mended by hand."""
    if content.count(b"\n") > MOST_LINES:
        return None
    lines = content.splitlines(keepends=True)
    beyond = [line for line in lines if not line.isascii()]
    sound = {i: text for i, line in enumerate(lines) if (text := _strict_utf8(line)) is not None}
    good = sum(not text.isascii() for text in sound.values())
    if good < UTF8_LINES or good < UTF8_SHARE * len(beyond):
        return None
    _, other = _legacy(b"".join(line for i, line in enumerate(lines) if i not in sound))
    text = "".join(sound[i] if i in sound else line.decode(other, "replace") for i, line in enumerate(lines))
    return text, f"utf-8 and {other}"


def _strict_utf8(line: bytes) -> str | None:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _legacy(content: bytes) -> tuple[str, str]:
    """In the encoding in which the text is most like a language."""
    sample = _sample(content)
    weighed = [(weight(sample, name, use) - RARER * i, -i) for i, (name, use) in enumerate(ENCODINGS)]
    best, place = max(weighed)
    name = ENCODINGS[-place][0]
    if best < CONVINCING:
        name = _guessed(sample) or name
    text = content.decode(name, "replace")
    return (unicodedata.normalize("NFC", text) if name == "cp1258" else text), name


def _sample(content: bytes) -> bytes:
    taken: list[bytes] = []
    size = 0
    for line in content.splitlines(keepends=True):
        if not line.isascii() and size < SAMPLE:
            taken.append(line[: SAMPLE - size])
            size += len(taken[-1])
    return b"".join(taken)


def _guessed(sample: bytes) -> str | None:
    """What charset-normalizer says."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else None
