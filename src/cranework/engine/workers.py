"""Worker processes that may crash, hang or be refused memory without harm to the program.

They stand behind the standard `concurrent.futures.Executor`, so that a cluster's executor can take their place. A
running task of an executor cannot be cancelled, so each worker guards itself: against hanging by a watchdog that needs
no Python to run, against greed by limits of memory, against the parent's death by waiting for it.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import sys
import threading
import types
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import resource_tracker
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import Any

PATIENCE_S = 120
"""Seconds without a new frame after which a decoder is taken for hanging. A frame takes milliseconds; opening a long
film on a slow disk takes seconds."""

MEMORY_BYTES, MEMORY_BYTES_A_PIXEL = 1 << 30, 200
"""Memory that a worker may take beyond what its libraries need, before the size of pictures is known, and for each
pixel of a picture after that: a decoder holds up to twenty of them at 3 bytes, conversions some more."""

ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OPENCV_FFMPEG_THREADS": "1"}
"""Workers are as many as cores; libraries must not start threads of their own beside them."""


class WorkerPool(ProcessPoolExecutor):
    """An executor of `size` guarded processes; they are started when first needed."""

    def __init__(self, size: int, patience_s: float = PATIENCE_S) -> None:
        super().__init__(size, mp_context=_Context(), initializer=_guard, initargs=(patience_s,))
        self.size = size


def available_cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Process(SpawnProcess):
    """A spawned process that neither runs the caller's main module again nor starts threads in its libraries.

    Without this, a plain script that calls `cranework.analyze` at its top level would start itself without end.
    """

    @staticmethod
    def _Popen(process_obj: Any) -> Any:
        with _empty_main_module(), _environment(ONE_THREAD), _interrupts_blocked():
            return SpawnProcess._Popen(process_obj)


class _Context(SpawnContext):
    Process = _Process


@contextmanager
def _empty_main_module() -> Iterator[None]:
    main = sys.modules["__main__"]
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _interrupts_blocked() -> Iterator[None]:
    """Processes started here never see Ctrl-C, not even before `_guard`; in this one it waits until the block ends."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # where it had to be started first, it would let interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _guard(patience_s: float) -> None:
    """Run first in each worker."""
    global _patience_s, _sink
    _patience_s, _sink = patience_s, open(os.devnull, "w")  # noqa: SIM115 (open as long as the process lives)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides
    threading.Thread(target=_die_with_parent, daemon=True).start()
    import av
    import cv2

    av.logging.set_level(None)
    cv2.setNumThreads(1)
    limit_memory(MEMORY_BYTES)


def _die_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


_patience_s: float = PATIENCE_S
_sink: Any = None


def watch() -> None:
    """Say that work goes on; without it for too long the worker ends itself, whatever it is caught in."""
    if _sink is not None:
        faulthandler.dump_traceback_later(_patience_s, exit=True, file=_sink)


def rest() -> None:
    """Stop watching, between tasks."""
    if _sink is not None:
        faulthandler.cancel_dump_traceback_later()


_base: int | None = None


def limit_memory(more: int) -> None:
    """Limit a worker's address space to what it had when first called here and `more` bytes, where that can be.

    A process that is not ours, in which an executor of the caller's runs a task, is left as it is.
    """
    global _base
    if _sink is None:
        return
    try:
        import resource
    except ImportError:  # Windows has no such limit; the watchdog remains
        return
    if _base is None:
        _base = _address_space()
    if _base is None:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = _base + more
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))


def _address_space() -> int | None:
    """Bytes of address space in use, where the system tells."""
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return None


def memory_for(width: int, height: int) -> int:
    """Bytes beyond its libraries that a worker may take for pictures of this size."""
    return MEMORY_BYTES + MEMORY_BYTES_A_PIXEL * width * height
