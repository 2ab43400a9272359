"""Files that are told by their first bytes: films, pictures of subtitles, and what is no subtitle file at all."""

from __future__ import annotations

FILMS = (
    (0, b"\x1aE\xdf\xa3"), (4, b"ftyp"), (4, b"moov"), (4, b"moof"), (4, b"styp"), (0, b"OggS"), (0, b"FLV\x01"),
    (0, b"0&\xb2u\x8ef\xcf\x11"), (0, b"\x06\x0e+4\x02\x05\x01\x01"), (0, b"nut/multimedia container\0"),
)  # fmt: skip
"""Place and bytes with which containers of film and sound begin (Matroska, MP4, Ogg, Flash, ASF, MXF, NUT)."""

PICTURES = (
    (0, b"# VobSub index file", "it is the index of VobSub subtitles"),
    (0, b"PG", "it holds subtitles of a Blu-ray disc"),
    (0, b"SPU\0", "it holds subtitles of a DVD"),
    (0, b"\0\0\x01\xba", "it holds subtitles of a DVD (VobSub)"),
)
"""Subtitles that are drawn, as they lie beside a film."""

OTHERS = (
    (b"\x89PNG\r\n\x1a\n", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"),
    (b"BM", "a picture"), (b"II*\0", "a picture"), (b"MM\0*", "a picture"), (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "an archive"), (b"Rar!\x1a\x07", "an archive"), (b"7z\xbc\xaf\x27\x1c", "an archive"),
    (b"\x1f\x8b", "an archive"), (b"BZh", "an archive"), (b"\xfd7zXZ\0", "an archive"),
    (b"SQLite format 3\0", "a database"),
    (b"\x7fELF", "a program"), (b"MZ\x90", "a program"), (b"ID3", "a piece of sound"), (b"fLaC", "a piece of sound"),
)  # fmt: skip
PACKET = 188
"""Bytes of a packet of an MPEG transport stream; each begins with the same byte."""

MPEG_PICTURE = b"\0\0\x01\xb3"


def is_film(head: bytes) -> bool:
    """Whether the bytes are those with which a container of film begins."""
    if any(head[at : at + len(mark)] == mark for at, mark in FILMS):
        return True
    if head[:4] == b"RIFF" and head[8:12] in (b"AVI ", b"WAVE"):
        return True
    stream = len(head) > 2 * PACKET and all(head[i] == 0x47 for i in range(0, 3 * PACKET, PACKET) if i < len(head))
    return stream or (head[:4] == b"\0\0\x01\xba" and MPEG_PICTURE in head)


def pictures(head: bytes) -> str | None:
    """What is in a file that holds subtitles as pictures, or None."""
    for at, mark, words in PICTURES:
        if head[at : at + len(mark)] == mark and not (mark == b"PG" and not _is_disc(head)):
            return words
    return None


def _is_disc(head: bytes) -> bool:
    """Whether what follows `PG` is a segment of a disc's subtitles: times, kind, size."""
    return len(head) >= 13 and head[10] in (0x14, 0x15, 0x16, 0x17, 0x80)


def other(head: bytes) -> str | None:
    """What a file is that holds no subtitles at all, or None."""
    for mark, words in OTHERS:
        if head.startswith(mark) and not (mark in (b"BM", b"ID3", b"GIF8", b"BZh", b"PG") and _plain(head)):
            return words
    return None


def _plain(head: bytes) -> bool:
    """Whether it may be text after all."""
    return not any(byte < 9 or 14 <= byte < 27 for byte in head[:512])
