"""Gives the frames of a film, or of one segment of it, each once and in the order in which the decoder gives them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal

from cranework.errors import DamagedFilm, DecoderFailed
from cranework.film.container import MAX_PIXELS, opened

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.packet import Packet
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

    from cranework.film.model import Film, Segment

Part = Literal["lead_in", "inside", "lead_out"]


SEEK_MARGINS_S = (0, 3)
"""Seconds before a frame at which to look for a key frame, one after the other: in a transport stream, seeking may lead
beyond the place asked for."""


@dataclass
class Damage:
    """What could not be decoded: packets that the decoder refused, pictures that it marks as broken."""

    refused: int = 0
    corrupt: int = 0

    def __bool__(self) -> bool:
        return bool(self.refused or self.corrupt)


def decoded(
    container: InputContainer, stream: VideoStream, path: str, damage: Damage | None = None, last: int | None = None
) -> Iterator[VideoFrame]:
    """All frames from where the container stands, up to the packet with the tick `last` if there is one.

    Goes on after packets that the decoder refuses, and counts them.
    """
    import av

    damage = damage if damage is not None else Damage()
    for packet in _packets(container, stream, damage, last):
        try:
            frames = packet.decode()
        except av.error.EOFError:
            return
        except MemoryError as error:
            raise DecoderFailed(
                path, "decoding it takes more memory than a film may have", "it is damaged or hostile", str(error)
            ) from None
        except (av.error.FFmpegError, ValueError):
            damage.refused += 1
            continue
        for frame in frames:
            if frame.width * frame.height > MAX_PIXELS:
                raise DamagedFilm(path, "it holds an impossibly large picture", "the file is damaged or hostile")
            damage.corrupt += frame.is_corrupt
            yield frame


def _packets(
    container: InputContainer, stream: VideoStream, damage: Damage, last: int | None
) -> Iterator[Packet[VideoStream]]:
    """The stream's packets, to `last`, the end or where the file breaks off, then the one that empties the decoder."""
    import av

    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets)
        except StopIteration:
            return
        except (av.error.FFmpegError, ValueError):
            damage.refused += 1
            yield _flush(stream)
            return
        ends = last is not None and packet.pts == last
        yield packet
        if ends:
            yield _flush(stream)
            return


def _flush(stream: VideoStream) -> Packet[VideoStream]:
    import av

    packet: Packet[VideoStream] = av.Packet(0)  # type: ignore[assignment]
    packet.stream = stream
    return packet


class Reader:
    """Frames of one film, segment by segment; kept open, since opening a long film takes time.

    A straight film goes on from segment to segment without decoding anything twice, as long as they are asked for in
    their order; asked for another one, it begins anew.
    """

    def __init__(self, path: str, film: Film) -> None:
        self.path, self.film, self.damage = path, film, Damage()
        self._stack = ExitStack()
        self._straight: Iterator[VideoFrame] | None = None
        self._position = 0
        self._kept: deque[VideoFrame] = deque()
        self._ahead: deque[VideoFrame] = deque()
        self._open()

    def close(self) -> None:
        """Let go of the file."""
        self._stack.close()

    def _open(self) -> None:
        """Begin at the film's beginning, with one thread.

        With more, a decoder fills damaged places with what happens to lie in memory: frames would depend on which of
        them are held.
        """
        self._stack.close()
        self._container = self._stack.enter_context(opened(self.path))
        stream = self._container.streams[self.film.video.stream]
        self._stream: VideoStream = stream  # type: ignore[assignment]
        self._stream.codec_context.thread_count = 1

    def segment(
        self, segment: Segment, lead_in: int = 0, lead_out: int = 0, before: int | None = None
    ) -> Iterator[tuple[Part, VideoFrame]]:
        """The frames of a segment, with at most `lead_in` frames before it and `lead_out` after it.

        `before` is the tick of a key frame from which on the lead-in can be decoded. What was damaged is counted anew.
        """
        self.damage.refused = self.damage.corrupt = 0  # the same object: a straight decoding goes on counting in it
        if segment.by_ticks:
            return self._at_key_frame(segment, lead_in, lead_out, before)
        return self._counted(segment, lead_in, lead_out)

    def frames_at(self, ticks: Sequence[int]) -> dict[int, VideoFrame]:
        """The frames with these time stamps (rising), by time stamp, of one stretch that is decoded in one go.

        Found by seeking; those to which seeking does not lead are missing.
        """
        import av

        self._straight = None
        found: dict[int, VideoFrame] = {}
        for margin_s in SEEK_MARGINS_S:
            with suppress(av.error.FFmpegError, OSError, ValueError):
                place = ticks[0] - int(margin_s / self.film.time_base)
                self._container.seek(place, stream=self._stream, backward=True)
                for frame in decoded(self._container, self._stream, self.path):
                    if frame.pts is None or frame.pts > ticks[-1]:
                        break
                    if frame.pts in ticks:
                        found[frame.pts] = frame
                    if frame.pts == ticks[-1]:
                        break
            if len(found) == len(ticks):
                break
        return found

    def _at_key_frame(
        self, segment: Segment, lead_in: int, lead_out: int, before: int | None
    ) -> Iterator[tuple[Part, VideoFrame]]:
        seek_to = before if lead_in and before is not None else segment.start
        if seek_to is None:
            self._open()
        else:
            self._container.seek(seek_to, stream=self._stream, backward=True)
        last = None if lead_out else segment.last_packet  # what comes after it is not worth decoding a key frame for
        frames = decoded(self._container, self._stream, self.path, self.damage, last)
        lead: deque[VideoFrame] = deque(maxlen=lead_in)
        begun = segment.start is None
        for frame in frames:
            if not begun and frame.pts is not None and segment.start is not None and frame.pts >= segment.start:
                begun = True
                yield from (("lead_in", f) for f in lead)
            if not begun:
                lead.append(frame)
            elif segment.end is not None and (frame.pts is None or frame.pts >= segment.end):
                if lead_out:
                    yield "lead_out", frame
                    yield from (("lead_out", f) for f in islice(frames, lead_out - 1))
                return
            else:
                yield "inside", frame

    def _counted(self, segment: Segment, lead_in: int, lead_out: int) -> Iterator[tuple[Part, VideoFrame]]:
        assert segment.start is not None
        first = max(0, segment.start - lead_in)
        if self._straight is None or self._position - len(self._kept) > first or self._position > segment.start:
            self._open()
            self._straight = decoded(self._container, self._stream, self.path, self.damage)
            self._position, self._kept, self._ahead = 0, deque(), deque()
        while self._position < segment.start and (frame := self._next()) is not None:
            self._kept.append(frame)
            while len(self._kept) > lead_in:
                self._kept.popleft()
        yield from (("lead_in", f) for f in list(self._kept)[-lead_in:] if lead_in)
        while (segment.end is None or self._position < segment.end) and (frame := self._next()) is not None:
            self._kept.append(frame)
            while len(self._kept) > lead_in:
                self._kept.popleft()
            yield "inside", frame
        while len(self._ahead) < lead_out and (frame := self._fetch()) is not None:
            self._ahead.append(frame)
        yield from (("lead_out", f) for f in islice(self._ahead, lead_out))

    def _next(self) -> VideoFrame | None:
        frame = self._ahead.popleft() if self._ahead else self._fetch()
        self._position += frame is not None
        return frame

    def _fetch(self) -> VideoFrame | None:
        assert self._straight is not None
        return next(self._straight, None)
