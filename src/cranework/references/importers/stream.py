"""Files of reference data, read in pieces: plain, gzip or bzip2, told by their first bytes and not by their name."""

from __future__ import annotations

import bz2
import gzip
import hashlib
import os
import stat
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import IO, Self, cast

from cranework.errors import NotImportable
from cranework.study.atomic import surroundings_error

PIECE_BYTES = 1 << 20
LONGEST_LINE_BYTES = 64 << 20  # the largest entities of Wikidata have some megabytes
SAMPLES, SAMPLE_BYTES = 64, 1 << 16
MAGIC = {b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"PK": "a zip archive", b"\xfd7zXZ": "an xz archive"}
DAMAGED = (EOFError, gzip.BadGzipFile, zlib.error, OSError, ValueError)


class Stream:
    """A file of reference data. A context manager; raises NotImportable, NoPermission.

    Attributes:
        path: the name as it was given.
        line: how many lines have been given out.
    """

    def __init__(self, path: str) -> None:
        self.path, self.line = path, 0
        self._raw = _opened(path)
        self._size = os.fstat(self._raw.fileno()).st_size
        head = self._raw.read(16)
        self._raw.seek(0)
        packing = next((name for magic, name in MAGIC.items() if head.startswith(magic)), "")
        if packing not in ("", "gzip", "bzip2"):
            self._raw.close()
            raise NotImportable(path, f"this is {packing}", "unpack it first")
        self.date = self._dated(head if packing == "gzip" else b"")
        self._bytes = _unpacked(self._raw, packing)

    def close(self) -> None:
        """Closes the file."""
        self._bytes.close()
        self._raw.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _dated(self, gzip_head: bytes) -> str:
        """The day on which the file was packed, or else last changed (RFC 1952, section 2.3.1: MTIME)."""
        seconds = int.from_bytes(gzip_head[4:8], "little") or int(os.fstat(self._raw.fileno()).st_mtime)
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()

    @property
    def share(self) -> float | None:
        """How much of the file has been read, from 0 to 1."""
        return min(self._raw.tell() / self._size, 1.0) if self._size else None

    def fingerprint(self) -> str:
        """Tells the file by its size and by samples of its bytes."""
        digest = hashlib.sha256(str(self._size).encode())
        place = self._raw.tell()
        for sample in range(SAMPLES):
            self._raw.seek(max(self._size - SAMPLE_BYTES, 0) * sample // (SAMPLES - 1))
            digest.update(self._raw.read(SAMPLE_BYTES))
        self._raw.seek(place)
        return digest.hexdigest()

    def pieces(self) -> Iterator[list[str]]:
        """The lines of the file, some thousand at a time, without their ends. Raises NotImportable."""
        rest = b""
        while piece := self._read():
            rest += piece
            whole, newline, after = rest.rpartition(b"\n")
            if newline:
                yield self._lines(whole)
                rest = after
            elif len(rest) > LONGEST_LINE_BYTES:
                raise NotImportable(self.path, f"line {self.line + 1} has no end", "this is no table or list of lines")
        if rest:
            yield self._lines(rest)

    def text(self, most_bytes: int = LONGEST_LINE_BYTES) -> str:
        """All of a small file. Raises NotImportable where it is not small."""
        parts, size = [], 0
        while piece := self._read():
            size += len(piece)
            if size > most_bytes:
                raise NotImportable(self.path, f"it is larger than {most_bytes >> 20} MB", "divide it")
            parts.append(piece)
        return self._decoded(b"".join(parts)).removeprefix("\ufeff")

    def _read(self) -> bytes:
        try:
            return self._bytes.read(PIECE_BYTES)
        except DAMAGED as error:
            raise NotImportable(self.path, "the file is damaged or cut off", "fetch it again", str(error)) from error

    def _lines(self, whole: bytes) -> list[str]:
        text = self._decoded(whole)
        lines = text.replace("\r\n", "\n").removesuffix("\r").split("\n") if "\r" in text else text.split("\n")
        if self.line == 0:
            lines[0] = lines[0].removeprefix("\ufeff")
        self.line += len(lines)
        return lines

    def _decoded(self, data: bytes) -> str:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError as error:
            line = self.line + data.count(b"\n", 0, error.start) + 1
            raise NotImportable(self.path, f"line {line} is not UTF-8", "save it as UTF-8", str(error)) from error


def _opened(path: str) -> IO[bytes]:
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise NotImportable(path, "this is a folder or a device", "name a file")
        return open(path, "rb")
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise NotImportable(path, "there is no such file", "check the name") from None
    except OSError as error:
        raise surroundings_error(path, error) from error


def _unpacked(raw: IO[bytes], packing: str) -> IO[bytes]:
    if packing == "gzip":
        return cast(IO[bytes], gzip.GzipFile(fileobj=raw))
    if packing == "bzip2":
        return cast(IO[bytes], bz2.BZ2File(raw))
    return raw
