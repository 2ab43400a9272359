# ruff: noqa: RUF001
"""Scenarist SCC: the codes of line 21 captions, as they go out frame by frame.

Sources: CEA-608-E, "Line 21 Data Services", 2008; 47 CFR 15.119. The first channel is read (CC1, or CC3 in a file of
the second field). A caption that is loaded unseen (pop-on) shows where the code that flips the memories has come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cranework.dialogue.cues import RawCue
from cranework.dialogue.times import NTSC, time_code

HEAD = "Scenarist_SCC"
LINE = re.compile(r"[ \t]{0,9}(\d{1,3}):(\d\d):(\d\d)([:;.,])(\d\d)[ \t]{1,9}([0-9A-Fa-f \t]{4,9999})")
RATE = NTSC[30]

BASIC = {0x2A: "á", 0x5C: "é", 0x5E: "í", 0x5F: "ó", 0x60: "ú", 0x7B: "ç", 0x7C: "÷", 0x7D: "Ñ", 0x7E: "ñ", 0x7F: "█"}
SPECIAL = "®°½¿™¢£♪à èâêîôû"
EXTENDED = {
    0x12: "ÁÉÓÚÜü‘¡*'—©℠•“”ÀÂÇÈÊËëÎÏïÔÙùÛ«»",
    0x13: "ÃãÍÌìÒòÕõ{}\\^_|~ÄäÖöß¥¤¦ÅåØø┌┐└┘",
}
LOAD, BACKSPACE, ROLL, PAINT = 0x20, 0x21, (0x25, 0x26, 0x27), 0x29
TEXT_MODE, ERASE_SHOWN, RETURN, ERASE_LOADED, FLIP = (0x2A, 0x2B), 0x2C, 0x2D, 0x2E, 0x2F


def recognised(lines: Sequence[str]) -> bool:
    """Whether its first words are the format's."""
    return any(line.strip().startswith(HEAD) for line in lines[:20])


class Decoder:
    """A decoder's two memories, as text: what shows and what is being loaded."""

    def __init__(self) -> None:
        self.cues: list[RawCue] = []
        self.loaded: list[str] = []
        self.shown: list[str] = []
        self.since = 0
        self.mode = "pop"
        self.last = 0
        self.other_channel = False

    def take(self, word: int, time: int) -> None:
        """Two bytes that come with frame `time`."""
        first, second = word >> 8 & 0x7F, word & 0x7F
        control = 0x10 <= first < 0x20
        if control and word == self.last:
            self.last = 0
            return
        self.last = word if control else 0
        if control:
            self.other_channel = bool(first & 8)
        if self.other_channel or first < 0x10:
            return
        if not control:
            self._write("".join(BASIC.get(b, chr(b)) for b in (first, second) if b >= 0x20), time)
        elif first in (0x14, 0x15) and 0x20 <= second < 0x30:
            self._command(second, time)
        elif second >= 0x40:
            self._row()
        elif first == 0x11 and 0x20 <= second < 0x30:
            self._write(" ", time)
        elif first == 0x11 and second >= 0x30:
            self._write(SPECIAL[second - 0x30], time)
        elif first in EXTENDED and second >= 0x20:
            self._back()
            self._write(EXTENDED[first][second - 0x20], time)

    def _memory(self) -> list[str]:
        return self.loaded if self.mode == "pop" else self.shown

    def _write(self, letters: str, time: int) -> None:
        if self.mode == "text":
            return
        memory = self._memory()
        if self.mode != "pop" and not memory:
            self.since = time
        memory.append(letters[:1])
        memory += letters[1:]

    def _back(self) -> None:
        memory = self._memory()
        if memory and memory[-1] != "\n":
            memory.pop()

    def _row(self) -> None:
        """An address of a row: in roll-up it moves the row that is being written, else it begins another."""
        memory = self._memory()
        if self.mode != "roll" and memory and memory[-1] != "\n":
            memory.append("\n")

    def _command(self, code: int, time: int) -> None:
        if code == LOAD:
            self.mode = "pop"
        elif code == BACKSPACE:
            self._back()
        elif code == PAINT:
            self.mode = "paint"
        elif code in ROLL:
            if self.mode != "roll":
                self.clear(time)
            self.mode = "roll"
        elif code in TEXT_MODE:
            self.mode = "text"
        elif code == ERASE_SHOWN or (code == RETURN and self.mode == "roll"):
            self.clear(time)
        elif code == ERASE_LOADED:
            self.loaded = []
        elif code == FLIP:
            self.clear(time)
            self.mode = "pop"
            self.shown, self.loaded, self.since = self.loaded, [], time

    def clear(self, time: int | None) -> None:
        """What shows goes, and is a cue."""
        if self.shown:
            self.cues.append(RawCue(self.since / RATE, None if time is None else time / RATE, "".join(self.shown)))
        self.shown = []


def read(lines: Sequence[str]) -> Iterator[RawCue]:
    """The cues of the first channel; two bytes go out with every frame."""
    decoder = Decoder()
    for line in lines:
        if match := LINE.match(line):
            start = int(RATE * time_code([int(match[i]) for i in (1, 2, 3, 5)], RATE, drop=match[4] == ";"))
            for i, word in enumerate(match[6].split()):
                if len(word) == 4:
                    decoder.take(int(word, 16), start + i)
    decoder.clear(None)
    return iter(decoder.cues)
