"""Writes a file whole or not at all: what stands under a name is always complete."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

from cranework.errors import CraneworkError, NoPermission, NoSpace

NO_SPACE = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


@contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[IO[str]]:
    """A UTF-8 text stream that becomes the file `path` when the block ends well, and leaves nothing when it does not.

    Line ends are written as given. Raises NoSpace, NoPermission.
    """
    name = os.fspath(path)
    try:
        with _beside(os.path.realpath(name)) as stream:
            yield stream
    except OSError as error:
        raise surroundings_error(name, error) from error


@contextmanager
def _beside(target: str) -> Iterator[IO[str]]:
    """A new file in the target's folder, which takes its place at the end; links are followed, rights are kept."""
    if os.path.exists(target) and not os.path.isfile(target):
        raise IsADirectoryError(errno.EISDIR, "not a plain file")
    temporary = os.path.join(os.path.dirname(target), f".cranework-{secrets.token_hex(8)}.part")
    with open(temporary, "x", encoding="utf-8", errors="replace", newline="") as stream:
        try:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
            if os.path.exists(target):
                shutil.copymode(target, temporary)
            stream.close()  # before the move: Windows does not move open files
            os.replace(temporary, target)
        except BaseException:
            with suppress(OSError):
                stream.close()
            with suppress(OSError):
                os.unlink(temporary)
            raise


def surroundings_error(path: str, error: OSError) -> CraneworkError:
    """What the system's refusal means for the file `path`."""
    if error.errno in NO_SPACE:
        return NoSpace(path, "the disk is full", "free some space and try again", str(error))
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return NoPermission(path, "its folder does not exist", "make the folder first", str(error))
    if isinstance(error, IsADirectoryError):
        return NoPermission(path, "this is a folder or a device", "name a file", str(error))
    return NoPermission(
        path, "the file may not be read or written", "check its rights or choose another place", str(error)
    )
