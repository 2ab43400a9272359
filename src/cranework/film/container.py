"""Opens a film file so that nothing but that file is read, and turns the library's errors into ours.

A film comes from a stranger: playlists, scripts and references to other files or hosts are refused by white lists
before anything of them is read, and the name is never taken for a protocol or a pattern.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cranework.errors import DamagedFilm, DecoderFailed, InputError, NoPermission, NotAFilm

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.stream import VideoStream

FORMATS = (
    "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mpegts,mpeg,avi,flv,asf,ogg,gif,apng,mxf,dv,h264,hevc,m4v,mpegvideo,mjpeg,"
    "obu,ivf,yuv4mpegpipe,nut,rm,wtv,av1,mp3,wav,flac,aac"
)
"""Kinds of file that hold all they show in themselves (sound alone too, to say so). Left out on purpose: playlists,
scripts, still pictures, sessions."""

MAX_PIXELS = 2**27
"""Largest picture that is decoded (134 megapixels, four times 8K): above it a header is taken for a lie."""


def check_file(path: str) -> None:
    """Raise a clear error where `path` is no file that can be read at all."""
    if not os.path.lexists(path):
        raise NotAFilm(path, "there is no such file", "check the name")
    if os.path.isdir(path):
        raise NotAFilm(path, "this is a folder", "name a film in it")
    if not os.path.isfile(path):
        raise NotAFilm(path, "this is no ordinary file", "name a film file")
    try:
        with open(path, "rb") as file:
            empty = not file.read(1)
    except PermissionError as error:
        raise NoPermission(path, "the file may not be read", "ask for permission to read it", str(error)) from None
    except OSError as error:
        raise NotAFilm(path, "the file cannot be read", "check the disk it lies on", str(error)) from None
    if empty:
        raise NotAFilm(path, "the file is empty", "copy the film again")


@contextmanager
def decoder_errors(path: str) -> Iterator[None]:
    """Turn what PyAV raises while a film is opened or read into errors of ours."""
    import av

    try:
        yield
    except InputError:
        raise
    except MemoryError as error:
        raise DecoderFailed(
            path, "reading it takes more memory than a film may have", "the file is damaged or hostile", str(error)
        ) from None
    except (av.error.DecoderNotFoundError, av.error.PatchWelcomeError) as error:
        raise DamagedFilm(
            path, "no decoder is at hand for its video", "convert it, for example to H.264", str(error)
        ) from None
    except (av.error.FFmpegError, OSError, ValueError, LookupError) as error:
        raise NotAFilm(
            path,
            "this is no film that can be read",
            "name a video file (playlists, scripts and still pictures are not read)",
            str(error),
        ) from None


@contextmanager
def opened(path: str) -> Iterator[InputContainer]:
    """The film's container, closed at the end."""
    import av

    check_file(path)
    with decoder_errors(path):
        container = av.open(
            "file:" + os.path.abspath(path),
            metadata_errors="replace",
            options={"format_whitelist": FORMATS, "protocol_whitelist": "file"},
        )
    with container:
        yield container


def video_streams(container: InputContainer) -> list[VideoStream]:
    """The streams that may be studied: moving pictures, no covers and attachments."""
    from av.stream import Disposition

    still = Disposition.attached_pic | Disposition.timed_thumbnails | Disposition.still_image
    return [s for s in container.streams.video if not s.disposition & still]


def choose_stream(path: str, container: InputContainer, wanted: int | None = None) -> VideoStream:
    """The stream to study: `wanted` by its number in the file, or else the default one, or else the largest."""
    from av.stream import Disposition

    streams = video_streams(container)
    if not streams:
        kinds = sorted({s.type for s in container.streams if s.type and s.type != "video"})
        what = f"there is no moving picture in it (only {', '.join(kinds)})" if kinds else "there is nothing in it"
        raise NotAFilm(path, what, "name a file with video")
    if wanted is not None:
        for stream in streams:
            if stream.index == wanted:
                return _checked(path, stream)
        numbers = ", ".join(str(s.index) for s in streams)
        raise NotAFilm(path, f"stream {wanted} is no moving picture", f"its video streams are: {numbers}")
    known = [s for s in streams if s.codec_context is not None] or streams
    return _checked(path, max(known, key=lambda s: (bool(s.disposition & Disposition.default), _pixels(s), -s.index)))


def _pixels(stream: VideoStream) -> int:
    return stream.codec_context.width * stream.codec_context.height if stream.codec_context else 0


def _checked(path: str, stream: VideoStream) -> VideoStream:
    if stream.codec_context is None:
        raise DamagedFilm(path, "no decoder is at hand for its video", "convert it, for example to H.264")
    if _pixels(stream) > MAX_PIXELS:
        raise DamagedFilm(path, "its header asks for an impossibly large picture", "the file is damaged or hostile")
    stream.codec_context.thread_count = 1
    return stream
