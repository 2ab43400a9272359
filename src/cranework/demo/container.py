"""Puts picture, sound, subtitles and chapters into one MP4 file."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import av
import numpy as np

from cranework.demo.editing import FRAME_RATE
from cranework.demo.sound import RATE, Samples
from cranework.demo.stage import Picture

if TYPE_CHECKING:
    from av.container import OutputContainer
    from av.subtitles.stream import SubtitleStream

MILLISECOND = Fraction(1, 1000)
QUALITY = {"preset": "superfast", "crf": "24", "g": "72"}
"""How x264 encodes: quickly, well enough that grain stays grain, with a key frame at least every three seconds."""
NO_COLOR = 128
STYLE = b"""[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, Bold, Italic, BorderStyle, Outline, Shadow, Alignment, Encoding
Style: Default,Arial,16,&Hffffff,0,0,1,1,0,2,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""
"""The head without which FFmpeg opens no encoder of text subtitles."""


@dataclass(frozen=True)
class Words:
    """A subtitle or the name of a chapter, from one frame to another."""

    start: int
    end: int
    text: str

    def milliseconds(self) -> tuple[int, int]:
        """Start and end in milliseconds."""
        return self.start * 1000 // FRAME_RATE, self.end * 1000 // FRAME_RATE


def write(
    target: Path,
    pictures: Iterable[Picture],
    size: tuple[int, int],
    sound: Samples,
    words: Sequence[Words],
    chapters: Sequence[Words],
) -> None:
    """Writes a film: pictures are luma, uint8 (H, W), ``size`` is (width, height), sound is mono at ``RATE``."""
    with av.open(str(target), "w", format="mp4") as out:
        video = out.add_stream("libx264", rate=FRAME_RATE, options=QUALITY)
        video.width, video.height, video.pix_fmt = *size, "yuv420p"
        audio = out.add_stream("aac", rate=RATE, layout="mono")
        audio.bit_rate = 96_000
        text: SubtitleStream = out.add_stream("mov_text")
        text.codec_context.subtitle_header = STYLE
        text.time_base = MILLISECOND
        out.set_chapters([
            {"id": k, "start": start, "end": end, "time_base": MILLISECOND, "metadata": {"title": chapter.text}}
            for k, chapter in enumerate(chapters) for start, end in [chapter.milliseconds()]
        ])  # fmt: skip
        out.start_encoding()
        _write_words(out, text, words)
        samples = _frames_of_sound(sound)
        color = np.full((size[1] // 2, size[0]), NO_COLOR, np.uint8)
        for number, picture in enumerate(pictures):
            frame = av.VideoFrame.from_ndarray(np.vstack([picture, color]), format="yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, FRAME_RATE)
            out.mux(video.encode(frame))
            while (heard := next(samples, None)) is not None:
                out.mux(audio.encode(heard))
                if heard.pts is not None and heard.pts * FRAME_RATE > number * RATE:
                    break
        for heard in samples:
            out.mux(audio.encode(heard))
        out.mux(video.encode())
        out.mux(audio.encode())


def _write_words(out: "OutputContainer", stream: "SubtitleStream", words: Sequence[Words]) -> None:
    """Subtitles as MP4 keeps them: two bytes of length, then UTF-8."""
    for cue in words:
        text = cue.text.encode()
        packet = av.Packet(len(text).to_bytes(2, "big") + text)
        start, end = cue.milliseconds()
        packet.stream, packet.time_base, packet.pts, packet.dts, packet.duration = (
            stream,
            MILLISECOND,
            start,
            start,
            end - start,
        )
        out.mux(packet)


def _frames_of_sound(sound: Samples) -> Iterator[av.AudioFrame]:
    """The sound in pieces of 1024 samples, as AAC wants them."""
    for start in range(0, len(sound), 1024):
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(sound[None, start : start + 1024]), format="fltp", layout="mono"
        )
        frame.sample_rate, frame.pts, frame.time_base = RATE, start, Fraction(1, RATE)
        yield frame
