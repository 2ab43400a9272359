"""The same three cues in every format, written by hand from its description."""

from __future__ import annotations

import json

THREE = (
    "Where does the river go?\nTo the sea.",
    "Then I shall follow it.",
    "[a bell]",
)
TIMES = ((1, 3), (4, 6), (7, 9))

HEAD_ASS = "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Style, Name, Text\n"


def _clock(second: int, decimals: str = "") -> str:
    return f"00:00:{second:02d}{decimals}"


def _all(line: str, bar: str = "\n") -> str:
    parts = []
    for number, ((a, b), text) in enumerate(zip(TIMES, THREE, strict=True), 1):
        words = {"n": number, "a": _clock(a), "b": _clock(b), "x": a, "y": b, "t": text.replace("\n", bar)}
        parts.append(line.format(**words))
    return "".join(parts)


def _pair(a: int, b: int) -> str:
    """A word of line 21 with its parity."""
    return "".join(f"{c | 0x80 if bin(c).count('1') % 2 == 0 else c:02x}" for c in (a, b))


def _captions() -> str:
    """Pop-on captions that show when the last code has come."""
    lines = ["Scenarist_SCC V1.0", ""]
    for (a, b), text in zip(TIMES, THREE, strict=True):
        words = [_pair(0x14, 0x20)] * 2
        for row, line in enumerate(text.split("\n")):
            words += [_pair(0x14, 0x50 + 0x20 * row)] * 2
            line += " " * (len(line) % 2)
            words += [_pair(ord(p), ord(q)) for p, q in zip(line[::2], line[1::2], strict=True)]
        words += [_pair(0x14, 0x2F)] * 2
        frame = a * 30 - len(words) + 2
        lines += [f"00:00:{frame // 30:02d}:{frame % 30:02d}\t{' '.join(words)}", ""]
        lines += [f"{_clock(b)}:00\t{_pair(0x14, 0x2C)}", ""]
    return "\n".join(lines)


def broadcast(letters: bytes | None = None, table: bytes = b"00", start: int = 0) -> bytes:
    """EBU STL of 25 frames per second, whose programme begins at hour `start`."""
    head = (b"850STL25.010" + table).ljust(256) + b"%02d000000" % start
    blocks = []
    for number, ((a, b), text) in enumerate(zip(TIMES, THREE, strict=True)):
        words = letters if letters and not number else text.encode().replace(b"\n", b"\x8a")
        times = bytes([start, 0, a, 0, start, 0, b, 0])
        blocks.append(
            b"\0" + number.to_bytes(2, "little") + b"\xff\0" + times + b"\x14\2\0" + words.ljust(112, b"\x8f")
        )
    return head.ljust(1024) + b"".join(blocks)


MADE: dict[str, str | bytes] = {
    "srt": _all("{n}\n{a},000 --> {b},000\n{t}\n\n"),
    "webvtt": "WEBVTT\n\nNOTE a remark\n\n" + _all("{n}\n{a}.000 --> {b}.000 align:start\n<v Ann>{t}</v>\n\n"),
    "ass": HEAD_ASS + _all("Dialogue: 0,{a}.00,{b}.00,Default,Ann,{{\\i1}}{t}\n", "\\N"),
    "ssa": "[Script Info]\nScriptType: v4.00\n[Events]\nFormat: Marked, Start, End, Text\n"
    + _all("Dialogue: Marked=0,{a}.00,{b}.00,{t}\n", "\\n"),
    "ttml": '<tt xmlns="http://www.w3.org/ns/ttml"><body><div>'
    + _all('<p begin="{x}s" end="{b}.000">{t}</p>', "<br/>")
    + "</div></body></tt>",
    "sami": "<SAMI><BODY>"
    + _all("<SYNC Start={x}000><P Class=EN>{t}\n<SYNC Start={y}000><P Class=EN>&nbsp;\n", "<br>"),
    "microdvd": "{1}{1}25\n" + "".join(
        f"{{{a * 25}}}{{{b * 25}}}{{y:i}}{t.replace(chr(10), '|')}\n" for (a, b), t in zip(TIMES, THREE, strict=True)
    ),
    "mpl2": _all("[{x}0][{y}0]/{t}\n", "|"),
    "tmp": _all("{a}:{t}\n{b}:\n", "|"),
    "subviewer2": "[INFORMATION]\n[END INFORMATION]\n[SUBTITLE]\n" + _all("{a}.00,{b}.00\n{t}\n\n", "[br]"),
    "subviewer1": "[TITLE]\n[BEGIN]\n******** START SCRIPT ********\n" + _all("[{a}]\n{t}\n[{b}]\n\n", "|"),
    "sbv": _all("{a}.000,{b}.000\n{t}\n\n"),
    "lrc": "[ti:River]\n" + _all("[00:0{x}.00]{t}\n[00:0{y}.00]\n", " "),
    "spruce-stl": "$FontName = Arial\n// remark\n" + _all("{a}:00 , {b}:00 , ^I{t}^I\n", "|"),
    "ebu-stl": broadcast(),
    "scc": _captions(),
    "youtube-json3": json.dumps({"events": [
        {"tStartMs": a * 1000, "dDurationMs": (b - a) * 1000, "segs": [{"utf8": w + " "} for w in t.split(" ")]}
        for (a, b), t in zip(TIMES, THREE, strict=True)
    ]}),
    "whisper-json": json.dumps({"segments": [
        {"start": a + 0.0, "end": b, "text": " " + t} for (a, b), t in zip(TIMES, THREE, strict=True)
    ]}),
    "tsv": "start\tend\ttext\n" + _all("{x}000\t{y}000\t{t}\n", " "),
    "realtext": "<window>\n" + _all('<time begin="{a}" end="{b}"/><clear/>{t}\n', "<br/>") + "</window>",
    "mpsub": "FORMAT=TIME\n\n" + "".join(f"1 2\n{t}\n\n" for t in THREE),
}  # fmt: skip
"""One file for each format, by its name."""

ONE_LINE = {"lrc", "tsv"}
"""Formats whose cues have one line."""
