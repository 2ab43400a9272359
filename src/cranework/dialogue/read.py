"""Reads the dialogue of a subtitle file, or of the tracks inside a film, whatever its name, format and encoding."""

from __future__ import annotations

import os
from fractions import Fraction

from cranework.dialogue import ebu, encodings, signatures
from cranework.dialogue.cues import MOST_CUES, Cues, settled
from cranework.dialogue.recognize import Found, recognize
from cranework.dialogue.refusals import Unreadable
from cranework.dialogue.times import sound_rate
from cranework.errors import NoPermission, NotSubtitles, PictureSubtitles, UsageError

MOST_BYTES = 1 << 23
"""Bytes of a subtitle file (8 MiB): the longest film's dialogue is a tenth of it."""

HEAD = 4096
WHAT_TO_NAME = "name a file of subtitles as text, such as SubRip (.srt)"
WHAT_TO_DO_WITH_PICTURES = "look for the same subtitles as text"


def read_subtitles(
    path: str | os.PathLike[str], encoding: str | None = None, film_rate: Fraction | float | None = None
) -> Cues:
    """The cues of a subtitle file, or of all text tracks of a film.

    Args:
        path: the file; nothing else is opened.
        encoding: a codec's name, where the file's own is known; else it is found out.
        film_rate: frames per second of the film, for formats that count frames and do not say how many a second has.

    Raises:
        NotSubtitles: it holds no subtitles, or is no file; `PictureSubtitles`: they are drawn.
        NoPermission: it may not be read.
        UsageError: there is no such encoding, or no film can have the rate.
    """
    name = os.fspath(path)
    rate = sound_rate(film_rate)
    if film_rate is not None and rate is None:
        raise UsageError(name, f"a film cannot have {film_rate} frames per second", "give its rate, such as 24 or 25")
    content = _content(name)
    if signatures.is_film(content[:HEAD]):
        return _of_film(name)
    if len(content) > MOST_BYTES:
        raise NotSubtitles(name, "it is too large for a subtitle file", WHAT_TO_NAME)
    try:
        found, used = _found(name, content, encoding, rate)
        cues = list(settled(found.cues))
        if len(cues) > MOST_CUES:
            raise Unreadable("it has more cues than any film")
        if not cues:
            raise Unreadable("no cue in it has words")
    except Unreadable as refusal:
        raise _refused(name, refusal) from None
    return Cues(cues, found.format, used, found.assumed)


def _found(name: str, content: bytes, encoding: str | None, rate: Fraction | None) -> tuple[Found, str]:
    head = content[:HEAD]
    if words := signatures.pictures(head):
        raise Unreadable(words, pictures=True)
    if words := signatures.other(head):
        raise Unreadable(f"it is {words}")
    if ebu.recognised(content):
        return Found("ebu-stl", ebu.read(content)), "binary"
    try:
        text, used = encodings.decode(content, encoding)
    except (LookupError, ValueError) as error:
        raise UsageError(name, f"there is no encoding {encoding!r}", "give a name such as cp1251", str(error)) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n").lstrip("\ufeff")
    return recognize(text.replace("\0", ""), rate), used


def _refused(name: str, refusal: Unreadable) -> NotSubtitles:
    if refusal.pictures:
        problem = f"{refusal.problem}, which are pictures, not text"
        return PictureSubtitles(name, problem, WHAT_TO_DO_WITH_PICTURES, refusal.detail)
    return NotSubtitles(
        name, f"this is no subtitle file that can be read: {refusal.problem}", WHAT_TO_NAME, refusal.detail
    )


def _content(name: str) -> bytes:
    """The file's bytes: one more than may be, so that one sees where there are too many."""
    if not os.path.lexists(name):
        raise NotSubtitles(name, "there is no such file", "check the name")
    if not os.path.isfile(name):
        raise NotSubtitles(name, "this is no ordinary file", WHAT_TO_NAME)
    try:
        with open(name, "rb") as file:
            head = file.read(HEAD)
            return head if signatures.is_film(head) else head + file.read(MOST_BYTES + 1 - len(head))
    except PermissionError as error:
        raise NoPermission(name, "the file may not be read", "ask for permission to read it", str(error)) from None
    except OSError as error:
        raise NotSubtitles(name, "the file cannot be read", "check the disk it lies on", str(error)) from None


def _of_film(name: str) -> Cues:
    """The cues of all text tracks of a film together."""
    from cranework.dialogue.film_tracks import tracks

    found = tracks(name)
    cues = sorted((cue for track in found for cue in track.cues), key=lambda cue: cue.start)
    if not cues:
        raise NotSubtitles(name, "the subtitles in this film have no words", WHAT_TO_NAME)
    kinds = ", ".join(dict.fromkeys(track.codec or "unknown" for track in found))
    return Cues(cues[:MOST_CUES], f"film: {kinds}", "utf-8")
